"""What to find out first: each fact that is not settled, and what settling it would change."""

from typing import cast

from evalkit.analysis.case import Unsettled
from evalkit.analysis.tally import SAME, Acceptability
from evalkit.evaluation.record import OpenPoint, Status
from evalkit.evaluation.robustness.field import Field
from evalkit.evaluation.robustness.thresholds import Span, facts_that_reach
from evalkit.evaluation.words import lower_first, points
from evalkit.model.scale import NAMED


def open_points(field: Field, drawn: Acceptability | None) -> tuple[OpenPoint, ...]:
    """The list, what changes the winner most often first, then what moves a score most."""
    if drawn is None:
        return ()
    found = [
        _point(field, fact, float(changes))
        for fact, changes in zip(field.case.unsettled, drawn.changes, strict=True)
    ]
    order = list(field.criteria.leaves)
    places = {name: place for place, name in enumerate(field.ids)}
    found.sort(key=lambda p: (-p.changes, -p.points, places[p.vendor], order.index(p.measure)))
    return tuple(found)


def _point(field: Field, fact: Unsettled, changes: float) -> OpenPoint:
    name = list(field.criteria.leaves)[fact.measure]
    value = field.scores.values[name]
    low, high = float(value.low[fact.vendor]), float(value.high[fact.vendor])
    stake = round(field.share(fact.vendor, name) * (high - low), 9)
    threshold = _threshold(field, fact, name)
    return OpenPoint(
        vendor=field.ids[fact.vendor],
        measure=name,
        status=cast("Status", str(value.statuses()[fact.vendor])),
        points=stake,
        changes=changes,
        threshold=threshold,
        text=f"worth up to {points(stake)}" + (f"; {threshold}" if threshold else ""),
    )


def _threshold(field: Field, fact: Unsettled, name: str) -> str:
    """The facts at which somebody else leads, all others staying as they are scored."""
    if len(field.vendors) == 1:
        return ""
    points, share = field.points, field.share(fact.vendor, name)
    rivals = [(float(points[row]), -row) for row in range(len(points)) if row != fact.vendor]
    best, place = max(rivals)
    lead = float(points[fact.vendor]) - best
    # Of those who are level nobody leads: then a rise makes a leader.
    leads = lead > SAME
    if share <= 0:
        return ""
    need = fact.point - lead / share
    said = facts_that_reach(
        field.criteria.leaves[name].measure.scale,
        field.criteria.leaves[name].measure.unit or "",
        need - SAME if leads else need + SAME,
        _within(field, fact, name),
        above=not leads,
    )
    if not said:
        return ""
    winner = field.vendors[-place if leads else fact.vendor].name
    subject = lower_first(field.criteria.title_of(name))
    if isinstance(field.criteria.leaves[name].measure.scale, NAMED):
        # Titles in words are often plural; "known limitations is none" would read badly.
        subject = f"fact on {subject}"
    whose = f"{field.vendors[fact.vendor].name}'s" if leads else "its"
    return f"{winner} leads by points if {whose} {subject} {said}"


def _within(field: Field, fact: Unsettled, name: str) -> Span | None:
    """Between which levels, or values of words, a range lies; None for an unknown."""
    value = field.scores.values[name]
    if value.unknown[fact.vendor]:
        return None
    if isinstance(field.criteria.leaves[name].measure.scale, NAMED):
        return float(value.low[fact.vendor]), float(value.high[fact.vendor])
    low, high = (field.levels[name, end].iloc[fact.vendor] for end in ("low", "high"))
    return float(low), float(high)
