"""Costs and benefits as finished strings and charts for templates."""

from collections.abc import Mapping, Sequence
from typing import Any

from evalkit.evaluation.record.costs import (
    AssumptionResult,
    BreakEvenResult,
    CostsResult,
    DifferenceResult,
    FrontierResult,
)
from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.model.criteria import COST
from evalkit.report.charts.cash_flow import cumulative, is_drawn
from evalkit.report.charts.cost_columns import by_kind
from evalkit.report.charts.tornado import MOST_SWINGS, tornado
from evalkit.report.charts.value_for_money import value_for_money
from evalkit.report.page.folded.cost_figures import beyond, brought, paid
from evalkit.report.page.folded.cost_ledger import ledger, swing
from evalkit.report.page.folded.sources import referred
from evalkit.templates.view import View
from evalkit.wording.decimals import digits_apart
from evalkit.wording.money import Printer, printer_for
from evalkit.wording.numbers import fixed, thousands
from evalkit.wording.words import years

MOST_VOLUMES = 12
"""Number of break-even volumes shown before the rest is folded away."""
EFFICIENT = {True: "yes", False: "no", None: "open"}


def costs_section(evaluation: Evaluation, costs: CostsResult) -> View:
    """The section about costs."""
    names = _names(evaluation)
    ruled_out = {each.id for each in evaluation.vendors if each.standing == "ruled_out"}
    printer = printer_for(costs.currency, costs.locale, costs.unit)
    return {
        "text": costs.text,
        "convention": costs.convention,
        "currency": costs.currency,
        "over": years(costs.years),
        "remarks": [*costs.remarks, *([costs.find_out] if costs.find_out else [])],
        "has_benefits": costs.has_benefits,
        "paid": paid(costs, names, ruled_out),
        "brought": brought(costs, names, printer) if costs.has_benefits else None,
        "beyond": beyond(costs, names),
        "frontier": _frontier(costs, evaluation, names, printer),
        "break_even": _folded(_crossing_first(costs.break_even), MOST_VOLUMES),
        "difference": _difference(costs.difference, names, printer),
        "vendors": [
            ledger(each, names[each.id], printer, has_benefits=costs.has_benefits)
            for each in costs.vendors
        ],
        "assumptions": [_assumption(each) for each in costs.assumptions],
        "draws": thousands(costs.draws),
        "seed": str(costs.seed),
    }


def costs_drawn(evaluation: Evaluation, costs: CostsResult) -> View:
    """The non-empty charts of the section about costs, by name."""
    names = _names(evaluation)
    printer = printer_for(costs.currency, costs.locale, costs.unit)
    drawn: View = {}
    if any(any(vendor.costs) for vendor in costs.vendors):
        drawn["costs"] = by_kind(costs, names, printer)
    if any(is_drawn(vendor, costs) for vendor in costs.vendors):
        drawn["cash"] = cumulative(costs, names, printer)
    if costs.frontier is not None:
        drawn["frontier"] = value_for_money(costs.frontier, names, printer)
    if costs.difference is not None and costs.difference.swings:
        drawn["difference"] = tornado(costs.difference, names, printer)
    return drawn


def _names(evaluation: Evaluation) -> dict[str, str]:
    return {vendor.id: vendor.name for vendor in evaluation.vendors}


def _frontier(
    costs: CostsResult, evaluation: Evaluation, names: Mapping[str, str], printer: Printer
) -> View | None:
    found: FrontierResult | None = costs.frontier
    if found is None:
        return None
    digits = digits_apart([vendor.value for vendor in found.vendors], 1)
    present = {vendor.id: vendor.present_costs.without_range for vendor in costs.vendors}
    return {
        "text": found.text,
        "mode": _mode(costs, evaluation),
        "vendors": [
            {
                "id": vendor.id,
                "name": names[vendor.id],
                "value": fixed(vendor.value, digits),
                "cost": present[vendor.id],
                "efficient": EFFICIENT[vendor.efficient],
                "beaten_by": ", ".join(names[each] for each in vendor.beaten_by) or "–",
                "extra": "–"
                if vendor.extra_cost_per_point is None
                else printer.about(vendor.extra_cost_per_point),
                "text": vendor.text,
            }
            for vendor in found.vendors
        ],
    }


def _mode(costs: CostsResult, evaluation: Evaluation) -> str:
    """Whether costs also count towards the score, in a sentence."""
    if costs.mode == "frontier":
        return (
            "The plan takes cost out of the weights: the score is value alone, and costs count "
            "here, where value is held against them."
        )
    titles = [each.title for each in evaluation.criteria if each.id == COST]
    named = f"as the criterion {titles[0]}" if titles else "as a criterion"
    return (
        f"Costs also weigh in the score, {named}. So that they are not counted twice, the value "
        "here is points without it."
    )


def _crossing_first(found: Sequence[BreakEvenResult]) -> list[str]:
    """Break-even volumes at which the order changes, then the others."""
    return [each.text for each in sorted(found, key=lambda each: not each.crossings)]


def _folded(texts: Sequence[Any], most: int) -> View:
    """Texts divided into those shown at once and those folded away."""
    rest = list(texts[most:])
    return {"first": list(texts[:most]), "rest": rest, "more": str(len(rest)) if rest else ""}


def _difference(
    found: DifferenceResult | None, names: Mapping[str, str], printer: Printer
) -> View | None:
    if found is None:
        return None
    return {
        "one": names[found.one],
        "other": names[found.other],
        "text": found.text,
        "swings": _folded([swing(each, printer) for each in found.swings], MOST_SWINGS),
    }


def _assumption(found: AssumptionResult) -> View:
    return {"title": found.title, "text": found.text, **referred(found.reference)}
