"""Divide a change in weight × value exactly among its causes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A vendor's value and weight on one measure, at one time.

    `value` is 0 to 100, None if the measure does not apply; `weight` is its share of the whole for
    this vendor, `share` its share before inapplicable measures were left out.
    """

    value: float | None
    weight: float
    share: float

    @property
    def points(self) -> float:
        """Weight × value; zero if the measure does not apply."""
        return 0.0 if self.value is None else self.weight * self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The effects of value, weights and applicability; they add up to the change in points."""

    value: float
    weights: float
    applies: float


NOTHING = 1e-12
"""Shares up to this count as zero: dividing by them could overflow."""


def parts(old: State, new: State) -> Parts:
    """Divide a change in points among value, weights and applicability.

    w′v′ − wv = mean(w, w′) × (v′ − v) + mean(v, v′) × (w′ − w): each factor's part is the mean over
    the two orders in which the factors can change. The weight is a share times a factor for the
    weight taken over from inapplicable measures, and its part is divided in the same way.
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
    """Values before and after; one that is missing equals the other, so only weights matter."""
    known = [state.value for state in (old, new) if state.value is not None]
    first, last = (known[0], known[-1]) if known else (0.0, 0.0)
    return first, last


def _factors(old: State, new: State) -> tuple[float, float]:
    """Weight over share, before and after; for a zero share, the factor of the other time."""
    found = [state.weight / state.share for state in (old, new) if state.share > NOTHING]
    first, last = (found[0], found[-1]) if found else (1.0, 1.0)
    return first, last


def _mean(one: float, other: float) -> float:
    return (one + other) / 2
