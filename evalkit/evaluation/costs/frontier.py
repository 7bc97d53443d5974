"""Value for money: the efficient vendors, and the cost of each extra point."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evalkit.costing.frontier import beaten_by, cost_per_extra_point, efficient
from evalkit.evaluation.record.costs import Bound, FrontierResult, FrontierVendor
from evalkit.level import is_level, leveled
from evalkit.wording.decimals import digits_apart
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record import worth as words
from evalkit.wording.money import Printer
from evalkit.wording.numbers import fixed
from evalkit.wording.rounding import is_same_amount
from evalkit.wording.words import listed, some_of


@dataclass(frozen=True, slots=True)
class Offer:
    """One eligible vendor: its points without costs, and its known costs."""

    id: str
    name: str
    value: float
    cost: float
    bound: Bound
    shown: str
    """The cost as it is printed."""


def frontier(field: Sequence[Offer], tolerance: float, printer: Printer) -> FrontierResult | None:
    """Compare value and cost; None if fewer than two vendors have known costs.

    A vendor whose costs are only partly known can already be beaten on the known part. It is never
    called efficient, and neither is a vendor that it could beat.
    """
    known = [at for at, each in enumerate(field) if each.bound == "exact"]
    if len(known) < 2:  # noqa: PLR2004
        return None
    values, costs = leveled([each.value for each in field]), [each.cost for each in field]
    kept = [
        known[at]
        for at in efficient([values[at] for at in known], [costs[at] for at in known], tolerance)
    ]
    extra = dict(zip(kept, [None, *cost_per_extra_point(values, costs, kept)], strict=True))
    partly = [at for at, each in enumerate(field) if each.bound == "at_least"]
    offers = {each.id: each for each in field}

    def ahead(at: int, among: Sequence[int]) -> list[str]:
        return [field[other].id for other in beaten_by(values, costs, at, among, tolerance)]

    found = [
        _vendor(
            field[at],
            [] if at in extra else ahead(at, kept),
            ahead(at, partly),
            (at in extra, extra.get(at)),
            offers,
            printer,
        )
        for at in sorted(range(len(field)), key=lambda at: (costs[at], -values[at]))
    ]
    return FrontierResult(
        tolerance=tolerance, vendors=tuple(found), text=_text(found, offers, tolerance, printer)
    )


def _vendor(
    each: Offer,
    over: Sequence[str],
    open_rivals: Sequence[str],
    best: tuple[bool, float | None],
    offers: Mapping[str, Offer],
    printer: Printer,
) -> FrontierVendor:
    is_best, per_point = best
    is_efficient: bool | None = is_best
    if (is_best and open_rivals) or (each.bound != "exact" and not over):
        is_efficient = None
    return FrontierVendor(
        id=each.id,
        value=each.value,
        cost=each.cost,
        bound=each.bound,
        efficient=is_efficient,
        beaten_by=tuple(over[:MOST_RIVALS]),
        extra_cost_per_point=per_point,
        text=_said(each, is_efficient, over, open_rivals, offers, per_point, printer),
    )


MOST_RIVALS = 20
"""How many of the vendors that beat another are named."""


def _named(rivals: Sequence[str], offers: Mapping[str, Offer]) -> str:
    return some_of([offers[each].name for each in rivals], MOST_RIVALS)


def _said(
    each: Offer,
    is_efficient: bool | None,
    over: Sequence[str],
    open_rivals: Sequence[str],
    offers: Mapping[str, Offer],
    per_point: float | None,
    printer: Printer,
) -> str:
    if is_efficient is False:
        return _beaten(each, [offers[rival] for rival in over], _named(over, offers))
    if each.bound != "exact":
        return say(words.NOT_ALL_COSTS)
    clauses = [
        say(words.BEST_VALUE_UNLESS, vendors=_named(open_rivals, offers))
        if is_efficient is None
        else say(words.BEST_VALUE)
    ]
    if per_point is not None:
        clauses.append(say(words.EACH_POINT, amount=printer.about(per_point)))
    return "; ".join(clauses)


def _beaten(each: Offer, rivals: Sequence[Offer], named: str) -> str:
    """How much more others offer, and for how much less."""
    more = {not is_level(rival.value, each.value) for rival in rivals}
    less = {
        rival.cost < each.cost and not is_same_amount(rival.cost, each.cost) for rival in rivals
    }
    offered = (
        words.AS_MUCH_OR_MORE if len(more) > 1 else words.MORE if True in more else words.AS_MUCH
    )
    said = (
        words.FOR_LESS
        if less == {True}
        else words.AT_SIMILAR_OR_LESS
        if True in less
        else words.AT_SIMILAR_COST
    )
    return say(said, len(rivals), vendors=named, offered=say(offered))


def _text(
    found: Sequence[FrontierVendor],
    offers: Mapping[str, Offer],
    tolerance: float,
    printer: Printer,
) -> str:
    best = [vendor for vendor in found if vendor.bound == "exact" and not vendor.beaten_by]
    digits = digits_apart([vendor.value for vendor in best], 1)
    told = [
        say(
            words.OFFER,
            vendor=offers[vendor.id].name,
            points=fixed(vendor.value, digits),
            amount=offers[vendor.id].shown,
        )
        for vendor in best
    ]
    said, similar = words.BEST_OF_KNOWN, ""
    if tolerance:
        said, similar = words.BEST_OF_SIMILAR, printer.about(tolerance)
    sentences = [say(said, len(told), offers=listed(told), amount=similar)]
    for cheaper, dearer in itertools.pairwise(best):
        if dearer.extra_cost_per_point is not None:
            names = {"dearer": offers[dearer.id].name, "cheaper": offers[cheaper.id].name}
            amount = printer.about(dearer.extra_cost_per_point)
            sentences.append(say(words.EXTRA_POINT, amount=amount, **names))
    waiting = [offers[vendor.id].name for vendor in found if vendor.bound != "exact"]
    if waiting:
        sentences.append(say(words.COSTS_OPEN, vendors=listed(waiting)))
    return " ".join(sentences)
