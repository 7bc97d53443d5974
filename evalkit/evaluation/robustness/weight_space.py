"""The weights that the draws may take, as people's statements permit."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from evalkit.analysis import sampling
from evalkit.analysis.dominance import Region
from evalkit.analysis.drawing import Sampler
from evalkit.analysis.sampling import Floats
from evalkit.errors import EvalkitError
from evalkit.evaluation.weights import Group, Voice, Weighting
from evalkit.level import is_level
from evalkit.model.criteria import Criteria
from evalkit.model.weights import IntervalStatement, OrderStatement, Robustness, Statement
from evalkit.scoring.scores import measure_shares
from evalkit.weighting.intervals import middle, tightened

Draw = Callable[[np.random.Generator, int], Floats]
"""Draws weights of one group of siblings, shape (siblings, draws)."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """The weights that one voice permits for one group: how to draw them, and their limits."""

    draw: Draw
    region: Region
    is_around: bool = False
    """Whether they are drawn around stated weights."""


@dataclass(frozen=True, slots=True)
class Mixture:
    """The weights that several voices permit: each draw follows one of them."""

    parts: Mapping[int, Allowed]
    """By index of the voice."""


class Space:
    """The permitted weights of a whole tree, group by group.

    Siblings that nobody weighted keep the criteria's own weights, except at the top level, where
    all weights are then equally likely.
    """

    def __init__(self, criteria: Criteria, weighting: Weighting, settings: Robustness) -> None:
        if settings.weights == "intervals" and not weighting.voices:
            raise EvalkitError(
                "weights between the lowest and highest that anybody gives need people: "
                "the plan has no `stakeholders`"
            )
        self.criteria = criteria
        self.weighting = weighting
        self.settings = settings
        self.influence = np.array([voice.influence for voice in weighting.voices])
        self.groups = dict(self._groups())

    @property
    def top(self) -> tuple[Region, ...]:
        """The limits of the top-level weights, one for each voice with its own."""
        allowed = self.groups[None]
        parts = allowed.parts.values() if isinstance(allowed, Mixture) else (allowed,)
        return tuple(part.region for part in parts)

    @property
    def is_around_stated(self) -> bool:
        """Whether any weights are drawn around stated ones."""
        return any(
            part.is_around
            for allowed in self.groups.values()
            for part in (allowed.parts.values() if isinstance(allowed, Mixture) else (allowed,))
        )

    @property
    def below(self) -> frozenset[str]:
        """The criteria below which weights are drawn."""
        if self.settings.has_fixed_weights:
            return frozenset()
        return frozenset(group for group in self.groups if group is not None)

    def sampler(self, patterns: Sequence[Mapping[str, float]]) -> Sampler:
        """A function that draws shares of the whole, shape (patterns, measures, draws).

        A pattern marks the measures that apply, 1 or 0 by id; the others pass their share on to
        their siblings.
        """

        def draw(rng: np.random.Generator, draws: int) -> Floats:
            weights = dict(self._drawn(rng, draws))
            shares = np.empty((len(patterns), len(self.criteria.leaves), draws))
            for pattern, applies in enumerate(patterns):
                drawn = dict(measure_shares(self.criteria, weights, applies))
                for place, name in enumerate(self.criteria.leaves):
                    shares[pattern, place] = drawn[name]
            return shares

        return draw

    def _drawn(self, rng: np.random.Generator, draws: int) -> Iterator[tuple[str, Floats | float]]:
        speaking = self._who_speaks(rng, draws)
        for group, siblings in self.criteria.groups.items():
            allowed = self.groups.get(group)
            if isinstance(allowed, Mixture):
                weights = self._mixed(rng, allowed, speaking, len(siblings))
            elif allowed is not None:
                weights = allowed.draw(rng, draws)
            else:
                continue
            yield from zip(siblings, weights, strict=True)

    def _who_speaks(
        self, rng: np.random.Generator, draws: int
    ) -> "np.ndarray[tuple[int], np.dtype[np.intp]]":
        """The voice that each draw follows, throughout the tree."""
        if not len(self.influence):
            return np.zeros(draws, dtype=np.intp)
        return rng.choice(len(self.influence), size=draws, p=self.influence / self.influence.sum())

    def _mixed(
        self,
        rng: np.random.Generator,
        allowed: Mixture,
        speaking: "np.ndarray[tuple[int], np.dtype[np.intp]]",
        count: int,
    ) -> Floats:
        """Weights by the voice of each draw, or by another if it says nothing about this group."""
        voices = np.array(list(allowed.parts))
        silent = ~np.isin(speaking, voices)
        chances = self.influence[voices] / self.influence[voices].sum()
        here = np.where(silent, rng.choice(voices, size=len(speaking), p=chances), speaking)
        weights = np.empty((count, len(speaking)))
        for number, part in allowed.parts.items():
            draws = np.flatnonzero(here == number)
            weights[:, draws] = part.draw(rng, len(draws))
        return weights

    def _groups(self) -> Iterator[tuple[Group, Allowed | Mixture]]:
        for group, siblings in self.criteria.groups.items():
            if self.settings.has_fixed_weights:
                yield group, exactly(self._centre(siblings))
                continue
            speakers = self.weighting.speakers(group)
            said = bool(speakers) or siblings[0] in self.weighting.plan
            if said and self.settings.weights != "uniform":
                yield group, self._stated(group, siblings, speakers)
            elif said or group is None:
                yield group, everything(len(siblings))

    def _stated(
        self, group: Group, siblings: Sequence[str], speakers: Sequence[Voice]
    ) -> Allowed | Mixture:
        centre = self._centre(siblings)
        kind = self.settings.weights
        if kind == "order":
            return in_order(_falling(centre), len(centre))
        if kind == "intervals" and speakers:
            ends = np.array([_ends(voice, group, siblings) for voice in speakers])
            return within(ends[:, 0].min(axis=0), ends[:, 1].max(axis=0))
        if kind == "mixture" and speakers:
            return Mixture(
                {
                    number: self._by(voice, group, siblings)
                    for number, voice in enumerate(self.weighting.voices)
                    if group in voice.implied
                }
            )
        return near(centre, self.settings.concentration)

    def _centre(self, siblings: Sequence[str]) -> Floats:
        weights = np.array([self.weighting.weight_of(name, self.criteria) for name in siblings])
        centre: Floats = weights / weights.sum()
        return centre

    def _by(self, voice: Voice, group: Group, siblings: Sequence[str]) -> Allowed:
        """The weights that one voice's statement permits."""
        statement = voice.statement(group)
        if isinstance(statement, OrderStatement):
            places = [[siblings.index(name) for name in tie] for tie in statement.order]
            return in_order(places, len(siblings))
        if isinstance(statement, IntervalStatement):
            return within(*_ends(voice, group, siblings))
        weights = voice.implied[group].weights
        return near(np.array([weights[name] for name in siblings]), self.settings.concentration)


def everything(count: int) -> Allowed:
    """All possible weights."""
    region = Region(np.zeros(count), np.ones(count), ())
    return Allowed(lambda rng, draws: sampling.uniform(rng, count, draws), region)


def exactly(weights: Floats) -> Allowed:
    """One set of weights and no other."""
    region = Region(weights, weights, ())
    return Allowed(lambda _, draws: np.tile(weights[:, None], draws), region)


def near(centre: Floats, concentration: float) -> Allowed:
    """Weights around a centre: all are possible, if rarely, except where the centre is zero."""
    region = Region(np.zeros(len(centre)), (centre > 0).astype(float), ())
    return Allowed(
        lambda rng, draws: sampling.around(rng, centre, concentration, draws),
        region,
        is_around=True,
    )


def in_order(places: Sequence[Sequence[int]], count: int) -> Allowed:
    """All weights that keep an order."""
    region = Region(np.zeros(count), np.ones(count), tuple(tuple(tie) for tie in places))
    return Allowed(lambda rng, draws: sampling.ordered(rng, places, count, draws), region)


def within(lows: Floats, highs: Floats) -> Allowed:
    """All weights between a lower and an upper limit for each."""
    narrow = tightened(lows.tolist(), highs.tolist())
    low, high = np.array(narrow[0]), np.array(narrow[1])
    start = np.array(middle(lows.tolist(), highs.tolist()))
    region = Region(low, high, ())
    return Allowed(lambda rng, draws: sampling.between(rng, low, high, start, draws), region)


def _falling(centre: Floats) -> list[list[int]]:
    """Indices by descending weight; equal weights tie."""
    groups: list[list[int]] = []
    for index in np.argsort(-centre, kind="stable").tolist():
        if groups and is_level(centre[groups[-1][0]], centre[index]):
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def _ends(voice: Voice, group: Group, siblings: Sequence[str]) -> tuple[Floats, Floats]:
    """The lowest and highest share that a voice gives each sibling."""
    statement: Statement = voice.statement(group)
    if isinstance(statement, IntervalStatement):
        said = [statement.intervals.get(name) for name in siblings]
        lows = [each.low / 100 if each else 0.0 for each in said]
        highs = [each.high / 100 if each else 1.0 for each in said]
        return np.array(lows), np.array(highs)
    weights = np.array([voice.implied[group].weights[name] for name in siblings])
    return weights, weights
