"""What a scenario changes, as part of an evaluation."""

from dataclasses import dataclass
from typing import Literal

from evalkit.model.base import Id
from evalkit.model.saved import Many, Name, NodeId, Share, Size


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedShare:
    """A criterion's or measure's share among its siblings, before and in the scenario."""

    id: NodeId
    title: Name
    above: str
    """The title of the criterion above it; empty at the top."""
    before: Share
    after: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class GateOff:
    """A gate that rules nobody out in the scenario."""

    id: Name
    requirement: Name


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioResult:
    """The scenario that was evaluated in place of the plan."""

    title: str
    """What is tried; empty if its file does not say."""
    evaluation: str
    """The mark of the evaluation from which it was made; empty if its file does not say."""
    is_stale: bool
    """Whether that was another evaluation than the plan's is now."""
    weights: dict[NodeId, Size]
    """The weights as they stand in its file."""
    shares: Many[TriedShare]
    """Of the siblings that have these weights."""
    unknown_before: Literal["worst", "middle", ""]
    """The plan's own rule for what is open; empty if it is the same."""
    gates_off: Many[GateOff]
    compare: Many[Id]
