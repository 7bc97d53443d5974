"""What to find out first: each fact that is not settled, and what settling it would change."""

from typing import cast

from evalkit.analysis.case import SAME, Unsettled
from evalkit.analysis.tally import Acceptability
from evalkit.evaluation.record import OpenPoint, Status
from evalkit.evaluation.robustness.field import Field
from evalkit.evaluation.robustness.thresholds import Span, facts_that_reach
from evalkit.evaluation.words import listed, lower_first, points, requirement
from evalkit.model.scale import NAMED
from evalkit.scoring.gates import UNVERIFIED, outcomes
from evalkit.scoring.verdict import CONTENDER


def open_points(field: Field, drawn: Acceptability | None) -> tuple[OpenPoint, ...]:
    """The list: what a gate of the first ones hangs on, then what decides most often who is first,
    then what moves a score most."""
    if drawn is None:
        return ()
    found = [
        _point(field, fact, float(changes))
        for fact, changes in zip(field.case.unsettled, drawn.changes, strict=True)
    ]
    order = list(field.criteria.leaves)
    places = {name: place for place, name in enumerate(field.ids)}
    first = {name for name, share in zip(field.ids, drawn.first, strict=True) if share >= CONTENDER}
    found.sort(
        key=lambda p: (
            not (p.gate and p.vendor in first | set(field.ids[:1])),
            -p.changes,
            -p.points,
            places[p.vendor],
            order.index(p.measure),
        )
    )
    return tuple(found)


def _point(field: Field, fact: Unsettled, changes: float) -> OpenPoint:
    name = list(field.criteria.leaves)[fact.measure]
    value = field.scores.values[name]
    low, high = float(value.low[fact.vendor]), float(value.high[fact.vendor])
    stake = round(field.share(fact.vendor, name) * (high - low), 9)
    threshold, gate = _threshold(field, fact, name), _gate(field, fact, name)
    parts = (
        f"worth up to {points(stake)}",
        threshold,
        f"a gate asks for {gate}" if gate else "",
    )
    return OpenPoint(
        vendor=field.ids[fact.vendor],
        measure=name,
        status=cast("Status", str(value.statuses()[fact.vendor])),
        points=stake,
        changes=changes,
        threshold=threshold,
        gate=gate,
        text="; ".join(filter(None, parts)),
    )


def _gate(field: Field, fact: Unsettled, name: str) -> str:
    """What a gate asks of a fact that leaves it open; empty where none does."""
    leaf = field.gated.leaves[name]
    asked = [
        requirement(gate, "", leaf.measure.unit or "").removeprefix(": ")
        for gate in field.plan.gates
        if gate.measure == name and outcomes(field.levels, gate)[fact.vendor] == UNVERIFIED
    ]
    return listed(asked) if asked else ""


def _threshold(field: Field, fact: Unsettled, name: str) -> str:
    """The facts at which somebody else leads, all others staying as they are scored."""
    share = field.share(fact.vendor, name)
    if len(field.vendors) == 1 or share <= 0:
        return ""
    others = [row for row in range(len(field.vendors)) if row != fact.vendor]
    best = max(field.points[row] for row in others)
    lead = float(field.points[fact.vendor] - best)
    # Of those who are level nobody leads: then a rise makes a leader.
    leads = lead > SAME
    need = fact.point - lead / share
    measure = field.criteria.leaves[name].measure
    said = facts_that_reach(
        measure.scale,
        measure.unit or "",
        need - SAME if leads else need + SAME,
        _within(field, fact, name),
        above=not leads,
    )
    if not said:
        return ""
    winners = [row for row in others if best - field.points[row] <= SAME]
    names = [field.vendors[row].name for row in (winners if leads else [fact.vendor])]
    subject = lower_first(field.criteria.title_of(name))
    if isinstance(measure.scale, NAMED):
        # Titles in words are often plural; "known limitations is none" would read badly.
        subject = f"fact on {subject}"
    whose = f"{field.vendors[fact.vendor].name}'s" if leads else "its"
    verb = "leads" if len(names) == 1 else "lead"
    return f"{listed(names)} {verb} by points if {whose} {subject} {said}"


def _within(field: Field, fact: Unsettled, name: str) -> Span | None:
    """Between which levels, or values of words, a range lies; None for an unknown."""
    value = field.scores.values[name]
    if value.unknown[fact.vendor]:
        return None
    if isinstance(field.criteria.leaves[name].measure.scale, NAMED):
        return float(value.low[fact.vendor]), float(value.high[fact.vendor])
    low, high = (field.levels[name, end].iloc[fact.vendor] for end in ("low", "high"))
    return float(low), float(high)
