"""Check who is ranked in a saved evaluation, and what keeps the others from it."""

from collections.abc import Iterator, Mapping

from evalkit.evaluation.bands import band_of
from evalkit.evaluation.integrity.ids import (
    NOISE,
    Ids,
    is_weighed_otherwise,
    otherwise,
    twice,
    uneven_sum,
    unknown,
)
from evalkit.evaluation.record.evaluation import Evaluation, Standing, VendorResult
from evalkit.scoring.verdict import COULD_WIN

OPEN = ("range", "not_looked_for", "not_found")
"""The statuses of facts that may be found out."""
IN_ORDER: tuple[Standing, ...] = ("ranked", "not_ranked", "ruled_out")


def faults_of_standing(evaluation: Evaluation, ids: Ids) -> Iterator[str]:
    """Contradictions in standings, in what is held against `rankable`, and in who could win."""
    whole = {m.id: m.weight for each in evaluation.criteria for m in each.measures}
    likeliest = _likeliest(evaluation)
    ranked = [vendor for vendor in evaluation.vendors if vendor.standing == "ranked"]
    floors = sorted(((vendor.low or 0.0, vendor.id) for vendor in ranked), reverse=True)[:2]
    for place, vendor in enumerate(evaluation.vendors):
        at = f"vendors.{place}"
        yield from _excluded(at, vendor, evaluation, whole)
        yield from _researched(at, vendor, evaluation)
        yield from _standing(at, vendor, evaluation)
        yield from _short(f"{at}.short", vendor, evaluation, ids)
        yield from _could_win(at, vendor, evaluation)
        floor = next((low for low, name in floors if name != vendor.id), 0.0)
        beaten = (vendor.high or 0.0) < floor and vendor.score is not None
        holds = vendor.out_of_reach == (beaten and likeliest.get(vendor.id, 0.0) < COULD_WIN)
        yield from otherwise(f"{at}.out_of_reach", holds=holds)
    in_order = sorted(evaluation.vendors, key=_order)
    yield from otherwise("vendors", holds=in_order == list(evaluation.vendors))


def _order(vendor: VendorResult) -> tuple[int, int, str, str]:
    name = "" if vendor.rank else vendor.name.casefold()
    return (IN_ORDER.index(vendor.standing), vendor.rank or 0, name, vendor.id)


def _standing(at: str, vendor: VendorResult, evaluation: Evaluation) -> Iterator[str]:
    known = vendor.researched + NOISE >= evaluation.plan.rankable and vendor.score is not None
    wanted = "ruled_out" if vendor.gate == "fail" else "ranked" if known else "not_ranked"
    yield from otherwise(f"{at}.standing", holds=vendor.standing == wanted)
    is_ranked = wanted == "ranked"
    yield from otherwise(f"{at}.rank", holds=(vendor.rank is not None) == is_ranked)
    band = band_of(vendor.low or 0.0, vendor.high or 0.0, evaluation.plan.bands)
    yield from otherwise(f"{at}.band", holds=vendor.band == (band if is_ranked else ""))
    failures = [gate.failure for gate in vendor.gates if gate.failure]
    holds = vendor.reason == failures[0] if failures else bool(vendor.reason) != is_ranked
    yield from otherwise(f"{at}.reason", holds=holds)


def _excluded(
    at: str, vendor: VendorResult, evaluation: Evaluation, whole: Mapping[str, float]
) -> Iterator[str]:
    """The share that a vendor's own file takes out, as far as nobody else's is left out too."""
    out = {each.measure for each in evaluation.left_out}
    own = [
        whole[name]
        for name, value in vendor.measures.items()
        if value.status == "not_applicable" and name not in out
    ]
    if not out:
        yield from uneven_sum(f"{at}.excluded", vendor.excluded, own)
    yield from otherwise(f"{at}.excluded", holds=(vendor.excluded > 0) == any(own))


def _researched(at: str, vendor: VendorResult, evaluation: Evaluation) -> Iterator[str]:
    """The researched share: only of plans with money may it be more than the settled one.

    It is by the plan's own weights, whatever a scenario tries.
    """
    if is_weighed_otherwise(evaluation):
        return
    kept = 1 - vendor.excluded
    least = vendor.settled * kept
    most = kept if evaluation.costs else least
    holds = least - NOISE <= vendor.researched <= most + NOISE
    yield from otherwise(f"{at}.researched", holds=holds)


def _short(at: str, vendor: VendorResult, evaluation: Evaluation, ids: Ids) -> Iterator[str]:
    """What a vendor is short of: open facts, and enough of them, or all there are."""
    yield from unknown(at, vendor.short, ids.measures, "measure")
    yield from twice(at, vendor.short)
    if vendor.standing != "not_ranked" or vendor.score is None:
        yield from otherwise(at, holds=not vendor.short)
        return
    closed = sum(at_stake(vendor, name) for name in vendor.short) / 100 * (1 - vendor.excluded)
    is_enough = vendor.researched + closed + NOISE >= evaluation.plan.rankable
    if is_weighed_otherwise(evaluation):
        return
    holds = all(at_stake(vendor, name) > 0 for name in vendor.short)
    is_all = set(to_be_found(vendor)) <= set(vendor.short)
    yield from otherwise(at, holds=holds and (is_enough or is_all))


def at_stake(vendor: VendorResult, measure: str) -> float:
    """How far settling a measure can move a vendor's points."""
    value = vendor.measures[measure]
    return value.weight * ((value.high or 0.0) - (value.low or 0.0))


def to_be_found(vendor: VendorResult) -> list[str]:
    """The measures of which something about the vendor is open for certain.

    Those derived from money may be open only because the client's own assumptions are.
    """
    facts = {name: value.fact for name, value in vendor.measures.items()}
    of_money = {n for n, fact in facts.items() if fact and fact.derived and fact.key == "money"}
    return [name for name in facts if name not in of_money and at_stake(vendor, name) > NOISE]


def _could_win(at: str, vendor: VendorResult, evaluation: Evaluation) -> Iterator[str]:
    """Only vendors that are not ranked are drawn against the ranked ones, in whole draws."""
    found, share = evaluation.robustness, vendor.could_win
    if share is None:
        return
    holds = vendor.standing == "not_ranked" and found is not None and vendor.score is not None
    # A tie counts half.
    counted = share * 2 * found.draws if found is not None else 0.0
    holds = holds and abs(counted - round(counted)) <= NOISE * max(counted, 1.0)
    yield from otherwise(f"{at}.could_win", holds=holds)


def _likeliest(evaluation: Evaluation) -> dict[str, float]:
    """The largest share of first places of each vendor that was drawn."""
    found = evaluation.robustness.vendors if evaluation.robustness else ()
    drawn = {each.id: max(each.ranks[0], each.first_alike) for each in found}
    return drawn | {v.id: v.could_win for v in evaluation.vendors if v.could_win is not None}
