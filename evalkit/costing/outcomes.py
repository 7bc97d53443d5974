"""What the ledger of a vendor comes to: the figures that are compared."""

from collections.abc import Callable, Mapping
from decimal import Decimal

import numpy as np

from evalkit.costing.calendar import MONTHS
from evalkit.costing.figures import Amounts, ratio
from evalkit.costing.kinds import HUNDRED, MONEY, Terms
from evalkit.costing.ledger import Ledger, Values
from evalkit.costing.returns import discounted, payback, present_value, return_on_investment

ORDERS, WORTH = "orders", "average_order_value"
"""The volumes of a plan that say what is sold."""


def discount_rate(values: Values) -> Amounts:
    """The rate of a scenario."""
    return values[(*MONEY, "discount_rate")]


def net_flows(ledger: Ledger, values: Values) -> list[Amounts]:
    """Benefits less costs of each year."""
    pairs = zip(ledger.total("benefit", values), ledger.total("cost", values), strict=True)
    return [benefit - cost for benefit, cost in pairs]


def total_cost(ledger: Ledger, values: Values) -> Amounts:
    """What is paid over all years, undiscounted: the total cost of ownership."""
    return sum(ledger.total("cost", values))


def present_costs(ledger: Ledger, values: Values) -> Amounts:
    """The present value of all costs."""
    return present_value(ledger.total("cost", values), discount_rate(values))


def present_benefits(ledger: Ledger, values: Values) -> Amounts:
    """The present value of all benefits."""
    return present_value(ledger.total("benefit", values), discount_rate(values))


def net_present_value(ledger: Ledger, values: Values) -> Amounts:
    """The present value of benefits less that of costs."""
    return present_value(net_flows(ledger, values), discount_rate(values))


def returns(ledger: Ledger, values: Values) -> Amounts | None:
    """The return on investment in percent; None without costs."""
    found = return_on_investment(present_benefits(ledger, values), present_costs(ledger, values))
    return None if found is None else found * HUNDRED


def payback_months(ledger: Ledger, values: Values) -> Amounts:
    """Months until the money is back for good; missing where that is not within the years."""
    return payback(net_flows(ledger, values)) * MONTHS


def discounted_payback_months(ledger: Ledger, values: Values) -> Amounts:
    """The same by present values."""
    flows = discounted(net_flows(ledger, values), discount_rate(values))
    return payback(flows) * MONTHS


def running_costs(ledger: Ledger, values: Values) -> Amounts:
    """What the vendor charges for use over all years."""
    return sum(ledger.total("cost", values, running=True))


def orders(ledger: Ledger, values: Values) -> Amounts:
    """Orders over all years of use."""
    terms = Terms(ledger.money, (), values)
    return sum(terms.volume(ORDERS, year) for year in ledger.years[1:])


def turnover(ledger: Ledger, values: Values) -> Amounts:
    """What the orders of all years are worth."""
    terms = Terms(ledger.money, (), values)
    return sum(terms.volume(ORDERS, year) * terms.volume(WORTH, year) for year in ledger.years[1:])


def effective_rate(ledger: Ledger, values: Values) -> Amounts | None:
    """What the vendor charges for use, in percent of the worth of all orders.

    None where the plan does not say what is sold.
    """
    found = ratio(running_costs(ledger, values), turnover(ledger, values))
    return None if found is None else found * HUNDRED


def cost_per_order(ledger: Ledger, values: Values) -> Amounts | None:
    """What the vendor charges for use, for each order; None where no orders are given."""
    return ratio(running_costs(ledger, values), orders(ledger, values))


Calculation = Callable[[Ledger, Values], Amounts | None]
CALCULATIONS: Mapping[str, Calculation] = {
    "total_cost": total_cost,
    "present_costs": present_costs,
    "present_benefits": present_benefits,
    "net_present_value": net_present_value,
    "return_on_investment": returns,
    "effective_rate": effective_rate,
    "cost_per_order": cost_per_order,
}
"""The figures of money; the same as Decimals and as arrays."""
DERIVED: Mapping[str, Calculation] = {
    "total_cost": total_cost,
    "return_on_investment": returns,
    "payback_months": payback_months,
    "effective_rate": effective_rate,
}
"""What a measure of the criteria can be derived from."""


def number(found: Amounts | None) -> Decimal | float | None:
    """A single figure; None where it is missing."""
    if found is None or (isinstance(found, np.ndarray | float) and np.isnan(found)):
        return None
    return found if isinstance(found, Decimal) else float(found)
