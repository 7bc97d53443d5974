"""Tables as cells with addresses, whatever kind of file they came from."""

import datetime
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from evalkit.diagnostics.visible import CONTROL, HIDDEN

Content = str | bool | float | datetime.date | datetime.datetime
Kind = Literal["workbook", "text", "markdown"]

MOST_CELLS = 250_000
MOST_ROWS, MOST_COLUMNS = 100_000, 1_000
"""What a person filled in stays far below; what is larger is a list for a database."""
LONGEST = 32_767
"""The most characters of a cell; Excel itself allows no more."""
_LETTERS = 26
_UNSEEN = re.compile(f"[{CONTROL}{HIDDEN}]")


@dataclass(frozen=True, slots=True)
class Cell:
    """A filled cell; rows and columns count from 1."""

    row: int
    column: int
    content: Content
    """Its text, number, truth or date; empty for a formula whose result was not saved."""
    is_formula: bool = False
    is_hidden: bool = False
    """Whether its row, its column or its sheet is hidden."""
    is_percent: bool = False
    """Whether the file shows a percent sign; the content is the number before the sign."""

    @property
    def address(self) -> str:
        """Its address in the sheet, such as B7."""
        return address(self.row, self.column)

    @property
    def text(self) -> str:
        """Its content as text without blanks around it or signs that nobody sees."""
        if isinstance(self.content, bool):
            return "true" if self.content else "false"
        if isinstance(self.content, float):
            return f"{self.content:.15g}" + "%" * self.is_percent
        if isinstance(self.content, str):
            return seen(self.content)
        return self.content.isoformat()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook, or a table of text; empty cells are left out."""

    name: str
    rows: Mapping[int, Mapping[int, Cell]]
    """Cells by row and column, both from 1 and rising."""
    is_hidden: bool = False
    merged: tuple[str, ...] = ()
    """Ranges of merged cells, such as A1:C1; only the first cell of each holds something."""

    def cells(self) -> Iterator[Cell]:
        """Every filled cell, row by row."""
        for row in self.rows.values():
            yield from row.values()

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell at a place; None if it is empty."""
        return self.rows.get(row, {}).get(column)


@dataclass(frozen=True, slots=True)
class Book:
    """A file's tables, and the fingerprint of its bytes."""

    name: str
    """The file's name, without its folder."""
    kind: Kind
    sheets: tuple[Sheet, ...]
    has_comments: bool = False
    """Whether there are comments on cells, which are not read."""
    sha256: str = field(default="", kw_only=True)


def seen(text: str) -> str:
    """What a person sees of a text: one blank for each run of them, and no hidden signs."""
    return " ".join(_UNSEEN.sub("", text).split())


def fingerprint(raw: bytes) -> str:
    """The SHA-256 of a file's bytes, as the book and the facts name it."""
    return hashlib.sha256(raw).hexdigest()


def address(row: int, column: int) -> str:
    """The address of a place, such as B7."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def place(address: str) -> tuple[int, int] | None:
    """The row and the column of an address such as B7; None if it is none."""
    letters = address.rstrip("0123456789")
    digits = address[len(letters) :]
    if not (letters.isascii() and letters.isalpha() and digits) or len(address) > LONGEST_ADDRESS:
        return None
    column = 0
    for letter in letters.upper():
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return int(digits), column


LONGEST_ADDRESS = 20


def sheet_of_texts(name: str, rows: Sequence[tuple[int, Sequence[str]]]) -> Sheet:
    """A sheet of numbered rows of text, without the cells that are empty or blank."""
    filled = {
        row: {
            column: Cell(row, column, text)
            for column, text in enumerate(texts, start=1)
            if seen(text)
        }
        for row, texts in rows
    }
    return Sheet(name, {row: cells for row, cells in filled.items() if cells})
