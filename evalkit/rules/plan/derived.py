"""Rules about the money and flows that computed measures need, EK531, EK532 and EK635."""

from collections.abc import Iterable, Iterator

from evalkit.diagnostics.record import Finding, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.money import Money
from evalkit.model.plan import Plan
from evalkit.model.scale import OF_FLOWS, OF_MONEY, Derived
from evalkit.rules.context import RuleContext

_RETURNS = ("return_on_investment", "payback_months")
_WORTH_OF_ORDERS = ("orders", "average_order_value")


@rule("EK531")
def total_cost_in_another_currency(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """A plan must use the currency of the total cost's scale.

    Bad:
        # plans/storefront-payments.yaml
        money: {currency: USD}
        # criteria/payment-gateways.yaml
        criteria:
          cost:
            measures:
              total_cost: {derived: total_cost, unit: EUR}

    Good:
        # plans/storefront-payments.yaml
        money: {currency: EUR}
        # criteria/payment-gateways.yaml
        criteria:
          cost:
            measures:
              total_cost: {derived: total_cost, unit: EUR}
    """
    criteria = context.criteria_for(plan.category)
    if criteria is None or plan.money is None:
        return
    for name, what in _asked_for(plan, context).items():
        unit, currency = criteria.unit_of(name), plan.money.currency
        if what == "total_cost" and unit and unit != currency:
            message = f"the scale of `{name}` is in {unit}, but this plan uses {currency}"
            hint = f"use {unit}, or criteria whose scale is in {currency}"
            yield Finding(("money", "currency"), message, hint)


def _asked_for(plan: Plan, context: RuleContext) -> dict[str, Derived]:
    """The computed measures that a plan needs, for its weights, gates or questions."""
    whole, rest = context.criteria_for(plan.category), context.criteria_of(plan)
    if whole is None or rest is None:
        return {}
    asked = {each.measure for each in (*plan.gates, *plan.questions)} | set(rest.leaves)
    asked -= whole.taken_out(plan.roles or ()).keys()
    return {name: what for name, what in whole.derived.items() if name in asked}


@rule("EK532", Severity.WARNING)
def derived_without_money(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """A plan should give the data from which money-based measures are computed.

    All measures that are derived from costs need `money`. A return and a payback need benefits,
    and an effective rate needs the volumes `orders` and `average_order_value`. Without them, the
    measure is left out for every vendor.

    Bad:
        # plans/storefront-payments.yaml
        money: null
        # criteria/payment-gateways.yaml
        criteria:
          cost:
            measures:
              total_cost: {derived: total_cost, unit: EUR}

    Good:
        # plans/storefront-payments.yaml
        money: {currency: EUR, years: 3, discount_rate: 0.08}
        # criteria/payment-gateways.yaml
        criteria:
          cost:
            measures:
              total_cost: {derived: total_cost, unit: EUR}
    """
    asked = _asked_for(plan, context)
    derived = {name: what for name, what in asked.items() if what in OF_MONEY}
    if plan.money is not None:
        for name, what in derived.items():
            yield from _lacking(name, what, plan.money)
    elif derived:
        hint = "add `money:` with the currency, years and volumes"
        yield _nothing("is no `money`", derived, hint)


def _nothing(lacking: str, derived: Iterable[str], hint: str) -> Finding:
    names = ", ".join(f"`{name}`" for name in derived)
    message = f"there {lacking} from which to compute {names}: left out for every vendor"
    return Finding(("category",), message, hint)


def _lacking(name: str, what: Derived, money: Money) -> Iterator[Finding]:
    if what in _RETURNS and not money.benefits:
        message = f"there are no benefits from which to compute `{name}`"
        yield Finding(("money", "benefits"), message, "add them under `money: benefits:`", at="key")
    missing = [f"`{each}`" for each in _WORTH_OF_ORDERS if each not in money.volumes]
    if what == "effective_rate" and missing:
        message = f"`{name}` cannot be computed without the volume {' and '.join(missing)}"
        yield Finding(("money", "volumes"), message, "add it under `money: volumes:`", at="key")


@rule("EK635", Severity.WARNING)
def derived_without_flows(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """A plan should give the flows from which measures are computed.

    The share of flows that a vendor supports, and its spare capacity at the peak, are computed from
    `flows`. Without them, the measure is left out for every vendor.

    Bad:
        # plans/storefront-payments.yaml
        flows: []
        # criteria/payment-gateways.yaml
        criteria:
          api:
            measures:
              flow_coverage: {derived: flow_coverage, unit: percent}

    Good:
        # plans/storefront-payments.yaml
        flows:
          - {data: order, direction: to_vendor, timing: minutes}
        # criteria/payment-gateways.yaml
        criteria:
          api:
            measures:
              flow_coverage: {derived: flow_coverage, unit: percent}
    """
    asked = _asked_for(plan, context)
    derived = [name for name, what in asked.items() if what in OF_FLOWS]
    if derived and not plan.flows:
        hint = "add `flows:` with the data that must pass"
        yield _nothing("are no `flows`", derived, hint)
