"""Rules about prices by tiers."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.model.prices.charge import Tiered
from evalkit.model.vendor import Vendor
from evalkit.rules.context import RuleContext
from evalkit.rules.run import check
from tests.conftest import DAY
from tests.rules.money import charge


def tiered(tiers, mode="graduated"):
    return charge(
        f"kind: tiered, per: call, every: month, mode: {mode}, tiers: [{tiers}], currency: EUR"
    )


@pytest.mark.parametrize(
    ("tiers", "text", "message"),
    [
        ("{from: 1, price: 1}", "1", "the first tier starts at 1, not at 0"),
        ("{from: 0, price: 1}, {from: 9, price: 1}", "{from: 0, price: 1}",
         "this tier has no end, but is not the last"),
        ("{from: 0, to: 9, price: 1}, {from: 9, to: 5, price: 1}", "5",
         "this tier ends at 5, not above its start"),
        ("{from: 0, to: 9, price: 1}, {from: 9, to: 20, price: 1}, {from: 5, price: 1}", "5",
         "this tier starts at 5, the one before it at 9"),
        ("{from: 0, to: 9, price: 1}, {from: 20, price: 1}", "20",
         "there is no price for volumes from 9 to 20"),
        ("{from: 0, to: 9, price: 1}, {from: 8.5, price: 1}", "8.5",
         "volumes from 8.5 to 9 have two prices"),
        ("{from: 0, to: 9, price: 1}, {from: 9, price: 1, fixed: 7}", "7",
         "this fixed amount makes the bill jump above 9"),
    ],
)  # fmt: skip
def test_what_does_not_meet_is_told_where_it_starts(told, tiers, text, message):
    assert [found[1:] for found in told(tiered(tiers))] == [(text, message)]


def test_a_tier_that_starts_one_too_late_is_told_how_to_start(diagnosed):
    (found,) = diagnosed(tiered("{from: 0, to: 1000, price: 2}, {from: 1001, price: 1}"))
    assert found.hint == "write `from: 1000`: a tier begins above its `from`"


@given(st.lists(st.integers(1, 10**6), unique=True, max_size=6), st.data())
def test_tiers_meet_exactly_where_each_starts_at_the_end_before(bounds, data):
    ends = [0, *sorted(bounds), None]
    tiers = [{"from": start, "to": end} for start, end in itertools.pairwise(ends)]
    assert "EK504" not in codes_of(tiers)
    moved = data.draw(st.sampled_from(tiers))
    moved["from"] += data.draw(st.sampled_from([0.5, 1, 7]))
    assert "EK504" in codes_of(tiers)


def codes_of(tiers):
    data = {"kind": "tiered", "per": "call", "every": "month", "currency": "EUR", "tiers": tiers}
    record = Vendor(id="x", name="X", category="erp", charges=(Tiered.model_validate(data),))
    return [finding.code for finding in check(record, RuleContext("vendors/x.yaml", DAY))]


def test_a_bill_that_falls_at_a_bound_is_told_with_both_sums(told):
    last = "{from: 10, price: 2, fixed: 1}"
    text = tiered(f"{{from: 0, to: 10, price: 3}}, {last}", "volume")
    # 10 × 3 = 30; 11 × 2 + 1 = 23
    message = "at 10 the total is 30, at 11 only 23"
    assert told(text) == [("EK511", last, message)]
    # 11 × 2 + 8 = 30
    assert told(text.replace("fixed: 1", "fixed: 8")) == []
    assert told(text.replace("fixed: 1", "fixed: unknown")) == []


def test_an_included_volume_has_no_tiers_to_meet(told):
    text = "kind: tiered, per: call, every: month, fixed: 9, included: 5, overage: 1, currency: EUR"
    assert told(charge(text)) == []
