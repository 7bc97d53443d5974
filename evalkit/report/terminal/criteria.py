"""Points by criterion: beside the ranking, or in a table of their own."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.text import Text

from evalkit.evaluation.record.evaluation import CriterionResult, Evaluation, VendorResult
from evalkit.explanation.points import digits_of
from evalkit.report.terminal.parts import AT
from evalkit.report.terminal.screen import BOLD, DIM, Screen
from evalkit.report.terminal.table import NAMED, Column, Extra, Row, figure, table, text, width_of
from evalkit.wording.apportion import apportioned, within
from evalkit.wording.numbers import ceiling, fixed, whole
from evalkit.wording.words import spelled
from evalkit.wording.wrapping import narrowest

WIDE = 120
"""Columns of a terminal from which criteria stand beside the ranking."""
HEAD = 3
"""Lines of a head."""
OPEN = 0.5
"""Share of a criterion's points from which it is marked as open."""


@dataclass(frozen=True)
class CriterionFigures:
    """A criterion's possible points, and those of each ranked vendor, as printed."""

    title: str
    possible: float
    points: tuple[float, ...]
    marks: tuple[str, ...]
    """A question mark where half or more of a vendor's points are open."""
    digits: int

    @property
    def cells(self) -> tuple[str, ...]:
        """The points of each vendor, with the marks."""
        pairs = zip(self.points, self.marks, strict=True)
        return tuple(f"{fixed(points, self.digits)}{mark}" for points, mark in pairs)

    @property
    def is_alike(self) -> bool:
        """Whether all vendors have the same."""
        return len(self.points) > 1 and len(set(self.cells)) == 1


def by_criterion(evaluation: Evaluation, vendors: Sequence[VendorResult]) -> list[CriterionFigures]:
    """Points by criterion and vendor that add up as printed, the heaviest first."""
    digits = digits_of(vendors, 0, evaluation.plan.bands)
    criteria = sorted(evaluation.criteria, key=lambda each: -each.weight)
    possible = apportioned([100 * each.weight for each in criteria], 0, 100.0)
    columns = [_points(vendor, criteria, possible, digits) for vendor in vendors]
    return [
        CriterionFigures(
            criterion.title,
            possible[at],
            tuple(column[at] for column in columns),
            tuple(_mark(vendor, criterion) for vendor in vendors),
            digits,
        )
        for at, criterion in enumerate(criteria)
    ]


def _points(
    vendor: VendorResult,
    criteria: Sequence[CriterionResult],
    possible: Sequence[float],
    digits: int,
) -> tuple[float, ...]:
    # What does not apply to a vendor leaves its weight to other criteria.
    most = [
        max(ceiling(_possible(vendor, criterion)) if vendor.excluded else 0.0, printed)
        for criterion, printed in zip(criteria, possible, strict=True)
    ]
    points = [vendor.contributions.get(criterion.id, 0.0) for criterion in criteria]
    return within(points, most, digits, float(fixed(vendor.score or 0.0, digits)))


def _possible(vendor: VendorResult, criterion: CriterionResult) -> float:
    return 100 * sum(vendor.measures[measure.id].weight for measure in criterion.measures)


def _mark(vendor: VendorResult, criterion: CriterionResult) -> str:
    values = [vendor.measures[measure.id] for measure in criterion.measures]
    still = sum(value.weight * ((value.high or 0.0) - (value.low or 0.0)) for value in values)
    return "?" if still and still >= OPEN * _possible(vendor, criterion) else ""


def _ranked(evaluation: Evaluation) -> list[VendorResult]:
    return [vendor for vendor in evaluation.vendors if vendor.rank]


def beside_the_ranking(evaluation: Evaluation, screen: Screen) -> Extra | None:
    """A column for each criterion, in the order of the file; None on a narrow screen."""
    if screen.width < WIDE:
        return None
    vendors = _ranked(evaluation)
    titles = [criterion.title for criterion in evaluation.criteria]
    found = {each.title: each for each in by_criterion(evaluation, vendors)}
    shown = [found[title] for title in titles]
    possible = Row(("possible", "", "100", "", *(whole(each.possible) for each in shown)))
    rule = AT[evaluation.plan.unknown]
    return Extra(
        tuple(Column(tuple(narrowest(screen.fit(each.title), HEAD))) for each in shown),
        {vendor.id: tuple(each.cells[at] for each in shown) for at, vendor in enumerate(vendors)},
        (possible,),
        f"Criteria: points {rule}, adding up to it; a question mark where half or more of them "
        "are open.",
    )


def criterion_table(evaluation: Evaluation, screen: Screen) -> Iterator[Text]:
    """Criteria as rows, the heaviest first; vendors that do not fit get a table of their own."""
    vendors = _ranked(evaluation)
    found = by_criterion(evaluation, vendors)
    alike = [each for each in found if each.is_alike]
    alike = alike if len(alike) > 1 else []
    rows = [each for each in found if each not in alike]
    if not vendors:
        return
    start = 0
    while start < len(vendors):
        stop = start + _fitting(evaluation, screen, rows, alike, start)
        if start:
            yield Text()
        names = [vendor.name for vendor in vendors]
        columns, lines = _table(evaluation, rows, alike, names, slice(start, stop))
        yield from table(screen, columns, lines)
        start = stop
    if alike:
        said = [f"{each.title} {each.cells[0]}" for each in alike]
        yield from screen.prose(f"Equal: {', '.join(said)}.", DIM)
    yield from screen.prose("A question mark: half or more of these points are open.", DIM)


def _fitting(
    evaluation: Evaluation,
    screen: Screen,
    rows: Sequence[CriterionFigures],
    alike: Sequence[CriterionFigures],
    start: int,
) -> int:
    """How many vendors fit beside each other, at least one."""
    names = [vendor.name for vendor in _ranked(evaluation)]
    for count in range(2, len(names) - start + 1):
        part = slice(start, start + count)
        if width_of(*_table(evaluation, rows, alike, names, part)) > screen.width:
            return count - 1
    return len(names) - start


def _table(
    evaluation: Evaluation,
    rows: Sequence[CriterionFigures],
    alike: Sequence[CriterionFigures],
    names: Sequence[str],
    part: slice,
) -> tuple[list[Column], list[Row]]:
    head = f"Points {AT[evaluation.plan.unknown]}"
    columns = [
        text(head),
        figure("Possible"),
        *(figure(name, NAMED) for name in names[part]),
    ]
    lines = [Row((each.title, whole(each.possible), *each.cells[part])) for each in rows]
    if alike:
        title = f"{spelled(len(alike)).capitalize()}{' more' if rows else ''}, all equal"
        lines.append(_sum(title, alike, part))
    return columns, [*lines, _sum("Total", [*rows, *alike], part, BOLD)]


def _sum(title: str, rows: Sequence[CriterionFigures], part: slice, style: str = "") -> Row:
    sums = [math.fsum(column) for column in zip(*(each.points for each in rows), strict=True)]
    totals = (fixed(each, rows[0].digits) for each in sums[part])
    possible = sum(each.possible for each in rows)
    return Row((title, whole(possible), *totals), style=style)
