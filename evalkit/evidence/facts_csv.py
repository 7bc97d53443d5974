"""The facts of vendors as a matrix in CSV: a vendor a row, and columns for each measure."""

import csv
import io
from collections.abc import Iterator, Sequence

from evalkit.diagnostics.spreadsheet import without_formula
from evalkit.diagnostics.visible import visible
from evalkit.evaluation.record.evaluation import Evaluation, MeasureResult, VendorResult
from evalkit.evaluation.record.fact import FactResult, MeasureValue
from evalkit.wording.numbers import number

_LEFT = ("vendor", "plan", "id")
NOT_APPLICABLE = "N/A"
"""What stands for a fact that does not apply, as `evalkit import` reads it."""


def to_facts_csv(evaluations: Sequence[Evaluation]) -> str:
    """A row for each vendor of each evaluation, and of each measure its fact, status and source."""
    # By id and unit: two categories may measure the same in different units.
    heads = {
        (measure.id, measure.unit): measure
        for each in evaluations
        for top in each.criteria
        for measure in top.measures
    }
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow([*_LEFT, *(cell for each in heads.values() for cell in _heads(each))])
    for evaluation in evaluations:
        own = {(m.id, m.unit) for top in evaluation.criteria for m in top.measures}
        for vendor in evaluation.vendors:
            cells = [vendor.name, evaluation.plan.id, vendor.id]
            for key in heads:
                cells += _cells(vendor, key[0]) if key in own else _NOTHING
            writer.writerow([visible(without_formula(cell)) for cell in cells])
    return page.getvalue()


def _heads(measure: MeasureResult) -> Iterator[str]:
    yield visible(f"{measure.id} ({measure.unit})" if measure.unit else measure.id)
    yield from (f"{measure.id}: {part}" for part in ("status", "source", "checked"))


_NOTHING = ("", "", "", "")


def _cells(vendor: VendorResult, measure: str) -> tuple[str, ...]:
    found = vendor.measures[measure]
    reading = found.fact.reading if found.fact else None
    source, checked = (reading.source, reading.checked) if reading else ("", None)
    return _value(found), found.status, source, str(checked or "")


def _value(found: MeasureValue) -> str:
    """The fact without its unit if it is one number, else in words; empty if it is unknown."""
    if found.status == "not_applicable":
        return NOT_APPLICABLE
    fact = found.fact
    if fact is None or found.status in {"not_looked_for", "not_found"}:
        return ""
    plain = _plain_number(fact)
    return fact.text if plain is None else number(plain)


def _plain_number(fact: FactResult) -> float | None:
    """The number that a fact states, if it states just one and nothing contradicts it."""
    reading = fact.reading
    if reading is None or fact.conflicts or reading.at_least or reading.at_most:
        return None
    value = reading.value
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
