"""Follow a page: write its files, run its commands, and compare their output.

A block of YAML, TOML or Jinja whose first line is a comment with a path becomes that file;
`(continued)` after the path adds to it. In a `console` block each line that begins with `$ ` is run
as a reader would, in one folder from the top of the page to its end. A line `…` in the output
stands for lines that are left out.
"""

import io
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path

from evalkit.cli import main
from evalkit.cli.shared.output import ENDING
from tests.conftest import ROOT
from tests.docs.pages import blocks_of

FILES = ("yaml", "toml", "jinja")
LEFT_OUT = "…"
PATH = re.compile(r"(?:# |\{# )([\w./-]+\.\w+)( \(continued\))?(?:| #\})")
_SHELL = re.compile(r"[|&;<>$`*]")
# It counts what has become stale by now: another number each day.
_OF_TODAY = re.compile(r"^evalkit: \d+ entr(y|ies) used here .*\n", re.MULTILINE)


def clone(folder: Path) -> Path:
    """Put the files of a workspace into a folder, as a clone of the repository has them."""
    for name in ("criteria", "platforms", "vendors", "plans", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def played(text: str, folder: Path) -> str:
    """A page with the actual output of its commands, after running them in a folder."""
    pieces, done = [], 0
    with _as_a_reader(folder):
        for block in blocks_of(text):
            pieces += [text[done : block.start], _played(block.language, block.text)]
            done = block.end
    return "".join([*pieces, text[done:]])


def _played(language: str, text: str) -> str:
    if language == "console":
        return "".join(_console(text))
    path = PATH.fullmatch(text.partition("\n")[0])
    if language in FILES and path:
        _write(Path(path[1]), text, add=bool(path[2]))
    return text


def _write(file: Path, text: str, *, add: bool) -> None:
    assert not file.is_absolute()
    assert file.exists() or not add
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a" if add else "w", encoding="utf-8") as stream:
        stream.write(text)


def _console(text: str) -> Iterator[str]:
    assert text.startswith("$ ")
    for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", text, re.MULTILINE):
        yield f"$ {command}\n{_as_shown(_run(command), shown)}"


def _as_shown(printed: str, shown: str) -> str:
    """The output of a command, without the lines that a page leaves out."""
    lines = [line.rstrip() for line in printed.rstrip().splitlines()]
    wanted = shown.splitlines()
    if LEFT_OUT in wanted:
        first = wanted.index(LEFT_OUT)
        last = len(wanted) - first - 1
        assert first + last, "nothing is shown of what a command prints"
        if first + last < len(lines):
            lines = [*lines[:first], LEFT_OUT, *lines[len(lines) - last :]]
    # A block may hold an empty line between two commands.
    gap = [""] if wanted[-1:] == [""] else []
    return "".join(f"{line}\n" for line in [*lines, *gap])


def _run(command: str) -> str:
    words = shlex.split(command)
    if words[0] == "cd" and len(words) == 2:
        os.chdir(words[1])
        return ""
    if words[0] == "evalkit" and not _SHELL.search(command):
        return _OF_TODAY.sub("", printed(command))
    ran = subprocess.run(
        ["bash", "-c", command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    return _OF_TODAY.sub("", ran.stdout.decode())


def printed(command: str) -> str:
    """The output of an evalkit command, run in this process to save time."""
    before = sys.argv, {each: signal.getsignal(each) for each in ENDING}
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    try:
        sys.argv = shlex.split(command)
        with redirect_stdout(stream), redirect_stderr(stream):
            main()
    except SystemExit:
        pass
    finally:
        sys.argv = before[0]
        for each, handler in before[1].items():
            signal.signal(each, handler)
    stream.flush()
    return stream.buffer.getvalue().decode()


@contextmanager
def _as_a_reader(folder: Path) -> Iterator[None]:
    """Change to a folder, at a terminal of 80 columns with evalkit on the path."""
    here, environment = Path.cwd(), dict(os.environ)
    os.environ |= {"COLUMNS": "80", "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"):
        os.environ.pop(name, None)
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(here)
        os.environ.clear()
        os.environ.update(environment)
