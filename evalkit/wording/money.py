"""Write money and numbers for a locale; amounts are rounded here and nowhere earlier."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from babel import Locale, UnknownLocaleError
from babel.numbers import get_currency_precision

from evalkit.errors import EvalkitError
from evalkit.model.money import Money
from evalkit.wording.localized import HUGE, localized, with_decimals
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.words import MONTHS
from evalkit.wording.rounding import (
    NEAREST,
    UNITS,
    WIDE,
    Number,
    decimal,
    digits_from_others,
    digits_within,
    figures_of,
    loses_nothing,
    rounded,
)

Write = Callable[[Number, str], str]
"""Writes a number that is rounded to the nearest, down or up."""
_ANY = "#,##0.##########"
_PERCENT_DIGITS, _PERCENT_FIGURES = 2, 2


@dataclass(frozen=True)
class Printer:
    """Writes amounts in one currency and locale."""

    currency: str
    locale: Locale
    unit: int = 0
    """In what amounts are written: 1, 1,000 or 1,000,000; 0 lets each amount choose by itself."""

    @property
    def digits(self) -> int:
        """Decimals of the currency."""
        return int(get_currency_precision(self.currency))

    @property
    def _pattern(self) -> str:
        return str(self.locale.currency_formats["standard"].pattern)

    def amount(self, number: Number, digits: int, way: str = NEAREST) -> str:
        """An amount with so many decimals, in thousands or millions where that loses nothing."""
        found = rounded(number, digits, way)
        units = [self.unit] if self.unit else UNITS
        if abs(found) < HUGE and any(loses_nothing(found, unit) for unit in units):
            return self._in_units(found, self.unit or abs(found))
        # Cents stand in full, and further digits only as far as there are any.
        shown = max(_decimals(found), self.digits) if _decimals(found) else 0
        return localized(found, with_decimals(self._pattern, shown), self.locale, self.currency)

    def within(self, low: Number, high: Number) -> Write:
        """Writes amounts with the digits that a range supports."""
        digits = digits_within(low, high)
        return lambda number, way: self.amount(number, digits, way)

    def about(self, amount: Number, low: Number | None = None, high: Number | None = None) -> str:
        """An amount in a sentence, no finer than its range supports; three figures without one."""
        ends = (amount if low is None else low, amount if high is None else high)
        return self.amount(amount, digits_within(*ends))

    def pair(self, first: Number, second: Number) -> tuple[str, str]:
        """Two amounts to be compared, with the digits that tell them apart."""
        least = figures_of(first, second)
        digits = digits_from_others(first, [second], least, max(least, self.digits))
        return self.amount(first, digits), self.amount(second, digits)

    def _in_units(self, found: Decimal, unit: Number) -> str:
        pattern, divisor = (self._short_form(unit) if found else None) or (self._pattern, 1)
        number = WIDE.divide(found, Decimal(divisor))
        pattern = with_decimals(pattern, _decimals(number))
        return localized(number, pattern, self.locale, self.currency)

    def _short_form(self, size: Number) -> tuple[str, int] | None:
        """The pattern for amounts as large as this, and what they are divided by first."""
        forms = self.locale.compact_currency_formats["short"]["other"]
        reached = [key for key in forms if decimal(size) >= int(key)]
        if not reached:
            return None
        key = max(reached, key=int)
        pattern = str(forms[key].pattern)
        zeros = pattern.count("0")
        if zeros == len(pattern):
            return None
        # English writes thousands as a small letter in text: €310k.
        pattern = pattern.replace("K", "k") if self.locale.language == "en" else pattern
        return pattern.replace("0" * zeros, "0", 1), 10 ** (len(key) - zeros)

    def compact(self, amount: float) -> str:
        """A short form of an amount, for chart axes."""
        found = rounded(amount, figures_of(amount))
        return self._in_units(found, abs(found))

    def plain(self, amount: Number) -> str:
        """An amount with all its decimals but without its currency, for a column that names it."""
        pattern = with_decimals(self._pattern, self.digits)
        run = "".join(letter for letter in pattern.partition(";")[0] if letter in "#,0.")
        # Amounts may have signs of their own, so it is still an amount.
        return localized(rounded(amount, self.digits), run, self.locale, self.currency)

    def price(self, amount: Number, currency: str) -> str:
        """A list price with all its digits: without cents if there are none."""
        number = decimal(amount)
        digits = _decimals(number)
        digits = max(int(get_currency_precision(currency)), digits) if digits else 0
        return localized(number, with_decimals(self._pattern, digits), self.locale, currency)

    def number(self, number: Number) -> str:
        """A plain number, such as a volume."""
        return localized(rounded(number, 10), _ANY, self.locale)

    def percent(self, number: Number, way: str = NEAREST) -> str:
        """A percentage with two decimals, or as many as tell a small one from nothing."""
        return self.percent_with(number, self.percent_digits(number), way)

    @staticmethod
    def percent_digits(number: Number) -> int:
        """The decimals of a percentage: two, or as many as tell a small one from nothing."""
        return max(_PERCENT_DIGITS, figures_of(number, most=_PERCENT_FIGURES))

    def percent_with(self, number: Number, digits: int, way: str = NEAREST) -> str:
        """A percentage with so many decimals."""
        shown = localized(rounded(number, digits, way), with_decimals("0", digits), self.locale)
        return f"{shown}%"

    def share(self, share: Number) -> str:
        """A share of 1 in percent, with all its decimals."""
        return f"{self.number(decimal(share) * 100)}%"

    def months(self, number: Number, way: str = NEAREST) -> str:
        """A number of months with one decimal."""
        return say(MONTHS, number=localized(rounded(number, 1, way), "#,##0.0", self.locale))


def _decimals(number: Decimal) -> int:
    exponent = number.normalize(WIDE).as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def printer(money: Money) -> Printer:
    """The printer for a plan's currency and locale.

    Raises EvalkitError if the locale is unknown.
    """
    try:
        return printer_for(money.currency, money.locale)
    except (UnknownLocaleError, ValueError):
        raise EvalkitError(
            f"`money: locale: {money.locale}` is no locale; write en, de, fr_CH or the like"
        ) from None


def printer_for(currency: str, locale: str, unit: int = 0) -> Printer:
    """The printer for a currency and a valid locale."""
    return Printer(currency, Locale.parse(locale.replace("-", "_")), unit)
