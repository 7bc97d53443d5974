"""What vendors cost and bring, from files to the record."""

import json

import pytest

from evalkit.evaluation.evaluate import evaluate
from evalkit.evaluation.plain import from_plain, to_plain
from evalkit.report.data import to_json
from tests.conftest import DAY

VENDORS = {"examplepay": "ExamplePay", "otherpay": "OtherPay", "thirdpay": "ThirdPay"}
MONEY = """\
money:
  currency: EUR
  years: 2
  discount_rate: {value: 0.1, source: finance, checked: 2026-11-01}
  volumes:
    orders: {value: 12000, source: shop, checked: 2026-11-01}
    average_order_value: {value: 50, source: shop, checked: 2026-11-01}
"""
PLAN = """\
id: storefront-payments
title: Payments for a storefront
category: payment-gateways
as_of: 2026-11-23
"""
CRITERIA = """\
id: payment-gateways
title: Payment gateways
criteria:
  api:
    title: API preference
    weight: 40
    measures:
      api_style:
        weight: 1
        scale: {kind: levels, levels: {rest: 100, soap: 40, none: 0}, because: "-"}
  cost:
    title: Cost
    weight: 60
    measures:
      MEASURE
"""
RATE = """effective_rate:
        weight: 1
        unit: percent
        derived: effective_rate
        scale: {kind: linear, worst: 4, best: 0, because: "-"}"""
TOTAL = """total_cost:
        weight: 1
        unit: EUR
        derived: total_cost
        scale: {kind: linear, worst: 40000, best: 0, because: "-"}"""
RETURN = """return_on_investment:
        weight: 1
        unit: percent
        derived: return_on_investment
        scale: {kind: linear, worst: 0, best: 200, because: "-"}"""
PAYBACK = """payback_months:
        weight: 1
        unit: months
        derived: payback_months
        scale: {kind: linear, worst: 24, best: 0, because: "-"}"""
SOURCED = "source: https://x.test/prices, checked: 2026-09-01"


def vendor(name, charges="[]", style="rest"):
    lines = "".join(f"  - {{{charge}, {SOURCED}}}\n" for charge in charges) or "  []\n"
    charged = f"charges:\n{lines}" if charges else ""
    return (
        f"id: {name}\nname: {VENDORS[name]}\ncategory: payment-gateways\nfacts:\n"
        f"  api_style: {{value: [{style}], source: https://x.test, checked: 2026-06-20}}\n{charged}"
    )


def usage(percent=None, fixed=None, per="order", currency="EUR"):
    parts = [f"kind: usage, per: {per}, currency: {currency}"]
    parts += [f"percent: {percent}"] * (percent is not None)
    parts += [f"fixed: {fixed}"] * (fixed is not None)
    return ", ".join(parts)


@pytest.fixture
def evaluated(loaded):
    def run(one=(), other=(), third=None, money=MONEY, plan="", measure=RATE, **options):
        files = {
            "criteria/payment-gateways.yaml": CRITERIA.replace("MEASURE", measure),
            "vendors/payment-gateways/examplepay.yaml": vendor("examplepay", one),
            "vendors/payment-gateways/otherpay.yaml": vendor("otherpay", other),
            "plans/storefront-payments.yaml": PLAN + plan + money,
        }
        if third is not None:
            files["vendors/payment-gateways/thirdpay.yaml"] = vendor("thirdpay", third)
        workspace = loaded(files)
        assert workspace.errors == ()
        return evaluate(workspace, workspace.plans["storefront-payments"], DAY)

    return run


def costs_of(evaluation, name="examplepay"):
    return next(each for each in evaluation.costs.vendors if each.id == name)


def vendor_of(evaluation, name="examplepay"):
    return next(each for each in evaluation.vendors if each.id == name)


BENEFIT = """\
  hourly_rate: {value: 50, source: finance, checked: 2026-11-01}
  benefits:
    - {kind: hours_saved, title: Less typing, hours: 40, every: month, source: shop, checked: 2026-11-01}
"""


def test_two_years_by_hand(evaluated):
    """12,000 orders × (2 % of 50 + 0.25) = 15,000 a year, and 1,000 at signing; 40 hours × 50 ×
    12 = 24,000 a year come in. At 10 %: costs 1,000 + 13,636.36 + 12,396.69, benefits 21,818.18 +
    19,834.71."""
    one = [usage(2, 0.25), "kind: one_off, amount: 1000, currency: EUR"]
    found = costs_of(evaluated(one, money=MONEY + BENEFIT))
    assert found.costs == (1000, 15000, 15000)
    assert found.benefits == (0, 24000, 24000)
    assert found.cumulative == (-1000, 8000, 17000)
    assert found.total_cost.likely == 31000
    assert found.present_costs.likely == pytest.approx(27033.0579, abs=1e-4)
    assert found.present_benefits.likely == pytest.approx(41652.8926, abs=1e-4)
    assert found.net_present_value.likely == pytest.approx(14619.8347, abs=1e-4)
    assert found.return_on_investment.likely == pytest.approx(54.0813, abs=1e-4)
    # 1,000 of 9,000 a year: a ninth of a year.
    assert found.payback_months.likely == pytest.approx(12 / 9)
    assert found.discounted_payback_months.likely == pytest.approx(12 * 1000 / (9000 / 1.1))
    # −1,000 + 9,000 v + 9,000 v² = 0 at v = (−9 + √117) / 18.
    assert found.internal_rate_of_return == pytest.approx(18 / (117**0.5 - 9) - 1)
    # 15,000 of 600,000 a year; the one-off is not part of it.
    assert found.effective_rate.likely == pytest.approx(2.5)
    assert found.cost_per_order.likely == pytest.approx(1.25)
    assert found.total_cost.text == "€31,000.00"
    assert found.effective_rate.text == "2.50 %"


def test_items_add_up_to_totals(evaluated):
    one = [
        usage(1.37, 0.11),
        usage(0.53),
        "kind: recurring, amount: 17.31, every: month, currency: EUR",
    ]
    found = costs_of(evaluated(one))
    for year, total in enumerate(found.costs):
        assert sum(item.flows[year] for item in found.items) == pytest.approx(total, abs=1e-9)
    assert sum(found.costs) == pytest.approx(found.total_cost.likely, abs=1e-9)


def test_a_derived_measure_is_scored_on_its_fixed_scale(evaluated):
    """2.5 % on a scale from 4 to 0 is worth 37.5; otherpay's 1 % is worth 75."""
    found = evaluated([usage(2, 0.25)], [usage(1)])
    assert vendor_of(found).measures["effective_rate"].value == pytest.approx(37.5)
    assert vendor_of(found, "otherpay").measures["effective_rate"].value == pytest.approx(75)
    fact = vendor_of(found).measures["effective_rate"].fact
    assert fact.text == "2.5 percent"
    assert (fact.path, fact.key) == ("plans/storefront-payments.yaml", "money")
    assert fact.reading.checked.isoformat() == "2026-09-01"


@pytest.mark.parametrize(
    ("measure", "name", "value"),
    [
        # 30,000 of 40,000 leave a quarter.
        (TOTAL, "total_cost", 25),
        # 41,652.89 of benefits for 26,033.06 of costs return 60 %.
        (RETURN, "return_on_investment", 30),
        # Nothing is laid out before it comes back.
        (PAYBACK, "payback_months", 100),
    ],
)
def test_what_a_measure_can_be_derived_from(evaluated, measure, name, value):
    found = evaluated([usage(2, 0.25)], [usage(1)], money=MONEY + BENEFIT, measure=measure)
    assert vendor_of(found).measures[name].value == pytest.approx(value)


def test_a_cost_that_is_known_in_part_spans_to_the_end_of_its_scale(evaluated):
    """At least 1 % of 4: between 0 and 75, and the score counts it at its worst."""
    found = evaluated([usage(1), usage("unknown", per="order")], [usage(1)])
    measure = vendor_of(found).measures["effective_rate"]
    assert (measure.low, measure.value, measure.high) == (0, 0, 75)
    assert measure.status == "range"
    assert measure.fact.text == "at least 1 percent"
    costs = costs_of(found)
    assert costs.total_cost.text == "at least €12,000.00"
    assert (costs.total_cost.low, costs.total_cost.high) == (12000, None)
    assert costs.cheapest is None
    assert costs.unknown_costs == ("Fee for each order: percentage not known",)


def test_the_middle_of_what_is_left_counts_where_the_plan_says_so(evaluated):
    found = evaluated([usage(1), usage("unknown")], [usage(1)], plan="unknown: middle\n")
    # Between 1 and 4 percent the middle is 2.5.
    assert vendor_of(found).measures["effective_rate"].value == pytest.approx(37.5)


def test_a_vendor_without_any_price_is_unknown_and_never_cheap(evaluated):
    found = evaluated([], [usage(3)])
    measure = vendor_of(found).measures["effective_rate"]
    assert (measure.status, measure.low, measure.high) == ("unknown", 0, 100)
    costs = costs_of(found)
    assert costs.total_cost.text == "not known"
    assert costs.total_cost.likely is None
    assert "Of ExamplePay no price is known." in found.costs.text
    assert costs_of(found, "otherpay").cheapest == 1


def test_without_money_a_derived_measure_does_not_apply_and_its_weight_goes_on(evaluated):
    found = evaluated([usage(1)], [usage(1)], money="")
    measure = vendor_of(found).measures["effective_rate"]
    assert measure.status == "not_applicable"
    assert measure.weight == 0
    assert "gives no money" in measure.fact.text
    assert vendor_of(found).score == 100
    assert found.costs is None


def test_ranges_give_ranges(evaluated):
    """Orders from 10,000 to 15,000, all at 2 % of 50: 10,000 to 15,000 a year."""
    money = MONEY.replace("value: 12000", "low: 10000, likely: 12000, high: 15000")
    found = costs_of(evaluated([usage(2)], money=money))
    total = found.total_cost
    assert (total.low, total.likely, total.high) == (20000, 24000, 30000)
    assert total.text == "€24,000.00 (€20,000.00 to €30,000.00)"
    # The rate does not depend on how many orders there are.
    assert found.effective_rate.text == "2.00 %"


def test_benefits_that_may_not_come_span_from_nothing_to_all(evaluated):
    benefit = BENEFIT.replace("every: month,", "every: month, probability: 0.25,")
    found = costs_of(evaluated([usage(2)], money=MONEY + benefit))
    worth = found.present_benefits
    assert worth.low == 0
    assert worth.likely == pytest.approx(worth.high / 4)
    # Costs of 12,000 a year are made good by 24,000 a year, or by nothing: in a quarter of draws.
    assert found.pays == pytest.approx(0.25, abs=4 * (0.25 * 0.75 / 10_000) ** 0.5)


def test_vendors_that_rest_on_the_same_assumptions_move_together(evaluated):
    """Twice the price on the same orders is twice the cost in every draw, though the ranges of
    the two overlap."""
    money = MONEY.replace("value: 12000", "low: 4000, likely: 12000, high: 40000")
    found = evaluated([usage(1)], [usage(2)], money=money, measure=TOTAL)
    cheap, dear = (vendor_of(found, name) for name in ("examplepay", "otherpay"))
    assert cheap.low < dear.high
    ranks = {each.id: each.ranks[0] for each in found.robustness.vendors}
    assert ranks == {"examplepay": 1.0, "otherpay": 0.0}
    assert costs_of(found).cheapest == 1


def test_those_who_charge_the_same_share_first_place(evaluated):
    money = MONEY.replace("value: 12000", "low: 4000, likely: 12000, high: 40000")
    found = evaluated([usage(1)], [usage(1)], money=money)
    assert costs_of(found).cheapest == pytest.approx(0.5)
    assert costs_of(found, "otherpay").cheapest == pytest.approx(0.5)
    assert all(each.ranks == (0.5, 0.5) for each in found.robustness.vendors)


def test_another_vendor_changes_nobody_elses_figures_or_draws(evaluated):
    money = MONEY.replace("value: 12000", "low: 4000, likely: 12000, high: 40000") + BENEFIT
    two = evaluated([usage(1)], [usage("{low: 1, high: 3}")], money=money)
    three = evaluated([usage(1)], [usage("{low: 1, high: 3}")], third=[usage(3)], money=money)
    for name in ("examplepay", "otherpay"):
        assert costs_of(two, name).net_present_value == costs_of(three, name).net_present_value
        assert costs_of(two, name).pays == costs_of(three, name).pays


def test_the_same_seed_gives_the_same_bytes_and_another_seed_other_draws(evaluated):
    money = MONEY + BENEFIT.replace("hours: 40", "hours: {low: 5, likely: 20, high: 40}")
    first, again = (evaluated([usage(2)], [usage(1)], money=money) for _ in range(2))
    assert to_json(first) == to_json(again)
    other = evaluated([usage(2)], [usage(1)], money=money, plan="seed: 1\n")
    assert costs_of(other).pays != costs_of(first).pays
    assert costs_of(other).pays == pytest.approx(costs_of(first).pays, abs=0.03)


def test_the_record_survives_json(evaluated):
    found = evaluated([usage(2), usage("unknown")], [usage(1)], money=MONEY + BENEFIT)
    assert from_plain(json.dumps(to_plain(found))) == found


def test_foreign_prices_are_converted_by_the_plans_rate(evaluated):
    money = MONEY + "  rates: {USD: {value: 0.8, source: bank, checked: 2026-11-01}}\n"
    found = costs_of(evaluated([usage(None, 0.5, currency="USD")], money=money))
    # 12,000 × 0.50 USD × 0.8.
    assert found.costs == (0, 4800, 4800)


def test_a_negotiated_price_takes_the_place_of_the_list_price(evaluated):
    money = MONEY + (
        "  charges:\n    examplepay:\n"
        f"      - {{{usage(0.9)}, replaces: fee, source: offer of 12 November, checked: 2026-11-12}}\n"
    )
    found = costs_of(evaluated([f"id: fee, {usage(2)}"], money=money))
    (item,) = found.items
    assert item.flows == (0, 5400, 5400)
    assert (item.reference.path, item.reference.key) == (
        "plans/storefront-payments.yaml",
        "money.charges.examplepay.0",
    )


def test_an_edition_that_nobody_chose_is_not_known(evaluated):
    editions = [f"edition: {name}, {usage(price)}" for name, price in (("small", 1), ("large", 3))]
    open_ = costs_of(evaluated(editions))
    assert open_.total_cost.likely is None
    chosen = costs_of(evaluated(editions, money=f"{MONEY}  editions: {{examplepay: large}}\n"))
    assert chosen.costs == (0, 18000, 18000)
    assert chosen.unknown_costs == ()


def test_sources_that_disagree_widen_the_cost(evaluated):
    conflict = "conflicts: [{percent: 3, source: https://y.test, checked: 2026-01-01}]"
    found = costs_of(evaluated([f"{usage(2)}, {conflict}"]))
    assert (found.total_cost.low, found.total_cost.likely, found.total_cost.high) == (
        24000, 24000, 36000,
    )  # fmt: skip
    assert found.items[0].conflicts == ("3 % (https://y.test)",)


def test_a_price_from_a_text_generator_never_counts(evaluated):
    found = costs_of(evaluated([f"{usage(2)}, source_kind: generated"]))
    assert found.total_cost.likely is None
    assert "made up by a text generator" in found.unknown_costs[0]


def test_break_even_by_hand(evaluated):
    """49 a month against half a percent of 50: 588 / 0.25 = 2,352 orders a year."""
    other = [usage(1.4), "kind: recurring, amount: 49, every: month, currency: EUR"]
    (found,) = evaluated([usage(1.9)], other).costs.break_even
    assert found.crossings == (pytest.approx(2352),)
    assert found.cheaper == ("examplepay", "otherpay")
    assert found.text == (
        "Of OtherPay and ExamplePay, by orders a year (today 12,000), this one costs less: "
        "ExamplePay up to 2,352, OtherPay above 2,352."
    )


def test_what_drives_the_difference_by_hand(evaluated):
    """A difference of 6,000 a year, 10,413.22 at 10 %; with a tenth fewer orders a tenth less."""
    found = evaluated([usage(1)], [usage(2)]).costs.difference
    assert (found.one, found.other) == ("examplepay", "otherpay")
    assert found.difference == pytest.approx(10413.2231, abs=1e-4)
    orders = next(each for each in found.swings if each.title == "Orders")
    assert (orders.low_end, orders.high_end) == ("10,800", "13,200")
    assert orders.at_low == pytest.approx(0.9 * found.difference)
    assert orders.at_high == pytest.approx(1.1 * found.difference)


def test_what_turns_the_difference_round_is_said(evaluated):
    found = evaluated([usage("{low: 1, likely: 1.9, high: 3}")], [usage(2)]).costs.difference
    assert "Alone, it is turned round by: ExamplePay: Fee for each order, percent (1 % to 3 %)" in (
        found.text
    )


FRONTIER = "cost: frontier\n"


def test_with_a_frontier_costs_leave_the_weights_and_stay_on_record(evaluated):
    found = evaluated([usage(3)], [usage(1)], plan=FRONTIER)
    assert [criterion.id for criterion in found.criteria] == ["api"]
    assert {v.id: v.score for v in found.vendors} == {"examplepay": 100, "otherpay": 100}
    assert vendor_of(found).background["effective_rate"].text == "3 percent"
    assert "Costs are not in the points" in found.verdict.text
    assert found.costs.mode == "frontier"


def test_points_are_the_same_whichever_way_costs_are_looked_at(evaluated):
    frontier = evaluated([usage(3)], [usage(1)], plan=FRONTIER).costs.frontier
    criterion = evaluated([usage(3)], [usage(1)]).costs.frontier
    assert [v.value for v in frontier.vendors] == [v.value for v in criterion.vendors]


def test_who_offers_most_for_the_money(loaded):
    """REST is worth 100 points, SOAP 40: 60 points more for 12,000 a year more."""
    found = frontier_of(loaded, (usage(3), "rest"), (usage(1), "soap"), (usage(2), "none"))
    by_id = {each.id: each for each in found.vendors}
    assert [each.id for each in found.vendors] == ["otherpay", "thirdpay", "examplepay"]
    assert by_id["otherpay"].efficient is True
    assert by_id["examplepay"].efficient is True
    assert by_id["thirdpay"].efficient is False
    assert by_id["thirdpay"].beaten_by == ("otherpay",)
    # 12,000 × (1/1.1 + 1/1.21) = 20,826.45 for 60 points.
    assert by_id["examplepay"].extra_cost_per_point == pytest.approx(347.1074, abs=1e-4)


SUPPORT = """\
  support:
    title: Support
    weight: 1
    measures:
      answers:
        weight: 1
        scale: {kind: levels, levels: {true: 100, false: 0}, because: "-"}
"""


@pytest.mark.parametrize("mode", ["", FRONTIER])
def test_value_is_counted_by_the_weights_of_the_plan(loaded, mode):
    # SOAP 40 × 3/4 + no support; cost, of whatever weight, leaves the value
    weights = f"weights: {{api: 3, support: 1{'' if mode else ', cost: 6'}}}\n"
    support = "  answers: {value: false, source: https://x.test, checked: 2026-06-20}\ncharges:"
    files = {
        f"vendors/payment-gateways/{each}.yaml": vendor(each, [usage(1)], "soap").replace(
            "charges:", support
        )
        for each in ("examplepay", "otherpay")
    }
    files["criteria/payment-gateways.yaml"] = CRITERIA.replace("MEASURE", RATE) + SUPPORT
    files["plans/storefront-payments.yaml"] = PLAN + mode + weights + MONEY
    workspace = loaded(files)
    assert workspace.errors == ()
    found = evaluate(workspace, workspace.plans["storefront-payments"], DAY).costs.frontier
    assert [each.value for each in found.vendors] == pytest.approx([30, 30])


def test_what_is_known_in_part_is_neither_efficient_nor_beaten_by_guesses(loaded):
    partly = f"{usage(0.5)}, minimum_monthly: unknown"
    found = frontier_of(loaded, (usage(1), "soap"), (usage(2), "soap"), (partly, "rest"))
    by_id = {each.id: each for each in found.vendors}
    assert by_id["thirdpay"].efficient is None
    # ThirdPay might turn out to cost less and offers more.
    assert by_id["examplepay"].efficient is None
    assert by_id["otherpay"].efficient is False


def test_what_is_beaten_at_its_known_part_is_beaten(loaded):
    partly = f"{usage(3)}, minimum_monthly: unknown"
    found = frontier_of(loaded, (usage(1), "soap"), (usage(2), "rest"), (partly, "none"))
    by_id = {each.id: each for each in found.vendors}
    assert by_id["thirdpay"].efficient is False
    assert by_id["thirdpay"].beaten_by == ("examplepay", "otherpay")


def frontier_of(loaded, *offers):
    files = {
        f"vendors/payment-gateways/{name}.yaml": vendor(name, [charge], style)
        for name, (charge, style) in zip(VENDORS, offers, strict=True)
    }
    criteria = CRITERIA.replace("MEASURE", RATE)
    workspace = loaded(
        {
            **files,
            "criteria/payment-gateways.yaml": criteria,
            "plans/storefront-payments.yaml": PLAN + FRONTIER + MONEY,
        }
    )
    assert workspace.errors == ()
    plan = workspace.plans["storefront-payments"]
    return evaluate(workspace, plan, DAY).costs.frontier


def test_a_gate_on_costs_stays_a_gate_with_a_frontier(loaded):
    gate = "gates:\n  - {measure: effective_rate, at_most: 2, because: The margin is thin.}\n"
    workspace = loaded(
        {
            "criteria/payment-gateways.yaml": CRITERIA.replace("MEASURE", RATE),
            "vendors/payment-gateways/examplepay.yaml": vendor("examplepay", [usage(3)]),
            "vendors/payment-gateways/otherpay.yaml": vendor("otherpay", [usage(1)]),
            "plans/storefront-payments.yaml": PLAN + FRONTIER + gate + MONEY,
        }
    )
    assert workspace.errors == ()
    found = evaluate(workspace, workspace.plans["storefront-payments"], DAY)
    assert vendor_of(found).gate == "fail"
    assert vendor_of(found).gates[0].reason == "found: 3 percent"
    assert vendor_of(found, "otherpay").gate == "pass"


def test_money_that_does_not_come_back_within_the_years_is_said(evaluated):
    found = evaluated([usage(9)], [usage(1)], money=MONEY + BENEFIT, measure=PAYBACK)
    assert costs_of(found).payback_months.text == "not within 2 years"
    assert costs_of(found).internal_rate_text == "none: nothing comes back"
    measure = vendor_of(found).measures["payback_months"]
    assert measure.fact.text.startswith("not within 2 years")
    assert (measure.low, measure.value, measure.high) == (0, 0, 0)


def test_the_answer_says_whether_and_when_the_money_is_back(evaluated):
    """12,000 orders × 50: 9 % are 54,000 a year, of which 24,000 come back; 1 % leaves 18,000 of
    them, two thirds of a year after 12,000 at the signing."""
    late = evaluated([usage(9)], [usage(9)], money=MONEY + BENEFIT)
    assert late.costs.text.endswith("the money is not back within 2 years.")
    paid = [usage(1), "kind: one_off, amount: 12000, currency: EUR"]
    soon = evaluated(paid, paid, money=MONEY + BENEFIT)
    assert soon.costs.text.endswith("the money is back after 8.0 months.")


def test_a_rate_of_return_that_is_not_single_is_said(evaluated):
    """−1,000, 2,300, −1,320 has 10 % and 20 %: 1,000 × 1.1 × 1.2 = 1,320."""
    one = [
        "kind: one_off, amount: 1000, currency: EUR",
        "kind: one_off, amount: 1320, start: 24, currency: EUR",
    ]
    benefit = (
        "  benefits:\n    - {kind: extra_margin, title: Once, amount: 2300, every: year, end: 12, "
        "source: shop, checked: 2026-11-01}\n"
    )
    found = costs_of(evaluated(one, money=MONEY + benefit))
    assert found.net == (-1000, 2300, -1320)
    assert found.internal_rate_of_return is None
    assert found.internal_rate_text == "no single one: 10.00 %, 20.00 %"
    # Out: 1,000 + 1,320 / 1.21; back: 2,300 × 1.1; two years.
    assert found.modified_rate_of_return == pytest.approx((2530 / (1000 + 1320 / 1.21)) ** 0.5 - 1)


@pytest.mark.parametrize(
    ("locale", "currency", "text"),
    [
        ("en", "EUR", "€31,000.00"),
        ("de_DE", "EUR", "31.000,00\xa0€"),
        ("en", "JPY", "¥31,000"),
        ("en", "KWD", "KWD\xa031,000.000"),
    ],
)
def test_amounts_are_printed_as_the_plans_locale_and_currency_want(
    evaluated, locale, currency, text
):
    money = MONEY.replace("currency: EUR", f"currency: {currency}\n  locale: {locale}")
    one = [f"kind: one_off, amount: 31000, currency: {currency}"]
    assert costs_of(evaluated(one, money=money)).total_cost.text == text


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
        # As in two years by hand: 1,000 of 9,000 a year are back after 12 / 9 months, and at 10 %
        # after 12 × 1,000 / (9,000 / 1.1).
        ("", "", "€31,000.00", "€41,652.89", "€14,619.83", "54.08 %", "1.3 months", "1.5 months"),
        # What else is paid can only cost more, bring less and come back later,
        (PART, "", "at least €31,000.00", "€41,652.89", "at most €14,619.83", "at most 54.08 %",
         "at least 1.3 months", "at least 1.5 months"),
        # and what else comes in the other way round.
        ("", MORE, "€31,000.00", "at least €41,652.89", "at least €14,619.83", "at least 54.08 %",
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
    missing = {PART: "monthly minimum not known", MORE: "price not known"}.get(part or more)
    assert fact.reading.note == (f"not all of it is known: {missing}" if missing else "")


def test_ranges_of_money_run_from_low_to_high(evaluated):
    """10,000 to 15,000 orders a year, at 1 % to 3 % of 50, for two years."""
    money = MONEY.replace("value: 12000", "low: 10000, likely: 12000, high: 15000")
    money = money.replace("{value: 0.1,", "{low: 0.05, likely: 0.1, high: 0.2,")
    found = evaluated([usage("{low: 1, likely: 2, high: 3}")], money=money, measure=TOTAL)
    assert costs_of(found).total_cost.text == "€24,000.00 (€10,000.00 to €45,000.00)"
    measure = vendor_of(found).measures["total_cost"]
    assert measure.fact.text == "10000 to 45000 EUR, most likely 24000"
    (item,) = costs_of(found).items
    assert item.terms == "1 % to 3 %, most likely 2 % for each order"
    assert "discounted at 5 % to 20 % a year" in found.costs.convention


def test_costs_that_differ_by_the_noise_of_arithmetic_share_the_draw(evaluated):
    """3.7 % of 50 is 1.85, and 1.8500000000000003 in binary numbers."""
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
    by the cheapest, 16,363.64 + 14,876.03 at 10 %."""
    text = evaluated([usage(2)], [usage(1)], [usage(3)], money=MONEY + BENEFIT).costs.text
    assert text.startswith(
        "Over 2 years OtherPay costs €12,000.00, ExamplePay €24,000.00 and ThirdPay €36,000.00; of "
        "those whose costs are known, OtherPay is the cheapest in 100 % of draws. OtherPay has the "
        "best net present value, €31,239.67, above zero in 100 % of draws"
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
