"""Rules about facts from whose dates an age is counted, EK321, and what EK304 says of them."""

import datetime
from collections.abc import Iterator

from pydantic import TypeAdapter, ValidationError

from evalkit.diagnostics.record import Finding, Fix, Route
from evalkit.diagnostics.rule import rule
from evalkit.model.base import Day
from evalkit.model.fact import Reading
from evalkit.model.scales.stated import ON_USE, level_name
from evalkit.model.vendor import Vendor
from evalkit.rules.any_file import dates
from evalkit.rules.context import RuleContext
from evalkit.source.shape.days import day_meant

NEWEST = "write the date of the newest one, such as 2024-09-27"
_DAY: TypeAdapter[datetime.date] = TypeAdapter(Day, config=ON_USE)


def not_a_date(route: Route, reading: Reading) -> Iterator[Finding]:
    """A finding if a fact from which an age is counted is not a date."""
    if reading.is_range:
        message = "this measure takes a date, not a range of numbers"
        yield Finding((*route, "low"), message, f"{NEWEST}; other sources go into `conflicts`")
    elif reading.at_least is not None:
        message = "this measure takes a date, not `at_least`"
        yield Finding((*route, "at_least"), message, NEWEST, at="key")
    elif reading.value is not None and _day(reading) is None:
        shown = "a list" if isinstance(reading.value, tuple) else f"`{level_name(reading.value)}`"
        meant = day_meant(level_name(reading.value))
        yield Finding(
            (*route, "value"),
            f"this measure takes a date, not {shown}",
            f"write year-month-day: {meant}" if meant else NEWEST,
            fix=Fix("rewrite", meant) if meant else None,
        )


def _day(reading: Reading) -> datetime.date | None:
    try:
        return _DAY.validate_python(reading.value)
    except ValidationError:
        return None


@rule("EK321")
def newest_later_than_checked(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """The date from which an age is counted must not be later than the day it was checked.

    Nobody can have seen a release before it was made, nor one that is in the future.

    Bad:
        facts:
          released: {value: 2026-07-03, source: https://examplepay.test/tags, checked: 2026-07-02}
        # criteria/payment-gateways.yaml
        criteria:
          api:
            measures:
              released: {age: days, unit: days}

    Good:
        facts:
          released: {value: 2026-06-17, source: https://examplepay.test/tags, checked: 2026-07-02}
        # criteria/payment-gateways.yaml
        criteria:
          api:
            measures:
              released: {age: days, unit: days}
    """
    criteria = context.criteria_for(vendor.category)
    for route, measure, reading in vendor.claims:
        day = _day(reading) if criteria and measure in criteria.ages else None
        if day is None:
            continue
        if reading.checked is not None and day > reading.checked:
            message = f"{measure} is {day}, after {reading.checked}, when it was checked"
            yield Finding((*route, "value"), message, "correct one of the two dates")
        elif dates.is_to_come(day, context.as_of):
            message = f"{measure} is {day}, after {context.as_of}"
            yield Finding((*route, "value"), message, "correct the date")
