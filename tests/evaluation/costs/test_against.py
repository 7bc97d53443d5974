"""What vendors bring beyond the present solution, the platform's own feature, or building one.

Worked by hand over two years at 10%: a year's 1 is worth 1 / 1.1 + 1 / 1.21 = 210 / 121.
"""

import pytest

from evalkit.evaluation.evaluate import evaluate
from tests.conftest import DAY
from tests.evaluation.costs.made import CRITERIA, MONEY, PLAN, RATE, costs_of, usage, vendor

YEARLY = 210 / 121
SOLD = MONEY.replace("value: 12000", "low: 10000, likely: 12000, high: 14000")
WORK = "  hourly_rate: {value: 50, source: finance, checked: 2026-11-01}\n"
SOURCED = "source: shop, checked: 2026-11-01"
UNKNOWN = "kind: recurring, title: Licence, amount: unknown, every: year, currency: EUR"


def once(amount):
    return f"kind: one_off, title: Set-up, amount: {amount}, currency: EUR"


def monthly(amount):
    return f"kind: recurring, title: Fee, amount: {amount}, every: month, currency: EUR"


def brings(*benefits):
    lines = (
        f"    - {{kind: extra_margin, title: Sales, {each}, {SOURCED}}}\n" for each in benefits
    )
    return MONEY + "  benefits:\n" + "".join(lines)


def yearly(amount, vendors="", **more):
    named = f", vendors: [{vendors}]" if vendors else ""
    return f"amount: {amount}, every: year{named}" + "".join(f", {k}: {v}" for k, v in more.items())


@pytest.fixture
def against(evaluated):
    """What ExamplePay brings beyond OtherPay, which is the present solution."""

    def run(one, other, money=MONEY, candidate="status_quo", **more):
        found = evaluated(one, other, money=money, candidate=candidate, **more)
        return costs_of(found).against

    return run


def test_a_vendor_that_saves_what_is_paid_today(against):
    """5,000 at signing, then 600 in place of 1,000 a month: 4,800 saved a year."""
    found = against([once(5000), monthly(600)], [monthly(1000)])
    worth = 4800 * YEARLY - 5000
    assert found.candidate == "otherpay"
    assert found.net_present_value.likely == pytest.approx(worth)
    assert found.net_present_value.bound == "exact"
    assert found.pays == 1
    # 200 are left after the first year, of 4,800 in the second.
    assert found.payback_months.text == "12.5 months"
    # 5,000 + 7,200 a year cost less than 12,000 a year at present value.
    assert found.return_on_investment.text == "not given: it costs no more than OtherPay"
    assert found.text == (
        "Against keeping the present solution, ExamplePay is worth €3,330 over 2 years, above zero "
        "in 100% of simulations."
    )


def test_a_return_is_not_made_of_what_all_bring_alike(against):
    """100 a month more bring 150 a month more, beside a million that comes whoever is chosen."""
    both, own = yearly(1_000_000), yearly(1800, "examplepay")
    found = against([monthly(1100)], [monthly(1000)], money=brings(both, own))
    assert found.net_present_value.likely == pytest.approx(600 * YEARLY)
    assert found.return_on_investment.likely == pytest.approx(50)


def test_a_return_that_may_be_on_nothing_is_not_given(against):
    found = against([monthly(1100)], [monthly("{low: 900, likely: 1000, high: 1200}")])
    assert found.return_on_investment.text == "not given: it may cost no more than OtherPay"
    low, high = (1200 * YEARLY * share for share in (-2, 1))
    assert (found.net_present_value.low, found.net_present_value.high) == (
        pytest.approx(low),
        pytest.approx(high),
    )


def test_a_copy_of_the_present_solution_brings_nothing_beyond_it(against):
    prices = [monthly(9.1), usage(1.37, 0.17)]
    found = against(prices, prices, money=SOLD)
    assert (found.net_present_value.likely, found.pays) == (0, 0)
    assert found.net_present_value.text == "€0"


def test_simulations_are_those_in_which_both_have_the_same_orders(against):
    """1 an order against 0.9 an order and 5 a month: ahead from 600 orders, so always."""
    one, other = usage(None, 0.9), usage(None, 1)
    found = against([one, monthly(5)], [other], money=SOLD)
    assert found.pays == 1
    assert found.net_present_value.low == pytest.approx((1000 - 60) * YEARLY)
    assert found.net_present_value.high == pytest.approx((1400 - 60) * YEARLY)


def test_the_same_price_in_other_pieces_brings_nothing_beyond_it(against):
    """1.1% as 0.4% and 0.7%: the rest is a rounding error, in simulations and in the return."""
    money = SOLD.replace("value: 50", "low: 43.1, high: 59.7")
    pieces = [usage(0.4), usage(0.7), usage(None, 0.1)]
    found = against([usage(1.1, 0.1)], pieces, money=money)
    assert (found.pays, found.net_present_value.text) == (0, "€0")
    # With many digits, 0.33333333334% costs 1.7e-24 more than its two parts do.
    fine = "value: 51.987654321987", "value: 12345.678912345"
    money = brings(yearly(500, "examplepay")).replace("value: 50", fine[0])
    money = money.replace("value: 12000", fine[1])
    parts = [usage(0.111111111111), usage(0.222222222229)]
    found = against([usage(0.33333333334)], parts, money=money)
    assert found.return_on_investment.text == "not given: it costs no more than OtherPay"


def test_differences_that_are_not_the_same_do_not_look_the_same(evaluated):
    """8,330.58 and 8,322.25, each with a range of 4,165."""
    wide = monthly("{low: 900, likely: 1000, high: 1100}")
    found = evaluated([monthly(600)], [wide], [monthly(600.4)], candidate="status_quo")
    shown = [costs_of(found, name).against.net_present_value.shown for name in NAMES]
    assert shown == ["€8,330", "€8,320"]


NAMES = ("examplepay", "thirdpay")


def test_of_several_candidates_money_is_shown_against_the_present_solution(loaded):
    """Then against the platform's own feature, then against what is built; of two by id."""
    kinds = {"examplepay": "build", "otherpay": "status_quo", "thirdpay": "platform"}
    for left_out, rival in ((None, "otherpay"), ("otherpay", "thirdpay"), ("thirdpay", "otherpay")):
        listed = [name for name in kinds if name != left_out]
        plan = PLAN + MONEY + f"vendors: [{', '.join(listed)}]\n"
        files = {
            f"vendors/payment-gateways/{name}.yaml": vendor(name, LIST) + f"candidate: {kind}\n"
            for name, kind in kinds.items()
        }
        files |= {
            "criteria/payment-gateways.yaml": CRITERIA.replace("MEASURE", RATE),
            "plans/storefront-payments.yaml": plan,
        }
        workspace = loaded(files)
        found = evaluate(workspace, workspace.plans["storefront-payments"], DAY).costs
        assert found.against == rival
        # Another candidate is held against it like any vendor.
        assert [each.id for each in found.vendors if each.against is None] == [rival]


LIST = [monthly(600)]


@pytest.mark.parametrize(
    ("one", "other", "benefits", "text"),
    [
        # What the vendor charges besides can only lower what it is worth.
        ([*LIST, UNKNOWN], [monthly(1000)], [], "at most €8,340"),
        # What the present solution costs besides can only raise it.
        (LIST, [monthly(1000), UNKNOWN], [], "at least €8,330"),
        ([*LIST, UNKNOWN], [monthly(1000), UNKNOWN], [], "not known"),
        # The same with what they bring.
        (LIST, [monthly(1000)], [yearly("unknown", "examplepay")], "at least €8,330"),
        (LIST, [monthly(1000)], [yearly("unknown", "otherpay")], "at most €8,340"),
        (LIST, [monthly(1000)], [yearly("unknown")], "€8,330"),
        # Nothing to compare without a price.
        ([], [monthly(1000)], [], "not known"),
        (LIST, [], [], "not known"),
        (LIST, [UNKNOWN], [], "not known"),
    ],
)  # fmt: skip
def test_what_is_not_known_bounds_the_difference(against, one, other, benefits, text):
    """400 a month less are 4,800 × 210 / 121 = 8,330.58."""
    found = against(one, other, money=brings(*benefits) if benefits else MONEY)
    assert found.net_present_value.text == text
    assert (found.pays is None) == (text != "€8,330")


def test_bounds_are_the_far_end_of_what_is_known(against):
    """400 to 600 a month, and more that is not known: at most 600 × 12 × 210 / 121 is saved."""
    found = against([monthly("{low: 400, high: 600}"), UNKNOWN], [monthly(1000)])
    assert (found.net_present_value.low, found.net_present_value.high) == (
        None,
        pytest.approx(7200 * YEARLY),
    )
    # 1,000 to 1,200 and more, in place of 400: at least 600 a month are saved.
    found = against([monthly(400)], [monthly("{low: 1000, high: 1200}"), UNKNOWN])
    assert (found.net_present_value.low, found.net_present_value.high) == (
        pytest.approx(7200 * YEARLY),
        None,
    )


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (LIST, [], "we know no price of OtherPay"),
        ([], LIST, "we know no price of ExamplePay"),
        ([], [], "we know no price of ExamplePay and OtherPay"),
        ([*LIST, UNKNOWN], [*LIST, UNKNOWN], "not all costs and benefits are known"),
    ],
)
def test_where_it_cannot_be_said_a_sentence_says_why(against, one, other, why):
    found = against(one, other)
    assert found.text == (
        f"We cannot say what ExamplePay is worth against keeping the present solution: {why}."
    )
    assert found.return_on_investment.text == "not known"


def test_a_charge_of_an_edition_that_is_not_chosen_for_one_leaves_it_open(against):
    """It is not known whether OtherPay's edition has the fee that ExamplePay's has."""
    fee = f"kind: one_off, title: Fee, edition: large, amount: 100, currency: EUR, {SOURCED}"
    money = MONEY + f"  editions: {{examplepay: large}}\n  charges: {{all: [{{{fee}}}]}}\n"
    found = against([f"{monthly(600)}, edition: large"], [monthly(1000)], money=money)
    assert found.net_present_value.bound == "open"
    assert found.text.endswith(": no edition is chosen.")


def test_own_work_is_the_price_of_what_is_built(evaluated):
    """100 hours at 50 once, in place of 600 a month."""
    work = "kind: internal, title: Building it, hours: 100"
    found = evaluated([monthly(600)], [work], money=MONEY + WORK, candidate="build")
    built = costs_of(found, "otherpay")
    assert (built.total_cost.text, built.reason) == ("€5,000", "")
    assert costs_of(found).against.net_present_value.likely == pytest.approx(5000 - 7200 * YEARLY)
    # Of a vendor, the client's own hours beside unknown prices are no price.
    part = [work, UNKNOWN]
    found = evaluated(part, part, money=MONEY + WORK, candidate="build")
    assert costs_of(found).total_cost.text == "we found no price"
    assert costs_of(found, "otherpay").total_cost.text == "at least €5k"
    assert costs_of(found, "otherpay").reason == "missing: licence (price not known)"


def test_costs_of_a_candidate_that_are_not_there_are_not_looked_for_in_a_price_list(evaluated):
    found = evaluated([monthly(600)], [], candidate="status_quo")
    assert costs_of(found, "otherpay").reason == "its costs are not stated"


def test_money_is_shown_against_one_candidate_alone(evaluated):
    found = evaluated([monthly(600)], [monthly(900)], [monthly(700)], candidate="platform")
    assert found.costs.against == "otherpay"
    assert costs_of(found, "otherpay").against is None
    assert costs_of(found, "thirdpay").against.net_present_value.likely == pytest.approx(
        2400 * YEARLY
    )
    assert costs_of(found).against.text.startswith("Against using the platform's own feature, ")
    assert [each.candidate for each in found.vendors if each.id == "otherpay"] == ["platform"]


def test_without_a_candidate_money_is_shown_against_nothing(evaluated):
    found = evaluated([monthly(600)], [monthly(900)])
    assert found.costs.against is None
    assert {each.against for each in found.costs.vendors} == {None}
