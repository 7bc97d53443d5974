"""What to tell those who still use a measure that another one replaces."""

from evalkit.model.criteria import Criteria

Told = tuple[str, str]
"""A message and a hint."""


def in_vendor(criteria: Criteria, former: str) -> Told | None:
    """What to tell about a fact; None if nothing replaces its measure."""
    name = criteria.successors.get(former)
    if name is None:
        return None
    measure = criteria.leaves[name].measure
    if measure.age:
        said = f"`{former}` is now `{name}`: the date of the newest one"
        return said, f"write `{name}` with that date, such as 2024-09-27"
    if measure.derived is not None:
        said = f"`{former}` is now part of `{name}`, which is computed"
        return said, "remove it: what it is computed from counts"
    unit = f", in {measure.unit}" if measure.unit else ""
    return f"`{former}` is now `{name}`{unit}", f"write `{name}`, with a value that fits it"


def in_plan(criteria: Criteria, former: str) -> Told | None:
    """What to tell about a gate or a weight; None if nothing replaces its measure."""
    name = criteria.successors.get(former)
    if name is None:
        return None
    measure = criteria.leaves[name].measure
    unit = f", in {measure.unit}" if measure.unit else ""
    said = f"`{former}` is now `{name}`{unit}"
    return said, f"write `{name}`, and make sure that it still fits: its scale is its own"
