"""Lengths that grow in configuration, baseline and cache, and in findings on their way out."""

from growth import Case


def cases() -> list[Case]:
    """One case for each length that a stranger chooses."""
    return []
