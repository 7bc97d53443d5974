"""The rule about fees that exceed what is sold, EK544."""

import itertools
from collections.abc import Iterator

from evalkit.diagnostics.record import Finding, Route, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.entries import volume_named
from evalkit.model.money import Money, worth_of
from evalkit.model.plan import Plan
from evalkit.model.prices.charge import Usage
from evalkit.model.vendor import Vendor
from evalkit.rules.context import RuleContext
from evalkit.rules.prices.payers import counted
from evalkit.rules.prices.places import MAX_DEPTH, called, likely, shown

MOST_PLANS = 20
"""Plans with which a charge is compared; most often one is enough to find the mistake."""


@rule("EK544", Severity.WARNING)
def fee_above_turnover(record: Vendor | Plan, context: RuleContext) -> Iterator[Finding]:
    """A fee should not come to more than 100% of what is sold.

    A percentage is taken of the value of one: of `average_order_value` for an order, or of the
    volume that `of` names. With the number of orders in its place, a fee of 2% soon comes to
    several times the turnover.

    Bad:
        charges:
          - {kind: usage, title: Card payment, per: order, percent: 2, of: orders}
        # plans/storefront-payments.yaml
        money: {volumes: {orders: 20000, average_order_value: 70}}

    Good:
        charges:
          - {kind: usage, title: Card payment, per: order, percent: 2, of: basket_value}
        # plans/storefront-payments.yaml
        money: {volumes: {orders: 20000, average_order_value: 70, basket_value: 55}}
    """
    for route, entry, payers in counted(record, context):
        # EK508 reports percentages above 100.
        if isinstance(entry, Usage) and (likely(entry.percent) or 0.0) <= 100:  # noqa: PLR2004
            rates = (
                (plan, _rate(entry, money))
                for plan, money in itertools.islice(payers.moneys.items(), MOST_PLANS)
            )
            found = next(((plan, rate) for plan, rate in rates if rate > 1), None)
            if found is not None:
                yield _above(route, entry, *found)


def _above(route: Route, entry: Usage, plan: str, rate: float) -> Finding:
    message = (
        f"{called(entry)} comes to {shown(round(100 * rate))}% of all sales in the plan `{plan}`"
    )
    if entry.of is not None:
        hint = f"`of` is the value of one, such as {worth_of(entry.per)}, not a number of them"
        return Finding((*route, "of"), message, hint)
    key = "per" if entry.percent is None else "percent"
    return Finding((*route, key), message, "check the fee, and the volumes of the plan")


def _rate(charge: Usage, money: Money) -> float:
    """The fees of a first year ÷ its turnover; 0 where one of them is not known."""
    sold = _of_first_year(money, "orders") * _of_first_year(money, "average_order_value")
    fee = (
        (likely(charge.percent) or 0.0)
        / 100
        * _of_first_year(money, charge.of or worth_of(charge.per))
    )
    if charge.currency == money.currency:
        fee += likely(charge.fixed) or 0.0
    elif charge.currency in money.rates:
        fee += (likely(charge.fixed) or 0.0) * (likely(money.rates[charge.currency]) or 0.0)
    return fee * _of_first_year(money, charge.per) / sold if sold > 0 else 0.0


def _of_first_year(money: Money, name: str) -> float:
    """The likely volume of the first year; 0 where it is not known."""
    share = 1.0
    for _ in range(MAX_DEPTH + 1):
        found = volume_named(money, name)
        if found is None:
            return 0.0
        volume = money.volumes[found]
        if volume.of is None:
            return share * (likely(volume) or 0.0)
        share, name = share * (likely(volume.share) or 0.0), volume.of
    return 0.0
