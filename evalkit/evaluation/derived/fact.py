"""Facts calculated for a plan instead of looked up, or as they stand on its day."""

import math

from evalkit.diagnostics.record import Route
from evalkit.model.base import LARGEST, SMALLEST
from evalkit.model.fact import Fact, Reading
from evalkit.model.scales.stated import PERHAPS
from evalkit.model.source import Sourced


class Worded(Fact):
    """A fact with its own text, because "at least" is not a range."""

    words: str = ""
    open_ended: bool = False
    """Whether what is not known could move the figure up to the other end of its range."""

    @property
    def is_open_ended(self) -> bool:
        """Whether more than it states is possible."""
        return self.open_ended


class WorkedOut(Worded):
    """A calculated fact, instead of one that is looked up."""

    low: float | None = None
    """Minus infinity where it may be any lower."""
    high: float | None = None
    """Infinity where it may be any higher."""
    missing: tuple[str, ...] = ()
    """The charges, limits or routes that leave it open."""
    was_looked_for: bool = False
    """Whether an unknown figure was looked for."""

    @property
    def looks(self) -> tuple[Sourced, ...]:
        """The figure itself if it was looked for and not found."""
        return (self,) if self.is_unknown and self.was_looked_for else ()


class OnDay(Worded):
    """What a source states, and the numbers from `low` to `high` that follow on the plan's day."""

    # It keeps the date or the count that is stated beside the range that follows from it.
    go_together = ()

    low: float | None = None
    """Minus infinity where an age may be any lower one."""
    likely: float | None = None
    high: float | None = None
    """Infinity where a count may be any higher one."""
    place: Route = ()
    """The route from the fact to what is stated, where it differs by region or edition."""
    perhaps: tuple[str, ...] = ()
    """The items of a checklist that held until an earlier day, and may hold still."""

    @property
    def names(self) -> tuple[str, ...]:
        """The levels or items that it names, and those that it may name."""
        return (*super().names, *(f"{PERHAPS}{name}" for name in self.perhaps))

    @property
    def looks(self) -> tuple[Sourced, ...]:
        """None: a stale fact that counts as unknown was found."""
        return ()


def on_day(reading: Reading, **parts: object) -> OnDay:
    """What a source states with what follows from it; the file's own conditions hold already."""
    stated = {**dict(reading), "kind": reading.source_kind}
    return OnDay.model_construct(**(stated | parts))


def worked_out(**parts: object) -> Fact:
    """A calculated fact, with numbers limited to what a scale allows."""
    return WorkedOut.model_validate({name: _in_reach(part) for name, part in parts.items()})


def _in_reach(part: object) -> object:
    if not isinstance(part, float) or math.isinf(part):
        return part
    return 0.0 if abs(part) < SMALLEST else min(max(part, -LARGEST), LARGEST)
