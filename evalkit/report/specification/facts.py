"""Everything known about the vendor by source, and what is not known."""

from collections.abc import Iterator

from evalkit.evaluation.record.evaluation import MeasureResult
from evalkit.evaluation.record.fact import FactResult, MeasureValue
from evalkit.evaluation.record.source import Reference
from evalkit.explanation.lookup import measures
from evalkit.model.source import is_past
from evalkit.report.specification.draft import LOOK_FOR, Draft


def facts(draft: Draft) -> None:
    """Cite the source of every fact; those that nobody knows become open points."""
    for _, measure in measures(draft.evaluation):
        if measure.id in draft.vendor.measures:
            _fact(draft, measure, draft.vendor.measures[measure.id])
    kept = {entry.id: entry.title for entry in draft.evaluation.background}
    for name, fact in draft.vendor.background.items():
        cite_fact(draft, kept.get(name, name), fact)


def fact_point(measure: str) -> str:
    """The name of the open point about a fact."""
    return f"fact {measure}"


def _fact(draft: Draft, measure: MeasureResult, value: MeasureValue) -> None:
    is_open = value.status in {"not_looked_for", "not_found"}
    if value.fact is not None:
        cite_fact(draft, measure.title, value.fact, measure.fresh_for)
    if value.fact is None or is_open:
        text = f"{measure.title}: {_missing(value.fact) if value.fact else 'not looked for'}"
        action = draft.ask if value.status == "not_found" else LOOK_FOR
        draft.points.add("nothing", fact_point(measure.id), text, action)


def _missing(fact: FactResult) -> str:
    """That a fact is missing, with what the vendor's file says about it."""
    return "; ".join(filter(None, (fact.text, fact.reading.note if fact.reading else "")))


def cite_fact(
    draft: Draft, title: str, fact: FactResult, fresh_for: int | None = None
) -> list[str]:
    """Cite the sources of a fact with what they say; return their numbers."""
    doubt = "; ".join(_doubt(fact, fresh_for))
    says = f"{title}: {fact.text}{f' ({doubt})' if doubt else ''}, {fact.key}"
    if fact.derived:
        return [draft.sources.work_out(says)]
    if fact.looked:
        looks = f"{title}: looked for here and not found"
        return [draft.sources.cite(each, looks) for each in fact.looked]
    readings = [each for each in (fact.reading, *fact.conflicts) if each]
    notes = "; ".join(each.note for each in readings if each.note)
    more = f"; {notes}" if notes else ""
    numbers: list[str] = []
    for each in readings:
        numbers.append(
            draft.sources.cite(each, f"{title}: see {numbers[0]}" if numbers else f"{says}{more}")
        )
    return numbers


def _doubt(fact: FactResult, fresh_for: int | None) -> Iterator[str]:
    """Why a fact is to be checked again: stale, expired or in conflict between sources."""
    if fact.freshness == "stale" and not fact.expired:
        limit = f", fresh for {fresh_for}" if fresh_for else ""
        yield f"{fact.age_days} days old{limit}"
    elif fact.reading and fact.reading.until:
        word = "expired on" if fact.expired else "valid until"
        yield f"{word} {fact.reading.until.isoformat()}"
    if fact.conflicts:
        yield _differing(fact)


def _differing(fact: FactResult) -> str:
    """Why readings differ: each is about a region or an edition of its own, or sources disagree."""
    readings = [each for each in (fact.reading, *fact.conflicts) if each]
    for words in ("region", "edition"):
        names = {getattr(each, words) for each in readings} - {""}
        if len(names) == len(readings):
            return f"differs by {words}"
    return "sources disagree"


def cite_record(draft: Draft, title: str, origin: Reference) -> str:
    """Cite the source of an interface, plug-in or price, with its doubts; return its number."""
    wrong = "; ".join(_wrong(draft, origin))
    return draft.sources.cite(origin, f"{title}{f' ({wrong})' if wrong else ''}, {origin.key}")


def _wrong(draft: Draft, origin: Reference) -> Iterator[str]:
    if is_past(origin.until, draft.evaluation.plan.as_of) and origin.until:
        yield f"expired on {origin.until.isoformat()}"
    if origin.checked is None:
        return
    age = (draft.evaluation.plan.as_of - origin.checked).days
    longest = max((m.fresh_for or 0 for _, m in measures(draft.evaluation)), default=0)
    if longest and age > longest:
        yield f"{age} days old; no fact of these criteria stays fresh for more than {longest}"


def money(draft: Draft) -> None:
    """Cite the vendor's prices and the plan's assumptions; unknown costs become open points."""
    costs, found = draft.costs, draft.evaluation.costs
    for item in costs.items if costs else ():
        if item.reference.path == draft.vendor.path:
            cite_record(draft, f"{item.title}: {item.terms}", item.reference)
    for each in found.assumptions if found else ():
        text = f"{each.title}: {each.text}, {each.reference.key} (assumed by the plan: confirm)"
        draft.sources.cite(each.reference, text)
    for text in (*costs.unknown_costs, *costs.unknown_benefits) if costs else ():
        draft.points.add("signing", f"cost {text}", f"Costs that are not known: {text}", draft.ask)
