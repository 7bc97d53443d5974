"""Run the draws over weights and facts."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from evalkit.analysis.sampling import Floats
from evalkit.analysis.smaa import Simulation, draws_for, first_shares, simulate
from evalkit.evaluation.robustness.field import Field
from evalkit.evaluation.robustness.weight_space import Space
from evalkit.evaluation.standing import Chances

Advance = Callable[[int], None]
CAUTIOUS = 10.0
"""The concentration at which the outcome is worked out too, if weights keep closer than that."""


@dataclass(frozen=True, slots=True)
class Cautious:
    """First places with weights drawn more widely around those stated, by ranked vendor."""

    concentration: float
    alone: Floats
    alike: Floats


@dataclass(frozen=True, slots=True)
class Drawn:
    """The results of all draws."""

    draws: int
    found: Simulation
    cautious: Cautious | None
    """None if weights are not drawn around stated ones, or not closely."""
    chances: Chances


def draw(field: Field, space: Space, advance: Advance | None = None) -> Drawn | None:
    """Rank the vendors in every draw; None if no vendor is ranked."""
    if not field.vendors:
        return None
    draws, seed = draws_for(field.plan.robustness.precision / 100), field.plan.seed
    weights = space.sampler(field.patterns)
    found = simulate(field.case, weights, draws, seed, advance, field.rivals_case)
    alone, alike = found.alone.first.tolist(), found.alike.first.tolist()
    rivals = [vendor.id for vendor in field.rivals.vendors]
    chances = Chances(
        dict(zip(field.ids, map(max, alone, alike), strict=True)),
        dict(zip(rivals, found.challenges.tolist(), strict=True)),
    )
    return Drawn(draws, found, _cautious(field, space, draws), chances)


MOST_PEOPLE = 20
"""The most people by whose own weights vendors are drawn."""


def firsts_by_person(
    field: Field, space: Space
) -> dict[str, tuple[dict[str, float], dict[str, float]]]:
    """Shares of first places by each person's own weights; empty if there are too many people."""
    stated = field.weighting.stated
    voices = stated.voices
    if not field.vendors or not 0 < len(voices) <= MOST_PEOPLE:
        return {}
    samplers = []
    for voice in voices:
        weights = stated.of(voice)
        own = replace(stated, voices=(voice,), plan=weights, weights=weights)
        samplers.append(Space(space.criteria, own, space.settings).sampler(field.patterns))
    draws = draws_for(field.plan.robustness.precision / 100)
    found = first_shares(field.case, samplers, draws, field.plan.seed)

    def by_vendor(shares: Floats) -> dict[str, float]:
        return dict(zip(field.ids, shares.tolist(), strict=True))

    return {
        voice.id: (by_vendor(alone), by_vendor(alike))
        for voice, (alone, alike) in zip(voices, found, strict=True)
    }


def _cautious(field: Field, space: Space, draws: int) -> Cautious | None:
    settings = space.settings
    if settings.concentration <= CAUTIOUS or not space.is_around_stated:
        return None
    wider = Space(
        space.criteria,
        space.weighting,
        settings.model_copy(update={"concentration": CAUTIOUS}),
    )
    sampler = wider.sampler(field.patterns)
    [shares] = first_shares(field.case, [sampler], draws, field.plan.seed)
    return Cautious(CAUTIOUS, *shares)
