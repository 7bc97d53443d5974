"""What a plan says about money: the currency, how much is used, and what it brings."""

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
"""In place of a vendor's id: every vendor of the plan."""

Years = Annotated[int, Field(ge=1, le=30)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False), InReach]


class Assumption(KnownAmount, Sourced):
    """A number or a range, with its source."""


class Volume(Amount, Sourced):
    """How much there is in a year: a number, a range, `unknown`, or a share of another volume."""

    go_together = (
        NotBoth(
            "value", "low", "likely", "high", words="is either `value`, or `low` with `high`"
        ),
        Together(RANGE, HALF_A_RANGE),
        Together("share of", "`share` and `of` go together"),
        OneOf(
            "value", RANGE, "share of",
            words="is either a number or a `share` of another volume", or_none=True,
        ),
    )  # fmt: skip

    share: KnownAmount | None = None
    """Which share of the volume named by `of`, 0 to 1."""
    of: MeasureId | None = None
    """The volume of which it is a share."""
    growth: KnownAmount | None = None
    """By which share it grows each year, from the second on: 0.05 for 5 %."""

    @property
    def is_unknown(self) -> bool:
        """Whether nobody knows it."""
        return self.share is None and super().is_unknown


class Benefit(Sourced):
    """What all benefits have."""

    title: Text
    """What it is, as reports say it."""
    vendors: Annotated[tuple[Id, ...], Lenient, Field(min_length=1)] | None = None
    """Who brings it; all when left out."""
    start: FirstMonth = 1
    """The first month in which it comes."""
    end: FirstMonth | None = None
    """The last month in which it comes."""
    ramp_up: Annotated[tuple[Share, ...], Lenient] = ()
    """Which share of it is reached in the first years; all of it afterwards.
    Examples: [0.5, 0.8]
    """
    probability: Annotated[float, Field(gt=0, le=1, allow_inf_nan=False), InReach] = 1.0
    """How likely it comes at all."""
    yearly_increase: KnownAmount | None = None
    """By which share it rises each year, from the second on."""
    because: Text | None = None
    """Why it is to be expected, or why an amount is negative."""


class HoursSaved(Benefit, Formed):
    """Work that ends, at the plan's hourly rate."""

    go_together = (OneOf("every", "per", words="needs either `every` or `per`"),)

    kind: Literal["hours_saved"]
    """Work that ends."""
    hours: Amount
    """How many hours, each time."""
    every: Every | None = None
    """How often so many hours are saved; instead of `per`."""
    per: MeasureId | None = None
    """A volume of the plan, such as `refund`, where hours are saved on each one."""


class ExtraMargin(Benefit, Formed):
    """Margin that today's solution does not bring."""

    go_together = (
        OneOf(
            "amount every", "percent per",
            words="needs `amount` with `every`, or `percent` with `per`",
        ),
    )  # fmt: skip

    kind: Literal["extra_margin"]
    """Margin that is new."""
    amount: Amount | None = None
    """How much, in `currency`; goes with `every`."""
    every: Every | None = None
    """How often the amount comes; goes with `amount`."""
    percent: Amount | None = None
    """Of the worth of each `per`."""
    per: MeasureId | None = None
    """The volume that brings it, such as `order`; goes with `percent`."""
    of: MeasureId | None = None
    """The volume that says what one is worth, where it is not `average_…_value`."""
    currency: Currency | None = None
    """The plan's own when left out."""


class CostEnded(Benefit):
    """A cost of today's solution that ends."""

    kind: Literal["cost_ended"]
    """A cost that ends."""
    amount: Amount
    """How much each time, in `currency`."""
    every: Every
    """How often it was paid."""
    per: MeasureId | None = None
    """A volume of the plan by which it is multiplied, such as `seat`."""
    currency: Currency | None = None
    """The plan's own when left out."""


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
    """What the client counts with, over which years, and how much is used."""

    currency: Currency
    """The currency in which the plan counts, in three letters."""
    locale: Locale = "en"
    """How amounts are written, such as en, de or fr_CH."""
    rates: dict[Currency, Assumption] = Field(default={})
    """What one unit of another currency is worth in the plan's.
    Examples: {"USD": 0.92}
    """
    years: Years
    """Over how many years costs and benefits are looked at."""
    discount_rate: Assumption
    """By which a year's delay makes money worth less, as a share: 0.08 for 8 %.
    Examples: 0.08
    """
    hourly_rate: Assumption | None = None
    """What an hour of the client's own people costs, in the plan's currency."""
    volumes: dict[MeasureId, Volume] = Field(default={})
    """How much there is in a year, by name: orders, average_order_value, seats …
    Examples: {"orders": 60000, "average_order_value": 80}
    """
    charges: dict[Id, PriceList] = Field(default={})
    """The client's own costs and negotiated prices, by vendor, or for `all`."""
    editions: dict[Id, Id] = Field(default={})
    """Which edition is bought, by vendor."""
    benefits: Annotated[tuple[AnyBenefit, ...], Lenient, Field(max_length=MOST)] = ()
    """What the vendors bring."""
    cost_tolerance: NotNegative = 0.0
    """Costs over the years that differ by no more, in the plan's currency, count as similar."""


def names_of_volume(name: str) -> tuple[str, ...]:
    """The volumes of a plan that a `per` or an `of` may mean: `order` means `orders` as well."""
    plural = f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"
    return (name, plural)


def worth_of(per: str) -> str:
    """The volume that says what one is worth: `average_order_value` for an order."""
    return f"average_{per}_value"
