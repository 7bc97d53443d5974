"""Where vendors side by side differ, criterion by criterion."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from evalkit.evaluation.record.evaluation import CriterionResult, Evaluation, VendorResult
from evalkit.explanation.versus import as_shown, versus
from evalkit.explanation.versus_words import digits_of_lead
from evalkit.report.charts.dots import Dot, row
from evalkit.report.charts.shapes import Picture
from evalkit.report.possible import possible
from evalkit.templates.view import View
from evalkit.wording.messages import finalists as told
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.figures import decimal, listed, outward, percent

MOST_CRITERIA, WORTH_SAYING = 2, 0.5
"""How many criteria a sentence names, and the difference in points from which it names one."""


@dataclass(frozen=True)
class Gap:
    """The difference on one criterion: who is ahead of the next, and by how many points."""

    criterion: CriterionResult
    winner: VendorResult
    ahead: float
    spread: float
    """How many points the first is ahead of the last."""
    digits: int

    @property
    def is_level(self) -> bool:
        """Whether the points look the same as printed."""
        return decimal(self.ahead, self.digits) == decimal(0, self.digits)


def gaps(evaluation: Evaluation, vendors: Sequence[VendorResult]) -> list[Gap]:
    """The difference on each criterion that applies to any of them, the largest first."""
    printed, digits = _printed(evaluation, vendors)
    found = [
        _gap(criterion, vendors, printed, digits)
        for criterion in evaluation.criteria
        if any(possible(vendor, criterion) for vendor in vendors)
    ]
    return sorted(found, key=lambda gap: (-gap.ahead, -gap.spread))


def _printed(
    evaluation: Evaluation, vendors: Sequence[VendorResult]
) -> tuple[Mapping[str, float], int]:
    """Of two vendors, differences by criterion rounded so that they add up to the lead."""
    if len(vendors) != 2:  # noqa: PLR2004
        return {}, 1
    found = versus(evaluation, *vendors)
    rounded = as_shown(list(found.criteria), found.points or 0.0)
    sums = {gap.criterion: sum(parts) for gap, parts in zip(found.criteria, rounded, strict=True)}
    return sums, digits_of_lead(found.points or 0.0)


def _gap(
    criterion: CriterionResult,
    vendors: Sequence[VendorResult],
    printed: Mapping[str, float],
    digits: int,
) -> Gap:
    if criterion.id in printed:
        points = printed[criterion.id]
        winner = vendors[0 if points >= 0 else 1]
        return Gap(criterion, winner, abs(points), abs(points), digits)
    ordered = sorted(vendors, key=lambda each: -_points(each, criterion))
    best, second, *_, last = (_points(each, criterion) for each in ordered)
    return Gap(criterion, ordered[0], best - second, best - last, digits)


def _points(vendor: VendorResult, criterion: CriterionResult) -> float:
    return vendor.contributions.get(criterion.id, 0.0)


def rows(found: Sequence[Gap], vendors: Sequence[VendorResult]) -> list[View]:
    """A row for each criterion, with its picture and who is ahead."""
    return [
        {
            "title": gap.criterion.title,
            "weight": percent(gap.criterion.weight),
            "picture": _picture(gap.criterion, vendors),
            "winner": "" if gap.is_level else gap.winner.name,
            "ahead": _ahead(gap),
        }
        for gap in found
    ]


def _ahead(gap: Gap) -> str:
    if gap.is_level:
        is_all = decimal(gap.spread, gap.digits) == decimal(0, gap.digits)
        return say(told.LEVEL if is_all else told.LEVEL_FIRST)
    return say(told.AHEAD, points=decimal(gap.ahead, gap.digits))


def _picture(criterion: CriterionResult, vendors: Sequence[VendorResult]) -> Picture:
    ranges = listed([_range(vendor, criterion) for vendor in vendors])
    dots = [Dot(possible(each, criterion), each.standing == "ranked") for each in vendors]
    return row(say(told.ROW, criterion=criterion.title, ranges=ranges), dots)


def _range(vendor: VendorResult, criterion: CriterionResult) -> str:
    found = possible(vendor, criterion)
    if found is None:
        return say(told.SIDE_NONE, vendor=vendor.name)
    return say(told.SIDE, vendor=vendor.name, points=outward(found.low, found.high))


def who_gains(found: Sequence[Gap], vendors: Sequence[VendorResult]) -> Iterator[str]:
    """A sentence for each vendor: on which criteria it is furthest ahead."""
    for vendor in vendors:
        mine = [
            gap.criterion.title
            for gap in found
            if gap.winner is vendor and gap.ahead >= WORTH_SAYING and not gap.is_level
        ]
        if mine:
            yield say(told.GAINS, vendor=vendor.name, criteria=listed(mine[:MOST_CRITERIA]))
        else:
            yield say(told.NO_GAIN, vendor=vendor.name, points=decimal(WORTH_SAYING, 1))
