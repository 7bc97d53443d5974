"""The answer for a terminal: who leads, the ranking, what decides, and what to find out."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from rich.text import Text

from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.explanation.explain import as_shown, explain, totals
from evalkit.explanation.explain_words import of_100
from evalkit.explanation.points import digits_of
from evalkit.report.terminal.conclusions import conclusions
from evalkit.report.terminal.criteria import beside_the_ranking, criterion_table
from evalkit.report.terminal.parts import caption, section, standing_of
from evalkit.report.terminal.screen import DIM, Screen
from evalkit.report.terminal.table import Column, Extra, Row, figure, table, text, width_of
from evalkit.wording.numbers import (
    bar_cell,
    between,
    fixed,
    outward,
    percent_down,
    percent_up,
)
from evalkit.wording.words import counted

BAR = 21
"""Cells of a bar, one for each five points from 0 to 100."""
RULES = {
    "middle": ("Middle", "Middle: open facts at half."),
    "worst": ("At worst", "At worst: what is open counts as 0 until shown."),
}
"""The head of the points by the plan's rule for what is open, and what it means."""


def to_ranking(
    evaluation: Evaluation, screen: Screen, *, is_plan: bool = True, by_criterion: bool = False
) -> list[Text]:
    """The answer, the ranking, what decides and what to find out, never wider than the screen."""
    return [
        *screen.answer(evaluation.verdict.sentences),
        *section(screen.prose(caption(evaluation), DIM)),
        *_ranking(evaluation, screen),
        *(section(criterion_table(evaluation, screen)) if by_criterion else ()),
        *conclusions(evaluation, screen, is_plan=is_plan),
    ]


def _ranking(evaluation: Evaluation, screen: Screen) -> Iterator[Text]:
    if len(evaluation.vendors) == 1 and evaluation.vendors[0].rank:
        # A table of one row is a sentence.
        explanation = explain(evaluation, evaluation.vendors[0])
        yield from screen.prose(of_100(totals(as_shown(explanation.criteria))))
        return
    columns = _columns(evaluation)
    extra = next(
        each
        for each in _extras(evaluation, screen)
        if width_of([*columns, *each.columns], _rows(evaluation, each)) <= screen.width
        or not each.columns
    )
    yield from table(screen, [*columns, *extra.columns], _rows(evaluation, extra))
    yield from _legend(evaluation, screen, extra)


def _columns(evaluation: Evaluation) -> list[Column]:
    outcome = evaluation.verdict.outcome
    ranks = [len(str(vendor.rank)) + 1 for vendor in evaluation.vendors if vendor.rank]
    columns = [text(" " * max(ranks, default=0) + "Vendor")]
    if outcome == "none":
        return columns
    columns.append(figure("Points", "{} points"))
    if outcome != "nobody_ranked":
        columns.append(figure(RULES[evaluation.plan.unknown][0]))
    columns.append(figure("Settled", "{} settled"))
    if outcome == "nobody_ranked":
        columns.append(figure(f"Facts short of {percent_up(evaluation.plan.rankable)}"))
    return columns


def _extras(evaluation: Evaluation, screen: Screen) -> Iterator[Extra]:
    """What stands beside the figures if there is room, the most welcome first."""
    if screen.is_aloud or not any(vendor.rank for vendor in evaluation.vendors):
        yield Extra()
        return
    bars = Extra((text("0         50      100"),), _bars(evaluation))
    bands = Extra(*_bands(evaluation)) if evaluation.plan.bands else None
    criteria = beside_the_ranking(evaluation, screen)
    for each in (criteria.before(bands) if criteria and bands else criteria, bands):
        if each is not None:
            yield each.before(bars)
            yield each
    if bands is None:
        yield bars
    yield Extra()


BAND = text("Band")


def _bands(evaluation: Evaluation) -> tuple[tuple[Column, ...], Mapping[str, tuple[str, ...]]]:
    return (BAND,), {vendor.id: (vendor.band,) for vendor in evaluation.vendors if vendor.rank}


def _bars(evaluation: Evaluation) -> Mapping[str, tuple[str, ...]]:
    return {vendor.id: (bar(vendor),) for vendor in evaluation.vendors if vendor.rank}


def bar(vendor: VendorResult) -> str:
    """The range of a vendor's points from 0 to 100, with its points marked."""
    low, points, high = (
        bar_cell(each or 0.0, BAR) for each in (vendor.low, vendor.score, vendor.high)
    )
    cells = [" "] * low + ["─"] * (high - low + 1)
    cells[low], cells[high] = "├", "┤"
    cells[points] = "●"
    return "".join(cells)


def _rows(evaluation: Evaluation, extra: Extra) -> list[Row]:
    width = max((len(str(vendor.rank)) for vendor in evaluation.vendors if vendor.rank), default=0)
    digits = digits_of(evaluation.vendors, 0, evaluation.plan.bands)
    rows = [_row(vendor, evaluation, extra, (width, digits)) for vendor in evaluation.vendors]
    indent = " " * (width + 1)
    first = [
        replace(row, cells=(indent + row.cells[0], *row.cells[1:])) for row in extra.first_rows
    ]
    return [*first, *rows]


def _row(vendor: VendorResult, evaluation: Evaluation, extra: Extra, room: tuple[int, int]) -> Row:
    width, digits = room
    name = vendor.name
    if width:
        # The rank belongs to the name, so that no column is without a head.
        name = f"{vendor.rank or '':>{width}} {name}"
    if vendor.standing == "ruled_out" or vendor.low is None or vendor.high is None:
        return Row((name,), standing_of(vendor, evaluation.plan), DIM)
    points = between(*outward(vendor.low, vendor.high, digits if vendor.rank else 0))
    settled = percent_down(vendor.settled)
    if vendor.rank:
        cells = (name, points, fixed(vendor.score or 0.0, digits), settled, *extra.cells[vendor.id])
        band = "" if BAND in extra.columns else vendor.band
        return Row(cells, _remark(vendor, band), is_first=vendor.rank == 1)
    if evaluation.verdict.outcome == "nobody_ranked":
        return Row((name, points, settled, str(len(vendor.short))))
    return Row((name, points, "", settled), standing_of(vendor, evaluation.plan), DIM)


def _remark(vendor: VendorResult, band: str) -> str:
    pending = sum(gate.outcome == "unverified" for gate in vendor.gates)
    said = [band] if band else []
    said += [f"{counted(pending, 'must-have')} open"] if pending else []
    return "; ".join([*said, *(["out of reach at these weights"] if vendor.out_of_reach else [])])


def _legend(evaluation: Evaluation, screen: Screen, extra: Extra) -> Iterator[Text]:
    """One line on what the figures mean, with as much as fits."""
    outcome = evaluation.verdict.outcome
    if outcome == "none":
        return
    said = ["Points: worst to best case."]
    if outcome != "nobody_ranked":
        said.append(RULES[evaluation.plan.unknown][1])
    said.append("Settled: share known.")
    if BAND in extra.columns:
        said.append("Band: by points at least.")
    for legend in (extra.legend, *(" ".join(said[:count]) for count in range(len(said), 0, -1))):
        if legend and len(legend) <= screen.width:
            yield screen.line(legend, DIM)
            return
