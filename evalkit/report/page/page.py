"""The evaluation as finished strings and chart data for templates."""

from collections.abc import Iterator

from evalkit.evaluation.record.evaluation import (
    CriterionResult,
    Evaluation,
    FactResult,
    MeasureResult,
    MeasureValue,
    VendorResult,
)
from evalkit.report.charts.ranking import COLOURS, contributions, open_points, ranking
from evalkit.report.page.robustness import robustness_charts, robustness_sections
from evalkit.report.page.sources import source
from evalkit.templates.view import View
from evalkit.wording.numbers import about, one_decimal, percent_down, percent_tenths

MOST_SHOWN = 12
"""Number of open facts shown before the rest is folded away."""

GATE_WORDS = {"pass": "passes", "fail": "fails", "unverified": "not verified"}
STATUS_WORDS = {
    "known": "known",
    "range": "range",
    "unknown": "not known",
    "not_applicable": "does not apply",
}
OPEN_WORDS = {"unknown": "not known", "range": "known as a range"}


def view(evaluation: Evaluation) -> View:
    """Everything a report shows, as plain dicts, lists, strings and numbers."""
    plan, titles = evaluation.plan, _titles(evaluation)
    names = {vendor.id: vendor.name for vendor in evaluation.vendors}
    labels = {
        f"{point.vendor}/{point.measure}": f"{names[point.vendor]}: {titles[point.measure]}"
        for point in evaluation.verdict.open_points
    }
    draws = evaluation.robustness.draws if evaluation.robustness else 1
    money, money_drawn = _money(evaluation)
    return {
        "version": evaluation.evalkit,
        "plan": {
            "id": plan.id,
            "title": plan.title,
            "category": plan.category,
            "as_of": plan.as_of.isoformat(),
            "example": plan.example,
            "about": plan.about,
            "unknown": plan.unknown,
            "own_weights": plan.has_weights,
            "people": evaluation.stakeholders is not None,
        },
        "answer": list(evaluation.verdict.sentences),
        "outcome": evaluation.verdict.outcome,
        "ranking": [_ranked(vendor) for vendor in evaluation.vendors],
        "criteria": [_criterion(n, c) for n, c in enumerate(evaluation.criteria, start=1)],
        "contributions": [_contribution(v, evaluation) for v in evaluation.vendors],
        "unknowns": [
            {
                "vendor": names[point.vendor],
                "measure": titles[point.measure],
                "status": OPEN_WORDS[point.status],
                "points": one_decimal(point.points),
                "decides": about(point.changes, draws),
                "text": point.threshold,
                "gate": f"a gate asks for {point.gate}" if point.gate else "",
            }
            for point in evaluation.verdict.open_points
        ],
        "unknown_facts": _unknown_facts(len(evaluation.verdict.open_points)),
        **robustness_sections(evaluation),
        "costs": money,
        "fit": _fit(evaluation),
        "gates": list(_gates(evaluation)),
        "vendors": [_vendor(vendor, evaluation) for vendor in evaluation.vendors],
        "inputs": [{"path": given.path, "sha256": given.sha256} for given in evaluation.inputs],
        "charts": {
            "ranking": ranking(evaluation.vendors),
            "contributions": contributions(evaluation.vendors, evaluation.criteria),
            "unknowns": open_points(evaluation.verdict.open_points, labels, draws),
            **robustness_charts(evaluation),
            **money_drawn,
        },
    }


def _money(evaluation: Evaluation) -> tuple[View | None, View]:
    """The section about costs and its charts; its modules are loaded only if needed."""
    if evaluation.costs is None:
        return None, {}
    from evalkit.report.page.costs import costs_drawn, costs_section  # noqa: PLC0415

    return costs_section(evaluation, evaluation.costs), costs_drawn(evaluation, evaluation.costs)


def _fit(evaluation: Evaluation) -> View | None:
    """The section about technical fit; None if the plan has no flows."""
    if evaluation.fit is None:
        return None
    from evalkit.report.page.fit import fit_section  # noqa: PLC0415

    return fit_section(evaluation, evaluation.fit)


def _unknown_facts(count: int) -> View:
    """The number of open facts, and of those beyond the first ones shown."""
    return {"count": str(count), "first": MOST_SHOWN, "rest": str(max(count - MOST_SHOWN, 0))}


def _titles(evaluation: Evaluation) -> dict[str, str]:
    return {m.id: m.title for criterion in evaluation.criteria for m in criterion.measures}


def _ranked(vendor: VendorResult) -> View:
    return {
        "id": vendor.id,
        "rank": str(vendor.rank) if vendor.rank else "–",
        "name": vendor.name,
        "score": one_decimal(vendor.score),
        "low": one_decimal(vendor.low),
        "high": one_decimal(vendor.high),
        "coverage": percent_down(vendor.coverage),
        "gate": GATE_WORDS[vendor.gate] if vendor.gates else "none set",
        "outcome": vendor.gate if vendor.gates else "quiet",
    }


def _contribution(vendor: VendorResult, evaluation: Evaluation) -> View:
    cells = [one_decimal(vendor.contributions.get(c.id, 0.0)) for c in evaluation.criteria]
    return {"name": vendor.name, "cells": cells, "score": one_decimal(vendor.score)}


def _criterion(number: int, criterion: CriterionResult) -> View:
    return {
        "number": number,
        "colour": (number - 1) % COLOURS + 1,
        "id": criterion.id,
        "title": criterion.title,
        "weight": percent_tenths(criterion.weight),
        "because": criterion.because,
        "measures": [_measure(measure) for measure in criterion.measures],
    }


def _measure(measure: MeasureResult) -> View:
    return {
        "id": measure.id,
        "title": measure.title,
        "question": measure.question,
        "under": " › ".join(measure.under),
        "weight": percent_tenths(measure.weight),
        "scale": measure.scale,
        "because": measure.because,
        "fresh_for": f"{measure.fresh_for} days" if measure.fresh_for else "does not age",
    }


def _gates(evaluation: Evaluation) -> Iterator[View]:
    """Each gate with its outcome for every vendor."""
    count = len(evaluation.vendors[0].gates) if evaluation.vendors else 0
    for number in range(count):
        gate = evaluation.vendors[0].gates[number]
        yield {
            "requirement": gate.requirement,
            "because": gate.because,
            "vendors": [
                {
                    "name": vendor.name,
                    "outcome": vendor.gates[number].outcome,
                    "word": GATE_WORDS[vendor.gates[number].outcome],
                    "reason": vendor.gates[number].reason,
                }
                for vendor in evaluation.vendors
            ],
        }


def _vendor(vendor: VendorResult, evaluation: Evaluation) -> View:
    kept = {entry.id: entry.title for entry in evaluation.background}
    return {
        **_ranked(vendor),
        "website": vendor.website,
        "note": vendor.note,
        "path": vendor.path,
        "criteria": [
            {
                "title": criterion.title,
                "points": one_decimal(vendor.contributions.get(criterion.id, 0.0)),
                "weight": percent_tenths(criterion.weight),
                "measures": [
                    _value(measure.title, vendor.measures[measure.id], vendor.path, measure.id)
                    for measure in criterion.measures
                ],
            }
            for criterion in evaluation.criteria
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
    }


def _points(measure: MeasureValue) -> str:
    if measure.low is None or measure.high is None:
        return "left out"
    if measure.low == measure.high:
        return one_decimal(measure.value)
    return f"{one_decimal(measure.low)} to {one_decimal(measure.high)}"


def _no_fact(path: str, name: str) -> View:
    nothing = {"text": "nobody has looked yet", "checked": "", "sources": [], "fresh": "none"}
    return {**nothing, "place": f"{path}, facts.{name} is missing"}


def _fact(fact: FactResult) -> View:
    return {
        "text": fact.text,
        "fresh": fact.freshness,
        "checked": _age(fact),
        "sources": [
            source(reading, reading.text) for reading in (fact.reading, *fact.conflicts) if reading
        ],
        "place": f"{fact.path}, {fact.key}",
    }


def _age(fact: FactResult) -> str:
    if fact.reading is None or fact.freshness == "none":
        return ""
    if fact.age_days is None or fact.reading.checked is None:
        return "undated"
    stale = ", stale" if fact.freshness == "stale" else ""
    return f"{fact.reading.checked.isoformat()}, {fact.age_days} days old{stale}"
