"""The weights at which two vendors swap places, as records with their sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evalkit.evaluation.record.robustness import CrossoverResult
from evalkit.model.vendor import Vendor
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record import certainty as words
from evalkit.wording.numbers import in_points, percent_tenths

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
        names = {"ahead": ahead.name, "behind": behind.name}
        text = say(words.STAYS_AHEAD, criterion=where.title, **names)
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
    up, down = (
        (words.BACK_UP, words.BACK_DOWN) if back else (words.OVERTAKES_UP, words.OVERTAKES_DOWN)
    )
    return say(
        up if weight > where.today else down,
        ahead=ahead,
        behind=behind,
        criterion=where.title,
        weight=percent_tenths(weight),
        today=percent_tenths(where.today),
        points=in_points(abs(weight - where.today) * 100),
    )


def _level_text(where: Where, pair: Pair, leads: tuple[int, int]) -> str:
    below, above = (pair[lead < 0].name for lead in leads)
    if not any(leads):
        said = words.STAY_LEVEL
    elif 0 in leads:
        said = words.AHEAD_UP if leads[1] else words.AHEAD_DOWN
    else:
        said = words.AHEAD_ANYWAY if leads[0] == leads[1] else words.AHEAD_BY_SIDE
    return say(
        said,
        one=pair[0].name,
        other=pair[1].name,
        criterion=where.title,
        today=percent_tenths(where.today),
        above=above,
        below=below,
    )
