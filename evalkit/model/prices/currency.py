"""Currencies by their three-letter codes, and which charges need one.

Source: ISO 4217, the list of active national currencies.
"""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from evalkit.model.base import Record
from evalkit.model.prices.amount import Amount

CODES = frozenset(
    """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD
    CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS
    GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW
    KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR
    MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR
    SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX
    USD UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
    """.split()  # noqa: SIM905  # a list would take a line for each
)

FORMAT = "iso-4217"


def _code(given: Any) -> Any:
    if isinstance(given, str) and given not in CODES:
        raise PydanticCustomError("currency", "a currency is written in three letters of ISO 4217")
    return given


Currency = Annotated[
    str,
    BeforeValidator(_code),
    # A schema lists all codes once, in place of this format.
    WithJsonSchema({"type": "string", "format": FORMAT}),
]


class NeedsCurrency:
    """A charge with an amount of money names its currency; a percentage has none."""

    words = "an amount needs its `currency`"

    def fault(self, record: Record, _: object) -> str | None:
        """An amount of money without a currency."""
        has_currency = getattr(record, "currency", None) is not None
        return None if has_currency or not any(_amounts_of_money(record)) else self.words


def _amounts_of_money(record: Record) -> Iterator[bool]:
    """Whether each amount of money is known."""
    for name in MONEY_KEYS:
        amount = getattr(record, name, None)
        yield isinstance(amount, Amount) and not amount.is_unknown
    yield getattr(getattr(record, "promotion", None), "amount", None) is not None
    for step in getattr(record, "tiers", None) or ():
        yield any(number != 0 for each in (step.price, step.fixed) for number in each.numbers)


MONEY_KEYS = (
    "amount", "fixed", "minimum", "maximum", "minimum_monthly", "maximum_monthly", "overage",
)  # fmt: skip


NEEDS_CURRENCY = NeedsCurrency()
