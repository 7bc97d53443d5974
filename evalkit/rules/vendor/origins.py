"""Rules about the `from` of a vendor file or a folder, EK331 to EK334."""

from collections.abc import Iterator

from evalkit.diagnostics.record import Finding, Route, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.criteria import Criteria
from evalkit.model.source import Origin
from evalkit.model.vendor import Vendor
from evalkit.rules.any_file import dates
from evalkit.rules.context import RuleContext
from evalkit.rules.prices.places import claims_in
from evalkit.rules.vendor.places import looked_at_in
from evalkit.source.inheriting import FROM
from evalkit.source.paths import folder_of

NAME = "the source of `from`"


@rule("EK331", Severity.WARNING)
def undated_origin(record: Vendor | Origin, _: RuleContext) -> Iterator[Finding]:
    """A `from` should say when its source was checked.

    Without a date, what takes its source from there is not fresh; it is undated.

    Bad:
        from: {source: answers to our questionnaire}
        facts:
          rate_limit: 100

    Good:
        from: {source: answers to our questionnaire, checked: 2026-06-20}
        facts:
          rate_limit: 100
    """
    for route, origin in _origins(record):
        if origin.checked is None:
            yield Finding(route, f"{NAME} does not say when it was checked", "add `checked:`")


@rule("EK332", Severity.WARNING)
def stale_origin(record: Vendor | Origin, context: RuleContext) -> Iterator[Finding]:
    """A `from` should not be older than anything that takes its date from there may be.

    That is the shortest `fresh_for` among the measures of these facts, or that of the category for
    charges and interfaces.

    Bad:
        from: {source: answers to our questionnaire, checked: 2020-01-31}
        facts:
          rate_limit: 100

    Good:
        from: {source: answers to our questionnaire, checked: 2026-06-20}
        facts:
          rate_limit: 100
    """
    category = record.category if isinstance(record, Vendor) else folder_of(context.path)
    criteria = context.criteria_for(category)
    if criteria is None:
        return
    days = min(_fresh_days(record, criteria, context), default=None)
    for route, origin in _origins(record):
        yield from dates.stale(route, NAME, origin.checked, days, context.as_of)


@rule("EK333")
def origin_in_the_future(record: Vendor | Origin, context: RuleContext) -> Iterator[Finding]:
    """`checked` must not be in the future in a `from`.

    Bad:
        from: {source: answers to our questionnaire, checked: 2106-06-20}

    Good:
        from: {source: answers to our questionnaire, checked: 2026-06-20}
    """
    for route, origin in _origins(record):
        yield from dates.in_the_future(route, NAME, origin.checked, context.as_of)


@rule("EK334", Severity.WARNING)
def generated_origin(record: Vendor | Origin, _: RuleContext) -> Iterator[Finding]:
    """Generated text is not evidence, also where a whole file or folder comes from it.

    What takes its source from there is shown but never scores.

    Bad:
        from: {source: a summary, checked: 2026-06-20, kind: generated}

    Good:
        from: {source: answers to our questionnaire, checked: 2026-06-20, kind: vendor-answer}
    """
    for route, origin in _origins(record):
        if origin.is_generated:
            message = f"{NAME} is generated text, so nothing that rests on it will score"
            yield Finding((*route, "kind"), message, "find a real source")


def _origins(record: Vendor | Origin) -> Iterator[tuple[Route, Origin]]:
    if isinstance(record, Origin):
        yield (), record
    elif record.origin is not None:
        yield (FROM,), record.origin


def _fresh_days(record: Vendor | Origin, criteria: Criteria, context: RuleContext) -> Iterator[int]:
    """How long each thing that takes its date from a `from` stays fresh."""
    routes = (
        {route for vendor in context.members(criteria.id) for route in _resting_on(record, vendor)}
        if isinstance(record, Origin)
        else {route for route, is_dated in context.inherited.items() if is_dated}
    )
    for route in routes:
        is_fact = route[0] == "facts"
        days = criteria.fresh_days(str(route[1])) if is_fact else criteria.fresh_for
        yield from () if days is None else (days,)


def _resting_on(origin: Origin, vendor: Vendor) -> Iterator[Route]:
    """The places in a vendor file that state the source and date of its folder."""
    entries = (*vendor.sourced, *claims_in(vendor), *looked_at_in(vendor))
    for route, _, given in entries:
        if (given.source, given.checked) == (origin.source, origin.checked):
            yield route
