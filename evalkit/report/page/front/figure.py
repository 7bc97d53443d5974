"""The figure of page one: the points, settled share and cost of each vendor."""

from collections.abc import Sequence

from evalkit.evaluation.record.costs import CostsResult, VendorCosts
from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.explanation.finalists import finalists
from evalkit.explanation.points import digits_of
from evalkit.level import is_level
from evalkit.report.charts.intervals import Interval, axis, row, whole
from evalkit.report.page.front.open_points import by_chance
from evalkit.templates.view import View
from evalkit.wording.messages import answer as told
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.figures import (
    between,
    decimal,
    exact,
    listed,
    outward,
    percent_down,
    percent_up,
)

MOST_RANKED, MOST_OTHERS, MOST_OUT = 5, 4, 3
"""How many vendors are shown that are ranked, not ranked, and ruled out."""
WORTH_RESEARCH = 3
"""How many vendors have their figures in large type where nobody is ranked."""


def figure(evaluation: Evaluation) -> View:
    """The rows by standing, with the axis above them and the key below."""
    groups = {
        standing: [vendor for vendor in evaluation.vendors if vendor.standing == standing]
        for standing in ("ranked", "not_ranked", "ruled_out")
    }
    ranked = groups["ranked"][:MOST_RANKED]
    others = _by_worth(groups["not_ranked"], evaluation)[:MOST_OTHERS]
    out = groups["ruled_out"][:MOST_OUT]
    hidden = len(evaluation.vendors) - len(ranked) - len(others) - len(out)
    tall = ranked or others[:WORTH_RESEARCH]
    shown = [(vendor, _interval(vendor, evaluation, tall)) for vendor in (*ranked, *others)]
    costs = evaluation.costs
    return {
        "axis": axis(),
        "cost": say(told.COST, costs.years) if costs else "",
        "groups": [
            {"title": title, "rows": [_row(*each, evaluation) for each in shown if each[0] in some]}
            for title, some in (("", ranked), (_heading(evaluation, ranked), others))
            if some
        ],
        "out_title": say(told.RULED_OUT) if out else "",
        "out": [{"name": vendor.name, "reason": vendor.reason} for vendor in out],
        "more": say(told.MORE, hidden) if hidden else "",
        "key": _key(evaluation, ranked),
        "whole": whole(say(told.PICTURE), [each for _, each in shown if each]) if shown else None,
    }


def _heading(evaluation: Evaluation, ranked: Sequence[VendorResult]) -> str:
    if not ranked:
        return say(told.WORTH_MOST)
    return say(told.NOT_RANKED, share=percent_up(evaluation.plan.rankable))


def _by_worth(vendors: Sequence[VendorResult], evaluation: Evaluation) -> list[VendorResult]:
    """Vendors that are not ranked, those first whose research is worth most."""
    order = {found.vendor: place for place, found in enumerate(by_chance(evaluation))}
    return sorted(vendors, key=lambda vendor: order.get(vendor.id, len(order)))


def overlap(evaluation: Evaluation) -> tuple[float, float] | None:
    """The points that all finalists may have; None if there are none."""
    first = finalists(evaluation)
    low = max((vendor.low or 0.0 for vendor in first), default=0.0)
    high = min((vendor.high or 0.0 for vendor in first), default=0.0)
    return (low, high) if len(first) > 1 and low < high else None


def _interval(
    vendor: VendorResult, evaluation: Evaluation, tall: Sequence[VendorResult]
) -> Interval | None:
    if vendor.low is None or vendor.high is None or vendor.score is None:
        return None
    return Interval(
        label=say(told.ROW, vendor=vendor.name, points=_points(vendor, evaluation)),
        low=vendor.low,
        high=vendor.high,
        score=vendor.score,
        is_ranked=vendor.standing == "ranked",
        is_tall=vendor in tall,
        overlap=overlap(evaluation) if vendor in finalists(evaluation) else None,
    )


def _row(vendor: VendorResult, found: Interval | None, evaluation: Evaluation) -> View:
    return {
        "name": vendor.name,
        "rank": "" if vendor.rank is None else decimal(vendor.rank, 0),
        "band": vendor.band,
        "tall": found is not None and found.is_tall,
        "picture": row(found) if found else None,
        "points": _points(vendor, evaluation) or say(told.NO_POINTS),
        "middle": _middle(vendor, evaluation) if found and found.is_ranked else "",
        "settled": percent_down(vendor.settled),
        **cost_of(vendor, evaluation.costs),
    }


def _points(vendor: VendorResult, evaluation: Evaluation) -> str:
    """A vendor's range; empty if no measure applies.

    It has decimals where exact points would look alike, or the wrong side of a band's edge.
    """
    if vendor.low is None or vendor.high is None:
        return ""
    bands = evaluation.plan.bands
    is_fine = vendor.rank is not None and (bool(bands) or is_level(vendor.low, vendor.high))
    digits = digits_of(evaluation.vendors, 0, bands) if is_fine else 0
    return outward(vendor.low, vendor.high, digits)


def _middle(vendor: VendorResult, evaluation: Evaluation) -> str:
    """A vendor's points by the plan's rule, unless they are an end of its range."""
    if vendor.score is None or vendor.score in {vendor.low, vendor.high}:
        return ""
    message = told.AT_MIDDLE if evaluation.plan.unknown == "middle" else told.AT_WORST
    return say(message, points=decimal(vendor.score, digits_of(evaluation.vendors, 0)))


def cost_of(vendor: VendorResult, costs: CostsResult | None) -> View:
    """What a vendor costs in all, and a note on how sure that is."""
    found = [each for each in costs.vendors if each.id == vendor.id] if costs else []
    if not found:
        return {"cost": "", "cost_note": "", "cost_open": False}
    total = found[0].total_cost
    return {
        "cost": total.without_range,
        "cost_note": _cost_note(found[0]),
        "cost_open": total.bound == "open",
    }


def _cost_note(found: VendorCosts) -> str:
    total = found.total_cost
    if total.ends is not None:
        return between(*total.ends)
    missing = sum(item.side == "cost" and bool(item.open) for item in found.items)
    return say(told.MISSING, missing) if missing and total.bound != "open" else ""


def _key(evaluation: Evaluation, ranked: Sequence[VendorResult]) -> View:
    """What the looks of the figure mean, as far as they occur."""
    is_middle = evaluation.plan.unknown == "middle"
    first = [vendor.name for vendor in finalists(evaluation)]
    return {
        "bars": bool(ranked),
        "middle": say(told.MIDDLE if is_middle else told.COUNTED_AS_WORST),
        "overlap": say(told.OVERLAP, names=listed(first)) if overlap(evaluation) else "",
        "bands": _bands(evaluation) if ranked else "",
    }


def _bands(evaluation: Evaluation) -> str:
    """From how many points on the plan's words hold; empty if it has none."""
    found = [
        say(told.BAND, word=each.word, points=exact(each.at_least))
        for each in evaluation.plan.bands
    ]
    return say(told.BANDS, bands=listed(found)) if found else ""
