"""Where something in an evaluation comes from."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who says so, when somebody looked, and how good that is; empty where a file says nothing."""

    source: str
    via: str
    """The copy through which it was read."""
    checked: datetime.date | None
    kind: str
    """How good the source is."""
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Source):
    """Where a number comes from, and where it is written."""

    path: str
    key: str
