"""Rules about the values of facts, EK302 to EK306, EK319 and EK320."""

import math
from collections.abc import Iterator, Sequence

from evalkit.diagnostics.record import Finding, Route, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.fact import Reading
from evalkit.model.forms import UNLIMITED
from evalkit.model.scale import NAMED, Checklist, End, end_before
from evalkit.model.scales.rating import Rating
from evalkit.model.scales.stated import level_name
from evalkit.model.vendor import Vendor
from evalkit.rules import successors
from evalkit.rules.context import RuleContext
from evalkit.rules.vendor.ages import not_a_date
from evalkit.rules.vendor.places import scored
from evalkit.rules.vendor.ratings import not_a_level
from evalkit.source.shape.misspelt import answers
from evalkit.source.shape.numbers import number_hint


@rule("EK302")
def fact_on_unknown_measure(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """A fact must be about a measure in the category's criteria.

    Otherwise it would never be used. If the criteria replace the measure by another one, its new
    name is told, and what to write there.

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
        told = successors.in_vendor(criteria, measure)
        stranger = f"the criteria for {vendor.category} have no measure `{measure}`"
        message, help_ = told or (stranger, hint)
        yield Finding(("facts", measure), message, help_, at="key", fix=None if told else fix)


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
    for route, scale, reading in scored(vendor, context):
        if not isinstance(scale, NAMED) or reading.is_range:
            continue
        allowed = context.levels(vendor.category, str(route[1]))
        if allowed.issuperset(reading.names):
            continue
        what = "an item of the checklist" if isinstance(scale, Checklist) else "a level"
        for steps, name in _named(reading):
            if name not in allowed:
                hint = context.near.hint(name, allowed)
                yield Finding((*route, *steps), f"`{name}` is not {what}", hint)


def _named(reading: Reading) -> Iterator[tuple[Route, str]]:
    """The names in a reading, with the steps to each of them."""
    key = "value" if reading.at_least is None else "at_least"
    is_list = key == "at_least" or isinstance(reading.value, tuple)
    for number, name in enumerate(reading.names):
        yield ((key, number) if is_list else (key,)), name


@rule("EK304")
def value_unfit_for_scale(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """A fact must be a number for a numeric measure, and words for a measure in words.

    A number may have no upper end, as in "from 100": `at_least: 100`. What has no limit at all is
    `value: unlimited`. In words, `at_least` is a list beside which other levels or items may be
    there. On a measure with an `age`, a fact is a date: that of the newest thing that is known.

    Bad:
        facts:
          rate_limit: {value: plenty}

    Good:
        facts:
          rate_limit: {at_least: 100}
    """
    criteria = context.criteria_for(vendor.category)
    for route, scale, reading in scored(vendor, context):
        named = isinstance(scale, NAMED)
        if criteria and route[1] in criteria.ages:
            yield from not_a_date(route, reading)
        elif named and reading.is_range:
            message = "a range of numbers does not fit a scale of words"
            yield Finding((*route, "low"), message, "write the level, or use `conflicts`")
        elif named and reading.least is not None:
            message = "a number without an upper end does not fit a scale of words"
            yield Finding(route, message, "write `at_least` with a list of its words")
        elif not named and isinstance(reading.at_least, tuple):
            message = "this measure takes a number, not a list"
            yield Finding((*route, "at_least"), message, "write the lowest number alone")
        elif isinstance(scale, Rating) and not _is_number(reading):
            yield not_a_level(route, scale, reading)
        elif not named and not _is_number(reading):
            message = f"this measure takes a number, not {_shown(reading)}"
            yield Finding((*route, "value"), message, _number(reading))


def _number(reading: Reading) -> str:
    text = reading.value if isinstance(reading.value, str) else ""
    hint = number_hint(text, "value", may_be_range=False)
    return hint or "write the number; if there is none, `unknown` with the places looked at"


def _is_number(reading: Reading) -> bool:
    return reading.value in {None, UNLIMITED} or type(reading.value) is float


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


@rule("EK319", Severity.WARNING)
def beyond_the_worst_end(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """A number should not be beyond the worst end of its scale.

    It counts like the end itself, however far beyond it lies, and it may be a slip, or in another
    unit. A number beyond the best end is as good as the best.

    Bad:
        facts:
          rate_limit: {value: 0.1}

    Good:
        facts:
          rate_limit: {value: 1000}
    """
    for route, measure, number, end, is_strict in _beyond(vendor, context):
        if end.is_worst and not is_strict:
            message = f"{number} is beyond the worst end of {measure}, {end.level:.15g}"
            yield Finding(route, message, "check the number and its unit")


@rule("EK320")
def beyond_a_strict_scale(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """A number must not be beyond either end of a strict scale.

    Nothing lies there: a rating from 1 to 5 is never 6.

    Bad:
        facts:
          rate_limit: {value: 600}
        # criteria/payment-gateways.yaml
        criteria:
          scalability:
            measures:
              rate_limit: {scale: {strict: true}}

    Good:
        facts:
          rate_limit: {value: 60}
        # criteria/payment-gateways.yaml
        criteria:
          scalability:
            measures:
              rate_limit: {scale: {strict: true}}
    """
    for route, measure, number, end, is_strict in _beyond(vendor, context):
        if is_strict:
            message = f"{number} is beyond the end of {measure}, {end.level:.15g}"
            yield Finding(route, message, "correct the number: the scale is strict")


Beyond = tuple[Route, str, str, End, bool]


def _beyond(vendor: Vendor, context: RuleContext) -> Sequence[Beyond]:
    """Every number beyond an end of its scale as it is written, with its route and measure."""
    return context.once_here(("beyond", vendor.id), lambda: tuple(_find_beyond(vendor, context)))


def _find_beyond(vendor: Vendor, context: RuleContext) -> Iterator[Beyond]:
    criteria = context.criteria_for(vendor.category)
    for route, scale, reading in scored(vendor, context):
        # The scale of an age is not in the unit of its facts, which are dates.
        if isinstance(scale, NAMED) or (criteria and route[1] in criteria.ages):
            continue
        for key in ("value", "low", "high", "at_least"):
            number = math.inf if (given := getattr(reading, key)) == UNLIMITED else given
            end = end_before(scale, number) if type(number) is float else None
            if end is not None:
                shown = UNLIMITED if math.isinf(number) else f"{number:.15g}"
                # `at_least` may be written as a range up to `unlimited`.
                place = route if key == "at_least" else (*route, key)
                yield place, str(route[1]), shown, end, scale.strict
