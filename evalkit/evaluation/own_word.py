"""What rests on nothing but a vendor's own answer."""

from evalkit.evaluation.record.evaluation import VendorResult
from evalkit.evaluation.record.fact import FactResult, GateResult
from evalkit.model.source import Kind


def is_own_word(fact: FactResult | None) -> bool:
    """Whether the vendor's own answer is all that a fact rests on."""
    kinds = {each.kind for each in (fact.reading, *fact.conflicts) if each} if fact else set()
    return kinds == {Kind.VENDOR_ANSWER.value}


def met_on_word(vendor: VendorResult, gate: GateResult) -> bool:
    """Whether a vendor meets a must-have, and only its own answer says so."""
    value = vendor.measures.get(gate.measure)
    fact = value.fact if value else vendor.background.get(gate.measure)
    return gate.outcome == "pass" and is_own_word(fact)
