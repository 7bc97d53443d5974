"""Lengths that grow in files and saved evaluations that `score`, `cost` and `report` read."""

from growth import Case


def cases() -> list[Case]:
    """One case for each length that a stranger chooses."""
    return []
