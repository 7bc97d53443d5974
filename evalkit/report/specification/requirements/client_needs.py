"""The client's needs: which the vendor meets, and by which fact or route."""

from collections.abc import Mapping

from evalkit.evaluation.project.sentences import in_cell
from evalkit.evaluation.record.project import NeedOutcome, ServingResult
from evalkit.explanation.lookup import measures
from evalkit.report.specification.anchors import anchor
from evalkit.report.specification.draft import LOOK_FOR, Draft
from evalkit.report.specification.facts import fact_point
from evalkit.templates.view import View
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record.fit import NEEDS

SIGNS: Mapping[NeedOutcome, str] = {"met": "✓ ", "not_met": "✗ ", "open": "? ", "weighed": ""}
LOOKS: Mapping[NeedOutcome, str] = {
    "met": "pass", "not_met": "fail", "open": "unverified", "weighed": "quiet",
}  # fmt: skip
"""CSS classes of outcomes."""


def client_needs(draft: Draft) -> list[View]:
    """Each need with its outcome and what meets it; open questions become open points."""
    titles = {measure.id: measure.title for _, measure in measures(draft.evaluation)}
    found = []
    for need in draft.evaluation.needs:
        own = next(each for each in need.vendors if each.vendor == draft.vendor.id)
        by = [_by(draft, each, need.text, titles) for each in own.by]
        found.append(
            {
                "id": anchor("client-need", need.id),
                "text": need.text,
                "of": f"{need.priority}, {need.who}" if need.who else need.priority,
                "outcome": LOOKS[own.outcome],
                "word": f"{SIGNS[own.outcome]}{in_cell(own)}",
                "by": by,
            }
        )
    return found


def _by(draft: Draft, each: ServingResult, need: str, titles: dict[str, str]) -> View:
    entry, open_ = each.reference, ""
    if each.kind == "question" and each.outcome == "open":
        text = f"{titles.get(each.id, each.title)}: {each.text}"
        action = draft.ask if entry else LOOK_FOR
        open_ = draft.points.add("signing", fact_point(each.id), text, action, about=need)
    word = say(NEEDS[each.outcome])
    for held in draft.held:
        if each.kind == "flow" and held.flow.id == each.id:
            return {"text": f"{held.name}: {word}", "rests": "", "open": ""}
    said = each.text if each.outcome == "weighed" else f"{word}, {each.text}"
    return {
        "text": f"{each.title}: {said}",
        "rests": draft.sources.cite(entry, f"{each.title}, {entry.key}") if entry else "",
        "open": open_,
    }
