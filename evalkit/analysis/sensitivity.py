"""Exact effects of changes in weights, without simulation.

The weights of a group of siblings are shares that sum to 1. A vendor's score is
`base + scale × Σ w_i a_i u_i / Σ w_i a_i`, where u_i is its value on sibling i (0 to 100), a_i is 1
if the sibling applies to it and else 0, and base and scale hold the rest of the tree.
"""

from dataclasses import dataclass

import numpy as np

from evalkit.analysis.sampling import Floats
from evalkit.level import SAME

TINY = 1e-12
EDGE = 1e-9
"""Smallest distance at which a weight is distinct from 0 or 1."""


@dataclass(frozen=True, slots=True)
class Siblings:
    """Vendors' scores as a function of the weights of one group of siblings."""

    weights: Floats
    """Today's shares, shape (siblings,)."""
    values: Floats
    """Shape (vendors, siblings), 0 to 100; any number if a sibling does not apply."""
    applies: Floats
    """Shape (vendors, siblings): 1 if it applies, else 0."""
    base: Floats
    """Shape (vendors,): the points from everything outside the group."""
    scale: Floats
    """Shape (vendors,): the group's share of the total weight, 0 to 1."""

    def shares(self, sibling: int, weight: float) -> Floats:
        """All shares if one sibling has the given weight and the others keep their proportions.

        If all others have weight 0 today, they share the rest evenly.
        """
        others = np.delete(np.arange(len(self.weights)), sibling)
        rest = self.weights[others].sum()
        shares = np.empty_like(self.weights)
        even = np.full(len(others), 1.0 / max(len(others), 1))
        shares[others] = (1.0 - weight) * (self.weights[others] / rest if rest > TINY else even)
        shares[sibling] = weight
        return shares

    def scores(self, shares: Floats) -> Floats:
        """The scores at given shares, shape (vendors,); base alone if nothing applies."""
        carried = self.applies @ shares
        points = (self.applies * self.values) @ shares
        inside = np.divide(points, carried, out=np.zeros_like(points), where=carried > TINY)
        return self.base + self.scale * inside

    def line(self, sibling: int, vendor: int) -> tuple[Floats, Floats]:
        """Points and applicable weight as linear functions of the sibling's weight: [at 0, slope].

        For a vendor to which nothing in the group applies, points are 0 at any weight.
        """
        if not self.applies[vendor].any():
            return np.zeros(2), np.array([1.0, 0.0])
        ends = [self.shares(sibling, weight) for weight in (0.0, 1.0)]
        points = [(self.applies[vendor] * self.values[vendor]) @ end for end in ends]
        carried = [self.applies[vendor] @ end for end in ends]
        return (
            np.array([points[0], points[1] - points[0]]),
            np.array([carried[0], carried[1] - carried[0]]),
        )


def crossovers(group: Siblings, sibling: int, one: int, other: int) -> tuple[float, ...]:
    """The weights of one sibling, 0 to 1, at which two vendors swap, nearest to today first.

    The other siblings keep their proportions. If the same siblings apply to both, the scores are
    linear and there is at most one; else a quadratic is solved. A weight at which the two only
    touch, or are level at 0 or 1 itself, is not a swap.
    """
    equation = _equation(group, sibling, one, other)
    today = float(group.weights[sibling])
    roots = sorted(_roots(equation))
    found = [root for place, root in enumerate(roots) if _swaps(equation, roots, place)]
    return tuple(sorted(found, key=lambda weight: abs(weight - today)))


def leads_beside(group: Siblings, sibling: int, one: int, other: int) -> tuple[int, int]:
    """Who of two vendors that are level today leads just below and just above today's weight.

    1 is the first of them, −1 the other, and 0 nobody, or no weight on that side.
    """
    _, b, a = _equation(group, sibling, one, other).tolist()
    today = float(group.weights[sibling])
    slope = b + 2 * a * today
    below, above = (
        int(np.sign(way * slope if abs(slope) > SAME else a if abs(a) > SAME else 0.0))
        for way in (-1, 1)
    )
    return below if today > EDGE else 0, above if today < 1 - EDGE else 0


def _equation(group: Siblings, sibling: int, one: int, other: int) -> Floats:
    """The lead of one vendor as c + b x + a x², x being the sibling's weight, up to a factor."""
    (p1, c1), (p2, c2) = group.line(sibling, one), group.line(sibling, other)
    gap = group.base[one] - group.base[other]
    # gap·c1·c2 + s1·p1·c2 − s2·p2·c1, each factor linear in the weight.
    equation: Floats = (
        gap * np.convolve(c1, c2)
        + group.scale[one] * np.convolve(p1, c2)
        - group.scale[other] * np.convolve(p2, c1)
    )
    return equation


def _roots(equation: Floats) -> list[float]:
    """Real roots between 0 and 1 of c + b x + a x²."""
    c, b, a = equation.tolist()
    size = max(abs(a), abs(b), abs(c))
    if abs(a) <= TINY * size:
        roots = [] if abs(b) <= TINY * size else [-c / b]
    else:
        inner = b * b - 4 * a * c
        if inner <= 0:
            return []
        # This form keeps its precision if b and the root of `inner` nearly cancel.
        q = -(b + np.copysign(np.sqrt(inner), b)) / 2
        roots = [q / a] + ([c / q] if q else [])
    return [float(root) for root in roots if EDGE < root < 1 - EDGE]


def _swaps(equation: Floats, roots: list[float], place: int) -> bool:
    """Whether the sign of c + b x + a x² changes at a root, tested halfway to its neighbours.

    Rounding noise around a double root, such as one at 0 or 1, is not a change.
    """
    c, b, a = equation.tolist()
    stops = [0.0, *roots, 1.0]
    sides = [(stops[place + step] + stops[place + step + 1]) / 2 for step in (0, 1)]
    before, after = (c + b * x + a * x * x for x in sides)
    noise = TINY * max(abs(a), abs(b), abs(c))
    return bool((before > noise and after < -noise) or (before < -noise and after > noise))


@dataclass(frozen=True, slots=True)
class Shift:
    """The smallest change of weights that puts a challenger level with the leader."""

    challenger: int
    moved: float
    """The share of weight moved from some siblings to another."""
    weights: Floats
    """The shares after the change."""


def smallest_shift(group: Siblings, leader: int, challenger: int) -> Shift | None:
    """The smallest total change of weights after which a challenger is level with the leader.

    Exact: a share moved from sibling i to k changes the gap by d_k − d_i, d being the challenger's
    values less the leader's; so all of it goes to the sibling with the largest d, taken from
    those with the smallest d first. None if no weights suffice, or if different siblings apply to
    the two, because then the gap is not linear in the weights.
    """
    if (group.applies[leader] != group.applies[challenger]).any():
        return None
    if (group.applies[leader] == 0).any() or group.scale[leader] != group.scale[challenger]:
        return None
    gains = group.scale[leader] * (group.values[challenger] - group.values[leader])
    gap = float(group.base[leader] - group.base[challenger] - gains @ group.weights)
    weights = group.weights.copy()
    target = int(gains.argmax())
    order = np.argsort(gains, kind="stable")
    for source in order[gains[order] < gains[target]]:
        if gap <= 0:
            break
        moved = min(float(weights[source]), gap / float(gains[target] - gains[source]))
        weights[source] -= moved
        weights[target] += moved
        gap -= moved * float(gains[target] - gains[source])
    if gap > SAME:
        return None
    return Shift(challenger, float(np.abs(weights - group.weights).sum() / 2), weights)
