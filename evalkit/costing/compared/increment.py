"""What one vendor costs and brings beyond another."""

from dataclasses import replace

from evalkit.costing.assumptions import assumptions_behind
from evalkit.costing.figures import Amounts, ratio
from evalkit.costing.items import Item, Side
from evalkit.costing.kinds import HUNDRED
from evalkit.costing.ledger import Ledger, Values
from evalkit.costing.outcomes import discount_rate, net_present_value
from evalkit.costing.returns import present_value

_OPPOSITE: dict[Side, Side] = {"cost": "benefit", "benefit": "cost"}


def increment(one: Ledger, other: Ledger) -> Ledger:
    """The ledger of a vendor beyond another, whose costs are its benefits and the reverse.

    Items of both are left out, so that they cancel without a rounding error. Both share the plan's
    assumptions, so whatever raises both costs alike cancels in every scenario.
    """
    shared = {item.key for item in one.items} & {item.key for item in other.items}
    own = [item for item in one.items if item.key not in shared]
    rivals = [
        replace(item, side=_OPPOSITE[item.side], is_rivals=True)
        for item in other.items
        if item.key not in shared
    ]
    items = (*own, *rivals)
    known = {**other.assumptions, **one.assumptions}
    behind = dict.fromkeys(each.key for each in assumptions_behind(items, one.money))
    return replace(
        one,
        items=items,
        assumptions={key: known[key] for key in behind},
        constants={**other.constants, **one.constants},
    )


def extra_costs(ledger: Ledger, values: Values) -> Amounts:
    """The present value of what a vendor costs beyond another, below zero if it costs less."""
    sums: list[Amounts] = [0 for _ in ledger.years]
    for item in ledger.items:
        if _is_cost(item):
            sign = -1 if item.is_rivals else 1
            flows = ledger.flows(item, values)
            sums = [total + sign * flow for total, flow in zip(sums, flows, strict=True)]
    return present_value(sums, discount_rate(values))


def _is_cost(item: Item) -> bool:
    """Whether an item is a charge, of either of the two."""
    return (item.side == "cost") != item.is_rivals


def extra_returns(ledger: Ledger, values: Values) -> Amounts | None:
    """The return in percent on what a vendor costs beyond another; None if it costs no more."""
    found = ratio(net_present_value(ledger, values), extra_costs(ledger, values))
    return None if found is None else found * HUNDRED
