"""Rules about measures that are said not to apply to a vendor, EK314, EK317 and EK318."""

import math
from collections.abc import Iterator, Mapping

from evalkit.diagnostics.record import Finding, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.criteria import Criteria
from evalkit.model.vendor import Vendor
from evalkit.rules.context import RuleContext


@rule("EK314")
def not_applicable_background(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """Only a measure can be `not_applicable`.

    `not_applicable` moves weight to the measure's siblings; background has no weight.

    Bad:
        facts:
          api_description: {not_applicable: no API}

    Good:
        facts:
          api_description: {value: REST, source: https://examplepay.test/docs}
    """
    criteria = context.criteria_for(vendor.category)
    background = criteria.background if criteria else {}
    for measure, fact in vendor.facts.items():
        if fact.not_applicable and measure in background:
            message = f"{measure} is background, which cannot be `not_applicable`"
            yield Finding(("facts", measure, "not_applicable"), message, "remove the fact")


MOST = 0.1
"""The share of a vendor's weight that may be left out without a finding."""
_ROUNDING = 1e-9


@rule("EK317", Severity.WARNING)
def much_not_applicable(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """Measures that are said not to apply should not weigh more than 10% of the whole.

    Their weight goes to the other measures, so a vendor gains points by leaving out what it is bad
    at. Weights are the criteria's own.

    Bad:
        facts:
          webhooks: {not_applicable: It reports no events.}
          peak_load: {not_applicable: It has no peaks.}

    Good:
        facts:
          webhooks: {not_applicable: It reports no events.}
          peak_load: {value: 300}
    """
    criteria = context.criteria_for(vendor.category)
    if criteria is None:
        return
    shares = context.once(("shares", vendor.category), lambda: _shares(criteria))
    named = [name for name in vendor.facts if vendor.facts[name].not_applicable and name in shares]
    left_out = math.fsum(shares[name] for name in named)
    if left_out > MOST + _ROUNDING:
        message = f"{left_out * 100:.3g}% of the weight is said not to apply: {', '.join(named)}"
        hint = "make sure that it cannot apply; what is only weak or unknown counts"
        yield Finding(("facts",), message, hint, at="key")


def _shares(criteria: Criteria) -> Mapping[str, float]:
    """The share of each criterion and measure in the whole weight."""
    found: dict[str | None, float] = {None: 1.0}
    for above, group in criteria.groups.items():
        weights = {name: criteria.weight_of(name) for name in group}
        total = math.fsum(weights.values())
        for name, weight in weights.items():
            found[name] = found[above] * weight / total if total > 0 else 0.0
    return {name: share for name, share in found.items() if name is not None}


@rule("EK318")
def not_applicable_not_allowed(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """A measure with `may_not_apply: false` must not be `not_applicable`.

    The criteria say that it applies to every vendor.

    Bad:
        facts:
          webhooks: {not_applicable: It reports no events.}
        # criteria/payment-gateways.yaml
        criteria:
          api:
            measures:
              webhooks: {may_not_apply: false}

    Good:
        facts:
          webhooks: {value: false}
        # criteria/payment-gateways.yaml
        criteria:
          api:
            measures:
              webhooks: {may_not_apply: false}
    """
    criteria = context.criteria_for(vendor.category)
    leaves = criteria.leaves if criteria else {}
    for name, fact in vendor.facts.items():
        if fact.not_applicable and name in leaves and not leaves[name].measure.may_not_apply:
            message = f"{name} applies to every vendor, as the criteria say"
            hint = "write what is known, or where it was looked for"
            yield Finding(("facts", name, "not_applicable"), message, hint)
