"""Vendors with the sources that they take from a `from` of their file or of their folder."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from evalkit.diagnostics.record import Finding, Route
from evalkit.model.source import Origin
from evalkit.model.vendor import Vendor
from evalkit.source.document import Document
from evalkit.source.inheriting import FROM, Inheriting
from evalkit.source.shape.shape import shape


@dataclass(frozen=True, slots=True)
class Read:
    """The vendor in a file, with the faults of its form."""

    vendor: Vendor | None
    faults: list[Finding]
    inherited: Mapping[Route, bool]
    """The routes of entries that inherit, each with whether the date is inherited too."""


def vendor_in(document: Document, of_folders: Mapping[str, Any]) -> Read:
    """The vendor in a sound file; `of_folders` holds the data of each folder's own `from`."""
    data, inherited = document.data, dict[Route, bool]()
    # The `from` of a file replaces that of its folder as a whole.
    given = data.get(FROM) if isinstance(data, dict) else None
    origin = of_folders.get(folder_path(document.path)) if given is None else given
    # That of a folder is sound already; a file's own is told with the file's other faults.
    is_sound = given is None or shape(Origin, given)[0] is not None
    if isinstance(data, dict) and origin is not None and is_sound:
        inheriting = Inheriting(origin)
        data = inheriting.vendor(data)
        inherited = inheriting.routes
    record, faults = shape(Vendor, data)
    return Read(record, faults, inherited)


def folder_path(path: str) -> str:
    """The path of a file's folder."""
    return path.rpartition("/")[0]
