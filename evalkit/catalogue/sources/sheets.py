"""Read a sheet of a workbook, or a table in Markdown, as a long list."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa

from evalkit.catalogue.sources.table import Wanted
from evalkit.evidence.importing.matrix import named
from evalkit.evidence.importing.proposal import sheet_of
from evalkit.tables.cells import Cell
from evalkit.tables.mapping import TableMapping
from evalkit.tables.numbers import decimal_sign
from evalkit.tables.reading import read_book


class SheetFile:
    """A sheet whose columns may be read."""

    def __init__(self, path: Path, mapping: TableMapping) -> None:
        book = read_book(path, encoding=mapping.encoding, delimiter=mapping.delimiter)
        self.name, self.above = path.name, mapping.head
        self.sheet = sheet_of(book, mapping.sheet)
        self.places = named(self.sheet.rows, mapping.head)
        self.heads = tuple(self.places)
        self.rows: int | None = max(self.sheet.rows, default=self.above) - self.above

    def read(self, wanted: Wanted, rows: int) -> Iterator[pa.Table]:
        """Its rows in parts; rows that are empty are rows without an id."""
        heads = list(dict.fromkeys(wanted.heads.values()))
        locale = wanted.columns[0].reader.locale
        last = max(self.sheet.rows, default=self.above)
        for start in range(self.above + 1, last + 1, rows):
            numbers = range(start, min(start + rows, last + 1))
            columns = [
                [self.sheet.cell(row, self.places[head]) for row in numbers] for head in heads
            ]
            yield pa.table([_column(cells, locale) for cells in columns], names=heads)

    def cells(self, heads: list[str]) -> Iterator[Cell]:
        """The filled cells below some heads."""
        columns = {self.places[head] for head in heads}
        for row, cells in self.sheet.rows.items():
            if row > self.above:
                yield from (cell for column, cell in cells.items() if column in columns)


def _column(cells: list[Cell | None], locale: str) -> pa.Array:
    """A column of numbers if all of it is numbers, else of text as the locale writes numbers."""
    filled = [cell.content for cell in cells if cell is not None]
    if all(isinstance(each, float) for each in filled):
        return pa.array([cell and cell.content for cell in cells], pa.float64())
    return pa.array([cell and _text(cell, decimal_sign(locale)) for cell in cells], pa.string())


def _text(cell: Cell, sign: str) -> str:
    if isinstance(cell.content, float):
        return repr(cell.content).removesuffix(".0").replace(".", sign)
    return cell.text
