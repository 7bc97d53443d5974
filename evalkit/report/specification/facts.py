"""All facts about the vendor, and those that are unknown, stale or assumed."""

from collections.abc import Iterator
from datetime import date

from evalkit.evaluation.facts import lasting
from evalkit.evaluation.record.evaluation import MeasureResult
from evalkit.evaluation.record.fact import FactResult, MeasureValue
from evalkit.evaluation.record.source import Reference, Source
from evalkit.explanation.lookup import measures
from evalkit.model.source import is_past
from evalkit.report.specification.draft import LOOK_FOR, Draft
from evalkit.templates.view import View


def facts(draft: Draft) -> list[View]:
    """The vendor's facts by criterion; unknown ones become open points."""
    found = [
        (criterion.title, _fact(draft, measure, draft.vendor.measures[measure.id]))
        for criterion, measure in measures(draft.evaluation)
        if measure.id in draft.vendor.measures
    ]
    kept = {entry.id: entry.title for entry in draft.evaluation.background}
    found += [
        ("Known, without points", _row(draft, kept.get(name, name), fact))
        for name, fact in draft.vendor.background.items()
    ]
    titles = dict.fromkeys(title for title, _ in found)
    return [{"title": t, "facts": [row for title, row in found if title == t]} for t in titles]


def _fact(draft: Draft, measure: MeasureResult, value: MeasureValue) -> View:
    if value.fact is None:
        text = f"{measure.title}: not looked for"
        place = f"{draft.vendor.path}, facts.{measure.id} is missing"
        open_ = _open(draft, "Facts", text, place, LOOK_FOR)
        return {"title": measure.title, "text": "not looked for", "checked": "",
                "sources": [], "note": "", "place": place, "open": open_}  # fmt: skip
    row = _row(draft, measure.title, value.fact, measure.fresh_for)
    if value.status in {"not_looked_for", "not_found"}:
        text = f"{measure.title}: {value.fact.text}"
        action = draft.ask if value.status == "not_found" else LOOK_FOR
        row["open"] = _open(draft, "Facts", text, row["place"], action)
    return row


def _row(draft: Draft, title: str, fact: FactResult, fresh_for: int | None = None) -> View:
    readings = [each for each in (fact.reading, *fact.conflicts) if each]
    looks = [] if fact.reading else fact.looked
    place = f"{fact.path}, {fact.key}"
    return {
        "title": title,
        "text": fact.text,
        "checked": _age(fact),
        "sources": [
            number for each in (*readings, *looks) if (number := _cited(draft, each, fact, title))
        ],
        "note": "; ".join(each.note for each in readings if each.note),
        "place": place,
        "open": _doubt(draft, title, fact, place, fresh_for),
    }


def _cited(draft: Draft, reading: Source, fact: FactResult, title: str) -> str:
    return "worked out for the plan" if fact.derived else draft.sources.cite(reading, title)


def _age(fact: FactResult) -> str:
    if fact.reading is None or fact.freshness == "none" or fact.derived:
        # A fact derived from the plan has no date of its own.
        return ""
    if fact.reading.checked is None:
        return f"undated{lasting(fact, date.isoformat)}"
    return f"{fact.reading.checked.isoformat()}{lasting(fact, date.isoformat)}"


def _doubt(draft: Draft, title: str, fact: FactResult, place: str, fresh_for: int | None) -> str:
    """Why a fact is in doubt: stale, undated or in conflict between sources; else empty."""
    told = []
    if fact.expired and fact.reading and fact.reading.until:
        told.append(_expired(fact.reading.until))
    elif fact.freshness == "stale":
        limit = f", fresh for {fresh_for}" if fresh_for else ""
        told.append(f"{fact.age_days} days old{limit}")
    has_source = fact.reading is not None and bool(fact.reading.source) and not fact.derived
    if fact.freshness == "undated" and has_source:
        told.append("undated")
    if fact.conflicts:
        told.append(_differing(fact))
    if not told:
        return ""
    text = f"{title}: {fact.text} ({'; '.join(told)})"
    return _open(draft, "Facts", text, place, "check again")


def _expired(until: date) -> str:
    return f"expired on {until.isoformat()}"


def _differing(fact: FactResult) -> str:
    """Why readings differ: each is about a region or an edition of its own, or sources disagree."""
    readings = [each for each in (fact.reading, *fact.conflicts) if each]
    for words in ("region", "edition"):
        names = {getattr(each, words) for each in readings} - {""}
        if len(names) == len(readings):
            return f"differs by {words}"
    return "sources disagree"


def _open(draft: Draft, group: str, text: str, place: str, action: str) -> str:
    return draft.points.add(group, text, action, place)


def records_in_doubt(draft: Draft) -> None:
    """Add open points for interfaces, plug-ins and prices that are unsourced, undated or stale."""
    found = [(record.title, record.reference) for record in draft.used()]
    if draft.fit.platform and draft.fit.platform.reference:
        found.append((draft.fit.platform.name, draft.fit.platform.reference))
    found += [(item.title, item.reference) for item in (draft.costs.items if draft.costs else ())]
    for title, origin in found:
        wrong = "; ".join(_wrong(draft, origin))
        if wrong:
            place = f"{origin.path}, {origin.key}"
            _open(draft, "Facts", f"{title}: {wrong}", place, "check again")


def _wrong(draft: Draft, origin: Reference) -> Iterator[str]:
    if not origin.source:
        yield "no source"
    if is_past(origin.until, draft.evaluation.plan.as_of) and origin.until:
        yield _expired(origin.until)
    if origin.checked is None:
        yield "undated"
        return
    age = (draft.evaluation.plan.as_of - origin.checked).days
    longest = max((m.fresh_for or 0 for _, m in measures(draft.evaluation)), default=0)
    if longest and age > longest:
        yield (
            f"looked at on {origin.checked.isoformat()}, {age} days before; no fact of these "
            f"criteria stays fresh for more than {longest}"
        )


def money(draft: Draft) -> None:
    """Add open points for unknown costs and for every assumption of the plan."""
    if draft.costs:
        for text in (*draft.costs.unknown_costs, *draft.costs.unknown_benefits):
            draft.points.add("Costs", f"Not known: {text}", draft.ask)
    for group, text, place in _assumptions(draft):
        draft.points.add(group, text, "confirm", place)


def _assumptions(draft: Draft) -> Iterator[tuple[str, str, str]]:
    found = draft.evaluation.costs
    for each in found.assumptions if found else ():
        origin = each.reference
        checked = origin.checked.isoformat() if origin.checked else "undated"
        by = f"{origin.source or 'no source'}, {checked}"
        yield "Assumptions", f"{each.title}: {each.text} ({by})", f"{origin.path}, {origin.key}"
