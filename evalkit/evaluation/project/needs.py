"""Which of the client's needs each vendor meets, and by which fact or route."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from evalkit.evaluation.project.sentences import outcome_of
from evalkit.evaluation.ranking import Ranking
from evalkit.evaluation.record.evaluation import VendorResult
from evalkit.evaluation.record.fact import FactResult
from evalkit.evaluation.record.fit import CellResult, FitResult, FlowResult
from evalkit.evaluation.record.project import (
    NeedOutcome,
    NeedResult,
    ServingResult,
    VendorNeed,
)
from evalkit.evaluation.record.source import Reference, Source
from evalkit.evaluation.tested import Tested
from evalkit.integration.losses import Feasibility
from evalkit.model.criteria import Criteria
from evalkit.model.flow import Flow
from evalkit.model.plan import Plan, Serving
from evalkit.model.project.needs import Need
from evalkit.model.project.questions import Gate, Question
from evalkit.scoring.gates import FAIL, PASS, UNVERIFIED, Outcomes, outcomes
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.fit import WEIGHED
from evalkit.wording.messages.record.fit import DOES_NOT_APPLY, ROUTE_WITH_WORK
from evalkit.wording.numbers import between, tenths_outward, up_to_two_decimals

OF_TEST: Mapping[str, NeedOutcome] = {PASS: "met", FAIL: "not_met", UNVERIFIED: "open"}
OF_FLOW: Mapping[Feasibility, NeedOutcome] = {
    "possible": "met",
    "with_work": "met",
    "not_possible": "not_met",
    "unknown": "open",
}


@dataclass(frozen=True)
class Answers:
    """All that may tell which vendors meet a need."""

    plan: Plan
    criteria: Criteria
    """The criteria that have weights."""
    ranking: Ranking
    tested: Tested
    vendors: Sequence[VendorResult]
    """By rank."""
    fit: FitResult | None


def needs(answers: Answers) -> tuple[NeedResult, ...]:
    """Each need of the plan with its outcome for every vendor, in the order of the ranking."""
    served = list(_served(answers))
    return tuple(_need(need, served, answers) for need in answers.plan.needs)


def whose(plan: Plan, who: str | None) -> str:
    """Whose need or step it is: the title of a stakeholder, or else the name as it is."""
    known = plan.stakeholders.get(who or "")
    return (known and known.title) or who or ""


def _need(
    need: Need, served: Sequence[tuple[Serving, Mapping[str, ServingResult]]], answers: Answers
) -> NeedResult:
    by = [found for entry, found in served if need.id in entry.serves]
    of_vendor = {each.id: tuple(found[each.id] for found in by) for each in answers.vendors}
    return NeedResult(
        id=need.id,
        text=need.text,
        who=whose(answers.plan, need.who),
        priority=need.priority,
        vendors=tuple(
            VendorNeed(vendor=name, outcome=outcome_of(found), by=found)
            for name, found in of_vendor.items()
        ),
    )


def _served(answers: Answers) -> Iterator[tuple[Serving, dict[str, ServingResult]]]:
    """Whatever serves needs, with what comes of it by vendor."""
    for (_, place), entry in answers.plan.serving:
        if isinstance(entry, Question):
            yield entry, _tested(entry, answers)
        elif isinstance(entry, Flow):
            yield entry, _carried(int(place), answers)
        else:
            yield entry, _weighed(str(place), answers)


def _tested(test: Question, answers: Answers) -> dict[str, ServingResult]:
    found: Outcomes = outcomes(answers.ranking.levels.known, test)
    result = {}
    for vendor, outcome in zip(answers.ranking.vendors, found, strict=True):
        told = answers.tested.result(test, str(outcome), vendor)
        fact = answers.tested.fact(vendor, test.measure)
        result[vendor.id] = ServingResult(
            kind="gate" if isinstance(test, Gate) else "question",
            id=test.measure,
            title=told.requirement,
            outcome=OF_TEST[outcome],
            text=fact.text if fact else told.reason,
            reference=_reference(fact) if fact else None,
        )
    return result


def _reference(fact: FactResult) -> Reference:
    """The source of a fact, or else where it was looked for last; and its place."""
    looked = sorted(fact.looked, key=lambda each: str(each.checked or ""))
    known = fact.reading if fact.reading and fact.reading.source else None
    found: Source | None = known or (looked[-1] if looked else fact.reading)
    return Reference(
        source=found.source if found else "",
        via=found.via if found else "",
        checked=found.checked if found else None,
        kind=found.kind if found else "",
        note=found.note if found else "",
        path=fact.path,
        key=fact.key,
    )


def _carried(place: int, answers: Answers) -> dict[str, ServingResult]:
    if answers.fit is None:
        raise ValueError("flows are matched before needs")
    flow = answers.fit.flows[place]
    return {each.id: _route(flow, each.cells[place]) for each in answers.fit.vendors}


def _route(flow: FlowResult, cell: CellResult) -> ServingResult:
    text = cell.text
    if cell.outcome == "with_work":
        text = say(ROUTE_WITH_WORK, route=text)
    return ServingResult(
        kind="flow",
        id=flow.id,
        title=flow.title,
        outcome=OF_FLOW[cell.outcome],
        text=text,
        reference=cell.reference,
    )


def _weighed(name: str, answers: Answers) -> dict[str, ServingResult]:
    leaves = answers.criteria.leaves.items()
    below = [each for each, leaf in leaves if name in (each, *leaf.above)]
    title = answers.criteria.title_of(name)
    return {vendor.id: _points(name, title, vendor, below) for vendor in answers.vendors}


def _points(name: str, title: str, vendor: VendorResult, below: Sequence[str]) -> ServingResult:
    """A vendor's points on what has a weight: at least, at most, and as many as there are."""
    found = [vendor.measures[each] for each in below]
    low = sum(each.weight * (each.low or 0.0) for each in found)
    high = sum(each.weight * (each.high or 0.0) for each in found)
    worth = 100 * sum(each.weight for each in found)
    points = between(*tenths_outward(low, high))
    text = say(WEIGHED, points=points, worth=up_to_two_decimals(worth))
    return ServingResult(
        kind="weight",
        id=name,
        title=title,
        outcome="weighed",
        text=text if worth else say(DOES_NOT_APPLY),
        reference=None,
        at_least=low,
        at_most=high,
        worth=worth,
    )
