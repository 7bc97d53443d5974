"""Where text goes: stdout for the answer, stderr for the talk, files whole or not at all."""

import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from evalkit.errors import EvalkitError

NARROWEST = 40
_ODD = "backslashreplace"
"""How a file name that is no text is written: nothing may be lost because of it."""


def answer(text: str) -> None:
    """Write the answer to stdout."""
    with stdout():
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except UnicodeEncodeError:
            sys.stdout.buffer.write(text.encode(sys.stdout.encoding, errors="replace"))
            sys.stdout.flush()


@contextmanager
def stdout() -> Iterator[None]:
    """Around what writes to stdout: raises EvalkitError where it cannot be written.

    A reader that has seen enough, such as `head`, ends the command in silence.
    """
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still buffered has nowhere to go, and would fail once more at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        reason = (error.strerror or str(error)).lower()
        raise EvalkitError(f"cannot write to stdout: {reason}") from error


def talk(text: str) -> None:
    """Write a remark to stderr."""
    print(text, file=sys.stderr)  # noqa: T201


def is_colourful() -> bool:
    """Colour only on a terminal, and never under NO_COLOR."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def write_files(texts: Mapping[Path, str], last_look: Callable[[], None] | None = None) -> None:
    """Write all files or none: each is complete beside its place before any is moved there.

    `last_look` is called in between; what it raises leaves everything as it was.
    Raises EvalkitError if a folder or file cannot be written.
    """
    ready: dict[Path, str] = {}
    try:
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.is_dir():
                raise EvalkitError(f"cannot write {path}: it is a folder")
            if path.exists() and not path.is_file():
                # A device or a pipe takes the text as it comes; it must not be replaced by a file.
                path.write_text(text, encoding="utf-8", errors=_ODD, newline="\n")
            else:
                # A link stays a link: what it leads to is replaced.
                ready[path.resolve()] = _beside(path.resolve(), text)
        if last_look is not None:
            last_look()
        for path, temporary in list(ready.items()):
            Path(temporary).replace(path)
            del ready[path]
    except OSError as error:
        where = str(error.filename2 or error.filename or "")
        reason = (error.strerror or str(error)).lower()
        raise EvalkitError(f"cannot write {_place(texts, where)}: {reason}") from error
    finally:
        for temporary in ready.values():
            Path(temporary).unlink(missing_ok=True)


def _place(texts: Mapping[Path, str], where: str) -> str:
    """The file or folder that the user knows, not a temporary one."""
    name = Path(where).name
    return where if name and not name.startswith(_PREFIX) else str(next(iter(texts)))


_PREFIX = ".evalkit-"


def _beside(path: Path, text: str) -> str:
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=_PREFIX)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", errors=_ODD, newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(_mode(path))
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return temporary


def _mode(path: Path) -> int:
    """Who may read and write: as before, or as for any new file."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
