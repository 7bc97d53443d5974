"""Why a price does not count or cannot be compared: it holds in another region."""

import pytest

from evalkit.evaluation.costs.books import books
from evalkit.evaluation.costs.compared import cost_of
from evalkit.evaluation.costs.sentences.remarks import remarks
from tests.costing.given import money, one_off
from tests.costing.given import vendor as with_charges
from tests.evaluation.costs.made import BENEFIT, MONEY, TOTAL, costs_of, usage, vendor_of

EEA = "region: EEA\n"


def at(region, price):
    return f"region: {region}, {usage(price)}"


def test_a_price_for_another_region_is_compared_with_nothing(evaluated):
    """12,000 orders of 50 a year, for two years; the American price would be half of the other."""
    found = evaluated([at("EEA", 2)], [at("US", 1)], plan=EEA, measure=TOTAL)
    costs = found.costs
    assert costs.region == "EEA"
    assert costs.sentences == (
        "ExamplePay costs €24k over 2 years.",
        "No other vendor has a full price for the EEA: we cannot say who is cheapest.",
    )
    abroad = costs_of(found, "otherpay")
    assert (abroad.reason, abroad.total_cost.bound) == ("price for US only", "open")
    assert abroad.total_cost.text == "price for US only"
    assert abroad.text == "We cannot work out what OtherPay costs over 2 years: price for US only."
    assert abroad.unknown_costs == ("price for US only",)
    assert (abroad.items[0].region, abroad.items[0].flows) == ("US", (0.0, 0.0, 0.0))
    assert (costs.frontier, costs.difference, costs.break_even) == (None, None, ())
    # 24,000 of a turnover of 1,200,000.
    assert costs.find_out == (
        "Find out: OtherPay's price for the EEA; below 2.00% of turnover it costs less than "
        "ExamplePay."
    )
    # It scores as unknown, and says why.
    measure = vendor_of(found, "otherpay").measures["total_cost"]
    assert (measure.low, measure.high) == (0, 100)
    assert "price for US only" in measure.fact.text


def test_a_plan_without_a_region_counts_all_prices_and_calls_nobody_cheapest(evaluated):
    found = evaluated([at("EEA", 2)], [at("US", 1)], money=MONEY + BENEFIT).costs
    assert found.sentences == (
        "OtherPay costs €12k over 2 years and pays for itself in 100% of simulations.",
        "The price lists are for different regions (EEA and US) and the plan names none: we "
        "cannot say who is cheapest.",
    )
    assert [each.cheapest for each in found.vendors] == [None, None]
    assert (found.frontier, found.difference, found.break_even) == (None, None, ())


def test_nobody_brings_most_by_price_lists_for_different_regions(evaluated):
    benefit = BENEFIT.replace("title: Less", "vendors: [examplepay], title: Less")
    same, other = ([at(region, 2)] for region in ("US", "EEA"))
    cheaper = [at("US", 1)]
    assert len(evaluated(same, cheaper, money=MONEY + benefit).costs.sentences) == 3
    assert len(evaluated(other, cheaper, money=MONEY + benefit).costs.sentences) == 2


def test_what_a_price_is_stated_for_is_told_only_where_it_counts(evaluated):
    scoped = f"scope: cards, {at('US', 1)}"
    assert evaluated([at("EEA", 2)], [scoped], plan=EEA).costs.remarks == ()
    assert evaluated(
        [at("EEA", 2)], [scoped.replace("US", "EU")], plan="region: DE\n"
    ).costs.remarks == ("Stated for: OtherPay (cards).",)


def test_the_terms_of_a_price_name_its_region(evaluated):
    found = costs_of(evaluated([f"yearly_increase: 0.03, {at('EEA', 2)}"], plan=EEA))
    assert found.items[0].terms == "2% for each order, in the EEA, rising by 3% a year"
    everywhere = costs_of(evaluated([at("world", 2)], plan=EEA))
    assert everywhere.items[0].terms == "2% for each order, worldwide"


def test_price_lists_of_one_region_are_compared_by_a_plan_without_one(evaluated):
    found = evaluated([at("US", 2)], [at("US", 1)]).costs
    assert found.sentences[1] == "It is the cheapest in 100% of 10,000 simulations."
    assert found.remarks == ()


def test_prices_without_a_region_are_compared_with_a_caveat(evaluated):
    found = evaluated([at("EEA", 2)], [usage(1)], plan=EEA).costs
    assert found.sentences[1] == "It is the cheapest in 100% of 10,000 simulations."
    assert found.remarks == (
        "Comparing: OtherPay's price names no region; confirm it before relying on it.",
    )


def test_what_is_undated_and_of_no_region_is_told_once():
    shops = with_charges(one_off(5)), with_charges(one_off(5, region="EEA"), name="otherpay")
    names = {"examplepay": "Pay", "otherpay": "Other"}
    ledgers = books(money(), 0, shops, "DE")
    assert list(remarks(ledgers, list(names), (), names, ())) == [
        "Comparing: Pay's price and Other's price are undated and Pay's price names no region; "
        "confirm them before relying on them."
    ]
    alone = books(money(), 0, shops[:1], "DE")
    assert list(remarks(alone, ["examplepay"], (), names, ())) == [
        "Comparing: Pay's price is undated and names no region; confirm it before relying on it."
    ]


@pytest.mark.parametrize(
    ("charges", "reason"),
    [
        ([at("US", 1)], "price for US only"),
        ([at("US", 1), "region: CA, kind: one_off, amount: 9, currency: EUR"],
         "price for US and CA only"),
        ([at("US", 1), "region: EEA, kind: one_off, amount: 9, currency: EUR"],
         "missing: fee for each order (price for US only)"),
    ],
)  # fmt: skip
def test_the_reason_names_the_regions(evaluated, charges, reason):
    assert costs_of(evaluated(charges, plan=EEA)).reason == reason


def test_the_answer_says_for_whom_there_is_only_a_price_elsewhere(evaluated):
    found = evaluated([at("EEA", 2)], [at("US", 1)], plan=EEA + "rankable: 0\n", measure=TOTAL)
    assert (
        "Over 2 years ExamplePay costs €24k; for OtherPay we have a price for US only."
        in found.verdict.text
    )


def test_costs_by_price_lists_for_different_regions_are_told_as_such():
    shops = (
        with_charges(one_off(400, region="US")),
        with_charges(one_off(500, region="EEA"), name="otherpay"),
    )
    named = [("examplepay", "Pay"), ("otherpay", "Other")]
    told = "Over 3 years Pay costs €400 and Other €500"
    assert cost_of(books(money(), 0, shops), named) == (
        f"{told}, by price lists for different regions."
    )
