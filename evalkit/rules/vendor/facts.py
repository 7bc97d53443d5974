"""Rules about facts, EK301 to EK310."""

from collections.abc import Iterator

from evalkit.diagnostics.record import Finding, Route, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.fact import UNKNOWN, Reading, level_name
from evalkit.model.scale import NAMED, Checklist, Scale
from evalkit.model.vendor import Vendor
from evalkit.rules.any_file import dates
from evalkit.rules.context import RuleContext
from evalkit.source.shape.misspelt import answers


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


@rule("EK302")
def fact_on_unknown_measure(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """A fact must be about a measure in the category's criteria.

    Otherwise it would never be used.

    Bad:
        facts:
          rate_limits: {value: 100}

    Good:
        facts:
          rate_limit: {value: 100}
    """
    criteria = context.criteria_for(vendor.category)
    if criteria is None:
        return
    measures = criteria.known_measures
    unknown = [measure for measure in vendor.facts if measure not in measures]
    if not unknown:
        return
    elsewhere = context.once("measures", lambda: _measures(context))
    left = measures - vendor.facts.keys()
    for measure, hint, fix in answers(unknown, left, context.near, elsewhere):
        message = f"the criteria for {vendor.category} have no measure `{measure}`"
        yield Finding(("facts", measure), message, hint, at="key", fix=fix)


def _measures(context: RuleContext) -> frozenset[str]:
    """Every measure of all criteria."""
    return frozenset(measure for each in context.criteria.values() for measure in each.leaves)


@rule("EK303")
def value_outside_levels(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """A word must be one of the measure's levels or items.

    Bad:
        facts:
          api_style: {value: [rset], source: https://examplepay.test/docs, checked: 2026-06-20}

    Good:
        facts:
          api_style: {value: [rest], source: https://examplepay.test/docs, checked: 2026-06-20}
    """
    for route, scale, reading in _scored(vendor, context):
        if not isinstance(scale, NAMED) or reading.value is None:
            continue
        allowed = context.levels(vendor.category, str(route[1]))
        listed = isinstance(reading.value, tuple)
        for number, name in enumerate(names_in(reading)):
            if name not in allowed:
                where = (*route, "value", number) if listed else (*route, "value")
                what = "an item of the checklist" if isinstance(scale, Checklist) else "a level"
                yield Finding(where, f"`{name}` is not {what}", context.near.hint(name, allowed))


def names_in(reading: Reading) -> tuple[str, ...]:
    """The names of levels in a reading."""
    return reading.value if isinstance(reading.value, tuple) else (level_name(reading.value),)


@rule("EK304")
def value_unfit_for_scale(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """A fact must be a number for a numeric measure, and words for a measure in words.

    Bad:
        facts:
          rate_limit: {value: plenty}

    Good:
        facts:
          rate_limit: {value: 100}
    """
    for route, scale, reading in _scored(vendor, context):
        named = isinstance(scale, NAMED)
        if named and reading.is_range:
            message = "a range of numbers does not fit a scale of words"
            yield Finding((*route, "low"), message, "write the level, or use `conflicts`")
        elif not named and reading.value is not None and type(reading.value) is not float:
            message = f"this measure takes a number, not {_shown(reading)}"
            yield Finding((*route, "value"), message, "write the number, or `unknown`")


def _shown(reading: Reading) -> str:
    return "a list" if isinstance(reading.value, tuple) else f"`{level_name(reading.value)}`"


@rule("EK305")
def wrong_unit(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """A fact's unit must be the measure's unit.

    evalkit does not convert units: only a reader of the source knows what a burst or a month means
    there.

    Bad:
        facts:
          rate_limit: {value: 6000, unit: requests/min}

    Good:
        facts:
          rate_limit: {value: 100, unit: requests/s}
    """
    criteria = context.criteria_for(vendor.category)
    if criteria is None:
        return
    for route, measure, reading in vendor.claims:
        if reading.unit and (measure in criteria.leaves or measure in criteria.background):
            unit = criteria.unit_of(measure)
            if unit and reading.unit != unit:
                message = f"{measure} is measured in {unit}, not in {reading.unit}"
                yield Finding((*route, "unit"), message, f"convert the value to {unit}")


@rule("EK306")
def range_out_of_order(vendor: Vendor, _: RuleContext) -> Iterator[Finding]:
    """The low, likely and high values of a range must be in rising order.

    Bad:
        facts:
          rate_limit: {low: 9, likely: 4, high: 24}

    Good:
        facts:
          rate_limit: {low: 1, likely: 4, high: 24}
    """
    for route, measure, reading in vendor.claims:
        if reading.low is None or reading.high is None:
            continue
        likely = reading.low if reading.likely is None else reading.likely
        if not reading.low <= likely <= reading.high:
            message = f"the range of {measure} is not in the order low, likely, high"
            yield Finding((*route, "low"), message, "sort the numbers")


@rule("EK307", Severity.WARNING)
def undated_fact(vendor: Vendor, _: RuleContext) -> Iterator[Finding]:
    """A fact should say when it was checked.

    Without a date it is not fresh; it is undated.

    Bad:
        facts:
          rate_limit: {value: 100, source: https://examplepay.test/limits, checked: null}

    Good:
        facts:
          rate_limit: {value: 100, source: https://examplepay.test/limits, checked: 2026-06-20}
    """
    for route, measure, reading in vendor.claims:
        if reading.source and reading.checked is None:
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
    for route, measure, reading in vendor.claims:
        days = criteria.fresh_days(measure)
        yield from dates.stale(route, measure, reading.checked, days, context.as_of)


@rule("EK309")
def date_in_the_future(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """`checked` must not be in the future.

    Bad:
        facts:
          rate_limit: {value: 100, checked: 2106-06-20}

    Good:
        facts:
          rate_limit: {value: 100, checked: 2026-06-20}
    """
    for route, measure, reading in vendor.claims:
        yield from dates.in_the_future(route, measure, reading.checked, context.as_of)


@rule("EK310", Severity.WARNING)
def generated_evidence(vendor: Vendor, _: RuleContext) -> Iterator[Finding]:
    """Generated text is not evidence.

    A fact of kind `generated` is shown but never scores: its measure counts as unknown.

    Bad:
        facts:
          rate_limit: {value: 9, source: a summary, kind: generated}

    Good:
        facts:
          rate_limit: unknown
    """
    for route, measure, reading in vendor.claims:
        if reading.is_generated:
            message = f"{measure} is based on generated text and will not score"
            yield Finding((*route, "kind"), message, "find a real source, or write `unknown`")


def _scored(vendor: Vendor, context: RuleContext) -> Iterator[tuple[Route, Scale, Reading]]:
    criteria = context.criteria_for(vendor.category)
    if criteria is None:
        return
    for route, measure, reading in vendor.claims:
        leaf = criteria.leaves.get(measure)
        if leaf is not None and reading.value != UNKNOWN:
            yield route, leaf.measure.scale, reading
