"""Sources of facts, prices, interfaces and platforms."""

import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints

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
    VENDOR_ANSWER = "vendor-answer"
    GENERATED = "generated"


class Sourced(Record):
    """A record with a source, and the date on which it was checked."""

    source: Source | None = None
    """The source: a web link if possible, or a person.
    Examples: "https://www.examplepay.test/prices"
    """
    via: Source | None = None
    """The copy that was read, if the source itself was not."""
    checked: Day | None = None
    """The date on which it was checked."""
    source_kind: Annotated[Kind | None, Lenient, Field(default=None)]
    """How good the source is."""
    note: Text | None = None
    """Anything else that a reader should know."""

    @property
    def is_generated(self) -> bool:
        """Whether the source is generated text, which is not evidence."""
        return self.source_kind is Kind.GENERATED


def is_past(until: datetime.date | None, day: datetime.date) -> bool:
    """Whether something no longer holds on a day: it does so on its last day."""
    return until is not None and day > until


class Origin(Sourced):
    """The source of everything in a file or a folder that names none of its own."""

    # In a file the key is `kind`, as in a fact.
    model_config = ConfigDict(populate_by_name=False)

    source: Source
    """The source: a web link if possible, or a person.
    Examples: "answers to our questionnaire"
    """
    source_kind: Annotated[Kind | None, Lenient, Field(default=None, alias="kind")]
    """How good the source is."""


class FilePlace(Record):
    """The place in a document, such as a workbook of answers, from which a fact was taken."""

    file: Text
    """The name of the document.
    Examples: "examplepay.xlsx"
    """
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    """The SHA-256 of its bytes, by which the very document is recognised.
    Examples: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    """
    sheet: Text | None = None
    """The sheet of a workbook.
    Examples: "Questions"
    """
    cell: Text
    """The cell in the sheet, or the key in a document without cells.
    Examples: "G7"
    """


class Look(Sourced):
    """A place where a fact was looked for and not found."""

    # In a file the key is `kind`, as in a fact.
    model_config = ConfigDict(populate_by_name=False)

    source: Source
    """The source: a web link if possible, or a person.
    Examples: "https://www.examplepay.test/prices"
    """
    source_kind: Annotated[Kind | None, Lenient, Field(default=None, alias="kind")]
    """How good the source is."""
