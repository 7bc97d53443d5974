"""The data with which a page scores the vendors again, as weights and must-haves change.

Values are scaled already and numbers keep every bit, so that a page adds up what evalkit does.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from evalkit.diagnostics.json_text import for_pages
from evalkit.diagnostics.visible import visible
from evalkit.evaluation.record.evaluation import Evaluation, VendorResult, WeightResult
from evalkit.evaluation.record.fact import GateResult, MeasureValue
from evalkit.evaluation.record.mark import mark_of
from evalkit.model.comparison.scenario import numbered
from evalkit.report.whatif.money import money
from evalkit.report.whatif.numbers import number
from evalkit.templates.view import View

Cell = float | list[float] | None


def whatif(evaluation: Evaluation) -> View | None:
    """What is scored again; None of a scenario, or of what was saved without its weights."""
    if evaluation.scenario is not None or not evaluation.weights:
        return None
    plan = evaluation.plan
    # Of vendors without a rank the order is that of their names.
    vendors = sorted(evaluation.vendors, key=lambda each: (each.name.casefold(), each.id))
    priced = money(evaluation)
    return {
        "plan": plan.id,
        "title": visible(plan.title),
        "evaluation": mark_of(evaluation.evalkit, plan, evaluation.inputs),
        "unknown": plan.unknown,
        "rankable": number(plan.rankable),
        "tree": list(_tree(evaluation.weights)),
        "gates": [
            {"id": name, "title": visible(gate.requirement)}
            for name, gate in named_gates(vendors[0].gates)
        ],
        "vendors": [_vendor(each) for each in vendors],
        "people": list(_people(evaluation)),
        **({"money": priced} if priced else {}),
    }


def block(evaluation: Evaluation) -> str:
    """The data as JSON that can stand in a page's `script`; empty if there is none."""
    found = whatif(evaluation)
    return "" if found is None else for_pages(found)


def _tree(given: Sequence[WeightResult]) -> Iterator[list[str | float]]:
    """Each criterion and measure: id, title, weight, and the place of the one above, if any."""
    places = {each.id: place for place, each in enumerate(given)}
    for each in given:
        above = [places[each.above]] if each.above else []
        yield [each.id, visible(each.title), number(each.weight), *above]


def named_gates(gates: Sequence[GateResult]) -> Iterator[tuple[str, GateResult]]:
    """Gates by the names that scenarios have for them."""
    yield from zip(numbered(gate.measure for gate in gates), gates, strict=True)


def _vendor(vendor: VendorResult) -> View:
    values: list[Cell] = [_cell(value) for value in vendor.measures.values()]
    return {
        "id": vendor.id,
        "name": visible(vendor.name),
        "researched": number(vendor.researched),
        "gates": "".join(gate.outcome[0] for gate in vendor.gates),
        "values": values,
    }


def _cell(value: MeasureValue) -> Cell:
    """One number, or both ends if the plan's rule sets what lies between, or all three.

    None if the measure does not apply.
    """
    if value.low is None or value.value is None or value.high is None:
        return None
    if value.low == value.high:
        return number(value.low)
    if value.by_rule:
        return [number(value.low), number(value.high)]
    return [number(each) for each in (value.low, value.value, value.high)]


def _people(evaluation: Evaluation) -> Iterator[dict[str, Any]]:
    """Everybody with the weights of the siblings about which they said something."""
    found = evaluation.stakeholders
    for person in found.people if found else ():
        said = [pair for each in person.statements for pair in each.weights.items()]
        yield {
            "id": person.id,
            "name": visible(person.name),
            "weights": {name: number(weight) for name, weight in said},
        }
