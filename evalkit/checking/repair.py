"""A workspace → the texts of its files, with all findings repaired that have one right answer."""

import datetime
import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from evalkit.checking.load import load
from evalkit.diagnostics.record import Diagnostic
from evalkit.editing.fix import fixed
from evalkit.source.document import Document, parse
from evalkit.source.links import links_of
from evalkit.source.paths import kind_of
from evalkit.workspace.workspace import Workspace

MAX_PASSES = 40
"""A repair can reveal further findings one level deeper; a file has at most this many levels."""


@dataclass(frozen=True)
class Repairs:
    """The repairs that were made, and the workspace afterwards."""

    texts: Mapping[str, str]
    """The new texts of the files that change, by path."""
    done: tuple[Diagnostic, ...]
    """The findings that were repaired, at their places before the repair."""
    workspace: Workspace
    """The workspace with the new texts."""


def repaired(
    workspace: Workspace,
    paths: Collection[str],
    as_of: datetime.date,
    wanted: Callable[[Diagnostic], bool] = lambda _: True,
) -> Repairs:
    """Repair some files of a workspace until nothing is left to repair; nothing is written.

    Only findings that are `wanted` are repaired, and only in the workspace's own files.
    """
    own = own_files(workspace, paths)
    changed: dict[str, Document] = {}
    done: list[Diagnostic] = []
    for _ in range(MAX_PASSES):
        now = dict(_pass(workspace, own, filter(wanted, workspace.diagnostics), done))
        if not now:
            break
        changed |= now
        # Files that do not change are not read and parsed again in each pass.
        workspace = load(workspace.folder, as_of, {**workspace.documents, **changed})
    return Repairs({path: each.text for path, each in changed.items()}, tuple(done), workspace)


def _pass(
    workspace: Workspace,
    own: Collection[str],
    diagnostics: Iterable[Diagnostic],
    done: list[Diagnostic],
) -> Iterable[tuple[str, Document]]:
    """The files that change in one pass; repaired findings are added to `done`."""
    by_path: dict[str, list[Diagnostic]] = {}
    documents = workspace.documents.values()
    taken = {links_of(each.data).id for each in documents if each.kind == "vendor"}
    for diagnostic in diagnostics:
        if diagnostic.fix and diagnostic.path in own and not _clashes(taken, diagnostic):
            by_path.setdefault(diagnostic.path, []).append(diagnostic)
    for path, found in by_path.items():
        text, repairs = fixed(workspace.documents[path].text, path, found)
        if repairs:
            done += repairs
            yield path, parse(text, path, hashlib.sha256(text.encode()).hexdigest())


def _clashes(taken: Collection[str | None], diagnostic: Diagnostic) -> bool:
    """Whether a repair would give a vendor an id that another file has."""
    if diagnostic.code != "EK111" or diagnostic.fix is None or kind_of(diagnostic.path) != "vendor":
        return False
    return diagnostic.fix.to in taken


def own_files(workspace: Workspace, paths: Iterable[str]) -> dict[str, Path]:
    """The given files that belong to the workspace itself, by path.

    Files that come with evalkit, or that a link outside points to, do not. If several names lead
    to one file, only its real path counts.
    """
    root = workspace.folder.resolve()
    places = {path: workspace.folder / path for path in workspace.documents}
    real = {path: file.resolve() for path, file in places.items() if file.is_file()}
    names = Counter(real.values())
    return {
        path: places[path]
        for path in paths
        if path in real
        and root in real[path].parents
        and (names[real[path]] == 1 or real[path] == root / path)
    }
