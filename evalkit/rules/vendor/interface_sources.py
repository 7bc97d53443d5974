"""Rules about the sources of interfaces and plug-ins, EK606, EK607, EK611 and EK612."""

from collections.abc import Iterator

from evalkit.diagnostics.record import Finding, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.vendor import Vendor
from evalkit.rules.any_file import dates
from evalkit.rules.context import RuleContext
from evalkit.rules.vendor.places import looked_at_in


@rule("EK606", Severity.WARNING)
def integration_without_source(vendor: Vendor, _: RuleContext) -> Iterator[Finding]:
    """An interface, a plug-in or a limitation should name its source.

    A statement that cannot be looked up is hard to defend to a client.

    Bad:
        integration:
          interfaces:
            - {id: api, kind: rest, source: null}

    Good:
        integration:
          interfaces:
            - {id: api, kind: rest, source: https://examplepay.test/api}
    """
    for route, name, given in looked_at_in(vendor):
        if not given.source:
            yield Finding(route, f"{name} has no source", "add `source:` and `checked:`")


@rule("EK607", Severity.WARNING)
def integration_undated(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """An interface, a plug-in or a limitation should say when it was checked.

    Without a date it is not fresh; it is undated.

    Bad:
        integration:
          interfaces:
            - {id: api, kind: rest, source: https://examplepay.test/api, checked: null}

    Good:
        integration:
          interfaces:
            - {id: api, kind: rest, source: https://examplepay.test/api, checked: 2026-06-20}
    """
    for route, name, given in context.of_their_own(looked_at_in(vendor)):
        if given.source and given.checked is None:
            yield Finding(route, f"{name} does not say when it was checked", "add `checked:`")


@rule("EK611")
def integration_checked_in_the_future(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """`checked` must not be in the future for an interface, a plug-in or a limitation.

    Tomorrow is allowed, as in EK309.

    Bad:
        integration:
          interfaces:
            - {id: api, kind: rest, checked: 2106-06-20}

    Good:
        integration:
          interfaces:
            - {id: api, kind: rest, checked: 2026-06-20}
    """
    for route, name, given in context.of_their_own(looked_at_in(vendor)):
        yield from dates.in_the_future(route, name, given.checked, context.as_of)


@rule("EK612", Severity.WARNING)
def stale_integration(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """An interface should not be older than the `fresh_for` days of its category.

    Interfaces get new versions, so they have to be checked again from time to time.

    Bad:
        integration:
          interfaces:
            - {id: api, kind: rest, checked: 2020-01-31}

    Good:
        integration:
          interfaces:
            - {id: api, kind: rest, checked: 2026-06-20}
    """
    criteria = context.criteria_for(vendor.category)
    days = criteria.fresh_for if criteria else None
    for route, name, given in context.of_their_own(looked_at_in(vendor)):
        yield from dates.stale(route, name, given.checked, days, context.as_of)
