"""A progress bar for long work: only on a terminal, on stderr, and removed at the end."""

import os
import pty
import select
import subprocess
import sys

import pytest

from tests.conftest import vendor

SCRIPT = """
import time
from evalkit.cli.shared.progress import bar
with bar("checking") as tell:
    for done in range(1, 9):
        time.sleep(0.1)
        tell(done, 8)
print("answer")
"""


def run_on_a_terminal(script, **more):
    """The output on a terminal connected to stderr only, and the output on stdout."""
    screen, end = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=end, env={**os.environ, "TERM": "xterm", **more}
    )  # fmt: skip
    os.close(end)
    shown = b""
    while process.poll() is None or select.select([screen], [], [], 0)[0]:
        try:
            if select.select([screen], [], [], 0.1)[0]:
                shown += os.read(screen, 65536)
        except OSError:  # the terminal is closed
            break
    os.close(screen)
    said = process.stdout.read()
    process.stdout.close()
    return process.wait(), shown.decode(), said


def test_long_work_is_shown_on_a_terminal():
    code, shown, said = run_on_a_terminal(SCRIPT)
    assert (code, said) == (0, b"answer\n")
    assert "checking" in shown


def test_a_terminal_of_no_width_shows_it_as_well():
    assert "checking" in run_on_a_terminal(SCRIPT, COLUMNS="0")[1]


@pytest.mark.parametrize("plain", [{"TERM": "dumb"}, {"EVALKIT_PLAIN": "1"}])
def test_where_pages_are_read_aloud_it_is_not(plain):
    assert run_on_a_terminal(SCRIPT, **plain) == (0, "", b"answer\n")


def test_short_work_is_not():
    assert run_on_a_terminal(SCRIPT.replace("0.1", "0.0")) == (0, "", b"answer\n")


def test_off_a_terminal_nothing_is_shown():
    # Not even where a CI host wants colours.
    more = {"env": {**os.environ, "FORCE_COLOR": "1"}}
    ran = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, check=True, **more)
    assert (ran.stdout, ran.stderr) == (b"answer\n", b"")


@pytest.mark.parametrize("words", [("score", "-f", "csv"), ("report", "-o", "out")])
def test_reading_many_vendors_is_shown(write, words):
    folder = write({f"vendors/payment-gateways/v{n}.yaml": vendor(f"v{n}") for n in range(30)})
    slow = (
        "import os, time\nread = os.read\n"
        "os.read = lambda *given: (time.sleep(0.02), read(*given))[1]\n"
        f"import os, sys; os.chdir({str(folder)!r}); sys.argv = ['evalkit', *{words!r}]\n"
        "from evalkit.cli import main\nmain()"
    )
    _, shown, _ = run_on_a_terminal(slow)
    assert "reading" in shown
