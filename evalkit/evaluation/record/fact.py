"""Facts in an evaluation: what sources state, what it is worth, and the gates it passes."""

import datetime
from dataclasses import dataclass
from typing import Literal

from evalkit.evaluation.record.source import Source
from evalkit.evaluation.record.verdict import Status
from evalkit.model.saved import Age, Many, OutOf100, Share

Beyond = Literal["", "worst", "best", "both"]
GateOutcome = Literal["pass", "fail", "unverified"]
Freshness = Literal["fresh", "stale", "undated", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingResult(Source):
    """One source's statement, in words and numbers."""

    text: str
    """The value as printed, with its unit."""
    value: float | bool | str | Many[str] | None
    low: float | None
    likely: float | None
    high: float | None
    at_least: bool = False
    """Whether a number may be higher, or a list longer, than it states."""
    at_most: bool = False
    """Whether an age may be lower than it states, as nobody looked of late."""
    region: str = ""
    """The region in which it holds; empty if the file names none."""
    edition: str = ""
    """The edition of the product to which it belongs; empty if the file names none."""
    until: datetime.date | None = None
    """The last day on which it holds, if the file names one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactResult:
    """A fact behind a measure, with conflicting sources and its location."""

    text: str
    reading: ReadingResult | None
    """None if nothing is claimed."""
    not_applicable: str
    looked: Many[Source]
    """Where it was looked for and not found."""
    conflicts: Many[ReadingResult]
    age_days: Age | None
    freshness: Freshness
    scores: bool
    """False for unknown facts and generated text, which never score."""
    path: str
    key: str
    derived: bool = False
    """Whether it was calculated for the plan."""
    expired: bool = False
    """Whether the last day on which it holds is over, so that it is stale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureValue:
    """A vendor's value on a measure, 0 to 100."""

    status: Status
    value: OutOf100 | None
    low: OutOf100 | None
    high: OutOf100 | None
    weight: Share
    """Share of the whole for this vendor, after inapplicable measures are left out."""
    fact: FactResult | None
    """None if nobody has looked yet."""
    beyond: Beyond = ""
    """The ends of the scale beyond which the fact lies, so that its value is cut off there."""
    by_rule: bool = False
    """Whether the plan's rule for what is open sets its value between its ends."""

    @property
    def is_settled(self) -> bool:
        """Whether the value is exact."""
        return self.low == self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class GateResult:
    """A gate's requirement, and its outcome for one vendor."""

    measure: str
    title: str
    requirement: str
    because: str
    outcome: GateOutcome
    reason: str
    failure: str
    """What is wrong, in words; empty unless the vendor fails it."""
