"""Financial figures calculated from a vendor's ledger."""

from collections.abc import Callable, Mapping
from decimal import Decimal

import numpy as np

from evalkit.costing.calendar import MONTHS
from evalkit.costing.figures import Amounts, ratio
from evalkit.costing.kinds import HUNDRED, MONEY, Terms
from evalkit.costing.ledger import Ledger, Values
from evalkit.costing.returns import discounted, payback, present_value, return_on_investment

ORDERS, WORTH = "orders", "average_order_value"
"""The volumes of a plan that define turnover."""


def discount_rate(values: Values) -> Amounts:
    """The discount rate of a scenario."""
    return values[(*MONEY, "discount_rate")]


def net_flows(ledger: Ledger, values: Values) -> list[Amounts]:
    """Benefits less costs in each year."""
    pairs = zip(ledger.total("benefit", values), ledger.total("cost", values), strict=True)
    return [benefit - cost for benefit, cost in pairs]


def total_cost(ledger: Ledger, values: Values) -> Amounts:
    """The total cost of ownership: costs over all years, undiscounted."""
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
    """The payback period in months; missing if it is beyond the plan's years."""
    return payback(net_flows(ledger, values)) * MONTHS


def discounted_payback_months(ledger: Ledger, values: Values) -> Amounts:
    """The discounted payback period in months; missing if it is beyond the plan's years."""
    flows = discounted(net_flows(ledger, values), discount_rate(values))
    return payback(flows) * MONTHS


def running_costs(ledger: Ledger, values: Values) -> Amounts:
    """The vendor's running charges over all years."""
    return sum(ledger.total("cost", values, running=True))


def orders(ledger: Ledger, values: Values) -> Amounts:
    """The number of orders over all years of use."""
    terms = Terms(ledger.money, (), values)
    return sum(terms.volume(ORDERS, year) for year in ledger.years[1:])


def turnover(ledger: Ledger, values: Values) -> Amounts:
    """The value of all orders over all years."""
    terms = Terms(ledger.money, (), values)
    return sum(terms.volume(ORDERS, year) * terms.volume(WORTH, year) for year in ledger.years[1:])


def effective_rate(ledger: Ledger, values: Values) -> Amounts | None:
    """The vendor's running charges in percent of turnover.

    None if the plan does not give the turnover.
    """
    found = ratio(running_costs(ledger, values), turnover(ledger, values))
    return None if found is None else found * HUNDRED


def cost_per_order(ledger: Ledger, values: Values) -> Amounts | None:
    """The vendor's running charges per order; None if the plan gives no orders."""
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
"""Financial figures by name, for Decimals and arrays."""
DERIVED: Mapping[str, Calculation] = {
    "total_cost": total_cost,
    "return_on_investment": returns,
    "payback_months": payback_months,
    "effective_rate": effective_rate,
}
"""Financial figures from which a measure can be derived."""


def number(found: Amounts | None) -> Decimal | float | None:
    """A single figure; None if it is missing."""
    if found is None or (isinstance(found, np.ndarray | float) and np.isnan(found)):
        return None
    return found if isinstance(found, Decimal) else float(found)
