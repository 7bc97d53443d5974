"""What is still open, by what it is worth, with room for an owner and a date."""

from collections.abc import Mapping

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.evaluation.record.verdict import OpenPoint, ResearchResult, Status
from evalkit.templates.view import View
from evalkit.wording.messages import answer as told
from evalkit.wording.messages.catalogue import Message, say
from evalkit.wording.messages.figures import chance, listed
from evalkit.wording.words import lower_first

MOST_ROWS, MOST_FACTS = 4, 2
"""How many vendors are listed, and how many facts of each."""
ACTIONS: dict[Status, Message] = {
    "not_looked_for": told.LOOK_UP,
    "not_found": told.ASK,
    "range": told.NARROW,
    "known": told.SETTLE,
    "not_applicable": told.SETTLE,
}
"""What to do about a fact, by what is known of it."""


def open_points(evaluation: Evaluation) -> View:
    """A row for each vendor to find out about: first the leader, if a must-have of it is open."""
    rows = _rows(evaluation)
    return {"rows": rows, "none": "" if rows else say(told.NOTHING_OPEN)}


def by_chance(evaluation: Evaluation) -> list[ResearchResult]:
    """What research on each vendor is worth, the likeliest to change the winner first."""
    return sorted(evaluation.verdict.research, key=lambda found: (-found.probability, -found.gain))


def _rows(evaluation: Evaluation) -> list[View]:
    names = {vendor.id: vendor.name for vendor in evaluation.vendors}
    titles = {m.id: lower_first(m.title) for each in evaluation.criteria for m in each.measures}
    research = {found.vendor: found for found in by_chance(evaluation)}
    gates = _open_gates(evaluation)
    worth = [name for name, found in research.items() if found.gain > 0]
    first = [name for name in gates if name == evaluation.verdict.leader]
    order = list(dict.fromkeys([*first, *worth, *gates]))
    return [
        {
            "vendor": names[name],
            "what": list(_what(research.get(name), gates.get(name, []), titles)),
            "worth": _worth(research.get(name)),
        }
        for name in order[:MOST_ROWS]
    ]


def _open_gates(evaluation: Evaluation) -> dict[str, list[str]]:
    """The titles of open must-haves, by vendor that is ranked or could still win."""
    asked = {gate.vendor for gate in evaluation.verdict.open_gates}
    return {
        vendor.id: [
            lower_first(gate.title) for gate in vendor.gates if gate.outcome == "unverified"
        ]
        for vendor in evaluation.vendors
        if vendor.id in asked
    }


def _what(found: ResearchResult | None, gates: list[str], titles: Mapping[str, str]) -> list[str]:
    """What to find out about one vendor: its open must-haves, or its weightiest open facts."""
    if gates:
        return [say(told.MUST_HAVE, len(gates), gate=gates[0])]
    points = sorted(found.facts, key=lambda point: (-point.gain, -point.points)) if found else []
    alike = [point for point in points if point.status == points[0].status][:MOST_FACTS]
    named = [_named(point, titles) for point in alike]
    return [say(ACTIONS[points[0].status], facts=listed(named))] if named else []


def _named(point: OpenPoint, titles: Mapping[str, str]) -> str:
    """A fact, with what leaves it open if that is one thing."""
    if len(point.missing) != 1:
        return titles[point.measure]
    return say(told.FACT_MISSING, fact=titles[point.measure], missing=point.missing[0])


def _worth(found: ResearchResult | None) -> str:
    if found is None or found.gain <= 0:
        return say(told.NEEDED_FOR)
    likely = chance(found.probability)
    if found.fewest is None:
        return say(told.NOT_ENOUGH, chance=likely)
    return say(told.AT_LEAST_FACTS, found.fewest, chance=likely)
