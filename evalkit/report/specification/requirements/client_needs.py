"""The client's needs: which the vendor meets, and by which fact or route."""

from evalkit.evaluation.project.sentences import OUTCOME_WORDS
from evalkit.evaluation.record.project import ServingResult
from evalkit.explanation.lookup import measures
from evalkit.report.page.project import cell, of
from evalkit.report.specification.draft import LOOK_FOR, Draft
from evalkit.templates.view import View


def client_needs(draft: Draft) -> list[View]:
    """Each need with its outcome and what it rests on; open questions become open points."""
    titles = {measure.id: measure.title for _, measure in measures(draft.evaluation)}
    found = []
    for need in draft.evaluation.needs:
        own = next(each for each in need.vendors if each.vendor == draft.vendor.id)
        by = [_by(draft, each, need.text, titles) for each in own.by]
        found.append({"text": need.text, "of": of(need), **cell(own), "by": by})
    return found


def _by(draft: Draft, each: ServingResult, need: str, titles: dict[str, str]) -> View:
    entry, open_ = each.reference, ""
    if each.kind == "question" and each.outcome == "open":
        # Identical wording to that of the fact keeps the open point from appearing twice.
        text = f"{titles.get(each.id, each.title)}: {each.text}"
        action = draft.ask if entry else LOOK_FOR
        open_ = draft.points.add("All flows", text, action, f"open: {need}")
    word = "" if each.outcome == "weighed" else f"{OUTCOME_WORDS[each.outcome]}, "
    return {
        "text": f"{each.title}: {word}{each.text}",
        "rests": draft.sources.cite(entry, each.title) if entry else "",
        "place": f"{entry.path}, {entry.key}" if entry else "",
        "open": open_,
    }
