"""Remarks about prices that cannot be compared, and what bounds a figure."""

import pytest

from evalkit.evaluation.costs.books import books
from evalkit.evaluation.costs.sentences.remarks import remarks
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
    found = evaluated(one, [usage(1)], money=money).costs
    assert found.remarks == (
        "Disputes: ExamplePay charges a fee. For OtherPay we found none: free, or unpublished.",
        "Stated for: ExamplePay (cards of one country).",
    )
    assert (
        costs_of_result(found).reason
        == "missing: fee for each dispute (volume `disputes` not known)"
    )
    assert found.find_out == "Find out: what is missing for ExamplePay."


def test_who_is_cheaper_at_present_value_is_said_where_it_is_another_one(evaluated):
    """280 now, or 100 a year for three years: 300, of which 248.69 at 10%."""
    money = MONEY.replace("years: 2", "years: 3")
    one = ["kind: one_off, amount: 280, currency: EUR"]
    other = ["kind: recurring, amount: 100, every: year, currency: EUR"]
    found = evaluated(one, other, money=money).costs
    assert found.sentences == (
        "ExamplePay costs €280 over 3 years.",
        "It is the cheapest in 100% of 10,000 simulations.",
    )
    assert found.remarks == (
        "Present value: what is paid later counts for less, which makes OtherPay cheaper (€249) "
        "than ExamplePay (€280).",
    )


def costs_of_result(costs, name="examplepay"):
    return next(each for each in costs.vendors if each.id == name)


def test_where_only_the_first_are_looked_at_it_is_said(loaded, evaluated):
    assert evaluated([usage(2)], [usage(1)]).costs.remarks == ()
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
    assert "Missing prices: looked for among the first 50 of 51 vendors only." in found
    assert "Break-even: looked for among the first 20 of 21 volumes only." in found


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
        ("", "", "€31k", "€41.7k", "€14.6k", "54.08%", "1.3 months", "1.5 months"),
        # What else is paid can only cost more, bring less and come back later; "at least" is
        # rounded down and "at most" up,
        (PART, "", "at least €31k", "€41.7k", "at most €14.7k", "at most 54.09%",
         "at least 1.3 months", "at least 1.4 months"),
        # and what else comes in the other way round.
        ("", MORE, "€31k", "at least €41.6k", "at least €14.6k", "at least 54.08%",
         "at most 1.4 months", "at most 1.5 months"),
        (PART, MORE, "at least €31k", "at least €41.6k", "not known", "not known",
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
        (RETURN, "return_on_investment", PART, "", "at most 54.09 percent"),
        (RETURN, "return_on_investment", "", MORE, "at least 54.08 percent"),
        (PAYBACK, "payback_months", PART, "", "at least 1.33 months"),
        (PAYBACK, "payback_months", "", MORE, "at most 1.34 months"),
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
    assert costs_of(found).total_cost.text == "€24k (€10k to €45k)"
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


def test_what_is_missing_of_the_cheapest_is_told_first(evaluated):
    one = [usage(9), usage(None, 1, per="dispute")]
    other = [usage(1), usage(None, 1, per="refund")]
    money = MONEY + "    refunds: {value: 5, source: s}\n    disputes: {value: 5, source: s}\n"
    found = evaluated(one, other, money=money).costs.remarks
    assert [each.partition(":")[0] for each in found] == ["Disputes", "Refunds"]
    found = evaluated(other, one, money=money).costs.remarks
    assert [each.partition(":")[0] for each in found] == ["Disputes", "Refunds"]


DATED = {"checked": "2026-06-20"}
NAMES = {"examplepay": "Pay", "otherpay": "Other"}


def said_about(*shops):
    held = books(money(), 0, shops)
    return list(remarks(held, [shop.id for shop in shops], [], NAMES, []))


@pytest.mark.parametrize(
    ("charges", "said"),
    [
        ([one_off(30)], "Pay's price is undated; confirm it before relying on it."),
        ([one_off(30), recurring(5)], "Pay's prices are undated; confirm them before relying on them."),
        ([one_off(30, **DATED), recurring(5)],
         "one of Pay's two prices is undated; confirm it before relying on it."),
        ([one_off(30, **DATED), recurring(5), recurring(9)],
         "two of Pay's three prices are undated; confirm them before relying on them."),
    ],
)  # fmt: skip
def test_how_many_prices_have_no_date_is_told(charges, said):
    assert said_about(with_charges(*charges)) == [f"Comparing: {said}"]


def test_undated_prices_of_several_vendors_are_told_in_one_sentence():
    shops = with_charges(one_off(30)), with_charges(one_off(30), recurring(5), name="otherpay")
    assert said_about(*shops) == [
        "Comparing: Pay's price and Other's prices are undated; confirm them before relying on "
        "them."
    ]


def test_all_that_prices_are_stated_for_is_told_once():
    scopes = ["EU cards", "UK cards", "EU cards"]
    shop = with_charges(*(one_off(30, scope=scope, **DATED) for scope in scopes))
    assert said_about(shop) == ["Stated for: Pay (EU cards; UK cards)."]


@pytest.mark.parametrize(
    ("count", "who"),
    [(1, "the price of OtherPay is"), (2, "the prices of OtherPay are")],
)
def test_prices_of_what_is_no_vendor_are_called_so_that_any_name_reads_well(loaded, count, who):
    charge = (
        "  - {kind: recurring, title: T%d, amount: 9, every: month, currency: EUR, source: s}\n"
    )
    undated = "".join(charge % number for number in range(count))
    files = {
        "criteria/payment-gateways.yaml": CRITERIA.replace("MEASURE", RATE),
        "vendors/payment-gateways/examplepay.yaml": vendor("examplepay", [usage(2)]),
        "vendors/payment-gateways/otherpay.yaml": vendor("otherpay", "")
        + f"candidate: status_quo\ncharges:\n{undated}",
        "plans/storefront-payments.yaml": PLAN + MONEY + "vendors: [examplepay, otherpay]\n",
    }
    workspace = loaded(files)
    found = evaluate(workspace, workspace.plans["storefront-payments"], DAY).costs
    assert found.remarks[0].startswith(f"Comparing: {who} undated;")


def test_what_the_client_pays_without_a_vendor_needs_no_region(evaluated):
    kinds = {"candidate": "status_quo", "plan": "region: DE\n"}
    (found,) = evaluated([usage(2)], [usage(3)], **kinds).costs.remarks[:1]
    assert found == (
        "Comparing: ExamplePay's price names no region; confirm it before relying on it."
    )
