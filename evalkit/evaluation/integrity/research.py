"""Check what a saved evaluation says is to be found out."""

from collections.abc import Iterator, Sequence

from evalkit.evaluation.integrity.ids import (
    NOISE,
    Ids,
    missing,
    otherwise,
    twice,
    uneven_sum,
    unknown,
)
from evalkit.evaluation.integrity.standing import OPEN, at_stake, to_be_found
from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.evaluation.record.verdict import OpenPoint, ResearchResult

MOST = 200
"""Maximum number of vendors to find out about."""


def names_in_research(evaluation: Evaluation, ids: Ids) -> Iterator[str]:
    """Broken references in what is to be found out."""
    verdict = evaluation.verdict
    left = [vendor.id for vendor in evaluation.vendors if vendor.standing != "ruled_out"]
    yield from ids.no_vendor("verdict.could_win", verdict.could_win)
    yield from ids.no_vendor("verdict.open_gates", (gate.vendor for gate in verdict.open_gates))
    vendors = [each.vendor for each in verdict.research]
    yield from unknown("verdict.research", vendors, left, "vendor left")
    yield from twice("verdict.research", vendors)
    for place, each in enumerate(verdict.research):
        at = f"verdict.research.{place}.facts"
        measures = [point.measure for point in each.facts]
        yield from unknown(at, measures, ids.measures, "measure")
        yield from twice(at, measures)
        holds = all(point.vendor == each.vendor for point in each.facts)
        yield from otherwise(f"{at}.vendor", holds=holds)


def faults_of_research(evaluation: Evaluation) -> Iterator[str]:
    """Contradictions in what is to be found out, and in its order."""
    yield from _open_gates(evaluation)
    vendors = {vendor.id: vendor for vendor in evaluation.vendors}
    found = evaluation.verdict.research
    in_order = sorted(found, key=lambda each: (-each.gain, -each.probability, each.vendor))
    yield from otherwise("verdict.research", holds=in_order == list(found))
    for place, each in enumerate(found):
        yield from _vendor(f"verdict.research.{place}", each, vendors[each.vendor])
    yield from _missing(evaluation)


def _missing(evaluation: Evaluation) -> Iterator[str]:
    """Vendors of the draws with open facts that are not among those to find out about."""
    found = [each.vendor for each in evaluation.verdict.research]
    drawn = {each.id for each in evaluation.robustness.vendors} if evaluation.robustness else set()
    wanted = [
        vendor.id
        for vendor in evaluation.vendors
        if (vendor.id in drawn or vendor.could_win is not None) and to_be_found(vendor)
    ]
    if len(found) < MOST:
        yield from missing("verdict.research", found, wanted, "vendor")


def _open_gates(evaluation: Evaluation) -> Iterator[str]:
    """Open gates other than those of vendors that are ranked or could still win."""
    by_id = {vendor.id: vendor for vendor in evaluation.vendors}
    drawn = evaluation.robustness.vendors if evaluation.robustness else ()
    asked = [by_id[name] for name in (*(v.id for v in drawn), *evaluation.verdict.could_win)]
    wanted = [
        (vendor.id, gate.measure, gate.requirement, _status(vendor, gate.measure))
        for vendor in asked
        for gate in vendor.gates
        if gate.outcome == "unverified"
    ]
    said = [(g.vendor, g.measure, g.requirement, g.status) for g in evaluation.verdict.open_gates]
    yield from otherwise("verdict.open_gates", holds=said == wanted)


def _status(vendor: VendorResult, measure: str) -> str:
    value = vendor.measures.get(measure)
    return value.status if value is not None else "not_looked_for"


def _vendor(at: str, found: ResearchResult, vendor: VendorResult) -> Iterator[str]:
    measures = [point.measure for point in found.facts]
    yield from missing(f"{at}.facts", measures, to_be_found(vendor), "measure")
    yield from _worth(at, found)
    changes = found.fewest is not None
    yield from otherwise(f"{at}.fewest", holds=changes == (found.gain > 0))
    alone = any(point.gain > 0 for point in found.facts)
    fits = found.fewest is None or (
        1 <= found.fewest <= len(found.facts) and (found.fewest == 1) == alone
    )
    yield from otherwise(f"{at}.fewest", holds=fits)
    yield from otherwise(f"{at}.facts", holds=_in_order(found.facts) == list(found.facts))
    for place, point in enumerate(found.facts):
        yield from _point(f"{at}.facts.{place}", point, vendor)


def _in_order(facts: Sequence[OpenPoint]) -> list[OpenPoint]:
    return sorted(facts, key=lambda point: (-point.gain, -point.points))


def _point(at: str, point: OpenPoint, vendor: VendorResult) -> Iterator[str]:
    value = vendor.measures[point.measure]
    is_open = point.status == value.status and value.status in OPEN
    yield from otherwise(f"{at}.status", holds=is_open)
    yield from uneven_sum(f"{at}.points", point.points, [at_stake(vendor, point.measure)])
    yield from _worth(at, point)
    yield from otherwise(f"{at}.threshold", holds=not point.threshold or point.gain > 0)


def _worth(at: str, found: OpenPoint | ResearchResult) -> Iterator[str]:
    """A gain without a chance, or beyond what the chance allows."""
    most = 100 * found.probability + NOISE
    holds = (found.gain > 0) == (found.probability > 0) and found.gain <= most
    yield from otherwise(f"{at}.gain", holds=holds)
    yield from otherwise(f"{at}.error", holds=2 * found.error <= 1 + NOISE)
