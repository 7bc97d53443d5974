"""Changes to the decision itself: settings, weights, scales, measures, gates and files."""

from collections.abc import Iterator
from dataclasses import dataclass

from evalkit.evaluation.record.evaluation import (
    CriterionResult,
    Evaluation,
    MeasureResult,
    PlanResult,
)
from evalkit.explanation.evidence import counted
from evalkit.explanation.lookup import measures
from evalkit.wording.numbers import number, percent_hundredths, thousands


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change to the decision, in words."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileChange:
    """A changed input file; a SHA-256 is empty if the file was not used."""

    path: str
    sha256_before: str
    sha256_after: str


ABSENT = "none"
STALE = {"counts": "count", "unknown": "are not looked for"}


def changes(old: Evaluation, new: Evaluation) -> Iterator[Change]:
    """All changes to the decision except facts."""
    drafts = (
        *_settings(old, new),
        *_people(old, new),
        *_criteria(old, new),
        *_measures(old, new),
        *_gates(old, new),
        *_draws(old, new),
    )
    yield from (draft for draft in drafts if draft.before != draft.after)


def files(old: Evaluation, new: Evaluation) -> Iterator[FileChange]:
    """Input files that were changed, added or removed, by path."""
    was = {given.path: given.sha256 for given in old.inputs}
    now = {given.path: given.sha256 for given in new.inputs}
    for path in sorted(was | now):
        before, after = was.get(path, ""), now.get(path, "")
        if before != after:
            yield FileChange(path=path, sha256_before=before, sha256_after=after)


def _settings(old: Evaluation, new: Evaluation) -> Iterator[Change]:
    plans = old.plan, new.plan
    yield _change("Day of the evaluation", *(plan.as_of.isoformat() for plan in plans))
    yield _change("Roles compared", *(_roles(plan) for plan in plans))
    yield _change("Unknowns are counted", *(counted(plan.unknown) for plan in plans))
    yield _change("Stale facts", *(STALE[plan.stale] for plan in plans))
    yield _change("Bands", *(_bands(plan) for plan in plans))
    yield _change("Weights come from", *(_origin(side) for side in (old, new)))


def _roles(plan: PlanResult) -> str:
    return ", ".join(each.title for each in plan.roles) or ABSENT


def _bands(plan: PlanResult) -> str:
    told = (f"{each.word} from {number(each.at_least)}" for each in plan.bands)
    return ", ".join(told) or ABSENT


def _origin(evaluation: Evaluation) -> str:
    if evaluation.scenario is not None and evaluation.scenario.weights:
        return "a scenario"
    if evaluation.stakeholders is not None:
        return "stakeholders"
    return "the plan" if evaluation.plan.has_weights else "the criteria"


def _people(old: Evaluation, new: Evaluation) -> Iterator[Change]:
    """Stakeholders who were added or removed, or who changed their statements."""
    was, now = _said(old), _said(new)
    for name in now | was:
        before, after = was.get(name, {}), now.get(name, {})
        for what in after | before:
            yield _change(what, before.get(what, ABSENT), after.get(what, ABSENT))


def _said(evaluation: Evaluation) -> dict[str, dict[str, str]]:
    """Each stakeholder's influence and statements, by title."""
    people = evaluation.stakeholders.people if evaluation.stakeholders else ()
    return {
        person.id: {f"Influence of {person.name}": percent_hundredths(person.influence)}
        | {
            f"What {person.name} says{f' within {each.above}' if each.above else ''}": each.text
            for each in person.statements
        }
        for person in people
    }


def _draws(old: Evaluation, new: Evaluation) -> Iterator[Change]:
    """Changed settings of the draws, which affect shares in the verdict but no score."""
    was, now = old.robustness, new.robustness
    if was is None or now is None:
        return
    yield _change("Seed of the draws", str(was.seed), str(now.seed))
    yield _change("Draws", thousands(was.draws), thousands(now.draws))
    yield _change("How weights and facts are drawn", was.text, now.text)


def _change(what: str, before: str, after: str) -> Change:
    return Change(what=what, before=before, after=after)


def _criteria(old: Evaluation, new: Evaluation) -> Iterator[Change]:
    was, now = ({each.id: each for each in side.criteria} for side in (old, new))
    for name in now | was:
        title = (now.get(name) or was[name]).title
        yield _change(f"Weight of {title}", _weight(was.get(name)), _weight(now.get(name)))


def _weight(found: CriterionResult | MeasureResult | None) -> str:
    return percent_hundredths(found.weight) if found else ABSENT


Placed = tuple[CriterionResult, MeasureResult]


def _measures(old: Evaluation, new: Evaluation) -> Iterator[Change]:
    was, now = _by_id(old), _by_id(new)
    for name in now | was:
        if name in was and name in now:
            yield from _measure(was[name], now[name])
        elif name in now:
            yield _change(f"Measure {now[name][1].title}", ABSENT, _added(now[name]))
        else:
            yield _change(f"Measure {was[name][1].title}", _added(was[name]), ABSENT)


def _by_id(evaluation: Evaluation) -> dict[str, Placed]:
    return {measure.id: (criterion, measure) for criterion, measure in measures(evaluation)}


def _measure(was: Placed, now: Placed) -> Iterator[Change]:
    title = now[1].title
    yield _change(f"Weight of {title} within its criterion", _within(was), _within(now))
    yield _change(f"Criterion of {title}", was[0].title, now[0].title)
    yield _change(f"Scale of {title}", was[1].scale, now[1].scale)


def _within(placed: Placed) -> str:
    """A measure's share of its criterion, which stays if only the criterion's weight moves."""
    criterion, measure = placed
    return percent_hundredths(measure.weight / criterion.weight if criterion.weight else 0.0)


def _added(placed: Placed) -> str:
    criterion, measure = placed
    return f"weight {percent_hundredths(measure.weight)}, in {criterion.title}"


def _gates(old: Evaluation, new: Evaluation) -> Iterator[Change]:
    was, now = _requirements(old), _requirements(new)
    yield from (_change(f"Gate {gate}", "set", ABSENT) for gate in was if gate not in now)
    yield from (_change(f"Gate {gate}", ABSENT, "set") for gate in now if gate not in was)


def _requirements(evaluation: Evaluation) -> list[str]:
    """The plan's gates, taken from the first vendor because every vendor has them all."""
    return [gate.requirement for vendor in evaluation.vendors[:1] for gate in vendor.gates]
