"""The source of a value in an evaluation."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source, the date it was checked, and how good it is; empty if the file gives none."""

    source: str
    via: str
    """The copy that was read."""
    checked: datetime.date | None
    kind: str
    """How good the source is."""
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Source):
    """A source, with the file and key that state the value."""

    path: str
    key: str
    until: datetime.date | None = None
    """The last day on which it holds, if the file names one."""
