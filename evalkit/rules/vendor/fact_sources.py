"""Rules about the sources of facts and their dates, EK301, EK307 to EK310 and EK316."""

from collections.abc import Iterator

from evalkit.diagnostics.record import Finding, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.vendor import Vendor
from evalkit.rules.any_file import dates
from evalkit.rules.context import RuleContext
from evalkit.rules.vendor.places import about


@rule("EK301", Severity.WARNING)
def fact_without_source(vendor: Vendor, _: RuleContext) -> Iterator[Finding]:
    """A fact should name its source.

    A number that cannot be looked up is hard to defend to a client.

    Bad:
        facts:
          rate_limit: 100

    Good:
        facts:
          rate_limit: {value: 100, source: https://examplepay.test/limits, checked: 2026-06-20}
    """
    for route, measure, reading in vendor.claims:
        if not reading.source:
            yield Finding(route, f"{measure} has no source", "add `source:` and `checked:`")


@rule("EK307", Severity.WARNING)
def undated_fact(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """A fact should say when it was checked, also one that was not found.

    Without a date it is not fresh; it is undated.

    Bad:
        facts:
          rate_limit: {value: 100, source: https://examplepay.test/limits, checked: null}

    Good:
        facts:
          rate_limit: {value: 100, source: https://examplepay.test/limits, checked: 2026-06-20}
    """
    for route, measure, given in context.of_their_own(vendor.sourced):
        if given.source and given.checked is None:
            yield Finding(route, f"{measure} does not say when it was checked", "add `checked:`")


@rule("EK308", Severity.WARNING)
def stale_fact(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """A fact should not be older than the `fresh_for` days of its measure.

    Prices and limits change, so they have to be checked again from time to time.

    Bad:
        facts:
          rate_limit: {value: 100, checked: 2020-01-31}

    Good:
        facts:
          rate_limit: {value: 100, checked: 2026-06-20}
    """
    criteria = context.criteria_for(vendor.category)
    if criteria is None:
        return
    for route, measure, given in context.of_their_own(vendor.sourced):
        days = criteria.fresh_days(measure)
        yield from dates.stale(route, measure, given.checked, days, context.as_of)


@rule("EK309")
def date_in_the_future(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """`checked` must not be in the future.

    Tomorrow is allowed: where the vendor was looked at, that day may have begun.

    Bad:
        facts:
          rate_limit: {value: 100, checked: 2106-06-20}

    Good:
        facts:
          rate_limit: {value: 100, checked: 2026-06-20}
    """
    for route, measure, given in context.of_their_own(vendor.sourced):
        yield from dates.in_the_future(route, measure, given.checked, context.as_of)


@rule("EK310", Severity.WARNING)
def generated_evidence(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """Generated text is not evidence.

    A fact of kind `generated` is shown but never scores: its measure counts as unknown.

    Bad:
        facts:
          rate_limit: {value: 9, source: a summary, kind: generated}

    Good:
        facts:
          rate_limit: {value: unknown, source: https://examplepay.test/limits, checked: 2026-06-20}
    """
    for route, measure, reading in context.of_their_own(vendor.claims):
        if reading.is_generated:
            message = f"{measure} is based on generated text and will not score"
            yield Finding((*route, "kind"), message, "find a real source, or remove the fact")


@rule("EK316", Severity.WARNING)
def fact_not_looked_for(vendor: Vendor, _: RuleContext) -> Iterator[Finding]:
    """An unknown fact should say where it was looked for.

    Otherwise it counts as not looked for, as if the file did not mention it. What was looked for
    and not found is a question to the vendor. Generated text is no place to look.

    Bad:
        facts:
          rate_limit: unknown

    Good:
        facts:
          rate_limit:
            unknown: true
            looked:
              - {source: https://examplepay.test/limits, checked: 2026-06-20}
              - {source: account manager by phone, checked: 2026-06-22}
    """
    hint = "say where you looked, with `source:` and `checked:`; or remove the fact"
    for measure, fact in vendor.facts.items():
        if fact.is_unknown and not fact.looks and not fact.conflicts:
            generated = fact.looked or fact.is_generated
            why = "generated text is no place to look" if generated else "no place is named"
            message = f"{measure} counts as not looked for: {why}"
            yield Finding(("facts", measure), message, hint)
        for place, each in enumerate(fact.by or ()):
            if each.is_unknown and not each.source:
                message = f"{measure} counts as not looked for in {about(each)}"
                yield Finding(("facts", measure, "by", place), message, hint)
