"""Every command: its help, its messages and its exit codes."""

import html
import json
import os
import re
import shlex
import shutil
import subprocess
import sys

import pytest

from tests.cli.made import DAY, EXAMPLEPAY, imported, tree
from tests.conftest import LONG, PLAN, ROOT, VENDOR
from tests.golden.cases import WORKSPACE


@pytest.mark.parametrize(
    ("files", "words", "code", "message"),
    [
        ({EXAMPLEPAY: None, "vendors/note.txt": "-"}, ["score"], 2, "no vendor files in"),
        ({}, ["score", "nowhere"], 2, "there is no plan 'nowhere'"),
        ({}, ["score", "plans/nowhere.yaml"], 2, "there is no file plans/nowhere.yaml"),
        ({}, ["score", EXAMPLEPAY], 2, "is not in the folder `plans`"),
        ({}, ["score", "storefront-payments", "--as-of", "yesterday"], 2, "'yesterday' is not a date"),
        ({}, ["score", "--format", "xml"], 2, "xml"),
        ({}, ["report", "gone.json"], 2, "cannot read gone.json: no such file or directory"),
        ({"bad.json": "{"}, ["report", "bad.json"], 2, "bad.json: this is not JSON"),
        ({"bad.json": b"\xff"}, ["report", "bad.json"], 2, "cannot read bad.json:1:1: byte 1 is not UTF-8"),
        ({"bad.json": "[]"}, ["report", "bad.json"], 2, "holds several evaluations"),
        ({"bad.json": "{}"}, ["report", "bad.json"], 2, "is not an evaluation"),
        ({"bad.json": '{"format": 9, "verdict": {}}'}, ["report", "bad.json"], 2, "saved by another evalkit (format 9, not 2)"),
        ({"bad.json": '{"format": 2, "verdict": {}}'}, ["report", "bad.json"], 2, "was changed by hand"),
        ({}, ["validate", "gone"], 2, "there is no file or folder gone"),
        ({"notes/x.txt": "-"}, ["validate", "notes"], 2, "nothing to check in notes"),
        ({}, ["rule", "EK999"], 2, "there is no rule 'EK999'"),
        ({}, ["schema", "vendors"], 2, "vendors"),
        ({}, ["schema"], 2, "name a kind of file to print: vendor, criteria, plan, platform, from, scenario; or use --write"),
        ({}, ["schema", "plan", "--no-modeline"], 2, "--workspace and --no-modeline require --write"),
        ({}, ["schema", "--write", "-w", ".."], 2, "no folder `vendors`"),
        ({}, ["init"], 2, "nothing was written, because these already exist:"),
        ({}, ["score", "storefront-payments", "--report", "plans/storefront-payments.yaml"], 2, "cannot write"),
        ({}, ["score", "storefront-payments", "-o", "plans"], 2, "cannot write plans: it is a folder"),
        ({"plans/storefront-payments.yaml": PLAN + "vendors: [exampelpay]\n"}, ["score", "storefront-payments"], 1, "did you mean `examplepay`?"),
        ({EXAMPLEPAY: VENDOR.replace("category: payment", "category: paymant")}, ["score"], 1, "did you mean `payment-gateways`?"),
        ({EXAMPLEPAY: ""}, ["score", "storefront-payments"], 1, "this file is empty"),
        ({EXAMPLEPAY: b"\xff"}, ["score"], 1, "byte 1 is not UTF-8"),
        ({EXAMPLEPAY: "- a\n"}, ["validate"], 1, "this takes a mapping, not a list"),
        ({"plans/storefront-payments.yaml": "["}, ["score", "storefront-payments"], 1, "so the plan cannot be used"),
    ],
)  # fmt: skip
def test_bad_input_gets_one_clear_message_and_the_right_exit_code(
    evalkit, write, files, words, code, message
):
    folder = write(files)
    before = tree(folder)
    ran = evalkit(*words, cwd=folder)
    assert ran.code == code
    assert message in ran.out + ran.err
    assert "Traceback" not in ran.out + ran.err
    assert tree(folder) == before


def test_an_interrupt_ends_with_130_and_writes_nothing(evalkit, write, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("evalkit.checking.load", interrupted)
    monkeypatch.setattr("evalkit.cli.shared.loading.load", interrupted)
    folder = write()
    assert evalkit("score", "storefront-payments", "--report", "out", cwd=folder).code == 130
    assert not (folder / "out").exists()


def test_a_bug_of_ours_is_one_line_and_exit_3(evalkit, write, monkeypatch):
    def broken(*_, **__):
        raise RuntimeError("boom")

    monkeypatch.setattr("evalkit.checking.check.check", broken)
    ran = evalkit("validate", cwd=write())
    assert (ran.code, "RuntimeError: boom" in ran.err, "Traceback" in ran.err) == (3, True, False)
    shown = evalkit("validate", "--traceback")
    assert (shown.code, "Traceback" in shown.err) == (3, True)


def test_the_version_names_the_yaml_parser(evalkit):
    assert "(YAML parser: C)" in evalkit("--version").out


@pytest.mark.parametrize(
    "words",
    [["validate"], ["schema", "plan"], ["schema", "--write"], ["rule", "EK301"], ["--help"]],
)
def test_light_commands_never_import_the_heavy_libraries(words, write):
    assert imported(("pandas", "numpy", "jinja2"), words, write())[0] == []


@pytest.mark.parametrize("style", ["table", "csv"])
def test_a_plan_is_scored_without_the_heavy_libraries(style, write):
    words = ("score", "storefront-payments", "-f", style)
    found, said = imported(("numpy", "pandas", "highspy", "jinja2"), words, write())
    assert found == ["numpy"]
    assert "ExamplePay" in said


def test_a_plug_in_of_pydantic_that_is_installed_is_not_run(write, tmp_path_factory):
    """It could change what is said, and looking for one takes a tenth of the start."""
    place = tmp_path_factory.mktemp("installed")
    (place / "spy.py").write_text('import sys; sys.exit("the plug-in was run")')
    info = place / "spy-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: spy\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[pydantic]\nspy = spy:plugin\n")
    ran = subprocess.run(
        [sys.executable, "-m", "evalkit", "validate", "--no-cache"],
        cwd=write(), capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(place)])},
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "0 errors" in ran.stdout


def test_nothing_is_searched_for_garbage_when_a_command_ends():
    """It takes a fifth of the time of `score`."""
    script = (
        "import atexit, gc, sys\n"
        "atexit.register(lambda: print(len(gc.get_objects()) < 1000, file=sys.stderr))\n"
        "from evalkit.cli import main; main()"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, "rule", "EK301"],
        capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    assert ran.stderr == "True\n"


def test_the_module_runs_as_the_command():
    ran = subprocess.run(
        [sys.executable, "-m", "evalkit", "rule", "EK301"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert ran.stdout.startswith("EK301")


EVERY = (
    "score everything", "score everything -f csv", "score everything -f json", "score everything -f markdown", "score everything -f facts-csv",
    "score", "explain everything birch --sources", "explain everything birch --versus alder -f json",
    "robustness everything", "robustness everything -f json", "weigh everything", "weigh everything -f json",
    "cost everything", "cost everything --vendor alder", "cost everything -f csv", "cost everything -f json",
    "fit everything", "fit everything -f json", "report everything", "report everything -f markdown",
    "spec everything alder", "spec everything alder -f html", "validate", "validate -f junit", "validate -f sarif",
    "rule EK301", "rule --all -f markdown", "rule --all -f json", "schema plan", "--help", "score --help",
)  # fmt: skip
PRINTED = ("score everything", "explain everything birch", "robustness everything", "weigh everything", "cost everything", "fit everything", "validate", "rule", "--help")  # fmt: skip
SOME = [*PRINTED[::3], *(pytest.param(line, marks=pytest.mark.long) for line in PRINTED if line not in PRINTED[::3])]  # fmt: skip
FOR_PROGRAMS = {"csv", "facts-csv", "markdown", "html", "junit"}


@pytest.fixture(scope="module")
def foreign(tmp_path_factory):
    """A workspace whose names no small encoding can write, and all that a plan can have."""
    folder = shutil.copytree(WORKSPACE, tmp_path_factory.mktemp("foreign") / "w")
    for file, now, then in (
        ("vendors/payments/birch.yaml", "name: Birch & Sons", "name: 株式会社"),
        ("vendors/payments/alder.yaml", "name: Alder Pay", "name: Łódź Páy"),
        ("plans/everything.yaml", "title: ", "title: € "),
    ):
        text = (folder / file).read_text("utf-8")
        assert now in text
        (folder / file).write_text(text.replace(now, then), "utf-8")
    return folder


@pytest.mark.parametrize("line", [*EVERY[::4], *(pytest.param(line, marks=pytest.mark.long) for line in EVERY if line not in EVERY[::4])])  # fmt: skip
def test_every_command_and_format_is_written_in_any_encoding(bytes_of, foreign, monkeypatch, line):
    """JSON is ASCII, other formats for programs are UTF-8, and tables keep their width."""
    monkeypatch.setenv("COLUMNS", "80")
    words = line.split()
    # Findings are for people as well.
    usual = {"report": "html", "spec": "markdown"}.get(words[0], "table")
    style = words[words.index("-f") + 1] if "-f" in words else usual
    whole = bytes_of(*words, cwd=foreign)
    # Each line meets one of them in every run, and both in the long one.
    encodings = ("ascii", "cp1252")
    for encoding in encodings if LONG else encodings[EVERY.index(line) % 2 :][:1]:
        shown = bytes_of(*words, encoding=encoding, cwd=foreign)
        if style in FOR_PROGRAMS:
            assert shown == whole
        elif style in {"json", "sarif"}:
            assert shown.isascii()
            assert json.loads(shown) == json.loads(whole)
        else:
            assert "?" * 2 not in shown.decode(encoding)
            assert shown.decode(encoding).count("?") == whole.decode().count("?")


@pytest.mark.parametrize("line", ["score everything", "cost everything", "robustness everything", "weigh everything"])  # fmt: skip
def test_tables_are_laid_out_after_signs_are_replaced(bytes_of, foreign, monkeypatch, line):
    monkeypatch.setenv("COLUMNS", "80")
    shown = bytes_of(*line.split(), encoding="ascii", cwd=foreign).decode("ascii")
    assert max(map(len, shown.splitlines())) <= 80
    assert "Lodz Pay" in shown
    # A name that cannot be written at all is shown as an id.
    assert "birch" in shown
    assert "\\u" not in shown


def test_remarks_are_written_in_any_encoding(write):
    ran = subprocess.run(
        [sys.executable, "-m", "evalkit", "score", "Łódź株"],
        cwd=write(), capture_output=True, check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii:strict", "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert b"evalkit: there is no plan 'Lodz\\u682a'" in ran.stderr


@pytest.mark.parametrize(
    "columns", ["0", *(pytest.param(each, marks=pytest.mark.long) for each in ("1", "wide"))]
)
@pytest.mark.parametrize("line", SOME)
def test_no_width_leaves_nothing_to_read(bytes_of, foreign, monkeypatch, columns, line):
    """Narrower than 40 counts as 40; 0 and what is no number as 80."""
    monkeypatch.setenv("COLUMNS", "40" if columns == "1" else "80")
    usual = bytes_of(*line.split(), cwd=foreign)
    monkeypatch.setenv("COLUMNS", columns)
    assert usual
    assert bytes_of(*line.split(), cwd=foreign) == usual


@pytest.mark.parametrize(("name", "value"), [("TERM", "dumb"), *(pytest.param(*each, marks=pytest.mark.long) for each in (("TERM", "unknown"), ("EVALKIT_PLAIN", "1"), ("NO_COLOR", "1")))])  # fmt: skip
def test_no_command_writes_escapes_where_none_are_known(
    bytes_of, foreign, monkeypatch, name, value
):
    monkeypatch.setenv("TERM", "xterm-256color")
    shown = bytes_of("validate", is_terminal=True, cwd=foreign)
    assert b"\x1b" in shown
    monkeypatch.setenv(name, value)
    for line in PRINTED:
        shown = bytes_of(*line.split(), is_terminal=True, cwd=foreign)
        assert b"\x1b" not in shown, line


def test_short_options_for_help_and_version(evalkit):
    assert evalkit("-h").out == evalkit("--help").out
    assert evalkit("cost", "-h").out == evalkit("cost", "--help").out
    assert evalkit("-V").out == evalkit("--version").out


FILES = (
    ("score everything", "r.json", "{"), ("score everything", "r.csv", "plan,rank"), ("score everything -f facts-csv", "r.csv", "vendor,plan,id"), ("score everything", "r.MD", "# "),
    ("score everything", "r.txt", "Alder Pay is"), ("explain everything birch", "r.json", "{"), ("explain everything birch", "r.txt", "Birch"),
    ("robustness everything", "r.json", "{"), ("robustness everything", "r", ""), ("weigh everything", "r.json", "{"),
    ("cost everything", "r.json", "{"), ("cost everything", "r.csv", "plan,vendor"), ("fit everything", "r.json", "{"),
    ("fit everything", "r.txt", ""), ("report everything", "r.md", "# "), ("report everything", "r.html", "<!doctype html>"),
    ("spec everything alder", "r.HTM", "<!doctype html>"), ("rule EK301", "r.md", "# <a id"), ("rule", "r.json", "{"),
    ("schema plan", "r.json", "{"), ("validate", "r.json", "{"), ("validate", "r.sarif", "{"), ("validate", "r.xml", "<?xml"),
    ("validate -f gitlab", "r.json", "["), ("validate -f text -f", "json=r.json", "{"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("line", "file", "begins"),
    [*FILES[::3], *(pytest.param(*each, marks=pytest.mark.long) for each in FILES if each not in FILES[::3])],
)  # fmt: skip
def test_the_suffix_of_a_file_chooses_the_format_everywhere(
    evalkit, tmp_path, line, file, begins, monkeypatch
):
    monkeypatch.setenv("COLUMNS", "120")
    where = () if line.startswith(("rule", "schema")) else ("-w", WORKSPACE)
    if line.startswith("validate"):
        shutil.copytree(WORKSPACE, tmp_path, dirs_exist_ok=True)
        where = ()
    words = (*line.split(), *(() if "=" in file else ("-o",)), file)
    ran = evalkit(*words, *where, cwd=tmp_path)
    assert ran.code == 0, ran.err
    written = (tmp_path / file.rpartition("=")[2]).read_text("utf-8").lstrip()
    assert written.startswith(begins)
    assert "\x1b" not in written


@pytest.mark.parametrize(
    "line", [
        "score -f csv -o r.json", "score -o r.html", "score -f xlsx -o r.csv", "score -f facts-csv -o r.xlsx", "explain everything birch -o r.csv",
        "robustness everything -f json -o r.md", "weigh everything -o r.csv", "cost everything -o r.md",
        "fit everything -f table -o r.json", "report everything -f html -o r.md", "report everything -o r.xlsx",
        "report everything -f pdf -o r.html", "report everything -o r.json", "report -o r.html", "spec everything alder -o r.pdf",
        "spec everything alder -f markdown -o r.html", "spec everything alder -o r.json", "rule -o r.csv",
        "schema plan -o r.md", "validate -f junit -o r.json", "validate -o r.html", "validate -f sarif=r.xml",
        "validate -f text -f json -o r.json", "weigh everything --ask it -o r.json", "schema --write -o r.json",
    ],
)  # fmt: skip
def test_a_contradiction_is_refused_before_anything_is_written(evalkit, tmp_path, line):
    shutil.copytree(WORKSPACE, tmp_path, dirs_exist_ok=True)
    before = tree(tmp_path)
    ran = evalkit(*line.split(), cwd=tmp_path)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert tree(tmp_path) == before


JUDGE_DATES = ("score everything", "explain everything birch", "robustness everything", "weigh everything", "cost everything", "fit everything", "report everything", "spec everything alder", "validate", "score")  # fmt: skip


@pytest.fixture(scope="module")
def undated(tmp_path_factory):
    """A workspace whose plan sets no day, and an evaluation that was saved."""
    folder = shutil.copytree(WORKSPACE, tmp_path_factory.mktemp("undated") / "w")
    plan = folder / "plans/everything.yaml"
    plan.write_text(plan.read_text("utf-8").replace("as_of: 2026-11-29\n", ""), "utf-8")
    return folder


@pytest.mark.parametrize("line", [*JUDGE_DATES[::4], *(pytest.param(each, marks=pytest.mark.long) for each in JUDGE_DATES if each not in JUDGE_DATES[::4])])  # fmt: skip
def test_every_command_that_judges_dates_takes_the_day(evalkit, undated, line):
    """All that was checked by 2026 is older than a year in 2036."""
    now, later = (
        evalkit(*line.split(), "--as-of", day, cwd=undated) for day in ("2026-11-29", "2036-01-01")
    )
    assert (now.code, later.code) == (0, 0), now.err
    assert (now.out, now.err) != (later.out, later.err)
    wrong = evalkit(*line.split(), "--as-of", "tomorrow")
    assert (wrong.code, "'tomorrow' is not a date" in wrong.err) == (2, True)


@pytest.mark.parametrize("line", ["explain {} birch", "cost {}", "fit {}", "report {}", "spec {} alder"])  # fmt: skip
def test_a_saved_evaluation_keeps_its_day(evalkit, undated, line):
    evalkit("score", "everything", "-o", "e.JSON", cwd=undated)
    assert evalkit(*line.format("e.JSON").split()).code == 0
    ran = evalkit(*line.format("e.JSON").split(), *DAY)
    said = "evalkit: --as-of needs a plan; e.JSON keeps the date it was saved with\n"
    assert (ran.code, ran.out, ran.err) == (2, "", said)


@pytest.mark.parametrize("line", ["score", "cost", "cost --vendor alder", "weigh"])
@pytest.mark.parametrize("by_path", [False, pytest.param(True, marks=pytest.mark.long)])
def test_what_a_command_proposes_can_be_pasted_where_it_was_run(evalkit, tmp_path, line, by_path):
    shutil.copytree(WORKSPACE, tmp_path / "a b")
    named = ("a b/plans/everything.yaml",) if by_path else ("everything", "-w", "a b")
    command, *more = line.split()
    out = " ".join(evalkit(command, *named, *more, cwd=tmp_path).out.split())
    proposed = re.search(r"More: evalkit (.*?)(?:, |; |$)", out)[1]
    # An interview has questions of its own.
    ran = evalkit(*shlex.split(proposed.replace("--ask audit", "")))
    assert (ran.code, "Alder" in ran.out) == (0, True), proposed


TWINS = {
    "vendors/payments/cedar.yaml": ("name: Cedar", "name: alder  Pay"),
    "vendors/payments/dogwood.yaml": ("name: Dogwood", "name: Alder Pay"),
}


OF_VENDORS = [line for line in EVERY if " " in line and not re.search("^(validate|rule|schema|.*--help)", line)]  # fmt: skip


# What programs read names vendors by their ids as well.
@pytest.mark.parametrize("line", [pytest.param(line, marks=pytest.mark.long) if re.search("json|csv", line) else line for line in OF_VENDORS])  # fmt: skip
def test_vendors_of_one_name_are_told_apart_everywhere(evalkit, twins, monkeypatch, line):
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("EVALKIT_PLAIN", "1")
    ran = evalkit(
        *line.replace("birch --versus alder", "dogwood --versus alder").split(), cwd=twins
    )
    assert ran.code == 0, ran.err
    out = html.unescape(ran.out.replace("#40;", "(").replace("#41;", ")"))
    # A label in a picture has its id on a second line, and a narrow column is cut.
    assert re.findall(r"Alder Pay(?! \((?:ald|dog)|</text>| …).{0,40}", out) == []
    assert "Alder Pay (alder)" in out or "birch" in line or line == "weigh everything -f json"


@pytest.fixture(scope="module")
def twins(tmp_path_factory):
    """A workspace with three vendors whose names look the same."""
    folder = shutil.copytree(WORKSPACE, tmp_path_factory.mktemp("twins") / "w")
    for file, (now, then) in TWINS.items():
        text = (folder / file).read_text("utf-8")
        assert now in text
        (folder / file).write_text(text.replace(now, then), "utf-8")
    return folder


@pytest.mark.parametrize("words", [["validate"], ["score"], ["score", "p"], ["init", "x"]])
def test_a_current_folder_that_was_removed_is_told(evalkit, tmp_path, monkeypatch, words):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    ran = evalkit(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "evalkit: the current folder is gone; change to one that exists\n"
