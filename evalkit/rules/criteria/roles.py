"""Rules about the roles of a category, EK220 and EK221."""

from collections.abc import Iterator

from evalkit.diagnostics.record import Finding
from evalkit.diagnostics.rule import rule
from evalkit.model.criteria import Criteria
from evalkit.rules.context import RuleContext
from evalkit.source.near import Names


@rule("EK220")
def role_without_what_is_not_there(criteria: Criteria, context: RuleContext) -> Iterator[Finding]:
    """What a role is `without` must be a measure or a criterion of the same criteria.

    Bad:
        roles:
          wallet: {title: Wallets, without: [rate_limits]}
        # vendors/payment-gateways/examplepay.yaml
        role: wallet

    Good:
        roles:
          wallet: {title: Wallets, without: [rate_limit]}
        # vendors/payment-gateways/examplepay.yaml
        role: wallet
    """
    known = Names(criteria.names)
    for name, role in criteria.roles.items():
        for number, without in enumerate(role.without):
            if without not in known:
                message = f"there is no criterion or measure `{without}`"
                hint = context.near.hint(without, known)
                yield Finding(("roles", name, "without", number), message, hint)


@rule("EK221")
def role_without_everything(criteria: Criteria, _: RuleContext) -> Iterator[Finding]:
    """A role must leave measures by which its vendors can be compared.

    Bad:
        roles:
          wallet: {title: Wallets, without: [api, scalability, cost]}

    Good:
        roles:
          wallet: {title: Wallets, without: [scalability]}
        # vendors/payment-gateways/examplepay.yaml
        role: wallet
    """
    for name in criteria.roles:
        if len(criteria.taken_out([name])) == len(criteria.leaves):
            message = f"the role `{name}` is without all measures"
            hint = "leave in `without` only what such a vendor cannot have"
            yield Finding(("roles", name, "without"), message, hint)
