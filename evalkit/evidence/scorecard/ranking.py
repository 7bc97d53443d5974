"""The sheet of a scorecard with ranks, points and what each criterion contributes."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from evalkit.diagnostics.visible import visible
from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.evidence.excel import height, on_paper
from evalkit.evidence.scorecard.calculation import NAME, POINTS, between, cell, row_of
from evalkit.evidence.scorecard.columns import FIRST, Columns
from evalkit.level import SAME

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

STANDINGS = {"ranked": "ranked", "not_ranked": "not ranked", "ruled_out": "ruled out"}
HEADS = ("Rank", "Standing", "Vendor", "At least", "Points", "At most")
_WIDE = 14
"""The width of a column with points, in letters."""
_NUMBERS = HEADS.index("At least")
Line = tuple[str, float | str]
"""A formula, empty for what no weight changes, and its result."""


def add_ranking(
    book: "Workbook", evaluation: Evaluation, name: str, told: str, columns: Columns | None
) -> None:
    """Add the sheet; without `columns` it holds figures in place of formulas."""
    sheet = book.add_worksheet(name)
    sheet.protect()
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    points = book.add_format({"num_format": "0.0"})
    _heads(book, sheet, evaluation, told, head)
    for place, vendor in enumerate(evaluation.vendors):
        for column, (formula, result) in enumerate(_cells(evaluation, vendor, place, columns)):
            _put(
                sheet,
                (row_of(place), column),
                (formula, result),
                points if column >= _NUMBERS else None,
            )
    sheet.freeze_panes(row_of(0), 3)
    sheet.set_column(0, 1, 10)
    sheet.set_column(2, 2, 30)
    sheet.set_column(3, len(HEADS) + len(evaluation.criteria) - 1, _WIDE)
    on_paper(sheet)


def _heads(
    book: "Workbook", sheet: "Worksheet", evaluation: Evaluation, told: str, head: "Format"
) -> None:
    title = book.add_format({"bold": True, "font_size": 14})
    sheet.write_string(0, 0, visible(evaluation.plan.title), title)
    sheet.write_string(1, 0, f"As of {evaluation.plan.as_of}")
    sheet.write_string(2, 0, visible(told))
    heads = [visible(each) for each in (*HEADS, *(each.title for each in evaluation.criteria))]
    for column, text in enumerate(heads):
        sheet.write_string(row_of(0) - 1, column, text, head)
    sheet.set_row(row_of(0) - 1, height((text, _WIDE) for text in heads))


def _put(sheet: "Worksheet", place: tuple[int, int], content: Line, style: "Format | None") -> None:
    formula, result = content
    if formula:
        sheet.write_formula(*place, formula, style, result)
    elif isinstance(result, str):
        sheet.write_string(*place, visible(result), style)
    else:
        sheet.write_number(*place, result, style)


def _cells(
    evaluation: Evaluation, vendor: VendorResult, place: int, columns: Columns | None
) -> Iterator[Line]:
    live = _formulas(evaluation, vendor, place, columns) if columns else {}
    results = {
        "Rank": vendor.rank,
        "Standing": STANDINGS[vendor.standing],
        "Vendor": vendor.name,
        "At least": vendor.low,
        "Points": vendor.score,
        "At most": vendor.high,
        **{f":{name}": points for name, points in vendor.contributions.items()},
    }
    names = (*HEADS, *(f":{each.id}" for each in evaluation.criteria))
    for name in names:
        result = results[name]
        yield live.get(name, ""), "" if result is None else result


def _formulas(
    evaluation: Evaluation, vendor: VendorResult, place: int, columns: Columns
) -> dict[str, str]:
    row, last = FIRST + place, len(columns.leaves) - 1
    shares = _range(row, columns.leaf_share(0), columns.leaf_share(last))
    found = {"Rank": _rank(row, columns), "Standing": _standing(evaluation, vendor, place)}
    for end, name in enumerate(("At least", "Points", "At most")):
        values = _range(row, columns.value(end, 0), columns.value(end, last))
        found[name] = f'=IF(SUM({shares})=0,"",SUMPRODUCT({shares},{values}))'
    for top, ends in columns.tops.items():
        shares = _range(row, *map(columns.leaf_share, ends))
        values = _range(row, *(columns.value(1, at) for at in ends))
        found[f":{top}"] = f"=SUMPRODUCT({shares},{values})"
    return found


def _rank(row: int, columns: Columns) -> str:
    own = f"{NAME}!{cell((row, columns.order))}"
    level = f"INDEX(level_points,MATCH({own},sorted_points,0))"
    return f'=IF(ISNUMBER({own}),MATCH({level},level_points,0),"")'


def _standing(evaluation: Evaluation, vendor: VendorResult, place: int) -> str:
    """What no weight changes, but that nothing may apply: it is decided by the plan's weights."""
    if vendor.standing == "ruled_out":
        return ""
    if vendor.researched + SAME < evaluation.plan.rankable:
        return ""
    return f'=IF(ISNUMBER({cell((row_of(place), POINTS))}),"ranked","not ranked")'


def _range(row: int, first: int, last: int) -> str:
    return f"{NAME}!{between((row, first), (row, last))}"
