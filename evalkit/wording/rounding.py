"""Round amounts so that their digits say no more, and no less, than is known."""

import math
from collections.abc import Collection, Iterable, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from operator import itemgetter

from evalkit.level import SAME

Number = Decimal | float
NEAREST, DOWN, UP = ROUND_HALF_UP, ROUND_FLOOR, ROUND_CEILING
"""Halves away from zero, as people round; down for "at least", up for "at most"."""
WIDE = Context(prec=400)
"""More digits than any double has, so that any number in a saved evaluation can be rounded."""
FIGURES = 3
"""Figures of an amount, counted at the larger end of its range."""
MOST_DECIMALS = 12
"""Decimals of the smallest amount that is told from nothing."""
UNITS = (1_000, 1_000_000)
"""Units in which amounts may be written: thousands and millions."""
_TENTHS_FROM = 10
"""Units from which tenths of a thousand are written: €12.3k, but €1,200."""
_NOISE = 6
"""Decimals after the last printed one, beyond which a number is rounding error."""


def decimal(number: Number) -> Decimal:
    """A number as a Decimal, with the digits with which it is written."""
    return number if isinstance(number, Decimal) else Decimal(repr(float(number)))


def rounded(number: Number, digits: int, way: str = NEAREST) -> Decimal:
    """A number with a number of decimals; a negative number of them rounds to tens or more."""
    exact = decimal(number)
    if way != NEAREST:
        exact = rounded(exact, digits + _NOISE)
    found = exact.quantize(Decimal(1).scaleb(-digits), way, context=WIDE)
    # A number that rounds to zero has no sign.
    return abs(found) if found == 0 else found


def figures_of(*amounts: Number, most: int = FIGURES) -> int:
    """The decimals with which the largest of some amounts has so many figures, within reason."""
    largest = max(map(abs, map(decimal, amounts)))
    return min(most - 1 - largest.adjusted(), MOST_DECIMALS) if largest else 0


def digits_within(low: Number, high: Number) -> int:
    """The decimals of an amount that lies in a range: three figures of the larger end.

    No finer than the power of ten at or below a tenth of the range.
    """
    digits, width = figures_of(low, high), decimal(high) - decimal(low)
    return min(digits, 1 - width.adjusted()) if width > 0 else digits


def is_same_amount(first: Number, second: Number, size: Number = 0) -> bool:
    """Whether two amounts differ by rounding error only, in proportion to their size.

    `size` is that of what they come from.
    """
    return math.isclose(first, second, rel_tol=SAME, abs_tol=SAME * abs(float(size)))


def neighbours(numbers: Mapping[str, float]) -> dict[str, list[float]]:
    """The next lower and the next higher number of each, of those that are not level with it.

    What can be told apart from both can be told apart from all.
    """
    steps: list[float] = []
    place: dict[str, int] = {}
    for name, number in sorted(numbers.items(), key=itemgetter(1)):
        if not steps or not is_same_amount(steps[-1], number):
            steps.append(number)
        place[name] = len(steps) - 1
    return {
        name: [*steps[max(at - 1, 0) : at], *steps[at + 1 : at + 2]] for name, at in place.items()
    }


def digits_from_others(number: Number, others: Collection[Number], least: int, most: int) -> int:
    """The decimals, from `least` to `most`, that tell a number from zero and from others."""
    rivals = [other for other in (*others, 0) if not is_same_amount(number, other)]
    return next(
        (
            digits
            for digits in range(least, most)
            if all(rounded(number, digits) != rounded(rival, digits) for rival in rivals)
        ),
        max(least, most),
    )


def loses_nothing(amount: Decimal, unit: int) -> bool:
    """Whether an amount can be written in a unit with three figures or so, as nothing can."""
    size = abs(amount)
    if unit not in UNITS or 0 < size < unit:
        return False
    hundredths = unit > UNITS[0]
    step = unit // 100 if hundredths else unit // 10 if size >= _TENTHS_FROM * unit else unit
    return not WIDE.remainder(size, Decimal(step))


def unit_of(amounts: Iterable[Decimal]) -> int:
    """The unit in which all amounts of a table can be written without losing a digit, else 1."""
    given = [amount for amount in amounts if amount]
    for unit in UNITS:
        if given and all(abs(each) < unit * 1_000 and loses_nothing(each, unit) for each in given):
            return unit
    return 1


def step_of(draws: int) -> float:
    """The step in percent that the standard error of a share of draws supports."""
    error = 100 * (0.25 / draws) ** 0.5
    return next((step for step in (0.1, 1, 5) if error <= step), 10)
