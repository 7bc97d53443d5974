"""Where something comes from: the same keys on a fact, a price, an interface and a platform."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from evalkit.model.base import Day, Lenient, Record, Source, Text


class Kind(StrEnum):
    """How good a source is."""

    VENDOR_PAGE = "vendor-page"
    VENDOR_REPOSITORY = "vendor-repository"
    VENDOR_COMMISSIONED = "vendor-commissioned"
    DERIVED_FROM_DESCRIPTION = "derived-from-description"
    DERIVED_FROM_GIT = "derived-from-git"
    DERIVED_FROM_HARVEST = "derived-from-harvest"
    THIRD_PARTY_HARVEST = "third-party-harvest"
    THIRD_PARTY_PAGE = "third-party-page"
    TRADE_PRESS = "trade-press"
    ISSUE_THREAD = "issue-thread"
    USER_REPORT = "user-report"
    GENERATED = "generated"


class Sourced(Record):
    """A record that names its source, and says when somebody looked."""

    source: Source | None = None
    """Where it says so: a web link where possible, or who said so.
    Examples: "https://www.examplepay.test/prices"
    """
    via: Source | None = None
    """The copy through which the source was read, if it was not read itself."""
    checked: Day | None = None
    """The day on which somebody looked."""
    source_kind: Annotated[Kind | None, Lenient, Field(default=None)]
    """How good the source is."""
    note: Text | None = None
    """What else a reader should know."""

    @property
    def is_generated(self) -> bool:
        """Whether the source is text that a program made up, which is no evidence."""
        return self.source_kind is Kind.GENERATED
