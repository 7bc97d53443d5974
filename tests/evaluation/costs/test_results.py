"""Costs and benefits, from files to the record."""

import json

import pytest

from evalkit.evaluation.plain import from_plain, to_plain
from evalkit.report.data import to_json
from tests.evaluation.costs.made import BENEFIT, MONEY, costs_of, usage


def test_two_years_by_hand(evaluated):
    """12,000 orders × (2% of 50 + 0.25) = 15,000 a year, and 3,000 at signing; 40 hours × 50 ×
    12 = 24,000 a year come in. At 10%: costs 3,000 + 13,636.36 + 12,396.69, benefits 21,818.18 +
    19,834.71."""
    one = [usage(2, 0.25), "kind: one_off, amount: 3000, currency: EUR"]
    found = costs_of(evaluated(one, money=MONEY + BENEFIT))
    assert found.costs == (3000, 15000, 15000)
    assert found.benefits == (0, 24000, 24000)
    assert found.cumulative == (-3000, 6000, 15000)
    assert found.total_cost.likely == 33000
    assert found.present_costs.likely == pytest.approx(29033.0579, abs=1e-4)
    assert found.present_benefits.likely == pytest.approx(41652.8926, abs=1e-4)
    assert found.net_present_value.likely == pytest.approx(12619.8347, abs=1e-4)
    assert found.return_on_investment.likely == pytest.approx(43.4671, abs=1e-4)
    # 3,000 of 9,000 a year: a third of a year.
    assert found.payback_months.likely == pytest.approx(4)
    assert found.discounted_payback_months.likely == pytest.approx(12 * 3000 / (9000 / 1.1))
    # −3,000 + 9,000 v + 9,000 v² = 0 at v = (−9 + √189) / 18.
    assert found.internal_rate_of_return == pytest.approx(18 / (189**0.5 - 9) - 1)
    # 15,000 of 600,000 a year; the one-off is not part of it.
    assert found.effective_rate.likely == pytest.approx(2.5)
    assert found.cost_per_order.likely == pytest.approx(1.25)
    assert found.total_cost.text == "€33k"
    assert found.effective_rate.text == "2.50%"


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


def test_ranges_give_ranges(evaluated):
    """Orders from 10,000 to 15,000, all at 2% of 50: 10,000 to 15,000 a year."""
    money = MONEY.replace("value: 12000", "low: 10000, likely: 12000, high: 15000")
    found = costs_of(evaluated([usage(2)], money=money))
    total = found.total_cost
    assert (total.low, total.likely, total.high) == (20000, 24000, 30000)
    assert total.text == "€24k (€20k to €30k)"
    # The rate does not depend on how many orders there are.
    assert found.effective_rate.text == "2.00%"


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
    assert found.items[0].conflicts == ("3% (https://y.test)",)


def test_a_price_from_a_text_generator_never_counts(evaluated):
    found = costs_of(evaluated([f"{usage(2)}, source_kind: generated"]))
    assert found.total_cost.likely is None
    assert "made up by a text generator" in found.unknown_costs[0]


def test_who_is_ruled_out_is_not_compared(evaluated):
    gate = "gates:\n  - {measure: effective_rate, at_most: 2, because: That is the budget.}\n"
    found = evaluated([usage(3)], [usage(1)], plan=gate)
    cheapest = {each.id: each.cheapest for each in found.costs.vendors}
    assert cheapest == {"examplepay": None, "otherpay": 1.0}
