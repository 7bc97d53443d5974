"""Measures derived from flows."""

from tests.evaluation.fit.made import PLAN, vendor_of


def test_shares_and_headroom_are_scored_on_their_scales(evaluated):
    """Both flows by API: 100% covered, none by a plug-in; 3,600 an hour are twice the peak: 40 +
    60 / 4 = 55."""
    measures = vendor_of(evaluated(), "examplepay").measures
    assert measures["flow_coverage"].value == 100
    assert measures["plugin_fit"].value == 0
    # The refund has no peak, and so no headroom is known of it: 55 at most, counted at half.
    assert (measures["peak_headroom"].value, measures["peak_headroom"].high) == (27.5, 55)
    assert measures["peak_headroom"].fact.text == "at most 2 times"
    fact = measures["flow_coverage"].fact
    assert (fact.text, fact.path, fact.key) == (
        "100 percent", "plans/storefront-payments.yaml", "flows",
    )  # fmt: skip


def test_what_nobody_has_looked_at_spans_the_whole_scale(evaluated):
    measure = vendor_of(evaluated(), "unseen").measures["flow_coverage"]
    assert (measure.low, measure.value, measure.high) == (0, 50, 100)
    assert measure.fact.text == "0 to 100 percent"


def test_without_flows_such_measures_do_not_apply(evaluated):
    plan = PLAN.split("platform:", maxsplit=1)[0]
    found = evaluated(**{"plans/storefront-payments.yaml": plan})
    assert found.fit is None
    assert vendor_of(found, "examplepay").measures["plugin_fit"].status == "not_applicable"
    assert "gives no data flows" in vendor_of(found, "examplepay").measures["plugin_fit"].fact.text
