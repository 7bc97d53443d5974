"""A change of weight × value, divided exactly among what changed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A measure for one vendor at one time.

    `value` is 0 to 100, None where the measure does not apply; `weight` its share of the whole
    for this vendor; `share` the same before anything that does not apply was left out.
    """

    value: float | None
    weight: float
    share: float

    @property
    def points(self) -> float:
        """Weight × value; nothing where the measure does not apply."""
        return 0.0 if self.value is None else self.weight * self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What the value, the weights, and what applies did; they add up to the change in points."""

    value: float
    weights: float
    applies: float


NOTHING = 1e-12
"""A share of no more moves nothing, and dividing by it could go beyond all numbers."""


def parts(old: State, new: State) -> Parts:
    """How a change in points comes about.

    w′v′ − wv = mean(w, w′) × (v′ − v) + mean(v, v′) × (w′ − w): each factor's part is the mean
    over the two orders in which the factors can change. The weight is a share times what the
    vendor takes over from measures that do not apply, and its part is divided in the same way.
    """
    before, after = _values(old, new)
    factor_before, factor_after = _factors(old, new)
    value = _mean(before, after)
    return Parts(
        value=_mean(old.weight, new.weight) * (after - before),
        weights=value * _mean(factor_before, factor_after) * (new.share - old.share),
        applies=value * _mean(old.share, new.share) * (factor_after - factor_before),
    )


def _values(old: State, new: State) -> tuple[float, float]:
    """A measure that did not apply had no value that could change: all of it is the weight's."""
    known = [state.value for state in (old, new) if state.value is not None]
    first, last = (known[0], known[-1]) if known else (0.0, 0.0)
    return first, last


def _factors(old: State, new: State) -> tuple[float, float]:
    """Weight over share; a share of nothing leaves the factor as it is at the other time."""
    found = [state.weight / state.share for state in (old, new) if state.share > NOTHING]
    first, last = (found[0], found[-1]) if found else (1.0, 1.0)
    return first, last


def _mean(one: float, other: float) -> float:
    return (one + other) / 2
