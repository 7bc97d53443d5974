"""Output goes where the user said, complete, and never through a link in the folder."""

import os
import re
import signal
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.hostile.made import files, lay_out, run

PLAN = "storefront-payments"
RESULT = "x"
WRITERS = {
    "report": ("report", PLAN, "-o", RESULT),
    "markdown": ("report", PLAN, "-f", "markdown", "-o", RESULT),
    "spec": ("spec", PLAN, "examplepay", "-o", RESULT),
    "score": ("score", PLAN, "-f", "json", "-o", RESULT),
    "sarif": ("validate", "-f", f"sarif={RESULT}"),
    "text": ("validate", "-f", f"text={RESULT}"),
    "baseline": ("validate", "--baseline", RESULT, "--write-baseline"),
}
FOLDERS = {
    "reports": ("score", PLAN, "--report", "out"),
    "report": ("report", PLAN, "-o", f"out/{RESULT}"),
    "deeper": ("report", PLAN, "-o", f"out/deeper/{RESULT}"),
    "and back": ("report", PLAN, "-o", f"out/../{RESULT}"),
    "sarif": ("validate", "-f", f"sarif=out/{RESULT}"),
    "starter": ("init", "out"),
}
SECRET = '{"format": 2, "findings": []}\n'


@pytest.fixture
def workspace(tmp_path):
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret").write_text(SECRET)
    return lay_out(tmp_path / "w", files())


def below(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


@pytest.mark.parametrize("to", ["../outside/secret", "../outside/new", "nowhere/x", "plans/q.yaml"])
@pytest.mark.parametrize("words", WRITERS.values(), ids=WRITERS)
def test_a_link_is_not_written_through(evalkit, workspace, words, to):
    (workspace / RESULT).symlink_to(to)
    before = below(workspace.parent)
    ran = evalkit(*words, cwd=workspace)
    assert ran.code == 2
    assert f"cannot write {RESULT}: it is a link" in ran.err
    assert (workspace / RESULT).is_symlink()
    assert (workspace.parent / "outside" / "secret").read_text() == SECRET
    assert set(below(workspace.parent)) - {"w/.evalkit_cache"} >= set(before)
    assert not (workspace.parent / "outside" / "new").exists()


@pytest.mark.parametrize("more", [(), ("--check",)])
def test_what_a_link_leads_to_is_not_told_as_what_changes(evalkit, workspace, more):
    (workspace.parent / "outside" / "secret").write_text("# Heading\n\nthe secret\n")
    (workspace / RESULT).symlink_to("../outside/secret")
    ran = evalkit("spec", PLAN, "examplepay", "-o", RESULT, *more, cwd=workspace)
    assert ran.code == 2
    assert ran.err.splitlines()[-1].startswith(f"evalkit: cannot write {RESULT}: it is a link")
    assert "Heading" not in ran.out + ran.err


def test_a_pipe_is_not_called_missing(evalkit, workspace):
    os.mkfifo(workspace / RESULT)
    ran = evalkit("spec", PLAN, "examplepay", "-o", RESULT, "--check", cwd=workspace)
    assert ran.code == 2
    assert f"cannot read {RESULT}: it is not a regular file" in ran.err


@pytest.mark.parametrize("words", FOLDERS.values(), ids=FOLDERS)
def test_a_folder_that_is_a_link_is_not_written_through(evalkit, workspace, words):
    (workspace / "out").symlink_to("../outside")
    ran = evalkit(*words, cwd=workspace)
    assert ran.code == 2
    assert f"the folder {workspace / 'out'} is a link" in ran.err
    assert below(workspace.parent / "outside") == ["secret"]
    assert not (workspace / RESULT).exists()


@pytest.mark.parametrize("sign", ["w/vendors", "w/.git", ".git", None])
def test_links_count_in_repositories_and_workspaces_and_below_where_one_stands(
    evalkit, tmp_path, sign
):
    lay_out(tmp_path / "w", files())
    saved = tmp_path / "saved.json"
    assert evalkit("score", PLAN, "-f", "json", "-o", saved, cwd=tmp_path / "w").code == 0
    (tmp_path / "real").mkdir()
    stranger = tmp_path / "w" if sign else tmp_path / "plain"
    stranger.mkdir(exist_ok=True)
    if sign and sign.endswith(".git"):
        (tmp_path / sign).mkdir()
        (tmp_path / "w" / "vendors").rename(tmp_path / "w" / "kept")
    (stranger / "out").symlink_to(tmp_path / "real")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    ran = evalkit("report", saved, "-o", stranger / "out" / "r.html", cwd=elsewhere)
    # A link that nobody else can have made is the user's own.
    assert ran.code == (2 if sign else 0), ran.err
    assert below(tmp_path / "real") == ([] if sign else ["r.html"])


def test_a_link_below_the_folder_one_stands_in_counts(evalkit, tmp_path):
    lay_out(tmp_path / "w", files())
    sent = tmp_path / "sent"
    (tmp_path / "real").mkdir()
    sent.mkdir()
    kept = sent / "s.json"
    assert evalkit("score", PLAN, "-f", "json", "-o", kept, cwd=tmp_path / "w").code == 0
    (sent / "out").symlink_to(tmp_path / "real")
    assert evalkit("report", "s.json", "-o", "out/r.html", cwd=sent).code == 2
    assert below(tmp_path / "real") == []


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_standard_streams_stay_allowed(workspace, stream):
    ran = run(workspace, "score", PLAN, "-f", "csv", "-o", f"/dev/{stream}")
    assert ran.code == 0
    assert "examplepay" in getattr(ran, stream[3:])


def test_what_a_shell_opened_stays_allowed(workspace):
    line = f"cat <({sys.executable} -m evalkit score {PLAN} -f csv -o >(cat >&2) 2>&1)"
    ran = subprocess.run(
        ["bash", "-c", line], cwd=workspace, capture_output=True, text=True, timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True,
    )  # fmt: skip
    assert "examplepay" in ran.stdout + ran.stderr


def test_a_pipe_that_nobody_reads_is_not_waited_for(workspace):
    os.mkfifo(workspace / "pipe")
    ran = run(workspace, "score", PLAN, "-o", "pipe")
    assert ran.code == 2
    assert "cannot write pipe" in ran.err


def test_a_pipe_that_somebody_reads_takes_the_text(workspace):
    os.mkfifo(workspace / "pipe")
    got = []

    def read_slowly():
        with (workspace / "pipe").open() as stream:
            time.sleep(2)
            got.append(stream.read())

    reader = threading.Thread(target=read_slowly)
    reader.start()
    # A report is longer than what a pipe holds.
    assert run(workspace, "report", PLAN, "-o", "pipe").code == 0
    reader.join(timeout=30)
    assert got[0].rstrip().endswith("</html>")
    assert stat.S_ISFIFO((workspace / "pipe").stat().st_mode)


CLOSED = {
    "stdout": lambda: os.close(1),
    "all": lambda: os.closerange(0, 3),
}


@pytest.mark.parametrize("close", CLOSED.values(), ids=CLOSED)
@pytest.mark.parametrize("words", [("validate",), ("score", PLAN)])
def test_a_closed_stdout_is_told_like_a_full_one(workspace, words, close):
    ran = run(workspace, *words, first=close)
    assert ran.code == 2
    if close is CLOSED["stdout"]:
        assert ran.err.endswith("evalkit: cannot write to stdout: it is closed\n")


@pytest.mark.parametrize("command", ["fit", *(pytest.param(each, marks=pytest.mark.long) for each in ("cost", "score"))])  # fmt: skip
def test_a_full_stdout_is_told_also_where_nothing_is_held_back(workspace, command):
    code = "import os\nos.dup2(os.open('/dev/full', os.O_WRONLY), 1)"
    ran = run(workspace, command, PLAN, code=code, PYTHONUNBUFFERED="1")
    told = "evalkit: cannot write to stdout: no space left on device"
    assert (ran.code, ran.err.splitlines()[-1]) == (2, told)


def test_an_answer_does_not_take_the_place_of_a_part_of_the_report(evalkit, workspace):
    place = f"out/{PLAN}.md"
    ran = evalkit("score", PLAN, "--report", "out", "-o", place, cwd=workspace)
    assert ran.code == 2
    assert f"{place} is also part of the report" in ran.err
    assert not (workspace / "out").exists()


def test_a_closed_stderr_hides_nothing_else(workspace):
    ran = run(workspace, "score", PLAN, first=lambda: os.close(2))
    assert ran.code == 0
    assert "ExamplePay" in ran.out


def test_a_file_never_takes_the_number_of_a_closed_stream(workspace):
    seen = "import os\nmake = os.open\ndef spied(*given):\n    opened.append((str(given[0]), make(*given)))\n    return opened[-1][1]\nopened = []\nos.open = spied"
    told = "import atexit\natexit.register(lambda: make('numbers', 65, 0o600) and open('numbers', 'w').write(repr(opened)))"
    ran = run(workspace, "score", PLAN, "-o", RESULT, first=CLOSED["all"], code=f"{seen}\n{told}")
    assert ran.code == 0
    opened = eval((workspace / "numbers").read_text())
    assert [number for path, number in opened if path == os.devnull] == [0, 1, 2]
    assert min(number for path, number in opened if path != os.devnull) > 2


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
def test_a_signal_leaves_no_temporary_file_and_no_half_one(workspace, number, code):
    folder = workspace / "vendors/payment-gateways"
    wrong = "id: v{0}\nnmae: V{0}\ncategory: payment-gateways\n"
    before = {f"v{n}.yaml": wrong.format(n) for n in range(300)}
    lay_out(folder, before)
    # Files are made slowly enough to be caught at it.
    slow = (
        "import os, time\nfsync = os.fsync\nos.fsync = lambda each: (fsync(each), time.sleep(0.02))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", f"{slow}\nfrom evalkit.cli import main\nmain()", "validate", "--fix"],
        cwd=workspace, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    while process.poll() is None and not list(folder.glob(".evalkit-*")):
        time.sleep(0.01)
    process.send_signal(number)
    said, _ = process.communicate(timeout=60)
    assert (process.returncode, said) == (code, b"")
    assert not list(folder.glob(".*"))
    assert {file.name: file.read_text() for file in folder.glob("v*")} == before


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process checks all files")
def test_ctrl_c_ends_the_processes_that_check_files_and_says_nothing(workspace):
    folder = workspace / "vendors/payment-gateways"
    lay_out(
        folder,
        {f"v{n}.yaml": f"id: v{n}\nname: V\ncategory: payment-gateways\n" for n in range(99)},
    )
    slow = "import os, time\nread = os.read\nos.read = lambda *given: (time.sleep(0.2), read(*given))[1]"
    process = subprocess.Popen(
        [sys.executable, "-c", f"{slow}\nfrom evalkit.cli import main\nmain()", "validate", "-j", "2"],
        cwd=workspace, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while process.poll() is None and len(children.read_text().split()) < 2:
        time.sleep(0.01)
    # While it parts from them, Python tells of an exception that it could not pass on.
    time.sleep(0.5)
    # As a terminal does: to all of them.
    os.killpg(process.pid, signal.SIGINT)
    said, _ = process.communicate(timeout=60)
    assert (process.returncode, said) == (130, b"")
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


def test_a_signal_that_somebody_ignores_stays_ignored(workspace):
    code = "import os, signal\nfrom evalkit.cli import app\nrun = app.run\napp.run = lambda words: (os.kill(os.getpid(), signal.SIGHUP), run(words))[1]"
    first = lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN)  # noqa: E731
    assert run(workspace, "validate", code=code, first=first).code == 0
    assert run(workspace, "validate", code=code).code == 129


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_is_one_even_if_it_comes_out_as_another_error(workspace, number, code):
    # As where it arrives while pydantic asks our code for a part of a record.
    wrapped = f"""
import os
from evalkit.cli import app
def run(words):
    try:
        os.kill(os.getpid(), {int(number)})
    except BaseException as error:
        raise RuntimeError(repr(error))
app.run = run"""
    ran = run(workspace, "validate", code=wrapped)
    assert (ran.code, ran.err) == (code, "")


def test_a_signal_is_one_even_where_no_exception_can_pass(workspace):
    # As while a process parts from this one, where Python goes on after an exception.
    swallowed = """
import os, signal
from evalkit.cli import app
def run(words):
    try:
        os.kill(os.getpid(), signal.SIGTERM)
    except BaseException:
        return 0
app.run = run"""
    assert run(workspace, "validate", code=swallowed).code == 143


@pytest.mark.parametrize("loop", ["vendors/payment-gateways/loop.yaml", "criteria"])
def test_a_link_that_leads_to_itself_is_told(evalkit, workspace, loop):
    if (workspace / loop).exists():
        (workspace / loop).rename(workspace / "kept")
    (workspace / loop).symlink_to((workspace / loop).name)
    ran = evalkit("schema", "--write", cwd=workspace)
    assert ran.code == 2
    assert "points to itself; remove it" in ran.err


def test_a_step_summary_that_is_a_pipe_is_not_waited_for(workspace):
    os.mkfifo(workspace / "pipe")
    wrong = {f"vendors/payment-gateways/v{n}.yaml": f"id: v{n}\n" for n in range(11)}
    lay_out(workspace, wrong)
    ran = run(workspace, "validate", GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY="pipe")
    assert ran.code == 1
    assert "cannot write the step summary pipe" in ran.err


def test_too_little_memory_is_no_bug(workspace):
    code = "from evalkit.cli import app\ndef run(words): raise MemoryError\napp.run = run"
    ran = run(workspace, "validate", code=code)
    assert (ran.code, "not enough memory" in ran.err) == (2, True)


def test_no_temporary_name_can_be_foreseen(workspace):
    code = "import os\nmake = os.open\ndef spied(path, *more):\n    if '.evalkit-' in str(path): print(path)\n    return make(path, *more)\nos.open = spied"
    names = [run(workspace, "rule", "EK301", "-o", RESULT, code=code).out.strip() for _ in range(2)]
    assert len(set(names)) == 2
    assert all(re.search(r"/\.evalkit-[0-9a-f]{16}$", name) for name in names)
