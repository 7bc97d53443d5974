"""Records of a client's needs, and of what is to be done until the integration runs."""

import datetime
from dataclasses import dataclass
from typing import Literal

from evalkit.evaluation.record.source import Reference
from evalkit.model.base import Id
from evalkit.model.project.needs import Priority
from evalkit.model.saved import Many, OutOf100

NeedOutcome = Literal["met", "not_met", "open", "weighed"]
StepState = Literal["done", "due", "held_up", "under_way", "planned"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServingResult:
    """A flow, gate, question or weight by which one vendor meets a need or not."""

    kind: Literal["flow", "gate", "question", "weight"]
    id: str
    """The id of the flow, of the measure that is tested, or of what has the weight."""
    title: str
    """What is asked for, in words."""
    outcome: NeedOutcome
    text: str
    """The route of a flow, the fact behind a test, or the points, in words."""
    reference: Reference | None
    """Source and location of the route or fact; None of points, and if nobody has looked."""
    at_least: OutOf100 | None = None
    """The least points on what has the weight; None of anything else."""
    at_most: OutOf100 | None = None
    """The most points on what has the weight."""
    worth: OutOf100 | None = None
    """The points that the best vendor imaginable would have there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorNeed:
    """Whether one vendor meets a need, and by what."""

    vendor: Id
    outcome: NeedOutcome
    """`weighed` if only weights serve the need."""
    by: Many[ServingResult]


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedResult:
    """Something that the client needs, and which vendors meet it."""

    id: Id
    text: str
    who: str
    priority: Priority
    vendors: Many[VendorNeed]
    """In the order of the ranking."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepResult:
    """Something that is to be done until the integration runs."""

    id: Id
    title: str
    who: str
    start: datetime.date
    end: datetime.date
    after: Many[Id]
    done: datetime.date | None
    state: StepState
    """`due` if its day has passed; `held_up` if it should have begun, and waits for another."""
    text: str
    """The state in words."""
