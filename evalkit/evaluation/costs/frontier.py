"""Value for money: the efficient vendors, and the cost of each extra point."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evalkit.costing.frontier import beaten_by, cost_per_extra_point, efficient
from evalkit.evaluation.record.costs import Bound, FrontierResult, FrontierVendor
from evalkit.wording.money import Printer
from evalkit.wording.numbers import one_decimal, thousands
from evalkit.wording.words import listed


@dataclass(frozen=True, slots=True)
class Offer:
    """One eligible vendor: its points without costs, and its known costs."""

    id: str
    name: str
    value: float
    cost: float
    bound: Bound


def frontier(field: Sequence[Offer], tolerance: float, printer: Printer) -> FrontierResult | None:
    """Compare value and cost; None if fewer than two vendors have known costs.

    A vendor whose costs are only partly known can already be beaten on the known part. It is never
    called efficient, and neither is a vendor that it could beat.
    """
    known = [at for at, each in enumerate(field) if each.bound == "exact"]
    if len(known) < 2:  # noqa: PLR2004
        return None
    values, costs = [each.value for each in field], [each.cost for each in field]
    kept = [
        known[at]
        for at in efficient([values[at] for at in known], [costs[at] for at in known], tolerance)
    ]
    extra = dict(zip(kept, [None, *cost_per_extra_point(values, costs, kept)], strict=True))
    partly = [at for at, each in enumerate(field) if each.bound == "at_least"]
    names = {each.id: each.name for each in field}

    def ahead(at: int, among: Sequence[int]) -> list[str]:
        return [field[other].id for other in beaten_by(values, costs, at, among, tolerance)]

    found = [
        _vendor(
            field[at],
            [] if at in extra else ahead(at, kept),
            ahead(at, partly),
            (at in extra, extra.get(at)),
            names,
            printer,
        )
        for at in sorted(range(len(field)), key=lambda at: (costs[at], -values[at]))
    ]
    return FrontierResult(
        tolerance=tolerance, vendors=tuple(found), text=_text(found, names, tolerance, printer)
    )


def _vendor(
    each: Offer,
    over: Sequence[str],
    open_rivals: Sequence[str],
    best: tuple[bool, float | None],
    names: Mapping[str, str],
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
        text=_said(each, is_efficient, over, open_rivals, names, per_point, printer),
    )


MOST_RIVALS = 20
"""How many of the vendors that beat another are named."""


def _named(rivals: Sequence[str], names: Mapping[str, str]) -> str:
    more = len(rivals) - MOST_RIVALS
    told = [names[each] for each in rivals[:MOST_RIVALS]]
    return listed([*told, f"{thousands(more)} more"] if more > 0 else told)


def _said(
    each: Offer,
    is_efficient: bool | None,
    over: Sequence[str],
    open_rivals: Sequence[str],
    names: Mapping[str, str],
    per_point: float | None,
    printer: Printer,
) -> str:
    if is_efficient is False:
        verb = "offers" if len(over) == 1 else "offer"
        return f"{_named(over, names)} {verb} more at similar cost or less"
    if each.bound != "exact":
        return "open: not all of its costs are known"
    step = f"each further point costs {printer.money(per_point)}" if per_point is not None else ""
    if is_efficient is None:
        rivals = _named(open_rivals, names)
        return "; ".join(filter(None, [f"efficient, unless {rivals} costs little enough", step]))
    return "; ".join(filter(None, ["efficient", step]))


def _text(
    found: Sequence[FrontierVendor],
    names: Mapping[str, str],
    tolerance: float,
    printer: Printer,
) -> str:
    best = [vendor for vendor in found if vendor.bound == "exact" and not vendor.beaten_by]
    told = [
        f"{names[vendor.id]} ({one_decimal(vendor.value)} points for {printer.money(vendor.cost)})"
        for vendor in best
    ]
    similar = f", costs within {printer.money(tolerance)} counting as similar" if tolerance else ""
    verb = "offers" if len(told) == 1 else "offer"
    sentences = [
        f"Of those whose costs are known, {listed(told)} {verb} most for the money{similar}."
    ]
    for cheaper, dearer in itertools.pairwise(best):
        if dearer.extra_cost_per_point is not None:
            sentences.append(
                f"From {names[cheaper.id]} to {names[dearer.id]} each further point costs "
                f"{printer.money(dearer.extra_cost_per_point)}."
            )
    waiting = [names[vendor.id] for vendor in found if vendor.bound != "exact"]
    if waiting:
        verb = "has" if len(waiting) == 1 else "have"
        sentences.append(f"{listed(waiting)} {verb} costs that are known in part only.")
    return " ".join(sentences)
