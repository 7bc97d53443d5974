"""The sheet of a scorecard that divides weights among what applies, and multiplies."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from evalkit.diagnostics.visible import visible
from evalkit.evaluation.record.evaluation import VendorResult
from evalkit.evidence.excel import on_paper
from evalkit.evidence.scorecard.columns import FIRST, Columns, applying, name_of, sharing
from evalkit.level import SAME, leveled

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

NAME = "Calculation"
_ENDS = ("low", "value", "high")
_HEADS = ("at least", "middle", "at most")
Cell = tuple[int, int]
"""A row and a column, from 0."""


def add_calculation(book: "Workbook", columns: Columns) -> None:
    """Add the sheet; each formula holds its result, for programs that do not calculate."""
    sheet = book.add_worksheet(NAME)
    sheet.protect()
    sheet.freeze_panes(FIRST, 1)
    on_paper(sheet)
    _heads(sheet, columns)
    for row, vendor in enumerate(columns.evaluation.vendors, start=FIRST):
        sheet.write_string(row, 0, visible(vendor.name))
        _applies(sheet, columns, row, applying(columns, vendor))
        _shares(sheet, columns, row, sharing(columns, vendor))
        for end, part in enumerate(_ENDS):
            for at, leaf in enumerate(columns.leaves):
                # What does not apply has no share, so that any number does.
                value = getattr(vendor.measures[leaf.id], part) or 0.0
                sheet.write_number(row, columns.value(end, at), value)
    _order(book, sheet, columns)


def _heads(sheet: "Worksheet", columns: Columns) -> None:
    sheet.write_string(0, 0, "vendor")
    sheet.write_string(1, 0, "weight")
    for at, node in enumerate(columns.nodes):
        sheet.write_string(0, columns.applies(at), f"{node.id}: applies")
        sheet.write_formula(1, columns.applies(at), f"={name_of(node.id)}", None, node.weight)
        sheet.write_string(0, columns.share(at), f"{node.id}: share")
    for end, head in enumerate(_HEADS):
        for at, leaf in enumerate(columns.leaves):
            sheet.write_string(0, columns.value(end, at), f"{leaf.id}: {head}")
    for at, head in enumerate(("points if ranked", "sorted", "level")):
        sheet.write_string(0, columns.order + at, head)


def _applies(sheet: "Worksheet", columns: Columns, row: int, applies: Mapping[str, float]) -> None:
    for at, node in enumerate(columns.nodes):
        place = row, columns.applies(at)
        below = columns.groups.get(node.id)
        if below is None:
            sheet.write_number(*place, applies[node.id])
        else:
            weights, flags = _group(columns, row, below)
            formula = f"=IF(SUMPRODUCT(({weights}>0)*{flags})>0,1,0)"
            sheet.write_formula(*place, formula, None, applies[node.id])


def _shares(sheet: "Worksheet", columns: Columns, row: int, shares: Mapping[str, float]) -> None:
    for at, node in enumerate(columns.nodes):
        weights, flags = _group(columns, row, columns.groups[node.above])
        whole = cell((row, columns.share(columns.place[node.above]))) if node.above else "1"
        weight, applies = cell((1, columns.applies(at))), cell((row, columns.applies(at)))
        total = f"SUMPRODUCT({weights},{flags})"
        formula = f"=IF({total}=0,0,{whole}*({weight}*{applies}/{total}))"
        sheet.write_formula(row, columns.share(at), formula, None, shares[node.id])


def _group(columns: Columns, row: int, group: tuple[int, int]) -> Iterator[str]:
    """The weights of siblings, and whether each of them applies."""
    first, last = map(columns.applies, group)
    yield between((1, first), (1, last))
    yield between((row, first), (row, last))


def _order(book: "Workbook", sheet: "Worksheet", columns: Columns) -> None:
    """Points from the highest, with those that are level with a higher one made equal to it."""
    vendors, at = columns.evaluation.vendors, columns.order
    last = FIRST + len(vendors) - 1
    for name, column in (
        ("ranked_points", at),
        ("sorted_points", at + 1),
        ("level_points", at + 2),
    ):
        book.define_name(name, f"={NAME}!{between((FIRST, column), (last, column))}")
    points = [_ranked(vendor) for vendor in vendors]
    ordered = sorted((each for each in points if each is not None), reverse=True)
    level, missing = leveled(ordered), [""] * (len(points) - len(ordered))
    for place, (ranked, here, same) in enumerate(
        zip(points, [*ordered, *missing], [*level, *missing], strict=True)
    ):
        row = FIRST + place
        standing, score = (f"Ranking!{cell((row_of(place), at))}" for at in (STANDING, POINTS))
        own = f'=IF({standing}="ranked",{score},"")'
        sheet.write_formula(row, at, own, None, "" if ranked is None else ranked)
        largest = f'=IFERROR(LARGE(ranked_points,{place + 1}),"")'
        sheet.write_formula(row, at + 1, largest, None, here)
        sheet.write_formula(row, at + 2, _level(row, at + 1), None, same)


def _level(row: int, column: int) -> str:
    here, above = cell((row, column)), cell((row - 1, column + 1))
    if row == FIRST:
        return f"={here}"
    return f'=IF(ISNUMBER({here}),IF({above}-{here}<={SAME!r},{above},{here}),"")'


def _ranked(vendor: VendorResult) -> float | None:
    return vendor.score if vendor.rank else None


STANDING, POINTS = 1, 4
"""Columns on the sheet with the ranking, from 0."""


def row_of(place: int) -> int:
    """The row of a vendor on the sheet with the ranking, from 0."""
    return place + 4


def cell(place: Cell) -> str:
    """A cell as formulas name it."""
    from xlsxwriter.utility import xl_rowcol_to_cell  # noqa: PLC0415  # an extra

    return str(xl_rowcol_to_cell(*place, row_abs=True, col_abs=True))


def between(first: Cell, last: Cell) -> str:
    """A range of cells as formulas name it."""
    return f"{cell(first)}:{cell(last)}"
