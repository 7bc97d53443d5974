"""Charges of vendors: one record for each kind.

Months count from 1, the first month of use; month 0 is the signing. An amount that is not known,
such as a price on request, is `unknown`, which never counts as zero.
"""

from functools import cached_property
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from evalkit.model.base import (
    Day,
    Id,
    InReach,
    Lenient,
    MeasureId,
    NotNegative,
    Number,
    Positive,
    Record,
    Region,
    Text,
)
from evalkit.model.forms import Formed, Never, NotBoth, OneOf, SomeOf
from evalkit.model.prices.amount import Amount, KnownAmount
from evalkit.model.prices.currency import NEEDS_CURRENCY, Currency
from evalkit.model.source import Sourced

Month = Annotated[int, Field(ge=0, le=600)]
FirstMonth = Annotated[int, Field(ge=1, le=600)]
Every = Literal["month", "quarter", "year"]
PercentOff = Annotated[float, Field(gt=0, le=100, allow_inf_nan=False), InReach]


class Promotion(Formed):
    """A different price in the first months."""

    go_together = (
        OneOf("percent_off", "amount", words="a promotion has either `percent_off` or `amount`"),
    )

    months: FirstMonth
    """The number of months, from the first month of the charge."""
    percent_off: PercentOff | None = None
    """The reduction in percent of the price, above 0 and up to 100."""
    amount: Number | None = None
    """The price during the promotion; for a recurring charge only."""


class Disagreement(Sourced):
    """What another source states for the same charge; it widens the range."""

    amount: Amount | None = None
    """The amount in the other source, in the same currency."""
    percent: Amount | None = None
    """The percentage in the other source."""
    fixed: Amount | None = None
    """The fixed amount in the other source, in the same currency."""
    hours: Amount | None = None
    """The hours in the other source."""


class Entry(Sourced, Formed):
    """The common fields of all charges."""

    id: Id | None = None
    """An id by which a plan can replace the charge with a negotiated one."""
    title: Text | None = None
    """A name for reports."""
    edition: Id | None = None
    """The edition of the product to which it belongs; a plan chooses one."""
    region: Region | None = None
    """The region in which the price holds: a country in two letters, `EU`, `EEA` or `world`.
    Examples: "EEA"
    """
    until: Day | None = None
    """The last day on which the price holds; later it is stale, however lately it was checked.
    Examples: "2027-03-01"
    """
    scope: Text | None = None
    """What the price applies to, such as domestic cards in one country."""
    because: Text | None = None
    """The reason for a negative amount."""
    replaces: Id | None = None
    """In a plan only: the id of the charge in the vendor's file that this one replaces."""
    end: FirstMonth | None = None
    """The last month in which it is charged."""
    conflicts: Annotated[tuple[Disagreement, ...], Lenient, Field(max_length=50)] = ()
    """What other sources state instead; it widens the range."""


PERCENT_OFF_ONLY = Never(
    "promotion amount", "`promotion: amount` is for a recurring charge; write `percent_off`"
)


class Repeating(Entry):
    """The common fields of charges that repeat."""

    start: FirstMonth = 1
    """The first month in which it is charged."""
    yearly_increase: Amount | None = None
    """The share by which it rises each year, from the second year on: 0.03 for 3%.
    Examples: 0.03
    """
    promotion: Promotion | None = None
    """A different price in the first months."""


class OneOff(Entry):
    """Paid once, at signing or in a later month."""

    go_together = (NEEDS_CURRENCY,)

    kind: Literal["one_off"]
    """Paid once."""
    amount: Amount
    """The amount in `currency`; `unknown` for a price on request.
    Examples: 500, "unknown", {"low": 500, "high": 800}
    """
    currency: Currency | None = None
    """The currency of the amount, in three letters."""
    start: Month = 0
    """The month in which it is paid; 0 is the signing."""


class Recurring(Repeating):
    """Paid each month, quarter or year, in total or per seat, site or the like."""

    go_together = (NEEDS_CURRENCY,)

    kind: Literal["recurring"]
    """Paid each month, quarter or year."""
    amount: Amount
    """The amount each time, in `currency`; `unknown` for a price on request.
    Examples: 49, "unknown", {"low": 49, "high": 79}
    """
    currency: Currency | None = None
    """The currency of all amounts, in three letters."""
    every: Every
    """How often it is paid."""
    per: MeasureId | None = None
    """The volume of the plan by which it is multiplied, such as `seat`.
    Examples: "seat"
    """


class Usage(Repeating):
    """A percentage, a fixed amount, or both, for each order, refund, API call or the like."""

    go_together = (
        PERCENT_OFF_ONLY,
        NEEDS_CURRENCY,
        SomeOf(
            "percent", "fixed", "minimum_monthly",
            words="needs at least one of: `percent`, `fixed`, `minimum_monthly`",
        ),
    )  # fmt: skip

    kind: Literal["usage"]
    """Paid for each use."""
    per: MeasureId
    """The volume of the plan, such as `order`.
    Examples: "order"
    """
    percent: Amount | None = None
    """A percentage of the value of one: of `average_order_value` for an order.
    Examples: 2.9
    """
    of: MeasureId | None = None
    """The value of one, if it is not `average_…_value`: a volume of money, not a number of them."""
    fixed: Amount | None = None
    """A fixed amount for each one, whatever its value.
    Examples: 0.25
    """
    minimum: Amount | None = None
    """The least that one costs."""
    maximum: KnownAmount | None = None
    """The most that one costs."""
    minimum_monthly: Amount | None = None
    """The least that is billed in a month."""
    maximum_monthly: KnownAmount | None = None
    """The most that is billed in a month."""
    currency: Currency | None = None
    """The currency of all amounts, in three letters; a percentage needs none."""


class Tier(Record):
    """A range of volumes with its price; it begins above `from` and ends with `to`."""

    # In a file it is `from`, which is not a name in Python.
    model_config = ConfigDict(populate_by_name=False)

    from_: NotNegative = Field(alias="from")
    """The volume above which the tier begins; 0 in the first one."""
    to: Positive | None = None
    """The volume with which the tier ends; omitted in a last tier without an end."""
    price: Amount = Amount.model_construct(value=0.0)
    """The price for each one."""
    fixed: Amount = Amount.model_construct(value=0.0)
    """A fixed price for reaching the tier."""


def _tier(lower: float, upper: float | None, price: Amount, fixed: Amount) -> Tier:
    return Tier.model_validate({"from": lower, "to": upper, "price": price, "fixed": fixed})


class Tiered(Repeating):
    """Prices that depend on the volume: tiers, or an included volume with overage."""

    go_together = (
        PERCENT_OFF_ONLY,
        NEEDS_CURRENCY,
        OneOf(
            "tiers", "included overage",
            words="needs either `tiers`, or `included` with `overage`",
            part="`included` and `overage` go together",
        ),
        NotBoth("tiers", "fixed", words="write `fixed` into the first tier"),
    )  # fmt: skip

    kind: Literal["tiered"]
    """Depends on the volume used."""
    per: MeasureId
    """The volume of the plan, such as `api_call`.
    Examples: "api_call"
    """
    every: Literal["month", "year"]
    """The period whose volume counts."""
    quantity: Literal["flow", "stock"] = "flow"
    """`flow`: used up over the year, as calls are. `stock`: held all the time, as seats are."""
    mode: Literal["graduated", "volume"] = "graduated"
    """`graduated`: each one at the price of its own tier. `volume`: all of them at the price of
    the tier that is reached."""
    tiers: Annotated[tuple[Tier, ...], Lenient, Field(min_length=1)] | None = None
    """The tiers, from the smallest volume to the largest."""
    fixed: Amount | None = None
    """The price of the included volume, paid in any case."""
    included: NotNegative | None = None
    """The included volume."""
    overage: Amount | None = None
    """The price of each further one."""
    currency: Currency | None = None
    """The currency of all amounts, in three letters."""

    @cached_property
    def steps(self) -> tuple[Tier, ...]:
        """The tiers, including those of an included volume with overage."""
        if self.tiers is not None:
            return self.tiers
        fixed = self.fixed or Amount(value=0.0)
        over = self.overage or Amount(value=0.0)
        if not self.included:
            return (_tier(0.0, None, over, fixed),)
        nothing = Amount(value=0.0)
        return (
            _tier(0.0, self.included, nothing, fixed),
            _tier(self.included, None, over, nothing),
        )


class Internal(Repeating):
    """The client's own hours, at the plan's rate: for the integration, or for its upkeep."""

    go_together = (Never("promotion", "own work has no `promotion`"),)

    kind: Literal["internal"]
    """The client's own work."""
    hours: Amount
    """The number of hours, each time.
    Examples: 40
    """
    every: Every | None = None
    """How often the hours are spent; if omitted, once, in the month `start` or at signing."""
    start: Month = 0
    """The first month, or the only one; 0 is the signing."""


Charge = Annotated[
    OneOff | Recurring | Usage | Tiered | Internal,
    Field(discriminator="kind"),
]
