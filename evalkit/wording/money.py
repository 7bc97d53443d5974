"""Format money and numbers for a locale; amounts are rounded here and nowhere earlier."""

import math
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
"""Numbers from here on are printed with an exponent."""


@dataclass(frozen=True)
class Printer:
    """Formats amounts in one currency and locale."""

    currency: str
    locale: Locale

    @property
    def digits(self) -> int:
        """Decimals of the currency."""
        return int(get_currency_precision(self.currency))

    def money(self, amount: Number, currency: str | None = None) -> str:
        """An amount with the usual decimals of its currency."""
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
        """A list price, with more decimals than the currency's if it has them."""
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
        """A percentage with two decimals."""
        return f"{self._decimal(half_up(number, 2), _PERCENT_DIGITS)}%"

    def share(self, share: Number) -> str:
        """A share of 1 in percent, with all its decimals."""
        return f"{self.number(_decimal(share) * 100)}%"

    def months(self, number: Number, word: str = "months") -> str:
        """A number of months with one decimal, before the word or its short form."""
        return f"{self._decimal(half_up(number, 1), '#,##0.0')} {word}"

    def compact(self, amount: float) -> str:
        """A short form of an amount, for chart axes."""
        # Languages without a short form for a number would otherwise print all of its digits.
        rounded = float(significant(amount, 3))
        # The default decimal context is limited to 28 digits.
        with localcontext(_WIDE):
            short = format_compact_currency(
                rounded, self.currency, locale=self.locale, fraction_digits=1
            )
        # English writes thousands as a small letter in text: €310k.
        return _signed(str(short).replace("K", "k") if self.locale.language == "en" else str(short))

    def about(self, amount: float, low: float, high: float) -> str:
        """An amount in a sentence, no finer than its range from `low` to `high` supports.

        Three figures of the larger end, and no finer than a tenth of the range.
        """
        digits = 3 - len(str(int(max(abs(low), abs(high), 1.0))))
        width = abs(high - low)
        if width > 0:
            digits = min(digits, -math.floor(math.log10(width / 10)))
        return self._coarse(half_up(amount, digits), digits)

    def _coarse(self, rounded: Decimal, digits: int) -> str:
        """A rounded amount without decimals, in thousands where that loses nothing."""
        if digits <= -3 or (rounded and rounded % 1000 == 0):  # noqa: PLR2004
            return self.compact(float(rounded))
        pattern = self.locale.currency_formats["standard"].pattern.replace("0.00", "0")
        with localcontext(_WIDE):
            shown = format_currency(
                rounded, self.currency, pattern, locale=self.locale, currency_digits=False
            )
        return _spaced(shown)


_LETTER_MEETS_DIGIT = re.compile(r"(?<=[A-Z])(?<!\dE)(?=\d)|(?<=\d)(?!E\d)(?=[A-Z])")
# The E of an exponent is not a currency's letter.


def _spaced(shown: str) -> str:
    """Insert a space between a currency's letters and its amount."""
    return _signed(_LETTER_MEETS_DIGIT.sub("\u00a0", shown))


def _signed(shown: str) -> str:
    """Use a real minus sign, after which no line breaks."""
    return shown.replace("-", "\u2212")


def _decimal(number: Number) -> Decimal:
    return number if isinstance(number, Decimal) else Decimal(repr(float(number)))


_WIDE = Context(prec=400)
"""More digits than any double has, so that any number in a saved evaluation can be rounded."""


def half_up(number: Number, digits: int) -> Decimal:
    """Round halves away from zero, as people do."""
    unit = Decimal(1).scaleb(-digits)
    # A number that rounds to zero has no sign.
    rounded = _decimal(number).quantize(unit, ROUND_HALF_UP, context=_WIDE)
    return abs(rounded) if rounded == 0 else rounded


def _decimals(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
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


def printer_for(currency: str, locale: str) -> Printer:
    """The printer for a currency and a valid locale."""
    return Printer(currency, Locale.parse(locale.replace("-", "_")))
