"""Run the draws over weights and facts."""

from collections.abc import Callable

from evalkit.analysis.smaa import draws_for, smaa
from evalkit.analysis.tally import Acceptability
from evalkit.evaluation.robustness.field import Field
from evalkit.evaluation.robustness.weight_space import Space

Advance = Callable[[int], None]


def draw(field: Field, space: Space, advance: Advance | None = None) -> Acceptability | None:
    """Rank the vendors in every draw; None if no vendor is left to rank."""
    if not field.vendors:
        return None
    draws = draws_for(field.plan.robustness.precision / 100)
    return smaa(field.case, space.sampler(field.patterns), draws, field.plan.seed, advance)
