"""Rules about measures that are computed, or taken from interfaces, EK344, EK541 and EK542."""

from collections.abc import Iterator

from evalkit.diagnostics.record import Finding, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.criteria import Criteria, Leaf, walk
from evalkit.model.prices.currency import CODES
from evalkit.model.scale import NAMED, OF_MONEY, OF_PLUGINS, SUPPORT_LEVELS, Derived, Levels
from evalkit.model.scales.rating import Rating
from evalkit.rules.context import RuleContext
from evalkit.rules.criteria.tree import measure_route

_UNITS: dict[Derived, tuple[str, ...]] = {
    "return_on_investment": ("percent", "%"),
    "effective_rate": ("percent", "%"),
    "payback_months": ("months",),
    "flow_coverage": ("percent", "%"),
    "plugin_fit": ("percent", "%"),
    "peak_headroom": ("times",),
}
"""The units in which measures are computed; a total cost is in a currency."""


@rule("EK344")
def interfaces_without_levels(criteria: Criteria, _: RuleContext) -> Iterator[Finding]:
    """A measure that is taken from interfaces must have a scale of levels.

    Interfaces answer in words, such as `rest` or `oauth2`, of which the best one counts.

    Bad:
        # criteria/payment-gateways.yaml
        criteria:
          scalability:
            measures:
              rate_limit: {from_interfaces: kind}

    Good:
        # criteria/payment-gateways.yaml
        criteria:
          api:
            measures:
              api_style: {from_interfaces: kind}
    """
    for leaf in walk(criteria.criteria):
        measure = leaf.measure
        if measure.from_interfaces and not isinstance(measure.scale, Levels):
            message = f"{leaf.measure_id} is taken from interfaces, but its scale has no levels"
            yield Finding(measure_route(leaf, "from_interfaces"), message, "use `kind: levels`")


@rule("EK541")
def derived_measure_unfit(criteria: Criteria, _: RuleContext) -> Iterator[Finding]:
    """A computed measure must have a numeric scale in the unit of the result.

    `return_on_investment`, `effective_rate`, `flow_coverage` and `plugin_fit` are in percent,
    `payback_months` in months, `peak_headroom` in times the peak, and `total_cost` in a currency,
    over all the years of a plan. `plugin_support` is one of the levels `newest`,
    `newest-not-excluded`, `older`, `older-not-excluded` and `none`.

    Bad:
        # criteria/payment-gateways.yaml
        criteria:
          cost:
            measures:
              total_cost: {derived: total_cost, unit: EUR/year}

    Good:
        # criteria/payment-gateways.yaml
        criteria:
          cost:
            measures:
              total_cost: {derived: total_cost, unit: EUR}
    """
    for leaf in walk(criteria.criteria):
        measure = leaf.measure
        if measure.derived is None:
            continue
        if measure.derived in OF_PLUGINS:
            yield from _unlike_support(leaf)
            continue
        if isinstance(measure.scale, (*NAMED, Rating)):
            name = leaf.measure_id
            unfit = "a rating" if isinstance(measure.scale, Rating) else "a scale of words"
            message = f"{name} is computed as a number, which does not fit {unfit}"
            hint = "use `kind: linear`, `points` or `target`"
            yield Finding(measure_route(leaf, "scale", "kind"), message, hint)
        # A measure without a unit has a finding of its own.
        elif measure.unit and not _fits(measure.derived, measure.unit):
            wanted = " or ".join(_UNITS.get(measure.derived, ("a currency such as EUR",))[:1])
            message = f"{leaf.measure_id} is computed in {wanted}, not in {measure.unit}"
            yield Finding(measure_route(leaf, "unit"), message, "write the scale in that unit")


def _unlike_support(leaf: Leaf) -> Iterator[Finding]:
    scale = leaf.measure.scale
    if not isinstance(scale, Levels) or set(scale.levels) != set(SUPPORT_LEVELS):
        message = f"{leaf.measure_id} is computed as one of: {', '.join(SUPPORT_LEVELS)}"
        yield Finding(measure_route(leaf, "scale"), message, "use `kind: levels` with these levels")


def _fits(derived: Derived, unit: str) -> bool:
    return unit in _UNITS.get(derived, CODES)


@rule("EK542", Severity.WARNING)
def money_measured_twice(criteria: Criteria, _: RuleContext) -> Iterator[Finding]:
    """Only one money-based measure may carry weight.

    They all depend on the same charges, so with two of them the same money counts twice.

    Bad:
        # criteria/payment-gateways.yaml
        criteria:
          cost:
            measures:
              total_cost: {derived: total_cost, unit: EUR}
              effective_rate: {derived: effective_rate, unit: percent}

    Good:
        # criteria/payment-gateways.yaml
        criteria:
          cost:
            measures:
              effective_rate: {derived: effective_rate, unit: percent}
    """
    derived = [leaf for leaf in walk(criteria.criteria) if leaf.measure.derived in OF_MONEY]
    for leaf in derived[1:]:
        message = f"{leaf.measure_id} depends on the same money as {derived[0].measure_id}"
        hint = "keep one; reports show the other anyway"
        yield Finding(measure_route(leaf, "derived"), message, hint)
