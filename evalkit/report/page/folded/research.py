"""What to find out, as finished strings for templates."""

from collections.abc import Mapping

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.evaluation.record.verdict import OpenPoint, ResearchResult, Status
from evalkit.templates.view import View
from evalkit.wording.numbers import chance, points_gained, tenths_up
from evalkit.wording.words import listed

ACTIONS: dict[Status, str] = {
    "not_looked_for": "look for",
    "not_found": "ask the vendor",
    "range": "narrow down",
    "known": "check",
    "not_applicable": "check",
}
"""What to do about a fact, by what is known of it."""
MOST_NAMED = 3
"""Number of vendors named in a sentence."""
MOST_FACTS = 12
"""Number of facts shown for a vendor before the rest is folded away."""


def to_find_out(evaluation: Evaluation) -> View:
    """Open must-haves, then vendors by the points gained from settling their open facts."""
    names = {vendor.id: vendor.name for vendor in evaluation.vendors}
    titles = {m.id: m.title for each in evaluation.criteria for m in each.measures}
    verdict = evaluation.verdict
    return {
        "must_haves": [
            {
                "vendor": names[gate.vendor],
                "requirement": gate.requirement,
                "action": ACTIONS[gate.status],
            }
            for gate in verdict.open_gates
        ],
        "note": _note(verdict.research, names) if verdict.outcome != "none" else "",
        "vendors": [_vendor(each, names, titles) for each in verdict.research],
    }


def _note(found: tuple[ResearchResult, ...], names: Mapping[str, str]) -> str:
    """Whether any single fact matters, or only several together."""
    if not found:
        return "Nothing that is measured is open."
    if any(point.gain > 0 for each in found for point in each.facts):
        return ""
    if not any(each.gain > 0 for each in found):
        return "No open facts, alone or together, change who has the highest expected points."
    able = [each for each in found if each.fewest][:MOST_NAMED]
    told = [f"{each.fewest} about {names[each.vendor]}" for each in able]
    return f"No single fact can change who is first; it takes at least {listed(told, 'or')}."


def _vendor(found: ResearchResult, names: Mapping[str, str], titles: Mapping[str, str]) -> View:
    otherwise = "only with others" if found.gain > 0 else "not even with all others"
    facts = [_fact(point, titles, otherwise) for point in found.facts]
    return {
        "id": found.vendor,
        "name": names[found.vendor],
        "count": str(len(facts)),
        "chance": chance(found.probability),
        "gain": points_gained(found.gain),
        "fewest": "all are not enough" if found.fewest is None else str(found.fewest),
        "facts": facts[:MOST_FACTS],
        "rest": facts[MOST_FACTS:],
    }


def _fact(point: OpenPoint, titles: Mapping[str, str], otherwise: str) -> View:
    matters = point.gain > 0
    return {
        "title": titles[point.measure],
        "action": ACTIONS[point.status],
        "points": tenths_up(point.points),
        "chance": chance(point.probability) if matters else otherwise,
        "gain": points_gained(point.gain) if matters else "",
        "threshold": point.threshold,
        "missing": list(point.missing),
    }
