"""Criteria by which vendors are judged: a tree that ends in measures."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from evalkit.model.base import Days, Id, MeasureId, Record, Text
from evalkit.model.comparison.role import Role, RoleId
from evalkit.model.flow import DataObject
from evalkit.model.forms import Formed, OneOf
from evalkit.model.scale import ALONE, Derived, Measure, Scale, Weight
from evalkit.model.scales.rating import Grades, Rating

SIBLINGS = Field(min_length=1, max_length=50)
"""The most siblings that anybody weighs against each other; simulations redraw every pair."""


class Background(Record):
    """Something worth knowing that does not affect the score."""

    title: Text | None = None
    """A name for reports; the id in words if omitted."""
    question: Text | None = None
    """What to look for."""
    unit: Text | None = None
    """The unit in which facts are written, such as days."""


COST = "cost"
"""The criterion that has no weight if a plan shows value against cost."""


class Criterion(Formed):
    """Something that matters: it contains measures, or further criteria."""

    go_together = (
        OneOf(
            "measures", "criteria",
            words="a criterion holds either `measures` or further `criteria`",
        ),
    )  # fmt: skip

    title: Text
    """A name for reports."""
    weight: Weight = ALONE
    """The worth of going from worst to best on this criterion, relative to its siblings; needed
    only beside siblings.
    Examples: 30
    """
    because: Text | None = None
    """Why it matters."""
    measures: Annotated[dict[MeasureId, Measure], SIBLINGS] | None = None
    """Its measures, by id; instead of further `criteria`."""
    criteria: "Annotated[dict[Id, Criterion], SIBLINGS] | None" = None
    """Further criteria, by id; instead of `measures`."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A measure with the criteria above it, outermost first."""

    measure_id: str
    measure: Measure
    above: tuple[str, ...]

    @property
    def top(self) -> str:
        """The top-level criterion to which it counts."""
        return self.above[0]

    @property
    def title(self) -> str:
        """The measure's title, or its id in words."""
        return self.measure.title or in_words(self.measure_id)


class Criteria(Record):
    """How vendors of one category are judged."""

    id: Id
    """The name of the file, without its ending.
    Examples: "payment-gateways"
    """
    title: Text
    """A title for reports."""
    about: Text | None = None
    """The purpose of these criteria."""
    extends: Id | None = None
    """Another criteria file, into which this one is merged by id.
    Examples: "integration"
    """
    fresh_for: Days | None = None
    """Days after which a fact is stale, for measures without a `fresh_for` of their own.
    Examples: 365
    """
    ratings: Annotated[dict[MeasureId, Grades], Field(max_length=100)] = Field(default={})
    """Ratings that measures share, by name, each with the text of every level.
    Examples: {"fit": {"1": "does not fit", "2": "fits with changes", "3": "fits"}}
    """
    roles: Annotated[dict[RoleId, Role], Field(max_length=20)] = Field(default={})
    """The roles that vendors of this category can have, by id; only vendors of the same role are
    compared, unless a plan names several.
    Examples: {"acquirer": {"title": "Acquirers"}, "wallet": {"title": "Wallets"}}
    """
    criteria: Annotated[dict[Id, Criterion], SIBLINGS]
    """The criteria, by id; weights are relative to siblings."""
    background: dict[MeasureId, Background] = Field(default={})
    """Background information that does not affect the score, by id."""
    data_objects: dict[MeasureId, DataObject] = Field(default={})
    """Kinds of data that flow between a shop and vendors of this category."""

    @model_validator(mode="after")
    def _define_ratings(self) -> Self:
        for leaf in walk(self.criteria):
            if isinstance(leaf.measure.scale, Rating):
                leaf.measure.scale.define(self.ratings.get(leaf.measure.scale.of, {}))
        return self

    @cached_property
    def leaves(self) -> dict[str, Leaf]:
        """All measures by id, in the order of the file; if an id is used twice, the first."""
        found: dict[str, Leaf] = {}
        for leaf in walk(self.criteria):
            found.setdefault(leaf.measure_id, leaf)
        return found

    @cached_property
    def groups(self) -> dict[str | None, tuple[str, ...]]:
        """Siblings, to weigh against each other, by the criterion above; None for the top."""
        return dict(_groups(None, self.criteria))

    @cached_property
    def names(self) -> frozenset[str]:
        """The ids of all criteria and measures."""
        return frozenset(self.group_of)

    @cached_property
    def group_of(self) -> dict[str, str | None]:
        """The criterion directly above each criterion and measure; None for the top."""
        found: dict[str, str | None] = {}
        for above, group in self.groups.items():
            for name in group:
                found.setdefault(name, above)
        return found

    @cached_property
    def known_measures(self) -> frozenset[str]:
        """The ids that facts may have: measures and background."""
        return frozenset([*self.leaves, *self.background])

    def title_of(self, name: str) -> str:
        """The title of a criterion or measure; its id in words if it has none."""
        return self._titles.get(name) or in_words(name)

    @cached_property
    def nodes(self) -> dict[str, Criterion]:
        """Every criterion of the tree, by id."""
        return dict(_nodes(self.criteria))

    @cached_property
    def _titles(self) -> dict[str, str]:
        titles = {name: leaf.title for name, leaf in self.leaves.items()}
        return titles | {name: criterion.title for name, criterion in self.nodes.items()}

    def weight_of(self, name: str) -> float:
        """The file's own weight of a criterion or measure, relative to its siblings."""
        node = self.nodes.get(name)
        return node.weight if node else self.leaves[name].measure.weight

    @cached_property
    def scales_mark(self) -> str:
        """A fingerprint of all scales, which changes if an end of one changes."""
        scales = {name: _mark(leaf.measure.scale) for name, leaf in self.leaves.items()}
        digest = hashlib.sha256(json.dumps(scales, sort_keys=True).encode()).hexdigest()
        return f"s-{digest[:8]}"

    @cached_property
    def derived(self) -> dict[str, Derived]:
        """The computed values by measure."""
        found = ((name, leaf.measure.derived) for name, leaf in self.leaves.items())
        return {name: what for name, what in found if what is not None}

    @cached_property
    def ages(self) -> frozenset[str]:
        """The measures on which facts are dates."""
        return frozenset(name for name, leaf in self.leaves.items() if leaf.measure.age)

    @cached_property
    def successors(self) -> dict[str, str]:
        """The measures that replace former ones, by the name of the former."""
        return {
            former: name for name, leaf in self.leaves.items() for former in leaf.measure.replaces
        }

    def without(self, name: str) -> "Criteria":
        """These criteria without a top-level criterion, whose measures become background.

        The other weights stay; if there is no such criterion, or no other, nothing changes.
        """
        if name not in self.criteria or len(self.criteria) == 1:
            return self
        rest = {each: criterion for each, criterion in self.criteria.items() if each != name}
        kept = {
            leaf.measure_id: Background(
                title=leaf.title, question=leaf.measure.question, unit=leaf.measure.unit
            )
            for leaf in self.leaves.values()
            if leaf.top == name
        }
        # Built again instead of copied, so that no cached property of the whole remains.
        return Criteria(
            id=self.id,
            title=self.title,
            about=self.about,
            extends=self.extends,
            fresh_for=self.fresh_for,
            ratings=self.ratings,
            roles=self.roles,
            criteria=rest,
            background={**kept, **self.background},
            data_objects=self.data_objects,
        )

    def taken_out(self, roles: Iterable[str]) -> dict[str, Role]:
        """The measures that vendors in some roles cannot have, each with the first such role."""
        found: dict[str, Role] = {}
        for role in (self.roles[name] for name in roles if name in self.roles):
            for name, leaf in self.leaves.items():
                if {name, *leaf.above}.intersection(role.without):
                    found.setdefault(name, role)
        return found

    def fresh_days(self, measure_id: str) -> int | None:
        """How long a fact on this measure stays fresh; None if it does not age."""
        leaf = self.leaves.get(measure_id)
        own = leaf.measure.fresh_for if leaf else None
        return own or (self.fresh_for if leaf else None)

    def unit_of(self, measure_id: str) -> str | None:
        """The unit of a measure or of a background entry."""
        leaf = self.leaves.get(measure_id)
        return leaf.measure.unit if leaf else self.background[measure_id].unit

    def texts_of(self, measure_id: str) -> Mapping[float, str]:
        """What the levels of a measure mean, if it is rated; empty for any other."""
        leaf = self.leaves.get(measure_id)
        return leaf.measure.scale.texts if leaf and isinstance(leaf.measure.scale, Rating) else {}


def walk(criteria: dict[str, Criterion], above: tuple[str, ...] = ()) -> Iterator[Leaf]:
    """Every measure of a tree, in the order of the file."""
    for name, criterion in criteria.items():
        here = (*above, name)
        for measure_id, measure in (criterion.measures or {}).items():
            yield Leaf(measure_id, measure, here)
        yield from walk(criterion.criteria or {}, here)


def _mark(scale: Scale) -> dict[str, Any]:
    """What is fingerprinted of a scale; of a rating, also what its levels mean."""
    texts = {"texts": dict(scale.texts)} if isinstance(scale, Rating) else {}
    return scale.model_dump(mode="json", exclude={"because", "strict"}) | texts


def _nodes(criteria: dict[str, Criterion]) -> Iterator[tuple[str, Criterion]]:
    for name, criterion in criteria.items():
        yield name, criterion
        yield from _nodes(criterion.criteria or {})


def _groups(
    above: str | None, criteria: dict[str, Criterion]
) -> Iterator[tuple[str | None, tuple[str, ...]]]:
    yield above, tuple(criteria)
    for name, criterion in criteria.items():
        if criterion.measures:
            yield name, tuple(criterion.measures)
        else:
            yield from _groups(name, criterion.criteria or {})


def in_words(identifier: str) -> str:
    """An id as a heading: `rate_limit` → `Rate limit`."""
    words = in_lower_case(identifier)
    return words[:1].upper() + words[1:]


def in_lower_case(identifier: str) -> str:
    """An id inside a sentence: `rate_limit` → `rate limit`."""
    return identifier.replace("_", " ").replace("-", " ")
