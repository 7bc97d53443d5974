"""A folder → its usable records, and its findings."""

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from evalkit.checking.check import Run, Tell
from evalkit.source.document import Document
from evalkit.workspace.lazy_mapping import LazyMapping
from evalkit.workspace.silencing import after_comments
from evalkit.workspace.workspace import Workspace

Item = TypeVar("Item")


def load(
    folder: Path,
    as_of: datetime.date,
    instead: Mapping[str, Document] | None = None,
    tell: Tell | None = None,
) -> Workspace:
    """Read and check every file of a workspace.

    `instead` holds documents, by path, to use in place of files on disk. `tell` is called with the
    number of vendors' files that were read, and of all of them.
    """
    run = Run(folder, as_of, instead=instead or {})
    checked = run.checked(tell)
    found, around = run.examination, run.examination.around
    vendors = found.by_id(checked, run.keys)

    def is_usable(kind: str, name: str) -> bool:
        path = around.paths[kind, name][0]
        # A shipped file without findings is not among the checked ones.
        return path not in checked or not checked[path].has_error

    return Workspace(
        folder,
        _usable("criteria", around.criteria, is_usable),
        {name: vendor for name, vendor in vendors.items() if is_usable("vendor", name)},
        {name: plan for name, plan in around.plans.items() if is_usable("plan", name)},
        _usable("platform", around.platforms, is_usable),
        after_comments(checked),
        {**around.library.documents, **found.documents},
        around.paths,
    )


def _usable(
    kind: str, records: LazyMapping[Item], is_usable: Callable[[str, str], bool]
) -> LazyMapping[Item]:
    """The records that have no errors, each checked on first use."""

    def make(name: str) -> Item | None:
        record = records.get(name)
        return record if record is not None and is_usable(kind, name) else None

    return LazyMapping(records.names, make)
