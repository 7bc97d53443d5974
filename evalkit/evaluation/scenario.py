"""A plan tried with a scenario, and what of it the evaluation keeps."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from evalkit.evaluation.record.scenario import GateOff, ScenarioResult, TriedShare
from evalkit.evaluation.weights import Weighting
from evalkit.model.comparison.scenario import Scenario
from evalkit.model.criteria import Criteria
from evalkit.model.flow import gate_of
from evalkit.model.plan import Plan
from evalkit.model.project.questions import Question
from evalkit.wording.words import requirement


@dataclass(frozen=True, slots=True)
class Tried:
    """What a scenario is told against."""

    plan: Plan
    """The plan as it is without the scenario."""
    criteria: Criteria
    gated: Criteria
    """The criteria that gates may refer to, including costs even if they carry no weight."""
    whose: Weighting
    flows: Mapping[str, str]
    """The titles of flows, by id."""
    mark: str


def tried(plan: Plan, scenario: Scenario | None) -> Plan:
    """The plan with a scenario's rule for what is open, and without the gates that are off.

    What they test still tells whether a need is met. Flows stay as they are, since measures may be
    derived from them.
    """
    if scenario is None:
        return plan
    gates = list(zip(plan.gate_names, plan.gates, strict=False))
    off = [gate for name, gate in gates if name in scenario.gates_off and gate.serves]
    return plan.model_copy(
        update={
            "unknown": scenario.unknown or plan.unknown,
            "gates": tuple(gate for name, gate in gates if name not in scenario.gates_off),
            "questions": (*plan.questions, *(Question.model_construct(**dict(g)) for g in off)),
        }
    )


def scenario_result(scenario: Scenario, against: Tried) -> ScenarioResult:
    """What a scenario changes."""
    rule, requirements = against.plan.unknown, dict(_requirements(against))
    return ScenarioResult(
        title=scenario.title or "",
        evaluation=scenario.evaluation or "",
        is_stale=scenario.evaluation not in {None, against.mark},
        weights=dict(scenario.weights),
        shares=tuple(_shares(scenario, against)),
        unknown_before=rule if scenario.unknown not in {None, rule} else "",
        gates_off=tuple(
            GateOff(id=name, requirement=requirements[name]) for name in scenario.gates_off
        ),
        compare=scenario.compare or (),
    )


def _requirements(against: Tried) -> Iterator[tuple[str, str]]:
    for name, gate in zip(against.plan.gate_names, against.plan.gates, strict=False):
        leaf = against.gated.leaves[gate.measure]
        yield name, f"{leaf.title}: {requirement(gate, leaf.measure.unit or '')}"
    yield from ((gate_of(name), title) for name, title in against.flows.items())


def _shares(scenario: Scenario, against: Tried) -> Iterator[TriedShare]:
    criteria, whose = against.criteria, against.whose
    for above, group in criteria.groups.items():
        for name in group if group[0] in scenario.weights else ():
            yield TriedShare(
                id=name,
                title=criteria.title_of(name),
                above=criteria.title_of(above) if above else "",
                before=_share(name, group, criteria, whose.stated),
                after=_share(name, group, criteria, whose),
            )


def _share(name: str, group: Sequence[str], criteria: Criteria, whose: Weighting) -> float:
    return whose.weight_of(name, criteria) / sum(whose.weight_of(n, criteria) for n in group)
