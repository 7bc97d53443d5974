"""Sensitivity to weights: crossovers, the smallest shift, and score lines."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from evalkit.analysis.sensitivity import (
    EDGE,
    Siblings,
    crossovers,
    leads_beside,
    smallest_shift,
)
from evalkit.evaluation.record.robustness import (
    CrossoverResult,
    LineResult,
    SensitivityResult,
    ShiftResult,
)
from evalkit.evaluation.robustness.field import Field
from evalkit.evaluation.robustness.swaps import DIGITS, Where, level_swaps, swaps
from evalkit.evaluation.weights import Group
from evalkit.level import SAME, is_level
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record import certainty as words
from evalkit.wording.numbers import in_points, percent_tenths
from evalkit.wording.words import listed

FIRST = 4
"""How many top vendors are checked for swaps, unless more are level with the last of them."""
MOST = 8
"""Maximum number of vendors checked for swaps: each pair has a record for every criterion."""
BEND = 21
"""Number of points on a curved line."""


def sensitivity(field: Field) -> SensitivityResult | None:
    """The effects of changed weights; None if there are no two vendors to compare."""
    if len(field.vendors) < 2:  # noqa: PLR2004
        return None
    if field.plan.robustness.has_fixed_weights:
        text = say(words.NOT_VARIED)
        return SensitivityResult(crossovers=(), shift=None, shift_text=text, lines=())
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
    weights = np.array([field.weighting.weight_of(name, field.criteria) for name in names])
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


def _crossovers(field: Field) -> Iterator[CrossoverResult]:
    """Crossovers for every criterion and each pair of top vendors."""
    pairs = list(combinations(range(_compared(field)), 2))
    for group, names in field.criteria.groups.items():
        if names[0] not in field.criteria.nodes:
            continue
        inside = siblings(field, group)
        for place, name in enumerate(names if len(names) > 1 else ()):
            title = field.criteria.title_of(name)
            if group is not None:
                above = field.criteria.title_of(group)
                title = say(words.WITHIN, criterion=title, group=above)
            where = Where(name, group or "", title, float(inside.weights[place]))
            for pair in pairs:
                vendors = field.vendors[pair[0]], field.vendors[pair[1]]
                weights = crossovers(inside, place, *pair)
                if _is_level(field, *pair):
                    others = [each for each in weights if abs(each - where.today) > EDGE]
                    leads = leads_beside(inside, place, *pair)
                    yield from level_swaps(where, vendors, others, leads)
                else:
                    yield from swaps(where, vendors, weights)


def _compared(field: Field) -> int:
    """How many top vendors are compared: the first few, and who is level with the last of them."""
    count = min(len(field.vendors), FIRST)
    while count < min(len(field.vendors), MOST) and _is_level(field, count - 1, count):
        count += 1
    return count


def _is_level(field: Field, one: int, other: int) -> bool:
    return is_level(float(field.points[one]), float(field.points[other]))


def _shift(field: Field) -> tuple[ShiftResult | None, str]:
    """The smallest change that puts any vendor level with the leader."""
    inside = siblings(field, None)
    leader = field.vendors[0].name
    if (inside.applies == 0).any():
        return None, say(words.NO_SHIFT)
    found = [smallest_shift(inside, 0, other) for other in range(1, len(field.vendors))]
    possible = [shift for shift in found if shift is not None]
    if not possible:
        return None, say(words.NOBODY_LEVEL, leader=leader)
    best = min(possible, key=lambda shift: shift.moved)
    found_weights = [round(weight, DIGITS) for weight in best.weights.tolist()]
    weights = dict(zip(field.top, found_weights, strict=True))
    challenger = field.vendors[best.challenger]
    text = _shift_text(field, inside.weights.tolist(), weights, best.moved, challenger.name)
    return ShiftResult(
        challenger=challenger.id, moved=round(best.moved, DIGITS), weights=weights, text=text
    ), text


def _shift_text(
    field: Field, today: list[float], then: dict[str, float], moved: float, challenger: str
) -> str:
    leader = field.vendors[0].name
    if moved < SAME:
        level = [v.name for row, v in enumerate(field.vendors) if _is_level(field, 0, row)]
        return say(words.LEVEL_TODAY, vendors=listed(level))
    losing, gaining = [], []
    for name, before in zip(field.top, today, strict=True):
        change = then[name] - before
        said = say(
            words.WEIGHT_MOVES,
            criterion=field.criteria.title_of(name),
            before=percent_tenths(before),
            then=percent_tenths(then[name]),
        )
        if change > SAME:
            gaining.append(said)
        elif change < -SAME:
            losing.append(said)
    return say(
        words.SHIFT,
        points=in_points(moved * 100),
        losing=listed(losing),
        gaining=listed(gaining),
        vendor=challenger,
        leader=leader,
    )


def _lines(field: Field) -> Iterator[LineResult]:
    """Scores over the weight of each top-level criterion, for the top vendors."""
    inside = siblings(field, None)
    straight = not (inside.applies == 0).any()
    for place, name in enumerate(field.top if len(field.top) > 1 else ()):
        today = float(inside.weights[place])
        weights = [0.0, 1.0] if straight else np.linspace(0, 1, BEND).tolist()
        rows = np.array([inside.scores(inside.shares(place, weight)) for weight in weights])
        carried = np.array([inside.applies @ inside.shares(place, weight) for weight in weights])
        yield LineResult(
            criterion=name,
            today=today,
            scores={
                vendor.id: tuple(
                    (weight, round(score, 9))
                    for weight, score, by in zip(
                        weights, rows[:, row].tolist(), carried[:, row].tolist(), strict=True
                    )
                    if by > SAME  # no score if nothing with a weight applies
                )
                for row, vendor in enumerate(field.vendors[:FIRST])
            },
        )
