"""What to find out first: unsettled facts, and what settling each would change."""

from collections.abc import Iterator, Sequence

from evalkit.analysis.case import SAME, Unsettled
from evalkit.analysis.tally import Acceptability
from evalkit.evaluation.record.evaluation import OpenPoint
from evalkit.evaluation.robustness.field import Field
from evalkit.evaluation.robustness.thresholds import Interval, facts_that_reach
from evalkit.model.scale import NAMED
from evalkit.scoring.gates import UNVERIFIED, Outcomes
from evalkit.scoring.verdict import CONTENDER
from evalkit.wording.numbers import in_points
from evalkit.wording.words import listed, lower_first, requirement

Asked = tuple[str, str, Outcomes]
"""A gate's measure, its requirement, and each vendor's outcome."""


def open_points(field: Field, drawn: Acceptability | None) -> tuple[OpenPoint, ...]:
    """Unsettled facts: those that a leader's gate depends on, then those that change the leader
    most often, then those that move scores most."""
    if drawn is None:
        return ()
    names = list(field.criteria.leaves)
    order = {name: place for place, name in enumerate(names)}
    places = {name: place for place, name in enumerate(field.ids)}
    asked = list(_asked(field))
    found = [
        _point(field, fact, names[fact.measure], float(changes), asked)
        for fact, changes in zip(field.case.unsettled, drawn.changes, strict=True)
    ]
    first = {name for name, share in zip(field.ids, drawn.first, strict=True) if share >= CONTENDER}
    found.sort(
        key=lambda p: (
            not (p.gate and p.vendor in first | set(field.ids[:1])),
            -p.changes,
            -p.points,
            places[p.vendor],
            order[p.measure],
        )
    )
    return tuple(found)


def _point(
    field: Field, fact: Unsettled, name: str, changes: float, asked: Sequence[Asked]
) -> OpenPoint:
    value = field.scores.values[name]
    low, high = float(value.low[fact.vendor]), float(value.high[fact.vendor])
    stake = round(field.share(fact.vendor, name) * (high - low), 9)
    threshold, gate = _threshold(field, fact, name), _gate(fact, name, asked)
    parts = (
        f"worth up to {in_points(stake)}",
        threshold,
        f"a gate asks for {gate}" if gate else "",
    )
    return OpenPoint(
        vendor=field.vendors[fact.vendor].id,
        measure=name,
        status="unknown" if value.unknown[fact.vendor] else "range",
        points=stake,
        changes=changes,
        threshold=threshold,
        gate=gate,
        text="; ".join(filter(None, parts)),
    )


def _asked(field: Field) -> Iterator[Asked]:
    for gate, outcomes in zip(field.plan.gates, field.ranking.gates, strict=True):
        unit = field.gated.leaves[gate.measure].measure.unit or ""
        yield gate.measure, requirement(gate, unit), outcomes


def _gate(fact: Unsettled, name: str, asked: Sequence[Asked]) -> str:
    """The gate requirements that a fact leaves open; empty if none."""
    found = [
        words
        for measure, words, stands in asked
        if measure == name and stands[fact.vendor] == UNVERIFIED
    ]
    return listed(found) if found else ""


def _threshold(field: Field, fact: Unsettled, name: str) -> str:
    """The values at which another vendor leads, all others staying as scored."""
    share = field.share(fact.vendor, name)
    if len(field.vendors) == 1 or share <= 0:
        return ""
    others = [row for row in range(len(field.vendors)) if row != fact.vendor]
    best = max(field.points[row] for row in others)
    lead = float(field.points[fact.vendor] - best)
    # With a tie nobody leads, so a rise creates a leader.
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


def _within(field: Field, fact: Unsettled, name: str) -> Interval | None:
    """The range of levels, or of values on a verbal scale; None for an unknown."""
    value = field.scores.values[name]
    if value.unknown[fact.vendor]:
        return None
    if isinstance(field.criteria.leaves[name].measure.scale, NAMED):
        return float(value.low[fact.vendor]), float(value.high[fact.vendor])
    low, high = (field.ranking.levels[name, end].iloc[fact.vendor] for end in ("low", "high"))
    return float(low), float(high)
