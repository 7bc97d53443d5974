"""Rules about a plan's exchange rates, hourly rate and locale, EK521 to EK523, EK533 and EK539."""

import re
from collections.abc import Iterator

from evalkit.diagnostics.record import Finding, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.entries import bought
from evalkit.model.money import HoursSaved, Money
from evalkit.model.plan import Plan
from evalkit.model.prices.charge import Internal
from evalkit.model.vendor import Vendor
from evalkit.rules.context import RuleContext
from evalkit.rules.prices.places import called, entries_in, shown

FRESH_FOR = 365
"""Days after which an exchange rate is too old to use."""
_LOCALE = re.compile(r"[a-z]{2,3}(_[A-Z][a-z]{3})?(_([A-Z]{2}|[0-9]{3}))?", re.ASCII)


@rule("EK521", Severity.WARNING)
def rate_older_than_a_year(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """An exchange rate should not be older than a year.

    Bad:
        # plans/storefront-payments.yaml
        money: {rates: {USD: {value: 0.9, checked: 2024-11-18}}}

    Good:
        # plans/storefront-payments.yaml
        money: {rates: {USD: {value: 0.9, checked: 2026-11-18}}}
    """
    day = plan.as_of or context.as_of
    for currency, rate in plan.money.rates.items() if plan.money else ():
        if rate.checked is not None and (day - rate.checked).days > FRESH_FOR:
            age = (day - rate.checked).days
            message = f"the rate for {currency} is {age} days old, more than a year"
            hint = "look it up again, and update `checked`"
            yield Finding(("money", "rates", currency, "checked"), message, hint)


@rule("EK522", Severity.WARNING)
def rate_without_source(plan: Plan, _: RuleContext) -> Iterator[Finding]:
    """An exchange rate should have a source and a date.

    Every charge in that currency depends on it.

    Bad:
        # plans/storefront-payments.yaml
        money: {rates: {USD: 0.9}}

    Good:
        # plans/storefront-payments.yaml
        money:
          rates: {USD: {value: 0.9, source: budget rate of finance, checked: 2026-11-18}}
    """
    for currency, rate in plan.money.rates.items() if plan.money else ():
        route = ("money", "rates", currency)
        if not rate.source:
            message = f"the rate for {currency} has no source"
            yield Finding(route, message, "add `source:` and `checked:`")
        elif rate.checked is None:
            message = f"the rate for {currency} does not say when it was checked"
            yield Finding(route, message, "add `checked:`")


@rule("EK523")
def rate_not_positive(plan: Plan, _: RuleContext) -> Iterator[Finding]:
    """An exchange rate must be above zero, and be for another currency than the plan's.

    Bad:
        # plans/storefront-payments.yaml
        money: {rates: {USD: {value: 0}}}

    Good:
        # plans/storefront-payments.yaml
        money: {rates: {USD: {value: 0.9}}}
    """
    money = plan.money
    for currency, rate in money.rates.items() if money else ():
        route = ("money", "rates", currency)
        if money and currency == money.currency:
            message = f"{currency} is the currency of the plan itself"
            yield Finding(route, message, "remove this rate", at="key")
        elif any(number <= 0 for number in rate.numbers):
            message = f"the rate for {currency} is {shown(min(rate.numbers))}, not above zero"
            hint = f"write the value of one {currency} in the plan's currency"
            yield Finding(route, message, hint)


@rule("EK533", Severity.WARNING)
def hours_without_rate(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """A plan with hours of work should state an hourly rate.

    Without `hourly_rate`, neither the client's own work nor the work saved can be counted.

    Bad:
        # plans/storefront-payments.yaml
        money:
          charges:
            all:
              - {kind: internal, title: Integration, hours: 120}

    Good:
        # plans/storefront-payments.yaml
        money:
          hourly_rate: 65
          charges:
            all:
              - {kind: internal, title: Integration, hours: 120}
    """
    if plan.money is None or plan.money.hourly_rate is not None:
        return
    names = list(dict.fromkeys(_in_hours(plan, plan.money, context)))
    if names:
        further = f", and in {len(names) - 1} more," if len(names) > 1 else ""
        message = f"{names[0]}{further} is in hours, but there is no `hourly_rate`"
        yield Finding(("money",), message, "add `hourly_rate:`", at="key")


def _in_hours(plan: Plan, money: Money, context: RuleContext) -> Iterator[str]:
    for _, entry in entries_in(plan):
        if isinstance(entry, (Internal, HoursSaved)) and not entry.is_generated:
            yield called(entry)
    for vendor in context.compared(plan, _has_hours):
        for _, charge in bought(vendor, money, plan.region):
            if isinstance(charge, Internal) and not charge.is_generated:
                yield f"{called(charge)} of {vendor.id}"


def _has_hours(vendor: Vendor) -> bool:
    return any(isinstance(charge, Internal) for charge in vendor.charges)


@rule("EK539")
def malformed_locale(plan: Plan, _: RuleContext) -> Iterator[Finding]:
    """A locale must be a language, or a language and a country joined by `_`.

    Reports use it to format amounts: 1,234.50 or 1.234,50.

    Bad:
        # plans/storefront-payments.yaml
        money: {locale: german}

    Good:
        # plans/storefront-payments.yaml
        money: {locale: de_DE}
    """
    if plan.money and not _LOCALE.fullmatch(plan.money.locale):
        message = f"`{plan.money.locale}` is not a locale"
        yield Finding(("money", "locale"), message, "write it like en, de or de_CH")
