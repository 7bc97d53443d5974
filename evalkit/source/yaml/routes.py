"""Follow routes through plain data."""

from typing import Any

from evalkit.diagnostics.record import Route


def leads_somewhere(data: Any, step: str | int) -> bool:
    """Whether data has a value at a step."""
    if isinstance(data, dict):
        return step in data
    return isinstance(data, list) and isinstance(step, int) and step < len(data)


def route_in(data: Any, loc: Route) -> Route:
    """The steps of a pydantic location that exist in the data."""
    route: list[str | int] = []
    here = data
    for step in loc:
        if leads_somewhere(here, step):
            route.append(step)
            here = here[step]
    return tuple(route)
