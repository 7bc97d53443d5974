"""Rules about the sources and dates of facts, EK301, EK307 to EK310, EK316, EK324 to EK326."""

import datetime
from collections.abc import Iterator

from evalkit.diagnostics.record import Finding, Route, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.fact import Reading
from evalkit.model.scale import Checklist
from evalkit.model.source import is_past
from evalkit.model.vendor import Vendor
from evalkit.rules.any_file import dates
from evalkit.rules.context import RuleContext
from evalkit.rules.vendor.places import about
from evalkit.source.near import Names


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
        if not (isinstance(given, Reading) and is_past(given.ends, context.as_of)):
            yield from dates.stale(route, measure, given.checked, days, context.as_of)


@rule("EK324", Severity.WARNING)
def expired_fact(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """A fact should not be past the day of its `until`, nor an item of its list.

    The fact is stale from then on, however lately it was checked, and such an item is open.

    Bad:
        facts:
          rate_limit: {value: 100, until: 2026-09-30}

    Good:
        facts:
          rate_limit: {value: 100, until: 2106-03-31}
    """
    for route, measure, reading in vendor.claims:
        for way, name, until in _ends(measure, reading):
            at, checked = (*route, *way), reading.checked
            yield from dates.expired(at, name, until, checked, context.as_of)


@rule("EK325", Severity.WARNING)
def fact_ended_before_it_was_checked(vendor: Vendor, _: RuleContext) -> Iterator[Finding]:
    """`until` should not be earlier than `checked`.

    Who looks at something that has ended finds what holds now, or nothing.

    Bad:
        facts:
          rate_limit: {value: 100, checked: 2026-06-20, until: 2026-03-31}

    Good:
        facts:
          rate_limit: {value: 100, checked: 2026-06-20, until: 2106-03-31}
    """
    for route, measure, reading in vendor.claims:
        for way, name, until in _ends(measure, reading):
            yield from dates.ended_before((*route, *way), name, until, reading.checked)


def _ends(measure: str, reading: Reading) -> Iterator[tuple[Route, str, datetime.date]]:
    """The last day of a reading, or of each of its items, with the name of what ends."""
    if reading.until is None:
        return
    if isinstance(reading.until, dict):
        for item, until in reading.until.items():
            yield ("until", item), f"`{item}` of {measure}", until
    else:
        yield ("until",), measure, reading.until


@rule("EK326")
def until_of_no_item(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """`until` must be a single day, unless it is about items that the fact names.

    The items of a checklist may end on different days. Any other fact holds as a whole.

    Bad:
        facts:
          rate_limit: {value: 100, until: {starter: 2106-03-31}}

    Good:
        facts:
          rate_limit: {value: 100, until: 2106-03-31}
    """
    criteria = context.criteria_for(vendor.category)
    for route, measure, reading in vendor.claims:
        leaf = criteria.leaves.get(measure) if criteria else None
        if not isinstance(reading.until, dict) or leaf is None:
            continue
        if not isinstance(leaf.measure.scale, Checklist):
            message = f"{measure} is no checklist, so it has no items to end one by one"
            yield Finding((*route, "until"), message, "write a single day")
            continue
        for item in reading.until:
            if item not in reading.names:
                message = f"{measure} does not name `{item}`, which cannot end"
                hint = context.near.hint(item, Names(reading.names))
                yield Finding((*route, "until", item), message, hint, at="key")


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
