"""Check the references in the ranking and robustness of a saved evaluation."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from evalkit.evaluation.integrity.ids import Ids, odd, twice, uneven, unknown
from evalkit.evaluation.integrity.research import names_in_research
from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.evaluation.record.fact import GateResult
from evalkit.evaluation.record.robustness import (
    OpinionResult,
    RobustnessResult,
    SensitivityResult,
    StakeholdersResult,
)


def faults_of_ranking(evaluation: Evaluation, ids: Ids) -> Iterator[str]:
    """Broken references everywhere except in costs and flows."""
    yield from _listed(evaluation, ids)
    yield from _verdict(evaluation, ids)
    if evaluation.stakeholders is not None:
        yield from _people(evaluation.stakeholders, ids)
    if evaluation.robustness is not None:
        yield from _robustness(evaluation.robustness, ids)
    if evaluation.sensitivity is not None:
        yield from _sensitivity(evaluation.sensitivity, ids)
    for place, opinion in enumerate(evaluation.second_opinions):
        yield from _opinion(f"second_opinions.{place}", opinion, ids)


def _listed(evaluation: Evaluation, ids: Ids) -> Iterator[str]:
    yield from twice("criteria", (each.id for each in evaluation.criteria))
    measures = (measure.id for each in evaluation.criteria for measure in each.measures)
    yield from twice("criteria.measures", measures)
    yield from twice("background", (each.id for each in evaluation.background))
    left_out = [each.measure for each in evaluation.left_out]
    yield from unknown("left_out", left_out, ids.measures, "measure")
    yield from twice("left_out", left_out)
    yield from twice("vendors", (each.id for each in evaluation.vendors))
    roles = [each.id for each in evaluation.plan.roles]
    yield from twice("plan.roles", roles)
    first = _asked(evaluation.vendors[0].gates)
    for place, vendor in enumerate(evaluation.vendors):
        at = f"vendors.{place}"
        yield from odd(f"{at}.measures", vendor.measures, ids.measures, "measure")
        yield from odd(f"{at}.contributions", vendor.contributions, ids.criteria, "criterion")
        yield from unknown(f"{at}.background", vendor.background, ids.background, "background")
        yield from unknown(f"{at}.role", [vendor.role] if vendor.role else [], roles, "role")
        if _asked(vendor.gates) != first:
            yield f"`{at}.gates`: they are not those of the first vendor"
    yield from _ranks(evaluation.vendors)


def _asked(gates: Sequence[GateResult]) -> list[tuple[str, str]]:
    return [(gate.measure, gate.requirement) for gate in gates]


def _ranks(vendors: Sequence[VendorResult]) -> Iterator[str]:
    """Ranks out of order: ties share the better rank, unranked vendors come last."""
    before: int | None = 1
    for place, vendor in enumerate(vendors):
        may_be = {None} if before is None else {None, before, place + 1}
        if vendor.rank not in may_be or (vendor.rank and vendor.score is None):
            yield f"`vendors.{place}.rank`: it is not that of its place"
        before = vendor.rank


def _verdict(evaluation: Evaluation, ids: Ids) -> Iterator[str]:
    yield from ids.no_vendor("verdict.leader", [evaluation.verdict.leader])
    yield from names_in_research(evaluation, ids)


def _people(found: StakeholdersResult, ids: Ids) -> Iterator[str]:
    people = dict.fromkeys(each.id for each in found.people)
    yield from twice("stakeholders.people", (each.id for each in found.people))
    yield from odd("stakeholders.group", found.group, ids.criteria, "criterion")
    yield from ids.no_vendor("stakeholders.group_ranking", (p.vendor for p in found.group_ranking))
    yield from ids.no_vendor("stakeholders.elects", found.elects)
    for place, person in enumerate(found.people):
        at = f"stakeholders.people.{place}"
        if person.weights is not None:
            yield from odd(f"{at}.weights", person.weights, ids.criteria, "criterion")
        yield from ids.no_vendor(f"{at}.ranking", (each.vendor for each in person.ranking))
    named = {
        "elects": (who for each in found.elects.values() for who in each),
        "spreads": (who for each in found.spreads for who in (*each.low_by, *each.high_by)),
        "distances": (who for each in found.distances for who in (each.one, each.other)),
    }
    for key, names in named.items():
        yield from unknown(f"stakeholders.{key}", names, people, "person")


def _robustness(found: RobustnessResult, ids: Ids) -> Iterator[str]:
    drawn = dict.fromkeys(each.id for each in found.vendors)
    yield from twice("robustness.vendors", (each.id for each in found.vendors))
    ranked = {name for name, rank in ids.vendors.items() if rank is not None}
    yield from unknown("robustness.vendors", drawn, ranked, "ranked vendor")
    for name in ("first", "first_alike") if found.cautious is not None else ():
        shares = getattr(found.cautious, name)
        yield from odd(f"robustness.cautious.{name}", shares, drawn, "vendor")
    for place, vendor in enumerate(found.vendors):
        at = f"robustness.vendors.{place}"
        yield from uneven(f"{at}.ranks", vendor.ranks, len(drawn))
        yield from uneven(f"{at}.errors", vendor.errors, len(drawn))
        yield from odd(f"{at}.wins", vendor.wins, drawn.keys() - {vendor.id}, "vendor")
        yield from unknown(f"{at}.dominated_by", vendor.dominated_by, drawn, "vendor")
        if vendor.central_weights is not None:
            central = vendor.central_weights
            yield from odd(f"{at}.central_weights", central, ids.criteria, "criterion")


def _sensitivity(found: SensitivityResult, ids: Ids) -> Iterator[str]:
    for place, swap in enumerate(found.crossovers):
        at = f"sensitivity.crossovers.{place}"
        yield from ids.no_vendor(at, (swap.ahead, swap.behind))
        if (swap.weight is None) != (swap.distance is None):
            yield f"`{at}`: `weight` and `distance` go together"
    if found.shift is not None:
        yield from ids.no_vendor("sensitivity.shift.challenger", [found.shift.challenger])
        shifted = found.shift.weights
        yield from odd("sensitivity.shift.weights", shifted, ids.criteria, "criterion")
    yield from twice("sensitivity.lines", (line.criterion for line in found.lines))
    for place, line in enumerate(found.lines):
        at = f"sensitivity.lines.{place}"
        yield from unknown(f"{at}.criterion", [line.criterion], ids.criteria, "criterion")
        yield from ids.no_vendor(f"{at}.scores", line.scores)
        yield from odd(f"{at}.scores", line.scores, found.lines[0].scores, "vendor")
        for points in line.scores.values():
            if any(one[0] >= other[0] for one, other in pairwise(points)):
                yield f"`{at}.scores`: the weights do not rise"


def _opinion(place: str, opinion: OpinionResult, ids: Ids) -> Iterator[str]:
    yield from ids.no_vendor(f"{place}.ranks", opinion.ranks)
    yield from odd(f"{place}.scores", opinion.scores, opinion.ranks, "vendor")
    for each in opinion.disagreements:
        yield from ids.no_vendor(f"{place}.disagreements", (each.ahead, each.behind))
