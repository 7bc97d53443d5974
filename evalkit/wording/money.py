"""Money and numbers as people of a country write them; rounded here, and nowhere before."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

from babel import Locale, UnknownLocaleError
from babel.numbers import (
    format_compact_currency,
    format_currency,
    format_decimal,
    get_currency_precision,
)

from evalkit.errors import EvalkitError
from evalkit.model.money import Money
from evalkit.wording.numbers import significant

Number = Decimal | float
_PERCENT_DIGITS = "#,##0.00"
_PLAIN = "#,##0.##########"
_EXPONENT = "0.##E0"
_DIGITS = re.compile("[#,0.]+")
_HUGE = 10**45
"""From here on the digits of a number would fill a line."""


@dataclass(frozen=True)
class Printer:
    """Writes amounts in one currency, as one locale does."""

    currency: str
    locale: Locale

    @property
    def digits(self) -> int:
        """Decimals of the currency."""
        return int(get_currency_precision(self.currency))

    def money(self, amount: Number, currency: str | None = None) -> str:
        """An amount, by the digits of its currency."""
        code = currency or self.currency
        rounded = half_up(amount, int(get_currency_precision(code)))
        with localcontext(_WIDE):
            if abs(rounded) >= _HUGE:
                return self._huge(rounded, code)
            return _spaced(format_currency(rounded, code, locale=self.locale))

    def _huge(self, amount: Decimal, currency: str) -> str:
        pattern = _DIGITS.sub(_EXPONENT, self.locale.currency_formats["standard"].pattern)
        shown = format_currency(
            amount, currency, pattern, locale=self.locale, currency_digits=False
        )
        return _spaced(shown)

    def plain(self, amount: Number) -> str:
        """An amount without its currency, for a column that names it."""
        digits = self.digits
        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        return self._decimal(half_up(amount, digits), pattern)

    def _decimal(self, number: Decimal, pattern: str) -> str:
        with localcontext(_WIDE):
            pattern = pattern if abs(number) < _HUGE else _EXPONENT
            return _signed(format_decimal(number, pattern, locale=self.locale))

    def price(self, amount: Number, currency: str) -> str:
        """A price as a list states it: with more digits than the currency's where it has them."""
        number = _decimal(amount)
        digits = max(int(get_currency_precision(currency)), _decimals(number))
        zeros = "0." + "0" * digits if digits else "0"
        pattern = self.locale.currency_formats["standard"].pattern.replace("0.00", zeros)
        with localcontext(_WIDE):
            shown = format_currency(
                number, currency, pattern, locale=self.locale, currency_digits=False
            )
        return _spaced(shown)

    def number(self, number: Number) -> str:
        """A plain number, such as a volume."""
        return self._decimal(_decimal(number), _PLAIN)

    def percent(self, number: Number) -> str:
        """A number of percent, with two digits."""
        return f"{self._decimal(half_up(number, 2), _PERCENT_DIGITS)} %"

    def share(self, share: Number) -> str:
        """A share of 1 as percent, with the digits that it has."""
        return f"{self.number(_decimal(share) * 100)} %"

    def months(self, number: Number, word: str = "months") -> str:
        """A number of months, with one digit, before the word or its short form."""
        return f"{self._decimal(half_up(number, 1), '#,##0.0')} {word}"

    def compact(self, amount: float) -> str:
        """An amount in few letters, for an axis."""
        # Where a language has no short form of a number, all of its digits would be written.
        rounded = float(significant(amount, 3))
        # The usual context of decimals ends at 28 digits.
        with localcontext(_WIDE):
            short = format_compact_currency(
                rounded, self.currency, locale=self.locale, fraction_digits=1
            )
        return _signed(str(short))


_LETTER_MEETS_DIGIT = re.compile(r"(?<=[A-Z])(?<!\dE)(?=\d)|(?<=\d)(?!E\d)(?=[A-Z])")
# The E of an exponent stays where it is.


def _spaced(shown: str) -> str:
    """With a space between the letters of a currency without a sign and its amount."""
    return _signed(_LETTER_MEETS_DIGIT.sub("\u00a0", shown))


def _signed(shown: str) -> str:
    """With a real minus sign: a line does not break after it."""
    return shown.replace("-", "\u2212")


def _decimal(number: Number) -> Decimal:
    return number if isinstance(number, Decimal) else Decimal(repr(float(number)))


_WIDE = Context(prec=400)
"""More digits than any double has, so that whatever a saved evaluation holds can be rounded."""


def half_up(number: Number, digits: int) -> Decimal:
    """Rounded as people do, a half away from zero."""
    unit = Decimal(1).scaleb(-digits)
    # What rounds to zero has no sign.
    rounded = _decimal(number).quantize(unit, ROUND_HALF_UP, context=_WIDE)
    return abs(rounded) if rounded == 0 else rounded


def _decimals(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def printer(money: Money) -> Printer:
    """How a plan wants its amounts written.

    Raises EvalkitError if nobody knows its locale.
    """
    try:
        return printer_for(money.currency, money.locale)
    except (UnknownLocaleError, ValueError):
        raise EvalkitError(
            f"`money: locale: {money.locale}` is no locale; write en, de, fr_CH or the like"
        ) from None


def printer_for(currency: str, locale: str) -> Printer:
    """The same for an evaluation, whose locale is known."""
    return Printer(currency, Locale.parse(locale.replace("-", "_")))
