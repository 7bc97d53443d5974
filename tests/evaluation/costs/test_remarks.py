"""Remarks about prices that cannot be compared."""

import pytest

from evalkit.evaluation.costs.books import books
from evalkit.evaluation.costs.remarks import remarks
from evalkit.evaluation.evaluate import evaluate
from tests.conftest import DAY
from tests.costing.given import money, one_off, recurring
from tests.costing.given import vendor as with_charges
from tests.evaluation.costs.made import (
    BENEFIT,
    CRITERIA,
    MONEY,
    PAYBACK,
    PLAN,
    RATE,
    RETURN,
    TOTAL,
    costs_of,
    usage,
    vendor,
    vendor_of,
)


def test_what_keeps_vendors_from_being_compared_is_said(evaluated):
    one = [f"scope: cards of one country, {usage(2)}", usage(None, 15, per="dispute")]
    money = MONEY + "    disputes: unknown\n"
    found = evaluated(one, [usage(1)], money=money).costs.remarks
    assert "ExamplePay's prices are stated for: cards of one country." in found
    assert any(
        remark.startswith("A price for each dispute is on record for ExamplePay only; of OtherPay")
        for remark in found
    )
    assert "Not known about ExamplePay: Fee for each dispute: volume `disputes` not known." in found


def test_pieces_of_the_same_orders_are_no_gap(evaluated):
    one = [usage(2, per="card_order"), usage(3, per="wallet_order")]
    money = MONEY + (
        "    card_orders: {share: 0.5, of: orders, source: shop, checked: 2026-11-01}\n"
        "    wallet_orders: {share: 0.5, of: orders, source: shop, checked: 2026-11-01}\n"
        "    average_card_order_value: {value: 50, source: shop, checked: 2026-11-01}\n"
        "    average_wallet_order_value: {value: 50, source: shop, checked: 2026-11-01}\n"
    )
    found = evaluated(one, [usage(1)], money=money).costs
    assert not [remark for remark in found.remarks if "on record" in remark]
    assert costs_of_result(found).costs == (0, 15000, 15000)


def costs_of_result(costs, name="examplepay"):
    return next(each for each in costs.vendors if each.id == name)


def test_where_only_the_first_are_looked_at_it_is_said(loaded, evaluated):
    few = evaluated([usage(2)], [usage(1)]).costs.remarks
    assert not [remark for remark in few if "only." in remark]
    volumes = "".join(
        f"    v{n}s: {{value: 5, source: shop, checked: 2026-11-01}}\n" for n in range(19)
    )
    files = {
        "criteria/payment-gateways.yaml": CRITERIA.replace("MEASURE", RATE),
        "plans/storefront-payments.yaml": PLAN + MONEY + volumes,
    }
    text = vendor("examplepay", [usage(1)])
    for n in range(50):
        files[f"vendors/payment-gateways/v{n}.yaml"] = text.replace("examplepay", f"v{n}")
    workspace = loaded(files)
    found = evaluate(workspace, workspace.plans["storefront-payments"], DAY).costs.remarks
    assert "Which prices are missing was looked for among the first 50 of 51 vendors only." in found
    assert "Break-even volumes were looked for among the first 20 of 21 volumes only." in found


PART = ", minimum_monthly: unknown"


SIGNED = "kind: one_off, amount: 1000, currency: EUR"


MORE = (
    "    - {kind: cost_ended, title: Fees of today, amount: unknown, every: year, source: shop, "
    "checked: 2026-11-01}\n"
)


@pytest.mark.parametrize(
    ("part", "more", "costs", "benefits", "net", "returned", "payback", "discounted"),
    [
        # As in two years by hand: 1,000 of 9,000 a year are back after 12 / 9 months, and at 10%
        # after 12 × 1,000 / (9,000 / 1.1).
        ("", "", "€31,000.00", "€41,652.89", "€14,619.83", "54.08%", "1.3 months", "1.5 months"),
        # What else is paid can only cost more, bring less and come back later,
        (PART, "", "at least €31,000.00", "€41,652.89", "at most €14,619.83", "at most 54.08%",
         "at least 1.3 months", "at least 1.5 months"),
        # and what else comes in the other way round.
        ("", MORE, "€31,000.00", "at least €41,652.89", "at least €14,619.83", "at least 54.08%",
         "at most 1.3 months", "at most 1.5 months"),
        (PART, MORE, "at least €31,000.00", "at least €41,652.89", "not known", "not known",
         "not known", "not known"),
    ],
)  # fmt: skip
def test_what_is_not_known_bounds_each_figure_on_its_own_side(
    evaluated, part, more, costs, benefits, net, returned, payback, discounted
):
    one = [usage(2, 0.25) + part, SIGNED]
    found = costs_of(evaluated(one, money=MONEY + BENEFIT + more))
    assert found.total_cost.text == costs
    assert found.present_benefits.text == benefits
    assert found.net_present_value.text == net
    assert found.return_on_investment.text == returned
    assert found.payback_months.text == payback
    assert found.discounted_payback_months.text == discounted


@pytest.mark.parametrize(
    ("measure", "name", "part", "more", "text"),
    [
        (TOTAL, "total_cost", "", "", "31000 EUR"),
        (TOTAL, "total_cost", PART, "", "at least 31000 EUR"),
        # 41,652.89 / 27,033.06 − 1
        (RETURN, "return_on_investment", PART, "", "at most 54.08 percent"),
        (RETURN, "return_on_investment", "", MORE, "at least 54.08 percent"),
        (PAYBACK, "payback_months", PART, "", "at least 1.33 months"),
        (PAYBACK, "payback_months", "", MORE, "at most 1.33 months"),
    ],
)
def test_a_derived_measure_is_bounded_on_the_same_side(evaluated, measure, name, part, more, text):
    one = [usage(2, 0.25) + part, SIGNED]
    found = evaluated(one, money=MONEY + BENEFIT + more, measure=measure)
    fact = vendor_of(found).measures[name].fact
    assert fact.text == text
    missing = {
        PART: "Fee for each order: monthly minimum not known",
        MORE: "Fees of today: price not known",
    }.get(part or more)
    assert fact.reading.note == (f"not all of it is known: {missing}" if missing else "")


def test_ranges_of_money_run_from_low_to_high(evaluated):
    """10,000 to 15,000 orders a year, at 1% to 3% of 50, for two years."""
    money = MONEY.replace("value: 12000", "low: 10000, likely: 12000, high: 15000")
    money = money.replace("{value: 0.1,", "{low: 0.05, likely: 0.1, high: 0.2,")
    found = evaluated([usage("{low: 1, likely: 2, high: 3}")], money=money, measure=TOTAL)
    assert costs_of(found).total_cost.text == "€24,000.00 (€10,000.00 to €45,000.00)"
    measure = vendor_of(found).measures["total_cost"]
    assert measure.fact.text == "10000 to 45000 EUR, most likely 24000"
    (item,) = costs_of(found).items
    assert item.terms == "1% to 3%, most likely 2% for each order"
    assert "discounted at 5% to 20% a year" in found.costs.convention


def test_costs_that_differ_by_the_noise_of_arithmetic_share_the_draw(evaluated):
    """3.7% of 50 is 1.85, and 1.8500000000000003 in binary numbers."""
    money = MONEY.replace("value: 12000", "low: 4000, likely: 12000, high: 40000")
    found = evaluated([usage(3.7)], [usage(None, 1.85)], money=money)
    assert costs_of(found).cheapest == costs_of(found, "otherpay").cheapest == 0.5


def test_who_pays_back_exactly_what_is_paid_does_not_pay(evaluated):
    """24,000 a year are paid and come in: nothing is left, which is not above nothing."""
    found = evaluated([usage(None, 2)], [usage(None, 1.99)], money=MONEY + BENEFIT)
    assert (costs_of(found).pays, costs_of(found, "otherpay").pays) == (0, 1)


@pytest.mark.parametrize(
    ("more", "checked"),
    [("", "2026-09-01"), (", checked: 2026-11-12", "2026-09-01"), (", checked: 2026-08-31", "2026-08-31"),
     (None, "None")],
)  # fmt: skip
def test_what_follows_from_prices_is_as_old_as_the_oldest_of_them(evaluated, more, checked):
    offer = f"  charges: {{examplepay: [{{{usage(1)}, source: offer{more or ''}}}]}}\n"
    found = evaluated([usage(1)], money=MONEY + (offer if more != "" else ""))
    assert str(vendor_of(found).measures["effective_rate"].fact.reading.checked) == checked


def test_the_answer_about_money_goes_from_the_cheapest_to_the_dearest(evaluated):
    """12,000 orders of 50 a year, for two years; 24,000 a year come in: 18,000 less costs are left
    by the cheapest, 16,363.64 + 14,876.03 at 10%."""
    text = evaluated([usage(2)], [usage(1)], [usage(3)], money=MONEY + BENEFIT).costs.text
    assert text.startswith(
        "Over 2 years OtherPay costs €12,000.00, ExamplePay €24,000.00 and ThirdPay €36,000.00; of "
        "those whose costs are known, OtherPay is the cheapest in 100% of draws. OtherPay has the "
        "best net present value, €31,239.67, above zero in 100% of draws"
    )


def test_everybody_of_whom_prices_are_known_in_part_or_not_at_all_is_named(evaluated):
    partly = evaluated([usage(3)], [usage(1) + PART], [usage(2) + PART]).costs.text
    assert partly.endswith(
        "Known in part only: OtherPay at least €12,000.00 and ThirdPay at least €24,000.00."
    )
    nothing = evaluated([usage(3)], [], []).costs.text
    assert nothing.endswith("Of OtherPay and ThirdPay no price is known.")


def test_where_nothing_turns_a_difference_round_the_largest_swing_is_named(evaluated):
    money = MONEY.replace("{value: 12000,", "{low: 6000, likely: 12000, high: 24000,")
    found = evaluated([usage(1)], [usage(2)], money=money).costs.difference
    # The order is that of what a swing does: a tenth of a price does less than twice the orders.
    sizes = [abs(each.at_high - each.at_low) for each in found.swings]
    assert sizes == sorted(sizes, reverse=True)
    assert found.text.endswith(
        "No single assumption turns that round; most depends on Orders (6,000 to 24,000)."
    )


def test_only_the_cheapest_is_told_with_its_range(evaluated):
    money = MONEY.replace("value: 12000", "low: 6000, likely: 12000, high: 24000")
    assert (
        "OtherPay costs €12,000.00 (€6,000.00 to €24,000.00), ExamplePay €24,000.00; of those"
        in evaluated([usage(2)], [usage(1)], money=money).costs.text
    )


DATED = {"checked": "2026-06-20"}


@pytest.mark.parametrize(
    ("charges", "said"),
    [
        ([one_off(30), recurring(5)], "none has a date"),
        ([one_off(30, **DATED), recurring(5)], "1 of 2 has no date"),
        ([one_off(30, **DATED), recurring(5), recurring(9)], "2 of 3 have no date"),
    ],
)
def test_how_many_prices_have_no_date_is_told(charges, said):
    shop = with_charges(*charges)
    found = list(remarks(books(money(), 0, [shop]), [shop], {"examplepay": "Pay"}))
    assert f"Of Pay's prices {said}: check them before relying on them." in found


def test_all_that_prices_are_stated_for_is_told_once():
    scopes = ["EU cards", "UK cards", "EU cards"]
    shop = with_charges(*(one_off(30, scope=scope, **DATED) for scope in scopes))
    found = list(remarks(books(money(), 0, [shop]), [shop], {"examplepay": "Pay"}))
    assert found == ["Pay's prices are stated for: EU cards; UK cards."]
