"""Check the dates on which facts, prices and interfaces were checked."""

import datetime
from collections.abc import Iterator

from evalkit.diagnostics.record import Finding, Route
from evalkit.model.source import is_past

_A_DAY = datetime.timedelta(days=1)


def is_to_come(date: datetime.date, day: datetime.date) -> bool:
    """Whether a date is later than the day after the one that counts as today.

    In other time zones tomorrow has begun: a check by a server on UTC comes up to 14 hours late.
    """
    return date - day > _A_DAY


def in_the_future(
    route: Route, name: str, checked: datetime.date | None, day: datetime.date
) -> Iterator[Finding]:
    """A finding if the date is later than the day after the one that counts as today."""
    if checked is not None and is_to_come(checked, day):
        message = f"{name} was checked on {checked}, after {day}"
        yield Finding((*route, "checked"), message, "correct the date")


def expired(
    route: Route,
    name: str,
    until: datetime.date | None,
    checked: datetime.date | None,
    day: datetime.date,
) -> Iterator[Finding]:
    """A finding if the last day is over on which something held when it was checked."""
    if is_past(until, day) and not (checked is not None and is_past(until, checked)):
        message = f"{name} held until {until}"
        yield Finding(route, message, "look for what holds now, or remove it")


def ended_before(
    route: Route, name: str, until: datetime.date | None, checked: datetime.date | None
) -> Iterator[Finding]:
    """A finding if something no longer held when it was checked."""
    if checked is not None and is_past(until, checked):
        message = f"{name} held until {until}, but was checked on {checked}, after that"
        yield Finding(route, message, "correct one of the two dates")


def stale(
    route: Route, name: str, checked: datetime.date | None, days: int | None, day: datetime.date
) -> Iterator[Finding]:
    """A finding if the date is more than so many days ago; none if nothing goes stale."""
    if checked is None or days is None:
        return
    age = (day - checked).days
    if age > days:
        message = f"{name} was checked {age} days ago and stays fresh for {days}"
        yield Finding((*route, "checked"), message, "check it again and update the date")
