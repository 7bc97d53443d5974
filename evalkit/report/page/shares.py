"""Points out of those possible, rounded to add up, with full marks always shown as full."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from evalkit.explanation.explain import CriterionPoints, Explanation, MeasurePoints
from evalkit.wording.apportion import apportioned
from evalkit.wording.numbers import fixed

NOISE = 1e-9


@dataclass(frozen=True, slots=True)
class RoundedShare:
    """Points gained out of those possible, as shown."""

    points: float
    possible: float
    digits: int

    @property
    def brought(self) -> str:
        """`9.0 of 10.0`."""
        return self._of(self.points)

    @property
    def lost(self) -> str:
        """`1.0 of 10.0`."""
        return self._of(self.possible - self.points)

    def _of(self, points: float) -> str:
        return f"{fixed(points, self.digits)} of {fixed(self.possible, self.digits)}"


MeasureShare = tuple[MeasurePoints, RoundedShare]


def criterion_shares(explanation: Explanation, score: float) -> list[RoundedShare]:
    """A share for each criterion; points gained add up to the score, those possible to 100."""
    return _shares(explanation.criteria, RoundedShare(score, 100.0, explanation.digits))


def measure_shares(
    explanation: Explanation, criteria: Sequence[RoundedShare]
) -> dict[str, MeasureShare]:
    """A share for each applicable measure, by id; they add up to those of their criteria."""
    return {
        measure.measure: (measure, _full(measure, share))
        for criterion, whole in zip(explanation.criteria, criteria, strict=True)
        for measure, share in zip(
            criterion.measures, _shares(criterion.measures, whole), strict=True
        )
    }


def _full(measure: MeasurePoints, share: RoundedShare) -> RoundedShare:
    return replace(share, possible=share.points) if _is_full(measure) else share


def _shares(
    parts: Sequence[CriterionPoints | MeasurePoints], whole: RoundedShare
) -> list[RoundedShare]:
    if not parts:
        return []
    digits = whole.digits
    possible = apportioned([part.possible for part in parts], digits, whole.possible)
    # Full and empty shares stay exact; the others absorb the rounding.
    settled = {
        at: possible[at] if _is_full(part) else 0.0
        for at, part in enumerate(parts)
        if _is_full(part) or part.points < NOISE
    }
    rest = [at for at in range(len(parts)) if at not in settled]
    left = whole.points - sum(settled.values())
    if not 0 <= round(left, digits) <= sum(possible[at] for at in rest) or not rest:
        settled, rest, left = {}, list(range(len(parts))), whole.points
    shown = apportioned([parts[at].points for at in rest], digits, left)
    points = settled | dict(zip(rest, shown, strict=True))
    return [RoundedShare(points[at], possible[at], digits) for at in range(len(parts))]


def _is_full(part: CriterionPoints | MeasurePoints) -> bool:
    return part.possible - part.points < NOISE
