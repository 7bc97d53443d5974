"""Each vendor's facts by criterion, with what they are worth, their sources and their state."""

from collections.abc import Iterator, Sequence

from evalkit.evaluation.record.evaluation import CriterionResult, Evaluation, VendorResult
from evalkit.evaluation.record.fact import FactResult, MeasureValue
from evalkit.model.source import Kind
from evalkit.report.page.proof.sources import is_elsewhere, sources
from evalkit.templates.view import View
from evalkit.wording.messages import evidence as told
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.figures import between, decimal, percent, percent_tenths

OWN_WORD = {Kind.VENDOR_ANSWER, Kind.VENDOR_COMMISSIONED}
"""Kinds of sources behind which nobody but the vendor stands."""
OPEN = ("not_found", "not_looked_for", "range")


def facts(evaluation: Evaluation) -> list[View]:
    """A table for each vendor."""
    return [_vendor(vendor, evaluation) for vendor in evaluation.vendors]


def _vendor(vendor: VendorResult, evaluation: Evaluation) -> View:
    count = len(vendor.measures) + len(vendor.background)
    is_open = sum(value.status in OPEN for value in vendor.measures.values())
    titles = {each.id: each.title for each in evaluation.background}
    groups = [_group(criterion, vendor) for criterion in evaluation.criteria]
    if vendor.background:
        rows = [_unscored(titles[name], fact) for name, fact in vendor.background.items()]
        groups.append({"title": say(told.BACKGROUND), "rows": rows})
    return {
        "summary": say(
            told.VENDOR,
            vendor=vendor.name,
            facts=say(told.FACTS, count),
            open=say(told.OPEN, is_open),
        ),
        "website": vendor.website,
        "note": vendor.note,
        "groups": groups,
    }


def _group(criterion: CriterionResult, vendor: VendorResult) -> View:
    rows = [
        _scored(measure.title, vendor.measures[measure.id], vendor.path, measure.id)
        for measure in criterion.measures
    ]
    return {"title": criterion.title, "rows": rows}


def _scored(title: str, value: MeasureValue, path: str, name: str) -> View:
    fact = value.fact
    beyond = [say(told.BEYOND[value.beyond])] if value.beyond else []
    return {
        "title": title,
        "worth": _worth(value),
        "state": _states(value.status, fact),
        "notes": [*_notes(fact), *beyond],
        **(_told(fact) if fact else _nothing(path, name)),
    }


def _unscored(title: str, fact: FactResult) -> View:
    status = "known" if fact.reading is not None else "not_found"
    return {
        "title": title,
        "worth": "",
        "state": _states(status, fact),
        "notes": list(_notes(fact)),
        **_told(fact),
    }


def _told(fact: FactResult) -> View:
    return {
        "text": fact.text,
        "sources": sources(fact),
        "place": say(told.PLACE, path=fact.path, key=fact.key),
    }


def _nothing(path: str, name: str) -> View:
    return {
        "text": say(told.NOTHING),
        "sources": [],
        "place": say(told.MISSING, path=path, key=f"facts.{name}"),
    }


def _worth(value: MeasureValue) -> str:
    """The value of 100; empty if the measure does not apply."""
    if value.low is None or value.high is None:
        return say(told.DOES_NOT_APPLY)
    return between(decimal(value.low, 0), decimal(value.high, 0))


def _states(status: str, fact: FactResult | None) -> Sequence[str]:
    """What the row can be filtered by."""
    return [name for name in told.STATES if name == status or name in set(_of_fact(fact))]


def _of_fact(fact: FactResult | None) -> Iterator[str]:
    if fact is None:
        return
    if fact.freshness == "stale":
        yield "stale"
    if any(not is_elsewhere(other, fact) for other in fact.conflicts):
        yield "disputed"
    if fact.reading is not None and fact.reading.kind in OWN_WORD:
        yield "own_word"


def _notes(fact: FactResult | None) -> Iterator[str]:
    """What to know about a fact before relying on it, in a few words each."""
    for name in _of_fact(fact):
        yield say(told.STATES[name])
    if fact is not None and fact.freshness == "undated" and not fact.derived:
        yield say(told.UNDATED)
    if fact is not None and fact.reading is not None and fact.reading.kind == Kind.GENERATED:
        yield say(told.GENERATED)


def scales(evaluation: Evaluation) -> list[View]:
    """Criteria with their measures, weights and scales, and the reasons for each."""
    return [
        {
            "title": say(
                told.CRITERION, criterion=criterion.title, weight=percent(criterion.weight)
            ),
            "because": criterion.because,
            "rows": [
                {
                    "title": measure.title,
                    "question": measure.question,
                    "weight": percent_tenths(measure.weight),
                    "scale": measure.scale,
                    "because": measure.because,
                    "fresh": _fresh(measure.fresh_for),
                }
                for measure in criterion.measures
            ],
        }
        for criterion in evaluation.criteria
    ]


def _fresh(days: int | None) -> str:
    return "" if days is None else say(told.FRESH_FOR, days)
