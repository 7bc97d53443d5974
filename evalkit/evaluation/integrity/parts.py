"""Check the references in the costs and flows of a saved evaluation."""

import math
from collections.abc import Iterator, Sequence

from evalkit.evaluation.integrity.ids import Ids, otherwise, twice, uneven, uneven_sum, unknown
from evalkit.evaluation.project.sentences import outcome_of
from evalkit.evaluation.record.costs import (
    BreakEvenResult,
    CostsResult,
    FrontierResult,
    VendorCosts,
)
from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.evaluation.record.fit import FitResult
from evalkit.evaluation.record.project import NeedResult
from evalkit.evaluation.record.scenario import ScenarioResult

BY_YEAR = ("costs", "benefits", "net", "cumulative", "cumulative_discounted")


def faults_of_parts(evaluation: Evaluation, ids: Ids) -> Iterator[str]:
    """Broken references in costs and flows."""
    if evaluation.costs is not None:
        yield from _costs(evaluation.costs, ids)
    if evaluation.fit is not None:
        yield from _fit(evaluation.fit, ids)
    yield from _needs(evaluation.needs, ids)
    yield from twice("steps", (each.id for each in evaluation.steps))
    if evaluation.scenario is not None:
        yield from _scenario(evaluation.scenario, evaluation, ids)
    known = [each.id for each in evaluation.steps]
    for place, step in enumerate(evaluation.steps):
        yield from unknown(f"steps.{place}.after", step.after, known, "step")


def _in_order(place: str, given: Sequence[str], ids: Ids) -> Iterator[str]:
    if list(given) != list(ids.vendors):
        yield f"`{place}`: they are not those of the ranking, in its order"


def _costs(found: CostsResult, ids: Ids) -> Iterator[str]:
    yield from _in_order("costs.vendors", [each.id for each in found.vendors], ids)
    for place, vendor in enumerate(found.vendors):
        yield from _years(f"costs.vendors.{place}", vendor, found.years + 1)
    yield from ids.no_candidate("costs.against", found.against)
    for place, each in enumerate(found.break_even):
        yield from _break_even(f"costs.break_even.{place}", each, ids)
    if found.frontier is not None:
        yield from _frontier(found.frontier, ids)
    if found.difference is not None:
        pair = (found.difference.one, found.difference.other)
        yield from ids.no_vendor("costs.difference", pair)
        yield from twice("costs.difference", pair)


def _years(place: str, vendor: VendorCosts, years: int) -> Iterator[str]:
    """Lists without one entry for the signing and each year."""
    for name in BY_YEAR:
        yield from uneven(f"{place}.{name}", getattr(vendor, name), years)
    for number, item in enumerate(vendor.items):
        yield from uneven(f"{place}.items.{number}.flows", item.flows, years)


def _break_even(place: str, found: BreakEvenResult, ids: Ids) -> Iterator[str]:
    pair = (found.one, found.other)
    yield from ids.no_vendor(place, pair)
    yield from twice(place, pair)
    yield from unknown(f"{place}.cheaper", filter(None, found.cheaper), pair, "vendor here")
    yield from uneven(f"{place}.cheaper", found.cheaper, len(found.crossings) + 1)


def _frontier(found: FrontierResult, ids: Ids) -> Iterator[str]:
    held = dict.fromkeys(each.id for each in found.vendors)
    yield from ids.no_vendor("costs.frontier.vendors", held)
    yield from twice("costs.frontier.vendors", (each.id for each in found.vendors))
    for place, vendor in enumerate(found.vendors):
        at = f"costs.frontier.vendors.{place}.beaten_by"
        yield from unknown(at, vendor.beaten_by, held, "vendor here")


def _fit(found: FitResult, ids: Ids) -> Iterator[str]:
    flows = [flow.id for flow in found.flows]
    yield from _in_order("fit.vendors", [each.id for each in found.vendors], ids)
    for place, vendor in enumerate(found.vendors):
        if [cell.flow for cell in vendor.cells] != flows:
            yield f"`fit.vendors.{place}.cells`: they are not those of the flows, in their order"


def _scenario(found: ScenarioResult, evaluation: Evaluation, ids: Ids) -> Iterator[str]:
    """A scenario that says something else than what was evaluated."""
    yield from ids.no_vendor("scenario.compare", found.compare)
    shares = {each.id: each.weight for each in evaluation.criteria}
    for place, each in enumerate(found.shares):
        if not each.above:
            now = [shares.get(each.id, math.inf)]
            yield from uneven_sum(f"scenario.shares.{place}.after", each.after, now)
    holds = found.unknown_before != evaluation.plan.unknown
    yield from otherwise("scenario.unknown_before", holds=holds)


def _needs(found: Sequence[NeedResult], ids: Ids) -> Iterator[str]:
    yield from twice("needs", (each.id for each in found))
    for place, need in enumerate(found):
        at = f"needs.{place}.vendors"
        yield from _in_order(at, [each.vendor for each in need.vendors], ids)
        for number, each in enumerate(need.vendors):
            holds = each.outcome == outcome_of(each.by)
            yield from otherwise(f"{at}.{number}.outcome", holds=holds)
