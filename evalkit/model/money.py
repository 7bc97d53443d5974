"""The money of a plan: its currency, volumes, costs and benefits."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from evalkit.model.base import Id, InReach, Lenient, MeasureId, NotNegative, Record, Text
from evalkit.model.fact import HALF_A_RANGE, RANGE
from evalkit.model.forms import Formed, NotBoth, OneOf, Together
from evalkit.model.prices.amount import Amount, KnownAmount
from evalkit.model.prices.charge import Every, FirstMonth
from evalkit.model.prices.currency import Currency
from evalkit.model.prices.price_list import MOST, PriceList
from evalkit.model.source import Sourced

ALL = "all"
"""The key for every vendor of a plan, in place of a vendor's id."""

Years = Annotated[int, Field(ge=1, le=30)]
Fraction = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False), InReach]


class Assumption(KnownAmount, Sourced):
    """A number or a range, with its source."""


class Volume(Amount, Sourced):
    """A volume per year: a number, a range, `unknown`, or a share of another volume."""

    go_together = (
        NotBoth(
            "value", "low", "likely", "high", "at_least",
            words="is either `value`, or `low` with `high`, or `at_least`",
        ),
        Together(RANGE, HALF_A_RANGE),
        Together("share of", "`share` and `of` go together"),
        OneOf(
            "value", RANGE, "at_least", "share of",
            words="is either a number or a `share` of another volume", or_none=True,
        ),
    )  # fmt: skip

    share: KnownAmount | None = None
    """How many there are for each one of the volume in `of`: 0.2 for a fifth, 20 for 20 each."""
    of: MeasureId | None = None
    """The other volume, by which it is counted."""
    growth: KnownAmount | None = None
    """The share by which it grows each year, from the second year on: 0.05 for 5%."""

    @property
    def is_unknown(self) -> bool:
        """Whether it is unknown."""
        return self.share is None and super().is_unknown


class Benefit(Sourced):
    """The common fields of all benefits."""

    title: Text
    """A name for reports."""
    vendors: Annotated[tuple[Id, ...], Lenient, Field(min_length=1)] | None = None
    """The vendors that bring it; all if omitted."""
    start: FirstMonth = 1
    """The first month in which it comes."""
    end: FirstMonth | None = None
    """The last month in which it comes."""
    ramp_up: Annotated[tuple[Fraction, ...], Lenient] = ()
    """The shares of it that are reached in the first years; later years reach all of it.
    Examples: [0.5, 0.8]
    """
    probability: Annotated[float, Field(gt=0, le=1, allow_inf_nan=False), InReach] = 1.0
    """The probability that it comes at all."""
    yearly_increase: KnownAmount | None = None
    """The share by which it rises each year, from the second year on."""
    because: Text | None = None
    """The reason to expect it, or the reason for a negative amount."""


class HoursSaved(Benefit, Formed):
    """Work that is saved, at the plan's hourly rate."""

    go_together = (OneOf("every", "per", words="needs either `every` or `per`"),)

    kind: Literal["hours_saved"]
    """Work that is saved."""
    hours: Amount
    """The number of hours, each time."""
    every: Every | None = None
    """How often the hours are saved; instead of `per`."""
    per: MeasureId | None = None
    """The volume of the plan, such as `refund`, if hours are saved on each one."""


class ExtraMargin(Benefit, Formed):
    """Margin that the current solution does not bring."""

    go_together = (
        OneOf(
            "amount every", "percent per",
            words="needs `amount` with `every`, or `percent` with `per`",
        ),
    )  # fmt: skip

    kind: Literal["extra_margin"]
    """Additional margin."""
    amount: Amount | None = None
    """The amount in `currency`; goes with `every`."""
    every: Every | None = None
    """How often the amount comes; goes with `amount`."""
    percent: Amount | None = None
    """A percentage of the value of each `per`."""
    per: MeasureId | None = None
    """The volume that brings it, such as `order`; goes with `percent`."""
    of: MeasureId | None = None
    """The value of one, if it is not `average_…_value`: a volume of money, not a number of them."""
    currency: Currency | None = None
    """The currency; the plan's own if omitted."""


class CostEnded(Benefit):
    """A cost of the current solution that ends."""

    kind: Literal["cost_ended"]
    """A cost that ends."""
    amount: Amount
    """The amount each time, in `currency`."""
    every: Every
    """How often it was paid."""
    per: MeasureId | None = None
    """The volume of the plan by which it is multiplied, such as `seat`."""
    currency: Currency | None = None
    """The currency; the plan's own if omitted."""


AnyBenefit = Annotated[
    HoursSaved | ExtraMargin | CostEnded,
    Field(discriminator="kind"),
]


def _locale(given: Any) -> Any:
    if isinstance(given, str) and not 2 <= len(given) <= 20:  # noqa: PLR2004
        raise PydanticCustomError("locale", "a locale is written like en, de or de_CH")
    return given


Locale = Annotated[
    str,
    BeforeValidator(_locale),
    WithJsonSchema(
        {"type": "string", "minLength": 2, "maxLength": 20, "examples": ["en", "de_DE"]}
    ),
]


class Money(Record):
    """The client's currency, planning period, volumes and other assumptions."""

    currency: Currency
    """The currency of the plan, in three letters."""
    locale: Locale = "en"
    """The locale in which amounts are written, such as en, de or fr_CH."""
    rates: dict[Currency, Assumption] = Field(default={})
    """The value of one unit of another currency in the plan's currency.
    Examples: {"USD": 0.92}
    """
    years: Years
    """The number of years over which costs and benefits are counted."""
    discount_rate: Assumption
    """The yearly discount rate, as a share: 0.08 for 8%.
    Examples: 0.08
    """
    hourly_rate: Assumption | None = None
    """The cost of an hour of the client's own work, in the plan's currency."""
    volumes: dict[MeasureId, Volume] = Field(default={})
    """Volumes per year, by name: orders, average_order_value, seats …
    Examples: {"orders": 60000, "average_order_value": 80}
    """
    charges: dict[Id, PriceList] = Field(default={})
    """The client's own costs and negotiated prices, by vendor, or for `all`."""
    editions: dict[Id, Id] = Field(default={})
    """An older place for the plan's own `editions`."""
    benefits: Annotated[tuple[AnyBenefit, ...], Lenient, Field(max_length=MOST)] = ()
    """The benefits of the vendors."""
    cost_tolerance: NotNegative = 0.0
    """Total costs that differ by no more than this, in the plan's currency, count as similar."""


def names_of_volume(name: str) -> tuple[str, ...]:
    """The volumes of a plan that a `per` or an `of` may mean: `order` also means `orders`."""
    plural = f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"
    return (name, plural)


def worth_of(per: str) -> str:
    """The volume that gives the value of one: `average_order_value` for an order."""
    return f"average_{per}_value"
