"""Steps of a route through plain data."""

from typing import Any


def leads_somewhere(data: Any, step: str | int) -> bool:
    """Whether a step from here leads to a value."""
    if isinstance(data, dict):
        return step in data
    return isinstance(data, list) and isinstance(step, int) and step < len(data)
