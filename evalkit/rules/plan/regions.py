"""The rule about a plan's region, EK546."""

from collections.abc import Iterator

from evalkit.diagnostics.record import Finding, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.entries import bought
from evalkit.model.plan import Plan
from evalkit.model.vendor import Vendor
from evalkit.rules.context import RuleContext


@rule("EK546", Severity.WARNING)
def plan_without_region(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """A plan should name its region if the price lists that it compares name different ones.

    Otherwise all of them count, and nobody can be called the cheapest.

    Bad:
        # plans/storefront-payments.yaml
        region: null
        # vendors/payment-gateways/examplepay.yaml
        charges:
          - {kind: usage, per: order, percent: 1.4, region: EEA}
          - {kind: usage, per: order, percent: 2.9, region: US}

    Good:
        # plans/storefront-payments.yaml
        region: EEA
        # vendors/payment-gateways/examplepay.yaml
        charges:
          - {kind: usage, per: order, percent: 1.4, region: EEA}
          - {kind: usage, per: order, percent: 2.9, region: US}
    """
    money = plan.money
    if money is None or plan.region is not None:
        return
    regions = {
        charge.region
        for vendor in context.compared(plan, _has_regions)
        for _, charge in bought(vendor, money, None)
        if charge.region is not None
    }
    if len(regions) > 1:
        names = ", ".join(f"`{region}`" for region in sorted(regions))
        message = f"the price lists are for different regions ({names}), and the plan names none"
        yield Finding(("money",), message, "add `region:` to the plan", at="key")


def _has_regions(vendor: Vendor) -> bool:
    return any(charge.region is not None for charge in vendor.charges)
