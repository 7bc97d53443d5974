"""Check that the financial figures of a saved evaluation follow from its cash flows."""

import math
from collections.abc import Iterator
from itertools import pairwise

from evalkit.evaluation.integrity.ids import NOISE, otherwise, uneven_sum
from evalkit.evaluation.record.costs import (
    Bound,
    CostsResult,
    Figure,
    FrontierResult,
    VendorCosts,
)
from evalkit.evaluation.record.evaluation import Evaluation

OF_MONEY = ("total_cost", "present_costs", "present_benefits", "net_present_value")
FIGURES = (
    *OF_MONEY, "return_on_investment", "effective_rate", "cost_per_order", "payback_months",
    "discounted_payback_months",
)  # fmt: skip
ENDS: dict[Bound, tuple[str, ...]] = {
    "exact": ("low", "likely", "high"),
    "at_least": ("low", "likely"),
    "at_most": ("likely", "high"),
    "open": (),
}
"""The ends that a figure may have; an amount of money has all of them."""


def faults_of_money(evaluation: Evaluation) -> Iterator[str]:
    """Contradictions in costs, benefits and the figures calculated from them."""
    found = evaluation.costs
    if found is None:
        return
    for place, vendor in enumerate(found.vendors):
        at = f"costs.vendors.{place}"
        yield from _by_year(at, vendor)
        for name in FIGURES:
            yield from _figure(f"{at}.{name}", getattr(vendor, name), exactly=name in OF_MONEY)
        yield from _bounds(at, vendor)
        yield from _totals(at, vendor)
    yield from _beyond(found)
    by_id = {vendor.id: vendor for vendor in found.vendors}
    if found.frontier is not None:
        yield from _frontier(found.frontier, by_id)
    if found.difference is not None:
        pair = (by_id[found.difference.one], by_id[found.difference.other])
        one, other = (vendor.net_present_value.likely or 0.0 for vendor in pair)
        difference = found.difference.difference
        yield from uneven_sum("costs.difference.difference", difference, [one, -other])


def _by_year(at: str, vendor: VendorCosts) -> Iterator[str]:
    for side, sums in (("cost", vendor.costs), ("benefit", vendor.benefits)):
        flows = [item.flows for item in vendor.items if item.side == side]
        for year, total in enumerate(sums):
            yield from uneven_sum(f"{at}.{side}s.{year}", total, [each[year] for each in flows])
    parts = zip(vendor.net, vendor.benefits, vendor.costs, strict=True)
    for year, (net, benefit, cost) in enumerate(parts):
        yield from uneven_sum(f"{at}.net.{year}", net, [benefit, -cost])
    sofar = (0.0, *vendor.cumulative)
    for year, (before, net, after) in enumerate(zip(sofar, vendor.net, sofar[1:], strict=False)):
        yield from uneven_sum(f"{at}.cumulative.{year}", after, [before, net])
    # Year 0, the signing, is not discounted.
    start = vendor.cumulative_discounted[0]
    yield from uneven_sum(f"{at}.cumulative_discounted.0", start, vendor.net[:1])


def _figure(at: str, figure: Figure, *, exactly: bool) -> Iterator[str]:
    for end in ("low", "likely", "high"):
        is_there, may_be = getattr(figure, end) is not None, end in ENDS[figure.bound]
        holds = is_there == may_be if exactly else may_be or not is_there
        yield from otherwise(f"{at}.{end}", holds=holds)
    ends = [end for end in (figure.low, figure.likely, figure.high) if end is not None]
    if any(a > b and not math.isclose(a, b, abs_tol=NOISE) for a, b in pairwise(ends)):
        yield f"`{at}`: it lies outside its range"


def _bounds(at: str, vendor: VendorCosts) -> Iterator[str]:
    """Bounds that contradict the unknown costs and benefits listed beside them."""
    costs, benefits = bool(vendor.unknown_costs), bool(vendor.unknown_benefits)
    exact = {
        "total_cost": not costs,
        "present_costs": not costs,
        "present_benefits": not benefits,
        "net_present_value": not costs and not benefits,
    }
    for name, wanted in exact.items():
        holds = (getattr(vendor, name).bound == "exact") == wanted
        yield from otherwise(f"{at}.{name}.bound", holds=holds)
    is_known = vendor.net_present_value.bound == "exact"
    yield from otherwise(f"{at}.pays", holds=vendor.pays is None or is_known)
    yield from otherwise(f"{at}.cheapest", holds=vendor.cheapest is None or not costs)
    yield from otherwise(f"{at}.reason", holds=not vendor.reason or costs)


def _totals(at: str, vendor: VendorCosts) -> Iterator[str]:
    paid, net = vendor.total_cost.likely, vendor.net_present_value.likely
    out, back = vendor.present_costs.likely, vendor.present_benefits.likely
    if paid is not None:
        yield from uneven_sum(f"{at}.total_cost.likely", paid, vendor.costs)
    if net is None:
        return
    key = f"{at}.net_present_value.likely"
    yield from uneven_sum(key, net, vendor.cumulative_discounted[-1:])
    if out is not None and back is not None:
        yield from uneven_sum(key, net, [back, -out])
    percent = vendor.return_on_investment.likely
    if out and back is not None and percent is not None:
        wanted = (back - out) / out * 100
        yield from uneven_sum(f"{at}.return_on_investment.likely", percent, [wanted])


def _beyond(found: CostsResult) -> Iterator[str]:
    """Figures beyond the candidate that do not follow from those of the two."""
    rival = next((each for each in found.vendors if each.id == found.against), None)
    for place, vendor in enumerate(found.vendors):
        at, held = f"costs.vendors.{place}.against", vendor.against
        is_held = rival is not None and vendor is not rival
        yield from otherwise(at, holds=(held is not None) == is_held)
        if held is None or rival is None:
            continue
        yield from otherwise(f"{at}.candidate", holds=held.candidate == rival.id)
        net = held.net_present_value
        yield from _figure(f"{at}.net_present_value", net, exactly=True)
        for name in ("payback_months", "return_on_investment"):
            yield from _figure(f"{at}.{name}", getattr(held, name), exactly=False)
        yield from otherwise(f"{at}.pays", holds=(held.pays is not None) == (net.bound == "exact"))
        one, other = (each.net_present_value.likely for each in (vendor, rival))
        if net.likely is not None and one is not None and other is not None:
            key = f"{at}.net_present_value.likely"
            yield from uneven_sum(key, net.likely, [one, -other])


def _frontier(found: FrontierResult, vendors: dict[str, VendorCosts]) -> Iterator[str]:
    """Costs on the frontier that differ from the vendors' present costs."""
    for place, each in enumerate(found.vendors):
        at, figure = f"costs.frontier.vendors.{place}", vendors[each.id].present_costs
        yield from otherwise(f"{at}.bound", holds=each.bound == figure.bound)
        yield from uneven_sum(f"{at}.cost", each.cost, [figure.likely or 0.0])
