"""Rules about a vendor's role in its category, EK335 to EK337."""

from collections.abc import Iterator

from evalkit.diagnostics.record import Finding, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.vendor import Vendor
from evalkit.rules.context import RuleContext
from evalkit.source.near import Names, known_here


@rule("EK335", Severity.WARNING)
def vendor_without_role(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """A vendor should state its role, if its category has roles.

    Without one it is compared only with others that state none, and in plans that list it. What the
    client can do without a vendor needs no role.

    Bad:
        category: payment-gateways
        # criteria/payment-gateways.yaml
        roles:
          acquirer: {title: Acquirers}
          wallet: {title: Wallets}

    Good:
        category: payment-gateways
        role: acquirer
        # criteria/payment-gateways.yaml
        roles:
          acquirer: {title: Acquirers}
          wallet: {title: Wallets}
    """
    criteria = context.criteria_for(vendor.category)
    if criteria and criteria.roles and not (vendor.role or vendor.candidate):
        message = f"vendors of the category `{vendor.category}` have a role, and this one has none"
        hint = f"add `role:`; {known_here(Names(criteria.roles))}"
        yield Finding(("category",), message, hint)


@rule("EK336")
def role_unknown(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """A vendor's role must be one of those that its category's criteria name.

    Bad:
        role: acquier
        # criteria/payment-gateways.yaml
        roles:
          acquirer: {title: Acquirers}

    Good:
        role: acquirer
        # criteria/payment-gateways.yaml
        roles:
          acquirer: {title: Acquirers}
    """
    criteria = context.criteria_for(vendor.category)
    if criteria is None or vendor.role is None or vendor.role in criteria.roles:
        return
    if criteria.roles:
        message = f"there is no role `{vendor.role}` in the category `{vendor.category}`"
        yield Finding(("role",), message, context.near.hint(vendor.role, Names(criteria.roles)))
    else:
        message = f"the category `{vendor.category}` has no roles"
        yield Finding(("role",), message, "remove `role`, or add `roles` to its criteria")


@rule("EK337", Severity.WARNING)
def fact_beyond_role(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """A fact should be on a measure that a vendor in this role can have.

    The criteria leave such a measure out for the whole role, so the fact counts for nothing.

    Bad:
        role: wallet
        facts:
          rate_limit: {value: 100, source: https://examplepay.test/limits}
        # criteria/payment-gateways.yaml
        roles:
          wallet: {title: Wallets, without: [rate_limit]}

    Good:
        role: wallet
        facts:
          api_style: {value: [rest], source: https://examplepay.test/docs}
        # criteria/payment-gateways.yaml
        roles:
          wallet: {title: Wallets, without: [rate_limit]}
    """
    criteria = context.criteria_for(vendor.category)
    if criteria is None or vendor.role is None:
        return
    beyond = context.once(
        ("beyond", vendor.category, vendor.role), lambda: criteria.taken_out([vendor.role or ""])
    )
    for measure in vendor.facts:
        if measure in beyond:
            message = f"{measure} is left out for the role `{vendor.role}`, as the criteria say"
            hint = "remove the fact, or correct the role"
            yield Finding(("facts", measure), message, hint, at="key")
