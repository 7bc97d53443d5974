"""What a change of weights would do: crossovers, the smallest shift, and the lines between."""

from collections.abc import Iterator, Sequence

import numpy as np

from evalkit.analysis.sensitivity import Siblings, crossovers, smallest_shift
from evalkit.evaluation.record_robustness import (
    CrossoverResult,
    LineResult,
    SensitivityResult,
    ShiftResult,
)
from evalkit.evaluation.robustness.field import Field
from evalkit.evaluation.weights import Group
from evalkit.evaluation.words import listed, share

FIRST = 4
"""Vendors from the first on whose swaps are worked out."""
BEND = 21
"""Points of a line that is not straight."""


def sensitivity(field: Field) -> SensitivityResult | None:
    """Everything about changed weights; None where there are no two vendors to compare."""
    if len(field.vendors) < 2:  # noqa: PLR2004
        return None
    found = sorted(_crossovers(field), key=_nearness)
    shift, text = _shift(field)
    return SensitivityResult(
        crossovers=tuple(found),
        shift=shift,
        shift_text=text,
        lines=tuple(_lines(field)),
    )


def _nearness(crossover: CrossoverResult) -> float:
    return float("inf") if crossover.distance is None else abs(crossover.distance)


def siblings(field: Field, group: Group) -> Siblings:
    """How the field scores as the weights below one criterion change."""
    names = field.criteria.groups[group]
    nodes = [field.nodes[name] for name in names]
    weights = np.array([_weight(field, name) for name in names])
    inside = np.ones(len(field.vendors)) if group is None else field.nodes[group].share
    within = Siblings(
        weights / weights.sum(),
        np.column_stack([node.value for node in nodes]),
        np.column_stack([node.applies for node in nodes]),
        np.zeros(len(field.vendors)),
        inside,
    )
    base = field.points - within.scores(within.weights)
    return Siblings(within.weights, within.values, within.applies, base, inside)


def _weight(field: Field, name: str) -> float:
    own = field.weighting.weights.get(name)
    return own if own is not None else field.criteria.weight_of(name)


def _crossovers(field: Field) -> Iterator[CrossoverResult]:
    """For every criterion and each pair of the first vendors."""
    count = min(len(field.vendors), FIRST)
    pairs = [(one, two) for one in range(count) for two in range(one + 1, count)]
    for group, names in field.criteria.groups.items():
        if names[0] not in field.criteria.nodes:
            continue
        inside = siblings(field, group)
        for place, name in enumerate(names if len(names) > 1 else ()):
            for ahead, behind in pairs:
                weights = crossovers(inside, place, ahead, behind)
                yield _crossover(
                    field, group, name, (ahead, behind), float(inside.weights[place]), weights
                )


def _crossover(
    field: Field,
    group: Group,
    name: str,
    pair: tuple[int, int],
    today: float,
    weights: Sequence[float],
) -> CrossoverResult:
    ahead, behind = (field.vendors[number] for number in pair)
    weight = weights[0] if weights else None
    distance = None if weight is None else weight - today
    title = field.criteria.title_of(name)
    level = abs(field.points[pair[0]] - field.points[pair[1]]) < 1e-9  # noqa: PLR2004
    return CrossoverResult(
        criterion=name,
        above=group or "",
        ahead=ahead.id,
        behind=behind.id,
        today=today,
        weight=weight,
        distance=distance,
        text=_swap_text(title, ahead.name, behind.name, today, weight, level=level),
    )


def _swap_text(
    title: str, ahead: str, behind: str, today: float, weight: float | None, *, level: bool
) -> str:
    if level:
        return f"{ahead} and {behind} are level at today's weights."
    if weight is None:
        return f"{ahead} stays ahead of {behind} whatever {title} weighs."
    side = "more" if weight > today else "less"
    away = f"{abs(weight - today) * 100:.1f} points {'up' if weight > today else 'down'}"
    return (
        f"{behind} overtakes {ahead} if {title} weighs {side} than {share(weight)} "
        f"(today {share(today)}, {away})."
    )


def _shift(field: Field) -> tuple[ShiftResult | None, str]:
    """The cheapest way to put anybody level with the leader."""
    inside = siblings(field, None)
    leader = field.vendors[0].name
    if (inside.applies == 0).any():
        return None, (
            "The smallest change of weights is not worked out: a whole criterion does not apply "
            "to somebody, and its weight moves."
        )
    found = [smallest_shift(inside, 0, other) for other in range(1, len(field.vendors))]
    possible = [shift for shift in found if shift is not None]
    if not possible:
        return None, f"No weights of the criteria put anybody level with {leader}."
    best = min(possible, key=lambda shift: shift.moved)
    weights = dict(zip(field.top, best.weights.tolist(), strict=True))
    challenger = field.vendors[best.challenger]
    text = _shift_text(field, inside.weights.tolist(), weights, best.moved, challenger.name)
    return ShiftResult(challenger=challenger.id, moved=best.moved, weights=weights, text=text), text


def _shift_text(
    field: Field, today: list[float], then: dict[str, float], moved: float, challenger: str
) -> str:
    leader = field.vendors[0].name
    if moved < 1e-12:  # noqa: PLR2004
        return f"{challenger} is level with {leader} at today's weights."
    given, taken = [], []
    for name, before in zip(field.top, today, strict=True):
        change = then[name] - before
        said = f"{field.criteria.title_of(name)} ({share(before)} → {share(then[name])})"
        if change > 1e-12:  # noqa: PLR2004
            taken.append(said)
        elif change < -1e-12:  # noqa: PLR2004
            given.append(said)
    return (
        f"Moving {moved * 100:.1f} points of weight from {listed(given)} to {listed(taken)} puts "
        f"{challenger} level with {leader}; no smaller change dethrones it."
    )


def _lines(field: Field) -> Iterator[LineResult]:
    """Scores over the weight of each top-level criterion, for the first vendors."""
    inside = siblings(field, None)
    straight = not (inside.applies == 0).any()
    for place, name in enumerate(field.top if len(field.top) > 1 else ()):
        today = float(inside.weights[place])
        weights = [0.0, 1.0] if straight else np.linspace(0, 1, BEND).tolist()
        rows = np.array([inside.scores(inside.shares(place, weight)) for weight in weights])
        yield LineResult(
            criterion=name,
            today=today,
            scores={
                vendor.id: tuple(zip(weights, rows[:, row].tolist(), strict=True))
                for row, vendor in enumerate(field.vendors[:FIRST])
            },
        )
