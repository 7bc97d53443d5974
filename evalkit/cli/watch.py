"""`evalkit validate --watch`: once more whenever a file changes, until Ctrl-C."""

import datetime
import functools
import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import typer
from watchfiles import watch
from watchfiles.main import FileChange

from evalkit.cli import INTERRUPTED
from evalkit.cli.configured import NAMES, places
from evalkit.cli.output import answer, is_terminal, talk
from evalkit.diagnostics.visible import visible
from evalkit.errors import EvalkitError
from evalkit.source.paths import FOLDERS
from evalkit.workspace.folder import SUFFIXES

_WAITING = "evalkit: waiting for changes; Ctrl-C ends it"
_CLEAR = "\x1b[2J\x1b[H"
_QUIET_MS = 50
"""How long nothing more may change before the next run: an editor writes in several steps."""
_LONGEST_MS = 1000
_TURN_MS = 100
"""How long one of the two watchers is listened to before the other."""


@dataclass(frozen=True, slots=True)
class _Watched:
    """What is watched; two of these are equal as long as the same folders are still there."""

    folders: frozenset[tuple[str, int]]
    """Those with the files of the workspace, with all that is below them, and what each is."""
    files: frozenset[str]
    """Single files, and the folders of the workspace that may come and go."""


def keep_running(run: Callable[[], object], folder: Path, more: Callable[[], list[Path]]) -> None:
    """Run now, and after each change below the workspace or of its configuration.

    `more` names further files that count. What ends the first run ends everything; what ends a
    later one is told, and the next change is awaited. Ctrl-C ends it with exit code 130.
    """
    try:
        watched = _watched(folder, more())
        changes = _changes(watched)
        run()
        talk(_WAITING)
        while True:
            changed = next(changes)
            # Before the run: whatever changes during it must not pass unseen.
            now = _watched(folder, more())
            if now != watched:
                watched, changes = now, _changes(now)
            _announce(changed, folder)
            _run_again(run)
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None


def _run_again(run: Callable[[], object]) -> None:
    try:
        run()
    except EvalkitError as error:
        talk(f"evalkit: {error}")
    if is_terminal(sys.stdout):
        # Clearing the screen took it away.
        talk(_WAITING)


def _watched(folder: Path, more: list[Path]) -> _Watched:
    own = [folder / name for name in FOLDERS]
    files = [place / name for place in places(folder) for name in NAMES]
    return _Watched(
        frozenset((str(path), number) for path in own for number in _folder_number(path)),
        frozenset(str(path) for path in [*own, *files, *(os.path.realpath(each) for each in more)]),
    )


def _folder_number(path: Path) -> list[int]:
    """What tells a folder from another one of the same name; empty if it is none."""
    try:
        found = path.stat()
    except OSError:
        return []
    return [found.st_ino] if stat.S_ISDIR(found.st_mode) else []


def _changes(watched: _Watched) -> Iterator[set[str]]:
    """The paths that changed, time after time; listening has begun when this returns."""
    below = sorted(path for path, _ in watched.folders)
    beside = sorted({str(Path(file).parent) for file in watched.files})
    listen = functools.partial(
        watch,
        debounce=_LONGEST_MS,
        step=_QUIET_MS,
        rust_timeout=_TURN_MS,
        yield_on_timeout=True,
        ignore_permission_denied=True,
    )
    watchers = [
        listen(*below, watch_filter=lambda _, path: _is_ours(path)),
        # Files are watched by their folder: an editor puts a new one in the place of the old.
        listen(
            *(path for path in beside if Path(path).is_dir()),
            watch_filter=lambda _, path: path in watched.files,
            recursive=False,
        ),
    ]
    try:
        first = {path for watcher in watchers for _, path in next(watcher)}
    except OSError as error:
        raise EvalkitError(f"cannot watch for changes: {error}") from error
    return _turns(watchers, first)


def _turns(watchers: Sequence[Iterator[set[FileChange]]], first: set[str]) -> Iterator[set[str]]:
    if first:
        yield first
    while True:
        changed = {path for watcher in watchers for _, path in next(watcher)}
        if changed:
            yield changed


def _is_ours(path: str) -> bool:
    """Whether a change may matter; a name without suffix may be a folder that was moved."""
    name = Path(path)
    return not name.name.startswith(".") and (name.suffix in SUFFIXES or not name.suffix)


def _announce(changed: set[str], folder: Path) -> None:
    if is_terminal(sys.stdout):
        answer(_CLEAR)
        return
    time = datetime.datetime.now(tz=datetime.UTC).astimezone().strftime("%H:%M:%S")
    one, *others = sorted(os.path.relpath(path, folder) for path in changed)
    what = f"{len(changed):,} files" if others else visible(one)
    answer(f"--- {time} {what} changed\n")
