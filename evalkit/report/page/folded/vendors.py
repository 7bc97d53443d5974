"""Each vendor's facts as finished strings for templates."""

from datetime import date

from evalkit.evaluation.facts import lasting
from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.evaluation.record.fact import FactResult, MeasureValue
from evalkit.evaluation.record.source import Source
from evalkit.explanation.points import by_criterion
from evalkit.report.page.folded.sources import source
from evalkit.report.page.folded.standing import digits_in, placed
from evalkit.templates.view import View
from evalkit.wording.numbers import one_decimal, percent_tenths, tenths_outward
from evalkit.wording.words import aged

NOT_FOUND = "not found"
STATUS_WORDS = {
    "known": "known",
    "range": "range",
    "not_looked_for": "not looked for",
    "not_found": NOT_FOUND,
    "not_applicable": "does not apply",
}

BEYOND = {
    "": "",
    "worst": "; beyond the worst end of the scale",
    "best": "; beyond the best end of the scale",
    "both": "; beyond both ends of the scale",
}


def vendor_facts(vendor: VendorResult, evaluation: Evaluation) -> View:
    """One vendor's place and facts, by criterion."""
    kept = {entry.id: entry.title for entry in evaluation.background}
    is_ranked = vendor.standing == "ranked"
    shown = by_criterion(vendor, evaluation.criteria, digits_in(vendor, evaluation))
    return {
        **placed(vendor, evaluation),
        "website": vendor.website,
        "note": vendor.note,
        "path": vendor.path,
        "criteria": [
            {
                "title": criterion.title,
                "points": points if is_ranked else "",
                "weight": percent_tenths(criterion.weight),
                "measures": [
                    _value(measure.title, vendor.measures[measure.id], vendor.path, measure.id)
                    for measure in criterion.measures
                ],
            }
            for criterion, points in zip(evaluation.criteria, shown, strict=True)
        ],
        "background": [
            {"title": kept[name], **_fact(fact)} for name, fact in vendor.background.items()
        ],
    }


def _value(title: str, measure: MeasureValue, path: str, name: str) -> View:
    fact = _fact(measure.fact) if measure.fact else _no_fact(path, name)
    return {
        "title": title,
        "status": measure.status,
        "status_word": STATUS_WORDS[measure.status],
        "value": _points(measure),
        "weight": percent_tenths(measure.weight),
        **fact,
        "text": f"{fact['text']}{BEYOND[measure.beyond]}",
    }


def _points(measure: MeasureValue) -> str:
    if measure.low is None or measure.high is None:
        return "left out"
    if measure.low == measure.high:
        return one_decimal(measure.value)
    return " to ".join(tenths_outward(measure.low, measure.high))


def _no_fact(path: str, name: str) -> View:
    nothing = {"text": "not looked for", "checked": "", "sources": [], "fresh": "none"}
    return {**nothing, "place": f"{path}, facts.{name} is missing"}


def _fact(fact: FactResult) -> View:
    return {
        "text": fact.text,
        "fresh": fact.freshness,
        "checked": _age(fact),
        "sources": [
            *(source(each, each.text) for each in (fact.reading, *fact.conflicts) if each),
            *(source(look, NOT_FOUND) for look in _looks(fact)),
        ],
        "place": f"{fact.path}, {fact.key}",
    }


def _looks(fact: FactResult) -> list[Source]:
    """Where a fact was looked for, unless its own source says so already."""
    return [] if fact.reading is not None else list(fact.looked)


def _age(fact: FactResult) -> str:
    if fact.looked:
        days = sorted({look.checked.isoformat() for look in fact.looked if look.checked})
        return f"looked on {', '.join(days)}" if days else ""
    if fact.reading is None or fact.freshness == "none":
        return ""
    if fact.age_days is None or fact.reading.checked is None:
        return f"undated{lasting(fact, date.isoformat)}"
    checked = f"{fact.reading.checked.isoformat()}, {aged(fact.age_days)}"
    return f"{checked}{lasting(fact, date.isoformat)}"
