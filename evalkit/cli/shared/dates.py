"""The reference date of a command."""

import datetime

from evalkit.errors import EvalkitError


def today() -> datetime.date:
    """Today's date."""
    return datetime.datetime.now(tz=datetime.UTC).astimezone().date()


def day(text: str | None) -> datetime.date:
    """The date that an option gives, or today.

    Raises EvalkitError if it is not a date written year-month-day.
    """
    if text is None:
        return today()
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise EvalkitError(
            f"{text!r} is not a date; write year-month-day, such as 2026-06-20"
        ) from None
