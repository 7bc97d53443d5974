"""`evalkit validate --watch`, as a process of its own, with a person who changes files."""

import os
import pty
import queue
import re
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.conftest import VENDOR

EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"
WRONG = VENDOR.replace("[rest]", "[rset]")
GENEROUS = 60
"""Seconds in which something must have happened; reached only when a test fails."""
CLEAN = "0 errors, 0 warnings in 3 files checked"
ONE_ERROR = "1 error, 0 warnings in 3 files checked"
READY = "waiting for changes"


class Watching:
    """A running watch, with all that it has said."""

    def __init__(self, folder, *words, stdout=subprocess.PIPE):
        # Polling where a machine has no notifications left would be as good, but slower.
        self.process = subprocess.Popen(
            [sys.executable, "-m", "evalkit", "validate", "--watch", "--as-of", "2026-11-23", *words],
            cwd=folder, stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.PIPE,
        )  # fmt: skip
        self.said = ""
        self.pieces = queue.Queue()
        self.listen(self.process.stderr.fileno())
        if stdout is subprocess.PIPE:
            self.listen(self.process.stdout.fileno())

    def listen(self, descriptor):
        def forward():
            while True:
                try:
                    piece = os.read(descriptor, 65536)
                except OSError:  # a terminal that was closed
                    piece = b""
                self.pieces.put(piece.decode("utf-8", "replace"))
                if not piece:
                    return

        threading.Thread(target=forward, daemon=True).start()

    def until(self, text, times=1):
        """Wait until something has been said so many times; what was said so far."""
        while self.said.count(text) < times:
            self.said += self.pieces.get(timeout=GENEROUS)
        return self.said

    def end(self):
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=GENEROUS)


@pytest.fixture
def watching(monkeypatch):
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    started = []

    def start(*words, **options):
        started.append(Watching(*words, **options))
        return started[-1]

    yield start
    for each in started:
        each.process.kill()
        each.process.wait()
        for stream in (each.process.stdout, each.process.stderr):
            if stream:
                stream.close()


def test_each_change_gives_one_more_run_until_ctrl_c(watching, write):
    folder = write()
    run = watching(folder)
    run.until(CLEAN)
    run.until(READY)
    (folder / EXAMPLEPAY).write_text(WRONG)
    run.until(ONE_ERROR)
    (folder / EXAMPLEPAY).write_text(VENDOR)
    said = run.until(CLEAN, times=2)
    # Not a terminal: a line with the time stands between two runs.
    lines = re.findall(r"^--- \d\d:\d\d:\d\d (.*)$", said, re.MULTILINE)
    assert set(lines) == {f"{EXAMPLEPAY} changed"}
    assert "\x1b" not in said
    assert run.end() == 130


def test_several_changes_at_once_are_one_run(watching, write):
    folder = write()
    run = watching(folder)
    run.until(READY)
    text = VENDOR.replace("examplepay", "NAME").replace("ExamplePay", "NAME")
    for number in range(20):
        name = f"vendor-{number}"
        (folder / f"vendors/payment-gateways/{name}.yaml").write_text(text.replace("NAME", name))
    said = run.until("in 23 files checked")
    assert said.count("---") <= 3


def test_a_file_that_an_editor_replaces_and_a_folder_that_is_new_are_seen(watching, write):
    folder = write()
    run = watching(folder)
    run.until(READY)
    (folder / "new.tmp").write_text(WRONG)
    (folder / "new.tmp").rename(folder / EXAMPLEPAY)
    run.until(ONE_ERROR)
    (folder / "platforms").mkdir()
    (folder / "platforms/shop.yaml").write_text("id: shp\n")
    run.until("platforms/shop.yaml:1:")
    (folder / "platforms/shop.yaml").write_text("id: 7\n")
    run.until("[EK1", times=2)
    assert run.end() == 130


def test_a_configuration_that_breaks_is_told_and_mended(watching, write):
    folder = write({EXAMPLEPAY: WRONG})
    run = watching(folder)
    run.until(READY)
    (folder / "evalkit.toml").write_text('ignore = ["EK3"')
    run.until("evalkit.toml:1:16: not TOML")
    assert run.process.poll() is None
    (folder / "evalkit.toml").write_text('ignore = ["EK3"]\nbaseline = "b.json"\n')
    run.until("there is no baseline ")
    (folder / "b.json").write_text('{"format": 1, "findings": []}')
    run.until("; 1 more left out by evalkit.toml")
    assert run.end() == 130


def test_a_workspace_that_goes_away_may_come_back(watching, write):
    folder = write()
    run = watching(folder)
    run.until(READY)
    (folder / "vendors").rename(folder / "elsewhere")
    run.until("no folder `vendors`")
    (folder / "elsewhere").rename(folder / "vendors")
    run.until(CLEAN, times=2)
    (folder / EXAMPLEPAY).write_text(WRONG)
    run.until(ONE_ERROR)
    assert run.end() == 130


def test_on_a_terminal_the_screen_is_cleared(watching, write):
    folder = write()
    ours, theirs = pty.openpty()
    run = watching(folder, stdout=theirs)
    os.close(theirs)
    run.listen(ours)
    run.until(READY)
    assert "\x1b[2J" not in run.said
    (folder / EXAMPLEPAY).write_text(WRONG)
    said = run.until("1 error, 0 warnings")
    assert said.count("\x1b[2J") >= 1
    assert "---" not in said
    assert run.end() == 130
    os.close(ours)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["-f", "json"], "--watch goes with text only, not with json"),
        (["--baseline", "b.json", "--write-baseline"], "--watch and --write-baseline do not go"),
        (["--select", "EX301"], "--select: there is no rule 'EX301'"),
        (["nowhere"], "there is no file or folder nowhere"),
        (["--baseline", "loop"], "there is no baseline loop"),
    ],
)
def test_what_cannot_work_ends_at_once(evalkit, write, words, message):
    ran = evalkit("validate", "--watch", *words, cwd=write({"loop": Path("loop")}))
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
