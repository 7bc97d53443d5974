"""Value for money in an evaluation."""

import pytest

from evalkit.evaluation.costs.frontier import Offer, frontier
from evalkit.evaluation.evaluate import evaluate
from evalkit.wording.money import printer_for
from tests.conftest import DAY
from tests.evaluation.costs.made import (
    CRITERIA,
    MONEY,
    PLAN,
    RATE,
    VENDORS,
    usage,
    vendor,
    vendor_of,
)

FRONTIER = "cost: frontier\n"


def test_with_a_frontier_costs_leave_the_weights_and_stay_on_record(evaluated):
    found = evaluated([usage(3)], [usage(1)], plan=FRONTIER)
    assert [criterion.id for criterion in found.criteria] == ["api"]
    assert {v.id: v.score for v in found.vendors} == {"examplepay": 100, "otherpay": 100}
    assert vendor_of(found).background["effective_rate"].text == "3 percent"
    assert found.verdict.decides[0].text.endswith("Costs are not in the points.")
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


OFFERS = {
    "dear": (50.0, 200.0),
    "same": (50.0, 100.0),
    "more": (60.0, 100.0),
    "near": (60.0, 203.0),
}


def told(tolerance, *names):
    """What is said of the first of some vendors, by points and costs."""
    field = [Offer(name, name.title(), *OFFERS[name], "exact", "€1") for name in names]
    found = frontier(field, tolerance, printer_for("EUR", "en")).vendors
    return next(each.text for each in found if each.id == names[0])


def test_who_is_beaten_is_told_by_what_exactly():
    assert told(0, "dear", "same") == "Same offers as much for less"
    assert told(0, "dear", "more") == "More offers more for less"
    assert told(5, "dear", "near") == "Near offers more at similar cost"
    assert told(100, "dear", "near", "same") == (
        "Same and Near offer as much or more at similar cost or less"
    )
    assert told(0, "same", "dear") == "best value"


def test_noise_in_points_does_not_let_a_copy_be_beaten():
    noisy = (70.0, 69.99999999999999)
    offers = [
        Offer(name, name.title(), value, 100.0, "exact", "€100")
        for name, value in zip("ab", noisy, strict=True)
    ]
    found = frontier(offers, 0.0, printer_for("EUR", "en"))
    assert [(each.efficient, each.beaten_by) for each in found.vendors] == [(True, ()), (True, ())]
    assert {each.extra_cost_per_point for each in found.vendors} == {None}


def test_values_that_differ_are_printed_differently():
    pairs = (("a", 70.04, 200.0), ("b", 70.0, 100.0))
    offers = [Offer(name, name.title(), value, cost, "exact", "") for name, value, cost in pairs]
    found = frontier(offers, 0.0, printer_for("EUR", "en"))
    assert "70.00 points" in found.text
    assert "70.04 points" in found.text
