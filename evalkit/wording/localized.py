"""Write numbers with a locale's own signs."""

import re
from decimal import Decimal, localcontext

from babel import Locale
from babel.numbers import NumberPattern, get_currency_symbol, parse_pattern

from evalkit.wording.rounding import WIDE

HUGE = 10**45
"""Numbers from here on are written with an exponent."""
PLAIN = "#,##0"
_EXPONENT = "0.##E0"
_DIGITS = re.compile("[#,0.]+")
_ENGLISH = Locale("en")
_NUMBER = re.compile(r"\d[\d,.]*")
_MARKS = str.maketrans("-", "\u2212", "\u061c\u200e\u200f")
"""A real minus sign, after which no line breaks, and no marks of direction.

A right-to-left page isolates each amount by itself.
"""


def localized(number: Decimal, pattern: str, locale: Locale, currency: str = "") -> str:
    """A number in a pattern of Unicode's locale data, with the signs of a locale.

    Babel's own formatting takes a Swiss apostrophe between digits for a quotation mark, and knows
    no signs that only amounts of money have.
    """
    if abs(number) >= HUGE:
        pattern = _DIGITS.sub(_EXPONENT, pattern, count=1)
    parsed: NumberPattern = parse_pattern(pattern)
    with localcontext(WIDE):
        shown = parsed.apply(number, _ENGLISH)
    signs = locale.number_symbols.get("latn", {})
    group, point = (
        (currency and signs.get(f"currency{name.capitalize()}")) or signs.get(name, plain)
        for name, plain in (("group", ","), ("decimal", "."))
    )
    signs_here = str.maketrans({",": group, ".": point})
    shown = _NUMBER.sub(lambda found: found[0].translate(signs_here), shown)
    if currency:
        shown = _with_symbol(shown, get_currency_symbol(currency, locale))
    return shown.translate(_MARKS)


def _with_symbol(shown: str, symbol: str) -> str:
    """The symbol of a currency beside an amount, and a space between letters and digits."""
    gap = "\u00a0"
    before, after = gap * symbol[:1].isalpha(), gap * symbol[-1:].isalpha()
    shown = re.sub(r"(?<=\d)\u00a4", f"{before}\u00a4", shown)
    shown = re.sub(r"\u00a4(?=\d)", f"\u00a4{after}", shown)
    return shown.replace("\u00a4", symbol)


def with_decimals(pattern: str, digits: int) -> str:
    """A pattern for a number with so many decimals, and its whole part in groups."""

    def run(found: re.Match[str]) -> str:
        whole = found[0].partition(".")[0]
        zeros = "." + "0" * digits if digits > 0 else ""
        return (whole if "," in whole else PLAIN) + zeros

    return _DIGITS.sub(run, pattern, count=1)
