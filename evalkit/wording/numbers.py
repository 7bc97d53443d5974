"""Format numbers, with one function for each way of rounding."""

import math

from evalkit.level import is_level
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.words import OVER, POINTS, RANGE, UNDER
from evalkit.wording.rounding import step_of


def fixed(value: float, digits: int) -> str:
    """A number with exactly `digits` decimals."""
    return f"{value:.{digits}f}"


def signed(value: float, digits: int) -> str:
    """A difference with its sign and exactly `digits` decimals."""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return sign + fixed(abs(value), digits)


def one_decimal(value: float | None) -> str:
    """A score with one decimal, or a dash if there is none."""
    return "–" if value is None else fixed(value, 1)


def tenths_outward(low: float | None, high: float | None) -> tuple[str, str]:
    """The ends of a range with one decimal, never narrower than the range itself."""
    if low is None or high is None:
        return one_decimal(low), one_decimal(high)
    return outward(low, high, 1)


def outward(low: float, high: float, digits: int) -> tuple[str, str]:
    """The ends of a range with some decimals, never narrower than the range itself.

    What is exact is no range, and is rounded to the nearest.
    """
    if is_level(low, high):
        return fixed(low, digits), fixed(high, digits)
    unit = 10**digits
    ends = (math.floor(low * unit + 1e-9) / unit, math.ceil(high * unit - 1e-9) / unit)
    return fixed(ends[0], digits), fixed(ends[1], digits)


def points_gained(value: float) -> str:
    """An average gain in points with one decimal, never rounded to zero."""
    return "under 0.1" if 0 < value < 0.05 else fixed(value, 1)  # noqa: PLR2004


def two_decimals(value: float) -> str:
    """A coefficient or a correlation with two decimals and a real minus sign."""
    return fixed(value, 2).replace("-", "−")


def whole(value: float) -> str:
    """A number without decimals."""
    return fixed(value, 0)


def bar_cell(points: float, cells: int) -> int:
    """The cell of a bar for 0 to 100 points in which a number of points lies."""
    return round(min(max(points, 0.0), 100.0) / 100 * (cells - 1))


def ceiling(value: float) -> float:
    """A number rounded up to a whole one, apart from rounding error."""
    return float(math.ceil(value - 1e-9))


def whole_range(low: float, high: float) -> str:
    """A range without decimals, or one number if both ends look the same."""
    return between(whole(low), whole(high))


def whole_outward(low: float, high: float) -> str:
    """A range without decimals that is never narrower than the range itself.

    What is exact is no range, and is rounded to the nearest.
    """
    return between(*outward(low, high, 0))


def between(low: str, high: str = "") -> str:
    """A range of two printed figures, or one of them if they look the same."""
    return low if high in {"", low} else say(RANGE, low=low, high=high)


def thousands(count: int) -> str:
    """A count with commas as thousands separators."""
    return f"{count:,}"


def number(value: float) -> str:
    """A number as people write it: no trailing zeros, no exponent below a trillion."""
    return significant(value, 12)


def significant(value: float, digits: int) -> str:
    """A number with at most `digits` significant digits."""
    return f"{value:.{digits}g}"


def without_noise(value: float) -> float:
    """A number without the noise of binary fractions, such as that of 74.99999999999999."""
    return round(value, 9) + 0.0


def grouped(value: float, digits: int = 10) -> str:
    """A number with at most `digits` significant digits, and thousands separators."""
    return f"{value:,.{digits}g}"


def up_to_two_decimals(value: float) -> str:
    """A number with thousands separators: whole from a hundred up, never rounded to zero."""
    if abs(value) >= 100:  # noqa: PLR2004
        return f"{value:,.0f}"
    if abs(value) >= 0.01:  # noqa: PLR2004
        return f"{value:,.2f}".rstrip("0").rstrip(".")
    return f"{value:.15f}".rstrip("0")[:8]


def in_points(value: float, digits: int = 1) -> str:
    """A number of points, for use in a sentence."""
    return say(POINTS, plural_of(value, digits), count=fixed(value, digits))


def plural_of(value: float, digits: int = 2) -> int:
    """The count that chooses the plural of a number as it is printed; fractions take the plural."""
    shown = round(value, digits)
    return int(shown) if shown == int(shown) else max(2, math.ceil(shown))


def percent_down(share: float) -> str:
    """A share in whole percent, rounded down: 99.96% must not look certain."""
    return f"{int(share * 100 + 1e-9)}%"


def share_of_need(share: float) -> str:
    """A share in percent that is not enough: rounded down, and never to zero."""
    percent = share * 100
    if percent >= 0.01:  # noqa: PLR2004
        percent = math.floor(percent * 100 + 1e-7) / 100
    return f"{up_to_two_decimals(percent)}%"


def percent_up(share: float) -> str:
    """A share in whole percent, rounded up."""
    return f"{math.ceil(share * 100 - 1e-9)}%"


def chance(share: float) -> str:
    """A probability in whole percent, which says neither never nor always if it is not so."""
    percent = round(share * 100)
    if percent == 0 < share:
        return say(UNDER, share="1%")
    if percent == 100 and share < 1:  # noqa: PLR2004
        return say(OVER, share="99%")
    return f"{percent}%"


def percent_that_moves(share: float) -> str:
    """A share in percent that is enough: rounded up, below ten percent with one decimal."""
    percent = share * 100
    if percent >= 10:  # noqa: PLR2004
        return percent_up(share)
    return f"{fixed(math.ceil(percent * 10 - 1e-9) / 10, 1)}%"


def percent_whole(share: float) -> str:
    """A share in whole percent, rounded to the nearest."""
    return f"{whole(share * 100)}%"


def percent_tenths(share: float) -> str:
    """A share in percent, with one decimal."""
    return f"{fixed(share * 100, 1)}%"


def percent_hundredths(share: float) -> str:
    """A share in percent, with at most two decimals."""
    return f"{number(round(share * 100, 2))}%"


def about_between(low: float, high: float, draws: int) -> str:
    """A range of shares of draws in percent, as `about` rounds them."""
    ends = (about(low, draws), about(high, draws))
    if high * 100 < step_of(draws) / 2:
        return ends[1]
    if low * 100 > 100 - step_of(draws) / 2:
        return ends[0]
    return between(*ends)


def error_in_points(draws: int) -> str:
    """The confidence limit of a share of draws, two standard errors, in percentage points."""
    error = math.ceil(200 * (0.25 / draws) ** 0.5 * 10 - 1e-9) / 10
    return say(POINTS, plural_of(error), count=number(error))


def about(share: float, draws: int) -> str:
    """A share of draws in percent, in steps no finer than its standard error supports."""
    step = step_of(draws)
    percent = share * 100
    if 0 < percent <= step / 2:
        return say(UNDER, share=f"{number(step)}%")
    if 100 - step / 2 <= percent < 100:  # noqa: PLR2004
        return say(OVER, share=f"{number(100 - step)}%")
    return f"{fixed(round(percent / step) * step, 1 if step < 1 else 0)}%"
