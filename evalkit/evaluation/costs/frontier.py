"""Value against cost: who offers most for what is paid, and what a point more costs."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evalkit.costing.frontier import beaten_by, cost_per_extra_point, efficient
from evalkit.evaluation.costs.printing import Printer
from evalkit.evaluation.record_costs import Bound, FrontierResult, FrontierVendor
from evalkit.evaluation.words import listed


@dataclass(frozen=True, slots=True)
class Standing:
    """One vendor that can be chosen: its points without costs, and its costs as far as known."""

    id: str
    name: str
    value: float
    cost: float
    bound: Bound


def frontier(
    field: Sequence[Standing], tolerance: float, printer: Printer
) -> FrontierResult | None:
    """Compare value and cost; None where fewer than two vendors have known costs.

    A vendor of whose costs only a part is known can be beaten at that part already; it is never
    said to be efficient, nor is one that it could beat.
    """
    known = [each for each in field if each.bound == "exact"]
    if len(known) < 2:  # noqa: PLR2004
        return None
    values, costs = [each.value for each in known], [each.cost for each in known]
    kept = efficient(values, costs, tolerance)
    steps = [None, *cost_per_extra_point(values, costs, kept)]
    extra = {known[at].id: step for at, step in zip(kept, steps, strict=True)}
    best = [known[at] for at in kept]
    partly = [each for each in field if each.bound == "at_least"]
    names = {each.id: each.name for each in field}
    found = [
        _vendor(each, best, partly, extra, tolerance, names, printer)
        for each in sorted(field, key=lambda each: (each.cost, -each.value))
    ]
    return FrontierResult(
        tolerance=tolerance, vendors=tuple(found), text=_text(found, names, tolerance, printer)
    )


def _vendor(
    each: Standing,
    best: Sequence[Standing],
    partly: Sequence[Standing],
    extra: Mapping[str, float | None],
    tolerance: float,
    names: Mapping[str, str],
    printer: Printer,
) -> FrontierVendor:
    rivals = [*best, each]
    at = len(best)
    values, costs = [r.value for r in rivals], [r.cost for r in rivals]
    beaten = beaten_by(values, costs, at, range(at), tolerance)
    over = [best[other].id for other in beaten if best[other].id != each.id]
    open_rivals = [
        other.id
        for other in partly
        if other.id != each.id and other.value >= each.value and other.cost <= each.cost + tolerance
    ]
    is_best = each.id in extra
    is_efficient: bool | None = is_best
    if (is_best and open_rivals) or (each.bound != "exact" and not over):
        is_efficient = None
    per_point = extra.get(each.id)
    return FrontierVendor(
        id=each.id,
        value=each.value,
        cost=each.cost,
        bound=each.bound,
        efficient=is_efficient,
        beaten_by=() if is_best else tuple(over),
        extra_cost_per_point=per_point,
        text=_said(each, is_efficient, over, open_rivals, names, per_point, printer),
    )


def _said(
    each: Standing,
    is_efficient: bool | None,
    over: Sequence[str],
    open_rivals: Sequence[str],
    names: Mapping[str, str],
    per_point: float | None,
    printer: Printer,
) -> str:
    if is_efficient is False:
        verb = "offers" if len(over) == 1 else "offer"
        return f"{listed([names[other] for other in over])} {verb} more at similar cost or less"
    if each.bound != "exact":
        return "open: not all of its costs are known"
    step = f"each further point costs {printer.money(per_point)}" if per_point is not None else ""
    if is_efficient is None:
        rivals = listed([names[other] for other in open_rivals])
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
        f"{names[vendor.id]} ({vendor.value:.1f} points for {printer.money(vendor.cost)})"
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
