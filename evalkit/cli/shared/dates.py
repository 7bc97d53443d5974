"""The reference date of a command."""

import datetime

from evalkit.errors import EvalkitError


def today() -> datetime.date:
    """The day on which the command runs."""
    return datetime.datetime.now(tz=datetime.UTC).astimezone().date()


def day(text: str | None) -> datetime.date:
    """The day that an option names, or today.

    Raises EvalkitError for anything but a day written year-month-day.
    """
    if text is None:
        return today()
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise EvalkitError(
            f"{text!r} is not a day; write year-month-day, such as 2026-06-20"
        ) from None
