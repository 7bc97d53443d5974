"""The sentences about what the vendors cost."""

import pytest

from tests.evaluation.costs.made import BENEFIT, MONEY, TOTAL, costs_of, usage

PART = ", minimum_monthly: unknown"
RANGE = MONEY.replace("value: 12000", "low: 6000, likely: 12000, high: 24000")


def sentences(evaluated, *charges, **more):
    return evaluated(*charges, **more).costs.sentences


def test_the_cheapest_is_named_with_how_often_it_is_that(evaluated):
    """12,000 orders of 50 a year, for two years; 24,000 a year come in."""
    found = sentences(evaluated, [usage(2)], [usage(1)], [usage(3)], money=MONEY + BENEFIT)
    assert found == (
        "OtherPay costs €12k over 2 years and pays for itself in 100% of simulations.",
        "It is the cheapest in 100% of 10,000 simulations.",
    )


def test_a_cost_with_a_range_is_about_so_much(evaluated):
    assert sentences(evaluated, [usage(2)], [usage(1)], money=RANGE)[0] == (
        "OtherPay costs about €12k over 2 years."
    )


def test_nobody_is_the_cheapest_where_one_price_alone_is_known(evaluated):
    assert sentences(evaluated, [usage(3)], [], [usage(1) + PART]) == (
        "ExamplePay costs €36k over 2 years.",
        "No other vendor has a full price: we cannot say who is cheapest.",
    )


def test_who_may_cost_less_is_named(evaluated):
    assert sentences(evaluated, [usage(3)], [usage(1) + PART], [usage(4)]) == (
        "ExamplePay costs €36k over 2 years.",
        "Of the two vendors with full prices it is the cheapest in 100% of 10,000 simulations; "
        "OtherPay may cost less.",
    )
    # Who costs more by what is known of it alone cannot.
    assert sentences(evaluated, [usage(3)], [usage(9) + PART], [usage(4)])[1] == (
        "Of the two vendors with full prices it is the cheapest in 100% of 10,000 simulations."
    )


def test_where_no_price_is_known_in_full_it_is_said(evaluated):
    assert sentences(evaluated, [usage(3) + PART], []) == (
        "No vendor has a full price.",
        "We cannot say who is cheapest.",
    )
    assert sentences(evaluated, [], []) == (
        "We cannot work out what ExamplePay and OtherPay cost.",
        "We cannot say who is cheapest.",
    )


SMS = MONEY + "    refunds: {value: 100, source: shop, checked: 2026-11-01}\n"


def test_who_gives_the_fewest_prices_is_not_called_the_cheapest(evaluated):
    """Orders cost 24,000 at one, 48,000 and refunds at the other."""
    other = [usage(4), usage(None, 0.5, per="refund")]
    found = evaluated([usage(2)], other, money=SMS)
    assert found.costs.sentences == (
        "ExamplePay costs €24k over 2 years.",
        "Nobody else with a full price costs less, but we found no price there for each refund, "
        "which others charge for: we cannot say who is cheapest.",
    )
    assert costs_of(found).cheapest is None
    assert costs_of(found, "otherpay").cheapest == 0
    assert found.costs.remarks[0] == (
        "Refunds: OtherPay charges a fee. For ExamplePay we found none: free, or unpublished."
    )


def test_who_prices_most_and_still_costs_least_is_the_cheapest(evaluated):
    one = [usage(2), usage(None, 0.5, per="refund")]
    found = evaluated(one, [usage(4)], money=SMS)
    assert found.costs.sentences[1] == "It is the cheapest in 100% of 10,000 simulations."
    assert costs_of(found).cheapest == 1


@pytest.mark.parametrize("percent", [2, 2.0000000000001])
def test_all_that_cost_the_same_are_named(evaluated, percent):
    assert sentences(evaluated, [usage(2)], [usage(None, 1)], [usage(percent)]) == (
        "ExamplePay, OtherPay and ThirdPay cost the same over 2 years, €24k each.",
    )
    assert sentences(evaluated, [usage(2)], [usage(None, 1)], [usage(3)]) == (
        "ExamplePay and OtherPay cost the same over 2 years, €24k each.",
        "No other costs less in 100% of 10,000 simulations.",
    )


def test_the_best_net_present_value_is_named_where_it_is_not_that_of_the_cheapest(evaluated):
    """24,000 a year come in from one vendor only: at 10% that is 41,652.89 less 20,826.45."""
    benefit = BENEFIT.replace("every: month,", "every: month, vendors: [examplepay],")
    found = sentences(evaluated, [usage(2)], [usage(1)], money=MONEY + benefit)
    assert found[-1] == (
        "ExamplePay has the best net present value, €20.8k, above zero in 100% of simulations."
    )


def test_smaller_units_of_money_change_no_word(evaluated):
    """All prices by a thousandth, as in another currency."""
    large = sentences(evaluated, [usage(None, 20)], [usage(None, 10)], measure=TOTAL)
    small = sentences(evaluated, [usage(None, 0.02)], [usage(None, 0.01)], measure=TOTAL)
    assert [each.replace("€240k", "€240") for each in large] == list(small)


def test_who_brings_most_beyond_the_present_solution_is_named(evaluated):
    """2% of 600,000 a year against 3% or 2.5%: 6,000 and 3,000 less, × 210 / 121 at 10%.
    24,000 a year come in whoever is chosen."""
    found = sentences(
        evaluated, [usage(2)], [usage(3)], [usage(2.5)], money=MONEY + BENEFIT, candidate="build"
    )
    assert found == (
        # What comes in whoever is chosen is no merit of the cheapest.
        "ExamplePay costs €24,000 over 2 years.",
        "It is the cheapest in 100% of 10,000 simulations.",
        "Against building it, ExamplePay is worth €10,400 over 2 years, above zero in 100% of "
        "simulations.",
    )


def test_the_present_solution_may_be_the_cheapest(evaluated):
    assert sentences(evaluated, [usage(3)], [usage(2)], candidate="status_quo") == (
        "OtherPay costs €24k over 2 years.",
        "It is the cheapest in 100% of 10,000 simulations.",
        "Against keeping the present solution, ExamplePay is worth −€10.4k over 2 years, above zero "
        "in 0% of simulations.",
    )


def test_all_that_bring_the_same_beyond_it_are_named(evaluated):
    found = sentences(evaluated, [usage(2)], [usage(3)], [usage(None, 1)], candidate="status_quo")
    assert found[-1] == (
        "Against keeping the present solution, ExamplePay and ThirdPay are each worth €10.4k over "
        "2 years, above zero in 100% of simulations."
    )


def test_without_the_costs_of_the_present_solution_nothing_is_said_against_it(evaluated):
    found = evaluated([usage(2)], [], candidate="status_quo").costs
    assert found.sentences == (
        "ExamplePay costs €24k over 2 years.",
        "No other vendor has a full price: we cannot say who is cheapest.",
    )
    assert found.find_out == "Find out: what OtherPay costs."
    assert next(each for each in found.vendors if each.id == "otherpay").text == (
        "We cannot work out what OtherPay costs over 2 years: its costs are not stated."
    )


def test_who_brings_most_is_named_once_where_all_are_held_against_what_there_is(evaluated):
    """24,000 a year from ThirdPay, which costs 12,000 more: 12,000 × 210 / 121 at 10%."""
    benefit = BENEFIT.replace("every: month,", "every: month, vendors: [thirdpay],")
    money = MONEY + benefit
    found = sentences(evaluated, [usage(1)], [usage(2)], [usage(4)], money=money, candidate="build")
    assert len(found) == 3
    assert found[-1].startswith("Against building it, ThirdPay is worth €20.8k over 2 years,")


def test_price_lists_of_different_regions_are_not_compared_by_what_they_bring_either(evaluated):
    lists = [f"{usage(2)}, region: US"], [usage(3)], [f"{usage(4)}, region: EEA"]
    found = sentences(evaluated, *lists, candidate="status_quo")
    assert not any(each.startswith("Against") for each in found)
    # In a plan for one of them, the other has no price.
    found = sentences(evaluated, *lists, plan="region: DE\n", candidate="status_quo")
    assert found[-1].startswith("Against keeping the present solution, ThirdPay is worth ")
