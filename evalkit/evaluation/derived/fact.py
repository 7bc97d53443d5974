"""A fact that is worked out for a plan instead of being looked up."""

from evalkit.model.base import LARGEST, SMALLEST
from evalkit.model.fact import Fact


class WorkedOut(Fact):
    """A fact that was worked out, and how it reads with its unit: "at least" is no range."""

    words: str = ""


def worked_out(**parts: object) -> Fact:
    """A fact of these parts; beyond where any scale may end, a number counts as that end."""
    return WorkedOut.model_validate({name: _in_reach(part) for name, part in parts.items()})


def _in_reach(part: object) -> object:
    if not isinstance(part, float):
        return part
    return 0.0 if abs(part) < SMALLEST else min(max(part, -LARGEST), LARGEST)
