"""Rules about the roles that a plan compares, EK426 to EK428."""

from collections.abc import Iterator

from evalkit.diagnostics.record import Finding, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.criteria import Criteria
from evalkit.model.plan import Plan
from evalkit.rules.context import RuleContext
from evalkit.source.near import Names, shortened


@rule("EK426")
def plan_for_unknown_role(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """A plan's roles must be named by the criteria of its category, and vendors must have them.

    Bad:
        # plans/storefront-payments.yaml
        roles: [acquiror]
        # vendors/payment-gateways/examplepay.yaml
        role: acquirer
        # criteria/payment-gateways.yaml
        roles:
          acquirer: {title: Acquirers}

    Good:
        # plans/storefront-payments.yaml
        roles: [acquirer]
        # vendors/payment-gateways/examplepay.yaml
        role: acquirer
        # criteria/payment-gateways.yaml
        roles:
          acquirer: {title: Acquirers}
    """
    criteria = context.criteria_for(plan.category)
    if criteria is None or plan.roles is None:
        return
    known = Names(criteria.roles)
    for number, name in enumerate(plan.roles):
        if not criteria.roles:
            message, hint = f"the category `{plan.category}` has no roles", "remove `roles`"
            yield Finding(("roles",), message, hint, at="key")
            return
        if name not in known:
            message = f"there is no role `{name}` in the category `{plan.category}`"
            yield Finding(("roles", number), message, context.near.hint(name, known))
    if plan.vendors is None and criteria.roles.keys() >= {*plan.roles}:
        yield from _nobody(plan, context)


def _nobody(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    # A category without any vendor has a finding of its own.
    if any(context.members(plan.category)) and not context.compared(plan):
        message = f"no vendor of this category has the role {_quoted(plan.roles or ())}"
        yield Finding(("roles",), message, "name another role, or add `role:` to the vendors")


@rule("EK427", Severity.WARNING)
def roles_mixed(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """A plan should name the roles that it compares, if its vendors have several.

    Vendors of different roles do different things, so the best of them answers no question. Where
    the client may take either, say so: `roles` may name several.

    Bad:
        # plans/storefront-payments.yaml
        vendors: [examplepay, otherpay]
        # vendors/payment-gateways/examplepay.yaml
        role: acquirer
        # vendors/payment-gateways/otherpay.yaml
        id: otherpay
        category: payment-gateways
        role: wallet
        # criteria/payment-gateways.yaml
        roles:
          acquirer: {title: Acquirers}
          wallet: {title: Wallets}

    Good:
        # plans/storefront-payments.yaml
        roles: [acquirer]
        # vendors/payment-gateways/examplepay.yaml
        role: acquirer
        # vendors/payment-gateways/otherpay.yaml
        id: otherpay
        category: payment-gateways
        role: wallet
        # criteria/payment-gateways.yaml
        roles:
          acquirer: {title: Acquirers}
          wallet: {title: Wallets}
    """
    criteria = context.criteria_for(plan.category)
    if criteria is None or not criteria.roles or plan.roles is not None:
        return
    mixed = _roles(plan, context)
    if len(mixed) > 1:
        key = "vendors" if plan.vendors else "category"
        message = f"vendors of several roles are compared: {_quoted(mixed)}"
        yield Finding((key,), message, f"name those that are meant, as in `roles: [{mixed[0]}]`")


@rule("EK428")
def unlike_the_roles(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """The vendors and gates of a plan must fit the roles that it compares.

    A vendor that is listed must have one of the roles that the plan names. A gate on a measure that
    one of the roles cannot have would be open for every vendor.

    Bad:
        # plans/storefront-payments.yaml
        vendors: [examplepay]
        roles: [wallet]
        # vendors/payment-gateways/examplepay.yaml
        role: acquirer
        # criteria/payment-gateways.yaml
        roles:
          acquirer: {title: Acquirers}
          wallet: {title: Wallets}

    Good:
        # plans/storefront-payments.yaml
        vendors: [examplepay]
        roles: [acquirer]
        # vendors/payment-gateways/examplepay.yaml
        role: acquirer
        # criteria/payment-gateways.yaml
        roles:
          acquirer: {title: Acquirers}
          wallet: {title: Wallets}
    """
    criteria = context.criteria_for(plan.category)
    if criteria is None or not criteria.roles:
        return
    yield from _of_other_roles(plan, criteria, context)
    yield from _gates(plan, criteria, context)


def _of_other_roles(plan: Plan, criteria: Criteria, context: RuleContext) -> Iterator[Finding]:
    for number, name in enumerate(plan.vendors or ()):
        vendor = context.vendors.get(name)
        if vendor is None or vendor.category != plan.category or plan.takes(vendor.role):
            continue
        if vendor.role and vendor.role not in criteria.roles:
            continue  # a misspelt one is told at the vendor
        if vendor.role or not vendor.candidate:
            has = f"has the role `{vendor.role}`" if vendor.role else "states no role"
            message = f"{name} {has}, and this plan compares {_quoted(plan.roles or ())}"
            hint = "remove it from the list, or name its role"
            yield Finding(("vendors", number), message, hint)


def _gates(plan: Plan, criteria: Criteria, context: RuleContext) -> Iterator[Finding]:
    beyond = criteria.taken_out(_roles(plan, context)) if plan.gates else {}
    for number, gate in enumerate(plan.gates):
        if gate.measure in beyond:
            message = f"{gate.measure} is left out for a role that this plan compares"
            hint = "remove the gate, or compare other roles"
            yield Finding(("gates", number, "measure"), message, hint)


def _roles(plan: Plan, context: RuleContext) -> tuple[str, ...]:
    """The roles of the vendors that a plan compares."""
    if plan.vendors is not None:
        return plan.roles_among(vendor.role for vendor in context.compared(plan))
    return context.once(
        ("roles", plan.category, plan.roles),
        lambda: plan.roles_among(vendor.role for vendor in context.compared(plan)),
    )


def _quoted(roles: tuple[str, ...]) -> str:
    return shortened([f"`{role}`" for role in roles])
