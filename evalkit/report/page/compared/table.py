"""Money, must-haves and evidence of vendors side by side."""

from collections.abc import Callable, Iterator, Sequence

from evalkit.evaluation.record.costs import CostsResult, Figure, VendorCosts
from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.evaluation.record.fact import MeasureValue
from evalkit.evaluation.record.fit import VendorFit
from evalkit.report.page.front.figure import cost_of
from evalkit.templates.view import View
from evalkit.wording.messages import answer
from evalkit.wording.messages import finalists as told
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.figures import between, decimal, percent_down, whole_number

WEAK = ("stale", "undated")
"""How fresh a fact is that is weak evidence."""


def table(evaluation: Evaluation, vendors: Sequence[VendorResult]) -> list[View]:
    """A row for each figure that the evaluation has, with a cell for each vendor."""
    return [
        {"title": title, "cells": [cell(vendor) for vendor in vendors]}
        for title, cell in _figures(evaluation, vendors)
    ]


def _figures(
    evaluation: Evaluation, vendors: Sequence[VendorResult]
) -> Iterator[tuple[str, Callable[[VendorResult], View]]]:
    if evaluation.costs is not None:
        yield from _money(evaluation.costs, vendors)
    if any(vendor.gates for vendor in vendors):
        yield say(told.MUSTS), _musts
    if evaluation.fit is not None:
        carried = {each.id: _carried(each) for each in evaluation.fit.vendors}
        yield say(told.FLOWS), lambda vendor: _cell(carried[vendor.id])
    yield say(told.SETTLED), lambda vendor: _cell(percent_down(vendor.settled))
    if any(_weak(vendor) for vendor in vendors):
        yield say(told.WEAK), _weak_points


def _cell(text: str, note: str = "", *, warns: bool = False) -> View:
    return {"text": text, "note": note, "warns": warns}


def _money(
    costs: CostsResult, vendors: Sequence[VendorResult]
) -> Iterator[tuple[str, Callable[[VendorResult], View]]]:
    found = {each.id: each for each in costs.vendors}

    def cost(vendor: VendorResult) -> View:
        shown = cost_of(vendor, costs)
        return _cell(shown["cost"], shown["cost_note"], warns=shown["cost_open"])

    yield say(answer.COST, costs.years), cost
    rates = [found[vendor.id].effective_rate for vendor in vendors if vendor.id in found]
    if any(rate.bound != "open" for rate in rates):
        yield say(told.RATE), lambda vendor: _amount(found.get(vendor.id), _rate)
    if costs.has_benefits:
        yield say(told.NET, costs.years), lambda vendor: _amount(found.get(vendor.id), _net)


def _rate(found: VendorCosts) -> Figure:
    return found.effective_rate


def _net(found: VendorCosts) -> Figure:
    return found.net_present_value


def _amount(found: VendorCosts | None, figure_of: Callable[[VendorCosts], Figure]) -> View:
    if found is None:
        return _cell("")
    figure = figure_of(found)
    note = between(*figure.ends) if figure.ends else ""
    return _cell(figure.without_range, note, warns=figure.bound == "open")


def _musts(vendor: VendorResult) -> View:
    outcomes = [gate.outcome for gate in vendor.gates]
    counts = {
        "met": whole_number(outcomes.count("pass")),
        "all": whole_number(len(outcomes)),
    }
    still_open = outcomes.count("unverified")
    if not still_open:
        return _cell(say(told.MUSTS_MET, **counts))
    return _cell(say(told.MUSTS_OPEN, **counts, open=whole_number(still_open)), warns=True)


def _carried(found: VendorFit) -> str:
    by_plugin = [
        cell
        for cell in found.cells
        if cell.outcome == "possible" and cell.route is not None and cell.route.kind == "plugin"
    ]
    part, whole = whole_number(len(by_plugin)), whole_number(len(found.cells))
    return say(told.OF_ALL, part=part, all=whole)


def _weak(vendor: VendorResult) -> float:
    """The points that rest on facts which are stale, or of which nobody knows how old they are."""
    return sum(
        value.weight * (value.value or 0.0) for value in vendor.measures.values() if _is_weak(value)
    )


def _is_weak(value: MeasureValue) -> bool:
    fact = value.fact
    if value.status not in {"known", "range"} or fact is None or fact.derived:
        return False
    return fact.freshness in WEAK


def _weak_points(vendor: VendorResult) -> View:
    points, whole = decimal(_weak(vendor), 0), decimal(vendor.score or 0.0, 0)
    return _cell(say(told.OF_ALL, part=points, all=whole))
