"""Numbers as data of a page, each in the shortest form that gives the same bits again."""

LARGEST_WHOLE = 2.0**53
"""From here on not every whole number is a double."""


def number(given: float) -> float:
    """The number itself, without the `.0` that a whole one would be written with."""
    return int(given) if abs(given) < LARGEST_WHOLE and given == int(given) else given
