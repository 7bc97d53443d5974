"""Rules about a vendor as a whole."""

from tests.conftest import VENDOR
from tests.rules.flows import FITTING, ONE_FLOW, WEIGHED
from tests.rules.made import EXAMPLEPAY, GATEWAYS, SOURCED, STOREFRONT, marked
from tests.rules.money import COSTLY


def test_a_fact_on_a_measure_of_flows_is_told_where_it_belongs(diagnosed):
    fact = VENDOR + f"  flow_coverage: {{value: 90, {SOURCED}}}\n"
    found = diagnosed(files={GATEWAYS: FITTING, STOREFRONT: WEIGHED + ONE_FLOW, EXAMPLEPAY: fact})
    assert [(d.code, d.hint) for d in found] == [
        ("EK513", "remove it, and list the interfaces under `integration`")
    ]


def test_a_fact_on_what_is_worked_out_is_told(loaded):
    fact = "  total_cost: {value: 9, source: s, checked: 2026-06-20}\n"
    (found,) = loaded({GATEWAYS: COSTLY, EXAMPLEPAY: VENDOR + fact, STOREFRONT: None}).diagnostics
    assert (found.code, marked(found)) == ("EK513", "total_cost")
