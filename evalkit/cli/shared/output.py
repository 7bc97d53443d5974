"""Write answers to stdout, remarks to stderr, and files whole or not at all."""

import os
import shutil
import signal
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from evalkit.cli.shared.targets import refuse_linked_target
from evalkit.diagnostics.json_text import in_ascii
from evalkit.diagnostics.log_commands import Syntax, disarmed
from evalkit.diagnostics.visible import visible_page
from evalkit.diagnostics.writable import is_unicode, writable
from evalkit.errors import EvalkitError

PIPED_WIDTH = 80
NARROWEST = 40
"""What is narrower counts as this."""
ENDING = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)
"""The signals by which a user, a CI host or a closed terminal ends a command."""
_ODD = "backslashreplace"
"""How file names that are not valid text are written, so that no output fails on them."""
_PREFIX = ".evalkit-"


_PAGES = frozenset({"markdown", "html"})
_OF_FILES = _PAGES | {"csv"}
"""Syntaxes that other programs read as UTF-8."""


def answer(text: str | bytes, syntax: Syntax = "text", *, as_file: bool = False) -> None:
    """Write the answer to stdout, with anything that a CI host would obey made harmless.

    Bytes stay as they are. With `as_file`, and in formats that programs read, a pipe gets UTF-8
    whatever the encoding of stdout is. A reader that closes the pipe early, such as `head`, ends
    the command silently.
    Raises EvalkitError if stdout cannot be written.
    """
    if sys.stdout is None:
        raise EvalkitError("cannot write to stdout: it is closed")
    # A workspace's own template may print anything; all other text was made safe before.
    page = visible_page(text) if isinstance(text, str) and syntax in _PAGES else text
    shown = disarmed(page, syntax) if isinstance(page, str) else page
    try:
        _put(shown, syntax, as_file=as_file or syntax in _OF_FILES)
        sys.stdout.flush()
    except OSError as error:
        # Buffered text has nowhere to go, and would fail again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise SystemExit(0) from None
        raise EvalkitError(f"cannot write to stdout: {_reason(error)}") from error


def _put(text: str | bytes, syntax: Syntax, *, as_file: bool) -> None:
    if isinstance(text, bytes):
        sys.stdout.flush()
        sys.stdout.buffer.write(text)
        return
    encoding = encoding_of(sys.stdout)
    if not is_unicode(encoding):
        if as_file and not is_terminal(sys.stdout):
            # Its readers know no other encoding, and signs that were replaced would be lost.
            sys.stdout.flush()
            sys.stdout.buffer.write(text.encode("utf-8", errors="replace"))
            return
        text = in_ascii(text) if syntax == "json" else text
    sys.stdout.write(writable(text, encoding))


def encoding_of(stream: TextIO | None) -> str:
    """The encoding of a stream; UTF-8 if it has none."""
    return getattr(stream, "encoding", None) or "utf-8"


def talk(text: str, end: str = "\n") -> None:
    """Write a remark to stderr, harmless to CI hosts; a failure to write it is ignored."""
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(writable(disarmed(text), encoding_of(sys.stderr)) + end)
            sys.stderr.flush()


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal; a closed one is not."""
    return stream is not None and stream.isatty()


def is_colourful() -> bool:
    """Whether to use colour: only on a terminal, and never under NO_COLOR."""
    return is_terminal(sys.stdout) and not is_plain() and not os.environ.get("NO_COLOR")


def width() -> int:
    """The width of the terminal, or what COLUMNS says; 80 where neither says anything."""
    return max(shutil.get_terminal_size((PIPED_WIDTH, 24)).columns, NARROWEST)


def is_plain() -> bool:
    """Whether what is shown is read aloud, or by a program that knows no escapes."""
    return os.environ.get("TERM") in {"dumb", "unknown"} or bool(os.environ.get("EVALKIT_PLAIN"))


_last: list[str] = []
"""Remarks that are written after the answer."""


def talk_last(text: str) -> None:
    """Write a remark to stderr once the command has ended, below its answer."""
    _last.append(text)


def say_last() -> None:
    """Write the remarks that were kept for the end."""
    while _last:
        talk(dim(_last.pop(0)))


def dim(text: str) -> str:
    """A remark in faint letters, where stderr is a terminal that has them."""
    plain = os.environ.get("NO_COLOR") or is_plain()
    return text if plain or not is_terminal(sys.stderr) else f"\x1b[2m{text}\x1b[0m"


def deliver(text: str, syntax: Syntax, output: Path | None) -> None:
    """Write the answer to a file, or to stdout if there is none."""
    if output is None:
        answer(text, syntax)
    else:
        write_files({output: text})


def write_files(
    texts: Mapping[Path, str | bytes], last_look: Callable[[], None] | None = None
) -> None:
    """Write all files or none: each is complete next to its target before any is moved there.

    `last_look` is called in between; if it raises, no file has changed.
    Raises EvalkitError if a folder or file cannot be written, or is a link that someone else
    may have made.
    """
    ready: dict[Path, Path] = {}
    try:
        for path, text in texts.items():
            _prepare(path, text, ready)
        if last_look is not None:
            last_look()
        with _undisturbed():
            for path, temporary in list(ready.items()):
                temporary.replace(path)
                del ready[path]
    except OSError as error:
        where = str(error.filename2 or error.filename or "")
        raise EvalkitError(f"cannot write {_place(texts, where)}: {_reason(error)}") from error
    finally:
        with _undisturbed():
            for temporary in ready.values():
                temporary.unlink(missing_ok=True)


@contextmanager
def drafts(paths: Iterable[Path]) -> Iterator[dict[Path, Path]]:
    """Files to write in place of others: all take their places if the block ends, else none does.

    Raises EvalkitError if a path is a folder, a device, or a link that someone else may have made.
    """
    ready: dict[Path, Path] = {}
    try:
        for path in paths:
            refuse_linked_target(path)
            if path.is_dir() or (path.exists() and not path.is_file()):
                raise EvalkitError(f"cannot write {path}: it is no regular file")
            path.parent.mkdir(parents=True, exist_ok=True)
            ready[path] = path.parent / f"{_PREFIX}{os.urandom(8).hex()}"
        yield dict(ready)
        with _undisturbed():
            for path, temporary in list(ready.items()):
                if temporary.exists():
                    temporary.chmod(_mode(path))
                    temporary.replace(path)
                del ready[path]
    finally:
        with _undisturbed():
            for temporary in ready.values():
                temporary.unlink(missing_ok=True)


def _prepare(path: Path, text: str | bytes, ready: dict[Path, Path]) -> None:
    """Write a text next to its target and note where; a device or pipe takes it at once."""
    if str(path) in _STREAMS:
        _STREAMS[str(path)](visible_page(text) if isinstance(text, str) else text)
        return
    refuse_linked_target(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        raise EvalkitError(f"cannot write {path}: it is a folder")
    if path.exists() and not path.is_file():
        _into_device(path, text)
        return
    target = path.resolve()
    # Noted before it is created: a signal may arrive in between.
    ready[target] = target.parent / f"{_PREFIX}{os.urandom(8).hex()}"
    _write_new(ready[target], text, _mode(target))


_STREAMS: Mapping[str, Callable[[str | bytes], None]] = {
    **dict.fromkeys(
        ("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"), lambda text: answer(text, as_file=True)
    ),
    **dict.fromkeys(
        ("/dev/stderr", "/dev/fd/2", "/proc/self/fd/2"),
        lambda text: talk(text if isinstance(text, str) else "not text", ""),
    ),
}
"""Names of descriptors that are already open; they are links on every system that has them."""


def _into_device(path: Path, text: str | bytes) -> None:
    """Write to a device or a pipe, which no file must replace."""
    # Non-blocking: opening a pipe would wait for a reader.
    descriptor = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    os.set_blocking(descriptor, True)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(_encoded(text))


def _encoded(text: str | bytes) -> bytes:
    return text.encode("utf-8", errors=_ODD) if isinstance(text, str) else text


def _write_new(path: Path, text: str | bytes, mode: int) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(_encoded(text))
        stream.flush()
        os.fsync(stream.fileno())
    path.chmod(mode)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold signals back while files are moved or removed."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _place(texts: Iterable[Path], where: str) -> str:
    """The file or folder that the user named, not a temporary one."""
    name = Path(where).name
    return where if name and not name.startswith(_PREFIX) else str(next(iter(texts)))


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _mode(path: Path) -> int:
    """The permissions of an existing file, or those of any new one."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
