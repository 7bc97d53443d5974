"""What to ask, vendor by vendor, and what the answers are worth."""

from collections.abc import Mapping

from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.evaluation.record.verdict import OpenPoint, ResearchResult
from evalkit.report.page.front.open_points import by_chance
from evalkit.templates.view import View
from evalkit.wording.messages import certainty as told
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.figures import chance, decimal, listed
from evalkit.wording.words import lower_first

MOST, MOST_FACTS = 5, 3
"""How many vendors are asked, and for how many facts each."""


def questions(evaluation: Evaluation) -> View:
    """What to ask the vendors whose open facts are likeliest to change the winner."""
    worth = [found for found in by_chance(evaluation) if found.gain > 0]
    titles = {m.id: lower_first(m.title) for each in evaluation.criteria for m in each.measures}
    vendors = {vendor.id: vendor for vendor in evaluation.vendors}
    rows = [_row(found, vendors[found.vendor], titles) for found in worth[:MOST]]
    return {
        "rows": rows,
        "note": say(told.MUST_HAVES) if any(row["has_must"] for row in rows) else "",
        "none": "" if worth else say(told.NOTHING_OPEN),
    }


def _row(found: ResearchResult, vendor: VendorResult, titles: Mapping[str, str]) -> View:
    gates = [lower_first(gate.title) for gate in vendor.gates if gate.outcome == "unverified"]
    points = sorted(found.facts, key=lambda point: (-point.gain, -point.points))
    must = [say(told.MUST_HAVE, fact=gate) for gate in gates]
    other = [titles[each.measure] for each in points if titles[each.measure] not in gates]
    return {
        "vendor": vendor.name,
        "facts": say(told.ASK_FOR, facts=listed([*must, *other][:MOST_FACTS])),
        "missing": _missing(points[0]) if not gates else "",
        "chance": chance(found.probability),
        "gain": decimal(found.gain, 1),
        "decides": _decides(found),
        "has_must": bool(gates),
    }


def _missing(point: OpenPoint) -> str:
    """What leaves the weightiest figure open, if that is one thing."""
    return say(told.MISSING, missing=point.missing[0]) if len(point.missing) == 1 else ""


def _decides(found: ResearchResult) -> str:
    """The value that turns the answer, or how many facts it takes."""
    best = max(found.facts, key=lambda point: point.gain)
    if best.gain > 0 and best.threshold:
        return say(told.ANSWER, threshold=best.threshold)
    if found.fewest == 1:
        return say(told.ONE_FACT)
    if found.fewest is None:
        return say(told.NOT_ENOUGH)
    return say(told.SEVERAL, len(found.facts), fewest=decimal(found.fewest, 0))
