"""Lengths that grow in files that `validate` reads."""

from growth import Case


def cases() -> list[Case]:
    """One case for each length that a stranger chooses."""
    return []
