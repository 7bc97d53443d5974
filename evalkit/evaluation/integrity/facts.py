"""Check that the facts and flows of a saved evaluation match its values."""

import datetime
from collections.abc import Iterator

from evalkit.evaluation.integrity.ids import otherwise, uneven_sum
from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.evaluation.record.fact import FactResult, MeasureValue
from evalkit.evaluation.record.fit import FitResult, VendorFit
from evalkit.model.flow import gate_of
from evalkit.model.source import is_past

AT_THE_RULE = ("not_looked_for", "not_found")
"""Statuses whose value is set by the plan's rule for what is unknown."""
OF_FLOW = {"possible": "pass", "with_work": "pass", "not_possible": "fail", "unknown": "unverified"}
"""The gate outcome for each flow outcome."""


def faults_of_facts(evaluation: Evaluation) -> Iterator[str]:
    """Contradictions in ages, statuses and flows."""
    day = evaluation.plan.as_of
    rule = {"middle": 50.0, "worst": 0.0}[evaluation.plan.unknown]
    left_out = {each.measure for each in evaluation.left_out}
    fresh = {m.id: m.fresh_for for each in evaluation.criteria for m in each.measures}
    for place, vendor in enumerate(evaluation.vendors):
        for name, value in vendor.measures.items():
            at = f"vendors.{place}.measures.{name}"
            yield from _status(at, value, rule, is_left_out=name in left_out)
            if value.fact is not None:
                yield from _age(f"{at}.fact", value.fact, day)
                yield from _freshness(f"{at}.fact", value.fact, fresh[name], day)
        for name, fact in vendor.background.items():
            yield from _age(f"vendors.{place}.background.{name}", fact, day)
    if evaluation.fit is not None:
        yield from _fit(evaluation, evaluation.fit)


def _status(at: str, value: MeasureValue, rule: float, *, is_left_out: bool) -> Iterator[str]:
    fact = value.fact
    if is_left_out or (fact is not None and fact.not_applicable):
        wanted = {"not_applicable"}
    elif fact is not None and fact.scores:
        wanted = {"range"} if _is_open(fact) else {"known", "range"}
    else:
        wanted = {"not_found" if fact is not None and fact.looked else "not_looked_for"}
    yield from otherwise(f"{at}.status", holds=value.status in wanted)
    single = value.status != "known" or value.low == value.value == value.high
    yield from otherwise(f"{at}.status", holds=single)
    is_cut = value.beyond not in {"worst", "both"} or value.low == 0.0
    is_cut &= value.beyond not in {"best", "both"} or value.high == 100.0  # noqa: PLR2004
    yield from otherwise(f"{at}.beyond", holds=is_cut)
    if value.status in AT_THE_RULE:
        yield from otherwise(f"{at}.value", holds=value.value == rule)


def _is_open(fact: FactResult) -> bool:
    """Whether a source states only what is certain at the least."""
    readings = (fact.reading, *fact.conflicts)
    return any(each.at_least for each in readings if each and each.kind != "generated")


def _age(at: str, fact: FactResult, day: datetime.date) -> Iterator[str]:
    # A fact that claims nothing has no date to compare.
    if fact.reading is None:
        return
    checked = fact.reading.checked
    age = None if checked is None else (day - checked).days
    yield from otherwise(f"{at}.age_days", holds=fact.age_days == age)


def _freshness(
    at: str, fact: FactResult, fresh_for: int | None, day: datetime.date
) -> Iterator[str]:
    expired = fact.reading is not None and is_past(fact.reading.until, day)
    if expired:
        wanted = "stale"
    elif fact.age_days is None:
        wanted = "undated"
    else:
        stale = fresh_for is not None and fact.age_days > fresh_for
        wanted = "stale" if stale else "fresh"
    # With `none`, nothing is claimed, so nothing can go stale.
    is_none = fact.freshness == "none" and not fact.scores
    yield from otherwise(f"{at}.freshness", holds=fact.freshness == wanted or is_none)
    yield from otherwise(f"{at}.expired", holds=fact.expired == (expired and not is_none))


def _fit(evaluation: Evaluation, found: FitResult) -> Iterator[str]:
    yield from otherwise("fit.text", holds=found.text == " ".join(found.sentences))
    for place, (each, vendor) in enumerate(zip(found.vendors, evaluation.vendors, strict=True)):
        yield from _cells(f"fit.vendors.{place}", each)
        cells = {gate_of(cell.flow): cell.outcome for cell in each.cells}
        for number, gate in enumerate(vendor.gates):
            if gate.measure in cells:
                holds = gate.outcome == OF_FLOW[cells[gate.measure]]
                yield from otherwise(f"vendors.{place}.gates.{number}.outcome", holds=holds)


def _cells(at: str, vendor: VendorFit) -> Iterator[str]:
    outcomes = [cell.outcome for cell in vendor.cells]
    carried = 100 * sum(OF_FLOW[each] == "pass" for each in outcomes) / len(outcomes)
    open_ = 100 * outcomes.count("unknown") / len(outcomes)
    yield from uneven_sum(f"{at}.coverage.0", vendor.coverage[0], [carried])
    yield from uneven_sum(f"{at}.coverage.1", vendor.coverage[1], [carried, open_])
