"""Facts calculated for a plan instead of looked up."""

from evalkit.model.base import LARGEST, SMALLEST
from evalkit.model.fact import Fact


class WorkedOut(Fact):
    """A calculated fact, with its own text, because "at least" is not a range."""

    words: str = ""


def worked_out(**parts: object) -> Fact:
    """A calculated fact, with numbers limited to what a scale allows."""
    return WorkedOut.model_validate({name: _in_reach(part) for name, part in parts.items()})


def _in_reach(part: object) -> object:
    if not isinstance(part, float):
        return part
    return 0.0 if abs(part) < SMALLEST else min(max(part, -LARGEST), LARGEST)
