"""The robustness of an evaluation, on a small workspace worked by hand."""

import pytest

from evalkit.evaluation.evaluate import evaluate
from tests.conftest import DAY, PLAN
from tests.evaluation.made import FAST, OTHERPAY, SOURCE, STOREFRONT, by_id, with_people, within_api


def test_a_single_weight_decides_how_often_each_is_first(evaluated):
    # uniform weights over two criteria: ExamplePay is first where api weighs over 16/31 without
    # webhooks and 100x + 60(1 − x) = 37.5x + 100(1 − x) → x = 40/102.5 with it, half each
    found = evaluated(
        {STOREFRONT: PLAN + "robustness: {weights: uniform, precision: 0.5}\nseed: 11\n"}
    ).robustness
    share = 1 - (16 / 31 + 40 / 102.5) / 2
    shares = by_id(found.vendors)
    assert found.draws == 10_000
    assert shares["examplepay"].ranks[0] == pytest.approx(share, abs=0.02)
    assert shares["otherpay"].wins["examplepay"] == pytest.approx(1 - share, abs=0.02)
    assert shares["examplepay"].errors[0] == pytest.approx(
        (share * (1 - share) / 10_000) ** 0.5, abs=2e-4
    )
    assert all(vendor.potentially_optimal for vendor in found.vendors)


def test_nobody_has_said_anything_means_all_weights(evaluated):
    plan = PLAN.replace("weights: {api: 25, scalability: 75}\n", "")
    found = evaluated({STOREFRONT: plan}).robustness
    assert found.text.startswith("Nobody has said what the criteria are worth, so all weights")
    # the criteria's own weights keep their place below the top: webhooks weighs a quarter of api
    assert by_id(found.vendors)["examplepay"].central_weights["api"] > 16 / 31


def test_who_is_beaten_everywhere_is_dominated_and_cannot_be_first(evaluated):
    worse = FAST.replace("value: 100", "value: 20").replace("[soap]", "[none]")
    third = worse.replace("id: otherpay", "id: worsepay").replace(
        "name: Otherpay", "name: Worsepay"
    )
    found = by_id(evaluated({"vendors/payment-gateways/worsepay.yaml": third}).robustness.vendors)
    assert found["worsepay"].dominated_by == ("otherpay", "examplepay")
    assert found["worsepay"].potentially_optimal is False
    assert found["worsepay"].ranks[0] == 0
    assert found["worsepay"].central_weights is None
    assert found["worsepay"].favoured_text == "Worsepay is first in no draw."


def test_weights_below_the_top_leave_open_who_could_be_first(evaluated):
    # style weighs 3/4 of api, drawn so closely that nothing else comes up, and A is first there and
    # by its rate; by webhooks alone B would be, which no draw shows; C is never better than A
    people = with_people(
        "vendors: [a, b, c]\n"
        "stakeholders:\n"
        "  it:\n"
        "    weights: {kind: points, points: {api: 1, scalability: 1}}\n"
        "    within: {api: {kind: swing, swing: {api_style: 100, webhooks: 33}}}\n"
        "robustness: {concentration: 1000000, precision: 5}\n"
    )
    files = within_api(a=("rest", "false", 30), b=("none", "true", 25), c=("soap", "false", 25))
    found = by_id(evaluated({**files, STOREFRONT: people}).robustness.vendors)
    assert [found[name].potentially_optimal for name in "abc"] == [True, None, False]


def test_a_vendor_alone_needs_no_comparison(loaded):
    workspace = loaded()
    found = evaluate(workspace, workspace.plans["storefront-payments"], DAY)
    assert found.sensitivity is None
    assert found.second_opinions == ()
    assert found.robustness.vendors[0].ranks == (1.0,)
    assert found.verdict.outcome == "single"


def test_where_nobody_is_left_there_is_no_robustness(evaluated):
    plan = PLAN.replace("at_least: 10", "at_least: 1000")
    found = evaluated({STOREFRONT: plan})
    assert (found.robustness, found.sensitivity, found.second_opinions) == (None, None, ())


def test_what_does_not_apply_is_left_out_in_every_draw(evaluated):
    # OtherPay needs no webhooks: its api is style alone, 50, in every draw
    other = FAST.replace(f"{{value: false, {SOURCE}}}", f"{{not_applicable: polling, {SOURCE}}}")
    found = evaluated(
        {OTHERPAY: other},
    )
    assert by_id(found.vendors)["otherpay"].score == pytest.approx(0.25 * 50 + 75)
    assert by_id(found.robustness.vendors)["otherpay"].ranks[0] > 0.9
    # ExamplePay does: a quarter of its api's 25
    assert [(p.vendor, p.points) for p in found.verdict.open_points] == [("examplepay", 6.25)]
    assert {c.criterion: c.weight for c in found.sensitivity.crossovers}["api"] == pytest.approx(
        40 / 65  # 75x + 60(1 − x) = 50x + 100(1 − x) → 65x = 40
    )


def test_the_same_seed_gives_the_same_result_and_another_seed_another(evaluated):
    one, two = evaluated(), evaluated()
    assert one == two
    assert evaluated(seed=5).robustness.vendors != one.robustness.vendors


def test_what_weighs_nothing_does_not_hold_the_weight_of_its_criterion(evaluated):
    # style is not applicable and webhooks weigh nothing to them, so nothing carries api: its weight
    # goes to scalability, 100 of 100
    people = with_people(
        "vendors: [a, b]\n"
        "stakeholders:\n"
        "  it:\n"
        "    weights: {kind: points, points: {api: 1, scalability: 1}}\n"
        "    within: {api: {kind: points, points: {api_style: 1, webhooks: 0}}}\n"
    )
    files = within_api(a=("rest", "true", 100), b=("rest", "true", 60))
    a = "vendors/payment-gateways/a.yaml"
    files[a] = files[a].replace(f"{{value: [rest], {SOURCE}}}", f"{{not_applicable: x, {SOURCE}}}")
    found = evaluated({**files, STOREFRONT: people}, rankable=0.0)
    first = by_id(found.vendors)["a"]
    assert first.score == pytest.approx(100)
    assert sum(measure.weight for measure in first.measures.values()) == pytest.approx(1)
    # b: 50 of style and 50 × (60 + 40 × 35 / 75) / 100 of rate, 89.3
    assert by_id(found.vendors)["b"].score == pytest.approx(50 + 0.5 * (60 + 40 * 35 / 75))
    assert found.verdict.leader == "a"


def test_who_is_dominated_is_never_first_even_where_weights_see_no_difference(evaluated):
    # alike on all that weighs anything: yet webhooks make the one at least as good everywhere
    people = with_people(
        "vendors: [a, b]\n"
        "stakeholders:\n"
        "  it:\n"
        "    weights: {kind: points, points: {api: 1, scalability: 1}}\n"
        "    within: {api: {kind: points, points: {api_style: 1, webhooks: 0}}}\n"
    )
    files = within_api(a=("rest", "true", 50), b=("rest", "false", 50))
    found = by_id(evaluated({**files, STOREFRONT: people}).robustness.vendors)
    assert found["b"].dominated_by == ("a",)
    assert (found["a"].ranks, found["b"].ranks) == ((1.0, 0.0), (0.0, 1.0))
