"""A summary of why this vendor was chosen or not."""

from collections.abc import Iterator, Mapping

from evalkit.evaluation.own_word import met_on_word
from evalkit.evaluation.record.evaluation import Standing
from evalkit.explanation.points import digits_of
from evalkit.model.flow import gate_of
from evalkit.report.scenario import in_sentences
from evalkit.report.specification.anchors import anchor
from evalkit.report.specification.draft import LOOK_FOR, Draft
from evalkit.report.specification.facts import cite_fact, fact_point
from evalkit.templates.view import View
from evalkit.wording.numbers import outward, percent_down
from evalkit.wording.words import listed

GATE_WORDS = {"pass": "met", "fail": "not met", "unverified": "open"}
ON_WORD = "met, on the vendor's word"
SUMMARIES: Mapping[Standing, str] = {"not_ranked": "not ranked", "ruled_out": "ruled out"}


def decision(draft: Draft) -> View:
    """The verdict, the vendor's rank, and the must-haves that are not about flows."""
    return {
        "sentences": [
            *draft.evaluation.verdict.sentences,
            *(each.text for each in draft.evaluation.verdict.decides),
            _place(draft),
        ],
        "warnings": list(_warnings(draft)),
        "gates": list(_gates(draft)),
    }


def _gates(draft: Draft) -> Iterator[View]:
    """The must-haves with their outcome; those that are not met become open points."""
    of_flows = {gate_of(cell.flow) for cell in draft.own.cells}
    for gate in draft.vendor.gates:
        if gate.measure in of_flows:
            continue
        open_, value = "", draft.vendor.measures.get(gate.measure)
        if gate.outcome != "pass":
            is_new = value is not None and value.status == "not_looked_for"
            action = LOOK_FOR if is_new else draft.ask
            text = f"{gate.title}: {gate.reason}"
            name = fact_point(gate.measure)
            open_ = draft.points.add("signing", name, text, action, about=gate.requirement)
        yield {
            "id": anchor("must-have", gate.measure),
            "requirement": gate.requirement,
            "word": ON_WORD if met_on_word(draft.vendor, gate) else GATE_WORDS[gate.outcome],
            "outcome": gate.outcome,
            "reason": gate.reason,
            "because": gate.because,
            "open": open_,
            "rests": cite_fact(draft, gate.title, value.fact) if value and value.fact else [],
        }


def _warnings(draft: Draft) -> Iterator[str]:
    """Warnings to read before any implementation."""
    vendor = draft.vendor
    if draft.evaluation.scenario is not None:
        yield " ".join(in_sentences(draft.evaluation))
    first = [each.name for each in draft.evaluation.vendors if each.rank == 1]
    failures = [gate.failure for gate in vendor.gates if gate.failure]
    if failures:
        told = "; ".join(failures)
        yield f"{vendor.name} is ruled out, and cannot be chosen as things are: {told}."
    elif vendor.standing == "not_ranked":
        yield f"Too little is known about {vendor.name} to rank it: {vendor.reason}."
    elif vendor.rank != 1 and first:
        verb = "is" if len(first) == 1 else "are"
        yield f"{vendor.name} is not first by points: {listed(first)} {verb}."
    for word, outcome in (
        ("cannot be carried", "not_possible"),
        ("have no known route", "unknown"),
    ):
        found = [held.number for held in draft.held if held.cell.outcome == outcome]
        if found:
            yield f"Flows that {word}: {listed(found)}."


def _place(draft: Draft) -> str:
    vendor = draft.vendor
    if vendor.low is None or vendor.high is None:
        return f"{vendor.name} is not ranked: {vendor.reason or 'no measure applies to it'}."
    if vendor.standing == "ranked":
        count = sum(each.standing == "ranked" for each in draft.evaluation.vendors)
        place = f"has rank {vendor.rank} of {count}"
    else:
        place = f"is {SUMMARIES[vendor.standing]} ({vendor.reason})"
    evaluation = draft.evaluation
    digits = digits_of(evaluation.vendors, 1, evaluation.plan.bands) if vendor.rank else 1
    low, high = outward(vendor.low, vendor.high, digits)
    return (
        f"{vendor.name} {place}, with at least {low} and at most {high} of 100 points; "
        f"{percent_down(vendor.settled)} is settled."
    )
