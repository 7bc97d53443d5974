"""The evaluation as finished strings and chart data for templates."""

from collections.abc import Iterator, Sequence

from evalkit.evaluation.record.evaluation import (
    CriterionResult,
    Evaluation,
    MeasureResult,
    VendorResult,
)
from evalkit.explanation.points import by_criterion, digits_of, points
from evalkit.report.charts.ranking import COLOURS, contributions, ranking, research
from evalkit.report.page.project import needs_section, steps_section
from evalkit.report.page.research import to_find_out
from evalkit.report.page.robustness import has_fixed_weights, robustness_charts, robustness_sections
from evalkit.report.page.standing import GATE_WORDS, standings
from evalkit.report.page.vendors import vendor_facts
from evalkit.templates.view import View
from evalkit.wording.invented import invented
from evalkit.wording.numbers import percent_tenths

DECIDES = {
    "lead": "Lead",
    "cost": "Cost",
    "people": "People",
    "methods": "Other methods",
    "gates": "Must-haves",
    "excluded": "Not applicable",
    "caveat": "Caveat",
}
"""What each of the deciding sentences is about."""


def view(evaluation: Evaluation) -> View:
    """Everything a report shows, as plain dicts, lists, strings and numbers."""
    plan, verdict = evaluation.plan, evaluation.verdict
    ranked = [vendor for vendor in evaluation.vendors if vendor.standing == "ranked"]
    money, money_drawn = _money(evaluation)
    return {
        "version": evaluation.evalkit,
        "plan": {
            "id": plan.id,
            "title": plan.title,
            "category": plan.category,
            "as_of": plan.as_of.isoformat(),
            "example": invented(
                plan.example,
                [vendor.name for vendor in evaluation.vendors if vendor.example],
                len(evaluation.vendors),
            ),
            "about": plan.about,
            "unknown": plan.unknown,
            "own_weights": plan.has_weights,
            "people": evaluation.stakeholders is not None,
            "fixed_weights": has_fixed_weights(evaluation),
        },
        "answer": list(verdict.sentences),
        "decides": [{"about": DECIDES[each.about], "text": each.text} for each in verdict.decides],
        "outcome": verdict.outcome,
        **standings(evaluation),
        "criteria": [_criterion(n, c) for n, c in enumerate(evaluation.criteria, start=1)],
        "contributions": [_contribution(vendor, evaluation) for vendor in ranked],
        "unknowns": to_find_out(evaluation),
        **robustness_sections(evaluation),
        "costs": money,
        "fit": _fit(evaluation),
        "needs": needs_section(evaluation),
        "steps": steps_section(evaluation.steps, plan.as_of),
        "gates": list(_gates(evaluation)),
        "vendors": [vendor_facts(vendor, evaluation) for vendor in evaluation.vendors],
        "inputs": [{"path": given.path, "sha256": given.sha256} for given in evaluation.inputs],
        "charts": {
            **_charts(evaluation, ranked),
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


def _charts(evaluation: Evaluation, ranked: Sequence[VendorResult]) -> View:
    """The charts of points and of what to find out, as far as there is something to draw."""
    names = {vendor.id: vendor.name for vendor in evaluation.vendors}
    worth = [each for each in evaluation.verdict.research if each.gain > 0]
    drawn: View = {}
    if any(
        vendor.standing != "ruled_out" and vendor.score is not None for vendor in evaluation.vendors
    ):
        drawn["ranking"] = ranking(evaluation.vendors)
    if ranked:
        drawn["contributions"] = contributions(ranked, evaluation.criteria)
    if worth:
        drawn["unknowns"] = research(worth, names)
    return drawn


def _contribution(vendor: VendorResult, evaluation: Evaluation) -> View:
    digits = digits_of(evaluation.vendors, 1, evaluation.plan.bands)
    cells = by_criterion(vendor, evaluation.criteria, digits)
    return {"name": vendor.name, "cells": cells, "score": points(vendor, digits)}


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
