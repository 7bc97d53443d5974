"""Which prices to find out."""

from tests.evaluation.costs.made import BENEFIT, MONEY, usage


def test_a_missing_price_is_asked_for_with_what_it_must_be_below(evaluated):
    """3.338% of 600,000 a year are 40,056; nothing else is known of the other."""
    found = evaluated([usage(3.338)], []).costs.find_out
    assert found == (
        "Find out: OtherPay's price; below 3.33% of turnover it costs less than ExamplePay."
    )


def test_own_work_is_taken_off_what_a_price_may_be(evaluated):
    """Of 24,000 in two years, 12,000 are own work: 12,000 of 1,200,000."""
    money = MONEY + BENEFIT.partition("  benefits")[0]
    hours = "{kind: internal, hours: 240, source: shop}"
    one = [usage(1), "kind: one_off, amount: 0, currency: EUR"]
    found = evaluated(one, [], [], money=f"{money}  charges: {{all: [{hours}]}}\n").costs
    assert found.find_out == (
        "Find out: OtherPay's and ThirdPay's prices; below 1.00% of turnover they cost less than "
        "ExamplePay."
    )


def test_a_vendor_whose_price_needs_something_of_the_plan_is_asked_about_that(evaluated):
    """A price in dollars is there, but the plan gives no rate: that is no missing price."""
    found = evaluated([usage(1, currency="USD")], [usage(1)]).costs
    assert found.vendors[1].reason == "missing: fee for each order (no rate for USD in the plan)"


def test_nothing_is_asked_where_all_is_known(evaluated):
    assert evaluated([usage(1)], [usage(2)]).costs.find_out == ""


def test_a_price_list_without_a_single_price_is_no_price(evaluated):
    found = evaluated([usage("unknown")], [usage(1)]).costs
    assert costs_reason(found) == "we found no price"
    tiers = "[{from: 0, to: 5, price: unknown}, {from: 5, price: unknown}]"
    tiered = f"kind: tiered, per: order, every: month, tiers: {tiers}, currency: EUR"
    assert costs_reason(evaluated([tiered], [usage(1)]).costs) == "we found no price"


def costs_reason(costs):
    return next(each.reason for each in costs.vendors if each.id == "examplepay")
