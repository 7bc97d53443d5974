"""Rules about sources and dates of prices, EK501, EK512 to EK518, EK524, EK552 and EK553."""

import datetime
from collections.abc import Iterator

from evalkit.diagnostics.record import Finding, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.plan import Plan
from evalkit.model.source import is_past
from evalkit.model.vendor import Vendor
from evalkit.rules.any_file import dates
from evalkit.rules.context import RuleContext
from evalkit.rules.prices.places import assumptions_in, benefits_in, called, charges_in, claims_in


@rule("EK501", Severity.WARNING)
def charge_without_source(record: Vendor | Plan, _: RuleContext) -> Iterator[Finding]:
    """A charge should name its source.

    A price that cannot be looked up is hard to defend to a client. For the client's own costs and
    for negotiated prices, the source is the person who stated them.

    Bad:
        charges:
          - {kind: one_off, title: Setup, amount: 500, source: null}

    Good:
        charges:
          - {kind: one_off, title: Setup, amount: 500, source: https://examplepay.test/prices}
    """
    for route, name, claim in claims_in(record):
        if not claim.source:
            yield Finding(route, f"{name} has no source", "add `source:` and `checked:`")


@rule("EK512", Severity.WARNING)
def undated_charge(record: Vendor | Plan, context: RuleContext) -> Iterator[Finding]:
    """A charge should say when it was checked.

    Without a date it is not fresh; it is undated.

    Bad:
        charges:
          - {kind: one_off, amount: 500, source: a printed price list, checked: null}

    Good:
        charges:
          - {kind: one_off, amount: 500, source: a printed price list, checked: 2026-06-20}
    """
    for route, name, claim in context.of_their_own(claims_in(record)):
        if claim.source and claim.checked is None:
            yield Finding(route, f"{name} does not say when it was checked", "add `checked:`")


@rule("EK515")
def price_checked_in_the_future(record: Vendor | Plan, context: RuleContext) -> Iterator[Finding]:
    """`checked` must not be in the future for a price, a rate or a benefit.

    Tomorrow is allowed, as in EK309.

    Bad:
        charges:
          - {kind: one_off, title: Setup, amount: 500, checked: 2106-06-20}

    Good:
        charges:
          - {kind: one_off, title: Setup, amount: 500, checked: 2026-06-20}
    """
    for route, name, claim in context.of_their_own(claims_in(record)):
        yield from dates.in_the_future(route, name, claim.checked, context.as_of)
    for route, name, given in (*benefits_in(record), *assumptions_in(record)):
        yield from dates.in_the_future(route, name, given.checked, context.as_of)


@rule("EK517", Severity.WARNING)
def stale_charge(record: Vendor | Plan, context: RuleContext) -> Iterator[Finding]:
    """A charge should not be older than the `fresh_for` days of its category.

    Prices change, so they have to be checked again from time to time.

    Bad:
        charges:
          - {kind: one_off, title: Setup, amount: 500, checked: 2020-01-31}

    Good:
        charges:
          - {kind: one_off, title: Setup, amount: 500, checked: 2026-06-20}
    """
    criteria = context.criteria_for(record.category)
    days = criteria.fresh_for if criteria else None
    day = day_of(record, context)
    for route, name, claim in context.of_their_own(claims_in(record)):
        if not is_past(getattr(claim, "until", None), day):
            yield from dates.stale(route, name, claim.checked, days, day)


@rule("EK552", Severity.WARNING)
def expired_charge(record: Vendor | Plan, context: RuleContext) -> Iterator[Finding]:
    """A charge should not be past the day of its `until`.

    It still counts, as a price that has ended is the best guess at the next one.

    Bad:
        charges:
          - {kind: one_off, title: Setup, amount: 500, until: 2026-09-30}

    Good:
        charges:
          - {kind: one_off, title: Setup, amount: 500, until: 2106-03-31}
    """
    day = day_of(record, context)
    for route, charge in charges_in(record):
        at, name = (*route, "until"), called(charge)
        yield from dates.expired(at, name, charge.until, charge.checked, day)


@rule("EK553", Severity.WARNING)
def charge_ended_before_it_was_checked(record: Vendor | Plan, _: RuleContext) -> Iterator[Finding]:
    """`until` should not be earlier than `checked` for a charge.

    Who looks at a price list that has ended finds the next one.

    Bad:
        charges:
          - {kind: one_off, title: Setup, amount: 500, checked: 2026-06-20, until: 2026-03-31}

    Good:
        charges:
          - {kind: one_off, title: Setup, amount: 500, checked: 2026-06-20, until: 2106-03-31}
    """
    for route, charge in charges_in(record):
        name = called(charge)
        yield from dates.ended_before((*route, "until"), name, charge.until, charge.checked)


def day_of(record: Vendor | Plan, context: RuleContext) -> datetime.date:
    """The date that counts as today for a file."""
    return (record.as_of if isinstance(record, Plan) else None) or context.as_of


@rule("EK518", Severity.WARNING)
def generated_price(record: Vendor | Plan, context: RuleContext) -> Iterator[Finding]:
    """Generated text is not evidence of a price or a benefit.

    An entry with the `source_kind` `generated` is shown but never counted: the vendor's costs or
    benefits are then not fully known.

    Bad:
        charges:
          - {kind: one_off, title: Setup, amount: 500, source: a summary, source_kind: generated}

    Good:
        charges:
          - {kind: one_off, title: Setup, amount: unknown}
    """
    for route, name, claim in context.of_their_own((*claims_in(record), *benefits_in(record))):
        if claim.is_generated:
            message = f"{name} is based on generated text and will not count"
            hint = "find a real source, or write `unknown`"
            yield Finding((*route, "source_kind"), message, hint)


@rule("EK524", Severity.WARNING)
def benefit_without_source(record: Vendor | Plan, _: RuleContext) -> Iterator[Finding]:
    """A benefit should name its source.

    A return is only as good as the expected benefits. The source is who expects it, and why.

    Bad:
        # plans/storefront-payments.yaml
        money:
          benefits:
            - {kind: cost_ended, title: Old gateway, amount: 900, every: month, source: null}

    Good:
        # plans/storefront-payments.yaml
        money:
          benefits:
            - {kind: cost_ended, title: Old gateway, amount: 900, every: month, source: invoices}
    """
    for route, name, benefit in benefits_in(record):
        if not benefit.source:
            hint = "add `source:`, such as who expects it and why"
            yield Finding(route, f"{name} has no source", hint)
