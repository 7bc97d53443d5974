"""The weights at which two vendors swap places, as records with their sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evalkit.evaluation.record.robustness import CrossoverResult
from evalkit.model.vendor import Vendor
from evalkit.wording.numbers import fixed, percent_tenths

DIGITS = 12
"""Decimals of exact figures: further ones differ between processors."""
Pair = tuple[Vendor, Vendor]


@dataclass(frozen=True, slots=True)
class Where:
    """A criterion whose weight is varied, and its share among its siblings today."""

    criterion: str
    above: str
    """The criterion above it; empty at the top level."""
    title: str
    today: float


def swaps(where: Where, pair: Pair, weights: Sequence[float]) -> Iterator[CrossoverResult]:
    """Every weight at which a pair swaps, the one that is ahead today named first.

    One record says so if there is none.
    """
    ahead, behind = pair
    if not weights:
        text = f"{ahead.name} stays ahead of {behind.name} whatever {where.title} weighs."
        yield _record(where, pair, None, text)
    sides: set[bool] = set()
    for weight in weights:
        up = weight > where.today
        yield _record(where, pair, weight, _text(where, pair, weight, back=up in sides))
        sides.add(up)


def level_swaps(
    where: Where, pair: Pair, weights: Sequence[float], leads: tuple[int, int]
) -> Iterator[CrossoverResult]:
    """Who of a pair that is level today is ahead at other weights, as far as either is.

    `leads` says who is just below and just above today's weight: 1 the first, −1 the other, 0
    nobody.
    """
    below, above = (pair if lead >= 0 else (pair[1], pair[0]) for lead in leads)
    weight = where.today if any(leads) else None
    yield _record(where, above if leads[1] else below, weight, _level_text(where, pair, leads))
    for each in weights:
        side = above if each > where.today else below
        yield _record(where, side, each, _text(where, side, each))


def _record(where: Where, pair: Pair, weight: float | None, text: str) -> CrossoverResult:
    return CrossoverResult(
        criterion=where.criterion,
        above=where.above,
        ahead=pair[0].id,
        behind=pair[1].id,
        today=where.today,
        weight=None if weight is None else round(weight, DIGITS),
        distance=None if weight is None else round(weight - where.today, DIGITS),
        text=text,
    )


def _text(where: Where, pair: Pair, weight: float, *, back: bool = False) -> str:
    ahead, behind = (vendor.name for vendor in pair)
    side, way = ("more", "up") if weight > where.today else ("less", "down")
    points = fixed(abs(weight - where.today) * 100, 1)
    away = f"today {percent_tenths(where.today)}, {points} points {way}"
    swap = f"{ahead} is back ahead of {behind}" if back else f"{behind} overtakes {ahead}"
    return f"{swap} if {where.title} weighs {side} than {percent_tenths(weight)} ({away})."


def _level_text(where: Where, pair: Pair, leads: tuple[int, int]) -> str:
    both = f"{pair[0].name} and {pair[1].name}"
    if not any(leads):
        return f"{both} stay level whatever {where.title} weighs."
    below, above = (pair[lead < 0].name for lead in leads)
    than = f"than {percent_tenths(where.today)}"
    if 0 in leads:
        who, side = (above, "more") if leads[1] else (below, "less")
        said = f"{who} is ahead if {where.title} weighs {side} {than}"
    elif leads[0] == leads[1]:
        said = f"{above} is ahead if {where.title} weighs more or less {than}"
    else:
        said = f"{above} is ahead if {where.title} weighs more {than}, {below} if less"
    return f"{both} are level today; {said}."
