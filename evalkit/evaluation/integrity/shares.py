"""Check the shares of draws, people's rankings and second opinions of a saved evaluation."""

import math
from collections.abc import Iterator, Mapping, Sequence

from evalkit.evaluation.integrity.ids import (
    NOISE,
    adds_up,
    is_weighed_otherwise,
    misplaced,
    otherwise,
    uneven_sum,
)
from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.evaluation.record.robustness import (
    CrossoverResult,
    OpinionResult,
    PlaceResult,
    RobustnessResult,
    StakeholdersResult,
    VendorRobustness,
)
from evalkit.level import leveled


def faults_of_shares(evaluation: Evaluation) -> Iterator[str]:
    """Contradictions in shares of draws, people's rankings and second opinions."""
    ranking = [each.id for each in evaluation.vendors if each.rank is not None]
    if evaluation.robustness is not None:
        yield from _robustness(evaluation.robustness, ranking)
    for place, swap in enumerate(
        evaluation.sensitivity.crossovers if evaluation.sensitivity else ()
    ):
        yield from _swap(f"sensitivity.crossovers.{place}.distance", swap)
    for place, opinion in enumerate(evaluation.second_opinions):
        yield from _opinion(f"second_opinions.{place}", opinion)
    if evaluation.stakeholders is not None:
        yield from _people(evaluation, evaluation.stakeholders)


def _robustness(found: RobustnessResult, ranking: Sequence[str]) -> Iterator[str]:
    left_out = len(ranking) - len(found.vendors)
    yield from otherwise("robustness.left_out", holds=found.left_out == left_out)
    drawn = {vendor.id: vendor for vendor in found.vendors}
    in_order = [name for name in ranking if name in drawn]
    # The top two always take part in the draws.
    holds = list(drawn) == in_order and in_order[:2] == list(ranking[:2])
    yield from otherwise("robustness.vendors", holds=holds)
    alike = (vendor.first_alike for vendor in found.vendors)
    yield from uneven_sum("robustness.vendors", 1.0, alike)
    yield from _cautious(found)
    for place, vendor in enumerate(found.vendors):
        at = f"robustness.vendors.{place}"
        yield from _drawn(at, vendor, found)
        for other, share in vendor.wins.items():
            parts = [1.0, -drawn[other].wins[vendor.id]]
            yield from uneven_sum(f"{at}.wins.{other}", share, parts)


def _cautious(found: RobustnessResult) -> Iterator[str]:
    """First places with wider weights, which only plans have whose weights keep closer."""
    if found.cautious is None:
        return
    at = "robustness.cautious"
    holds = found.cautious.concentration < found.concentration
    yield from otherwise(f"{at}.concentration", holds=holds)
    yield from uneven_sum(f"{at}.first", 1.0, found.cautious.first.values())
    yield from uneven_sum(f"{at}.first_alike", 1.0, found.cautious.first_alike.values())


def _drawn(at: str, vendor: VendorRobustness, found: RobustnessResult) -> Iterator[str]:
    if not adds_up(1.0, vendor.ranks):
        yield f"`{at}.ranks`: they do not add up to 1"
    for place, (share, error) in enumerate(zip(vendor.ranks, vendor.errors, strict=True)):
        # Rounding can take a share slightly below 0 or above 1.
        wanted = math.sqrt(max(share * (1 - share), 0.0) / found.draws)
        yield from uneven_sum(f"{at}.errors.{place}", error, [wanted])
    leads = vendor.ranks[0] > 0
    has_central = vendor.central_weights is not None
    wanted_central = leads and found.space != "fixed"
    yield from otherwise(f"{at}.central_weights", holds=has_central == wanted_central)
    can = vendor.potentially_optimal is True or not leads
    yield from otherwise(f"{at}.potentially_optimal", holds=can)


def _swap(at: str, swap: CrossoverResult) -> Iterator[str]:
    if swap.weight is not None and swap.distance is not None:
        yield from uneven_sum(at, swap.distance, [swap.weight, -swap.today])


def _opinion(at: str, opinion: OpinionResult) -> Iterator[str]:
    sign = -1 if opinion.lowest_is_best else 1
    level = leveled([sign * score for score in opinion.scores.values()])
    places: dict[float, int] = {}
    for place, score in enumerate(sorted(level, reverse=True), 1):
        places.setdefault(score, place)
    for name, score in zip(opinion.scores, level, strict=True):
        holds = opinion.ranks[name] == places[score]
        yield from otherwise(f"{at}.ranks.{name}", holds=holds)


def _people(evaluation: Evaluation, found: StakeholdersResult) -> Iterator[str]:
    influences = [person.influence for person in found.people]
    yield from uneven_sum("stakeholders.people", 1.0, influences)
    yield from uneven_sum("stakeholders.group", 1.0, found.group.values())
    elects: dict[str, list[str]] = {}
    for place, person in enumerate(found.people):
        yield from _places(f"stakeholders.people.{place}.ranking", person.ranking)
        if person.weights is not None:
            at = f"stakeholders.people.{place}.weights"
            yield from uneven_sum(at, 1.0, person.weights.values())
        for key in ("first", "first_alike"):
            shares = getattr(person, key)
            holds = not shares or adds_up(1.0, shares.values())
            yield from otherwise(f"stakeholders.people.{place}.{key}", holds=holds)
        for first in (each for each in person.ranking if each.rank == 1):
            elects.setdefault(first.vendor, []).append(person.id)
    said = {vendor: list(who) for vendor, who in found.elects.items()}
    yield from otherwise("stakeholders.elects", holds=said == elects)
    yield from _places("stakeholders.group_ranking", found.group_ranking)
    ranked = {vendor.id: vendor for vendor in evaluation.vendors if vendor.rank is not None}
    by_group = not is_weighed_otherwise(evaluation)
    at = "stakeholders.group_ranking"
    yield from _group(at, found.group_ranking, ranked, ranked_by_group=by_group)


def _places(at: str, ranking: Sequence[PlaceResult]) -> Iterator[str]:
    yield from misplaced(at, (p.rank for p in ranking), (p.score for p in ranking))
    for place, each in enumerate(ranking):
        holds = each.low - NOISE <= each.score <= each.high + NOISE
        yield from otherwise(f"{at}.{place}.score", holds=holds)


def _group(
    at: str,
    ranking: Sequence[PlaceResult],
    ranked: Mapping[str, VendorResult],
    *,
    ranked_by_group: bool,
) -> Iterator[str]:
    """Group points that differ from the decision's, although the weights are the same."""
    holds = [each.vendor for each in ranking if each.vendor in ranked]
    yield from otherwise(at, holds=len(ranking) == len(holds) == len(ranked))
    for place, each in enumerate(ranking if ranked_by_group else ()):
        vendor = ranked[each.vendor]
        for key in ("score", "low", "high"):
            same = [getattr(vendor, key) or 0.0]
            yield from uneven_sum(f"{at}.{place}.{key}", getattr(each, key), same)
