"""The weights of a decision: the plan's own, its stakeholders', or the criteria's."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from evalkit.evaluation.record.evaluation import WeightResult
from evalkit.model.criteria import Criteria, Criterion
from evalkit.model.plan import Plan
from evalkit.model.weights import Stakeholder, Statement
from evalkit.scoring.scores import measure_shares
from evalkit.weighting.implied import Implied, implied

Group = str | None
"""Siblings, identified by the criterion above them; None at the top level."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A stakeholder with the weights that each statement implies."""

    id: str
    record: Stakeholder
    implied: Mapping[Group, Implied]

    @property
    def influence(self) -> float:
        """How much this voice counts, relative to the others."""
        return self.record.influence

    @property
    def name(self) -> str:
        """The name shown in reports."""
        return self.record.title or self.id

    def statement(self, group: Group) -> Statement:
        """The statement about a group of siblings."""
        return self.record.statements[group]


@dataclass(frozen=True, slots=True)
class Weighting:
    """The weights of one decision, and where they come from."""

    voices: tuple[Voice, ...]
    plan: Mapping[str, float]
    """Weights set by the plan itself, by id of criterion or measure."""
    weights: Mapping[str, float]
    """All weights that replace the criteria's own: the plan's, and those of its stakeholders."""

    before: "Weighting | None" = None
    """The weights that a scenario replaces; None without one."""

    @property
    def stated(self) -> "Weighting":
        """The weights as the plan and its people state them, whatever is tried."""
        return self.before or self

    @property
    def has_own(self) -> bool:
        """Whether anything but the criteria gives weights."""
        return bool(self.plan or self.voices)

    def trying(self, weights: Mapping[str, float], criteria: Criteria) -> "Weighting":
        """These weights with others for some siblings, about which then nobody speaks."""
        if not weights:
            return self
        replaced = {criteria.group_of[name] for name in weights}
        voices = tuple(
            replace(
                voice,
                implied={g: said for g, said in voice.implied.items() if g not in replaced},
            )
            for voice in self.voices
        )
        return Weighting(voices, {**self.plan, **weights}, {**self.weights, **weights}, self)

    def speakers(self, group: Group) -> tuple[Voice, ...]:
        """Stakeholders who weighted a group of siblings."""
        return tuple(voice for voice in self.voices if group in voice.implied)

    def weight_of(self, name: str, criteria: Criteria) -> float:
        """The weight of a criterion or measure among its siblings."""
        weight = self.weights.get(name)
        return criteria.weight_of(name) if weight is None else weight

    def shares(self, criteria: Criteria) -> dict[str, float]:
        """Each measure's share of the whole if everything applies."""
        applies = dict.fromkeys(criteria.leaves, 1.0)
        return dict(measure_shares(criteria, self.weights, applies))

    def of(self, voice: Voice) -> dict[str, float]:
        """The weights of one stakeholder, or the decision's where they gave none."""
        own = {
            name: share for said in voice.implied.values() for name, share in said.weights.items()
        }
        return {**self.weights, **own}


def as_given(
    criteria: Criteria, whose: Weighting, siblings: Mapping[str, Any], above: str = ""
) -> Iterator[WeightResult]:
    """The decision's weights of some siblings and of all below them, each above its own."""
    for name, sibling in siblings.items():
        yield WeightResult(
            id=name,
            above=above,
            title=criteria.title_of(name),
            weight=whose.weight_of(name, criteria),
        )
        if isinstance(sibling, Criterion):
            below = sibling.measures or sibling.criteria or {}
            yield from as_given(criteria, whose, below, name)


def weighting(plan: Plan, criteria: Criteria) -> Weighting:
    """The weights of a plan; several stakeholders' weights are averaged by influence."""
    voices = tuple(_voice(name, record, criteria) for name, record in plan.stakeholders.items())
    own = {name: weight.weight for name, weight in plan.weights.items()}
    return Weighting(voices, own, own | dict(_group_weights(voices, criteria)))


def _voice(name: str, record: Stakeholder, criteria: Criteria) -> Voice:
    said = {
        group: implied(statement, criteria.groups[group])
        for group, statement in record.statements.items()
    }
    return Voice(name, record, said)


def _group_weights(voices: tuple[Voice, ...], criteria: Criteria) -> Iterator[tuple[str, float]]:
    for group, siblings in criteria.groups.items():
        speakers = [voice for voice in voices if group in voice.implied]
        total = sum(voice.influence for voice in speakers)
        for name in siblings if speakers else ():
            parts = (voice.influence * voice.implied[group].weights[name] for voice in speakers)
            yield name, sum(parts) / total
