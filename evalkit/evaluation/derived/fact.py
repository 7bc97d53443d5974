"""Facts calculated for a plan instead of looked up."""

from evalkit.model.base import LARGEST, SMALLEST
from evalkit.model.fact import Fact
from evalkit.model.source import Sourced


class WorkedOut(Fact):
    """A calculated fact, with its own text, because "at least" is not a range."""

    words: str = ""
    open_ended: bool = False
    """Whether what is not known could move the figure up to the other end of its range."""
    missing: tuple[str, ...] = ()
    """The charges, limits or routes that leave it open."""
    was_looked_for: bool = False
    """Whether an unknown figure was looked for."""

    @property
    def is_open_ended(self) -> bool:
        """Whether more than it states is possible."""
        return self.open_ended

    @property
    def looks(self) -> tuple[Sourced, ...]:
        """The figure itself if it was looked for and not found."""
        return (self,) if self.is_unknown and self.was_looked_for else ()


def worked_out(**parts: object) -> Fact:
    """A calculated fact, with numbers limited to what a scale allows."""
    return WorkedOut.model_validate({name: _in_reach(part) for name, part in parts.items()})


def _in_reach(part: object) -> object:
    if not isinstance(part, float):
        return part
    return 0.0 if abs(part) < SMALLEST else min(max(part, -LARGEST), LARGEST)
