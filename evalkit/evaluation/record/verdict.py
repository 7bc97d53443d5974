"""Records of the answer: the outcome, what decides, and what to find out."""

from dataclasses import dataclass
from typing import Literal

from evalkit.model.base import Id, MeasureId
from evalkit.model.saved import Many, OutOf100, Share, WholeNumber
from evalkit.scoring.verdict import Outcome

Status = Literal["known", "range", "not_looked_for", "not_found", "not_applicable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPoint:
    """An unsettled fact, and the value of knowing it alone."""

    vendor: Id
    measure: MeasureId
    status: Status
    points: OutOf100
    """How far settling it can move the vendor's score."""
    probability: Share
    """The probability that knowing it alone changes who has the highest expected score."""
    gain: OutOf100
    """The points that knowing it alone gains on average (EVPPI)."""
    error: Share
    """The standard error of the probability; 0 where it is exact."""
    threshold: str
    """The values at which somebody else is ahead, all other facts as expected; empty if none."""
    missing: Many[str]
    """For a derived figure: the charges, limits or routes that leave it open."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenGate:
    """A gate that is open for a vendor which is ranked or could still win."""

    vendor: Id
    measure: str
    """The gate's key: a measure, or a data flow."""
    requirement: str
    status: Status
    """What is known of the fact behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResearchResult:
    """The value of settling all open facts of one vendor at once."""

    vendor: Id
    probability: Share
    """The probability that it changes who has the highest expected score."""
    gain: OutOf100
    """The points gained on average, the vendor's open facts moving together."""
    error: Share
    """The standard error of the probability; 0 where it is exact."""
    fewest: WholeNumber | None
    """The least number of its facts that could change the winner; None if all of them cannot."""
    facts: Many[OpenPoint]
    """By their own gain, then by what they can move."""


Subject = Literal["lead", "cost", "people", "methods", "gates", "excluded", "caveat"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidingResult:
    """One of the things that decide the answer, in a sentence."""

    about: Subject
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The outcome in words."""

    outcome: Outcome
    leader: Id | None
    text: str
    """All sentences: the outcome, then what decides."""
    sentences: Many[str]
    """The outcome."""
    decides: Many[DecidingResult]
    """What decides, in at most five sentences."""
    could_win: Many[Id]
    """Vendors that are not ranked and could still win, likeliest first."""
    open_gates: Many[OpenGate]
    """What to find out first: what the gates of a possible winner depend on."""
    research: Many[ResearchResult]
    """What to find out next: vendors whose open facts could change the winner, by points gained,
    then all others that have open facts."""

    @property
    def open_points(self) -> tuple[OpenPoint, ...]:
        """The open facts of all vendors."""
        return tuple(point for vendor in self.research for point in vendor.facts)
