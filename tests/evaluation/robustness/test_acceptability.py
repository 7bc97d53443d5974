"""What an evaluation says about how sure it is, on a small workspace worked by hand."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evalkit.errors import EvalkitError
from evalkit.evaluation.evaluate import evaluate
from evalkit.model.criteria import Criteria
from evalkit.model.plan import Plan, PlanWeight
from evalkit.model.vendor import Vendor
from evalkit.source.document import parse
from evalkit.source.shape.shape import shape
from evalkit.workspace.workspace import Workspace
from tests.conftest import CRITERIA, DAY, PLAN, vendor

GATEWAYS = "criteria/payment-gateways.yaml"
STOREFRONT = "plans/storefront-payments.yaml"
OTHERPAY = "vendors/payment-gateways/otherpay.yaml"
SOURCE = "source: https://a.test/1, checked: 2026-06-20"
# ExamplePay: style 100, rate 25 → 60, webhooks unknown. OtherPay: style 50, rate 100 → 100, no
# webhooks. Weights 25 (style 3/4, webhooks 1/4) and 75: 18.75 + 45 = 63.75 and 9.375 + 75 = 84.375.
FAST = vendor(
    api_style=f"{{value: [soap], {SOURCE}}}",
    rate_limit=f"{{value: 100, {SOURCE}}}",
    webhooks=f"{{value: false, {SOURCE}}}",
)
PEOPLE = """\
stakeholders:
  finance:
    title: Finance
    influence: 3
    weights: {kind: points, points: {api: 1, scalability: 3}}
  technology:
    influence: 1
    weights: {kind: order, order: [api, scalability]}
    within:
      api: {kind: swing, swing: {api_style: 100, webhooks: 100}}
"""


def with_people(text=PEOPLE):
    return PLAN.replace("weights: {api: 25, scalability: 75}\n", text)


@pytest.fixture
def evaluated(loaded):
    def evaluation(files=None, **changes):
        workspace = loaded({OTHERPAY: FAST, **(files or {})})
        assert workspace.errors == ()
        plan = workspace.plans["storefront-payments"].model_copy(update=changes)
        return evaluate(workspace, plan, DAY)

    return evaluation


def by_id(items):
    return {item.id: item for item in items}


def test_the_scores_are_as_worked_by_hand(evaluated):
    found = by_id(evaluated().vendors)
    assert found["examplepay"].score == pytest.approx(63.75)
    assert found["otherpay"].score == pytest.approx(84.375)


def test_crossovers_by_hand(evaluated):
    # api: ExamplePay 75, OtherPay 37.5; scalability 60 and 100:
    # 75x + 60(1 − x) = 37.5x + 100(1 − x) → 77.5x = 40 → x = 16/31, from 0.25 today
    found = {c.criterion: c for c in evaluated().sensitivity.crossovers}
    assert found["api"].weight == pytest.approx(16 / 31)
    assert found["api"].distance == pytest.approx(16 / 31 - 0.25)
    assert found["api"].text == (
        "Examplepay overtakes Otherpay if API preference weighs more than 51.6 % "
        "(today 25.0 %, 26.6 points up)."
    ).replace("Examplepay", "ExamplePay")
    assert found["scalability"].weight == pytest.approx(15 / 31)


def test_a_crossover_put_back_into_the_plan_gives_equal_scores(evaluated):
    weight = evaluated().sensitivity.crossovers[0].weight
    plan = PLAN.replace(
        "{api: 25, scalability: 75}", f"{{api: {weight!r}, scalability: {1 - weight!r}}}"
    )
    scores = [v.score for v in evaluated({STOREFRONT: plan}).vendors]
    assert scores[0] == pytest.approx(scores[1], abs=1e-9)


def test_the_smallest_shift_by_hand(evaluated):
    # each point of weight from scalability to api closes 77.5 hundredths of 20.625 points
    shift = evaluated().sensitivity.shift
    assert (shift.challenger, shift.moved) == ("examplepay", pytest.approx(20.625 / 77.5))
    assert shift.text == (
        "Moving 26.6 points of weight from Scalability (75.0 % → 48.4 %) to API preference "
        "(25.0 % → 51.6 %) puts ExamplePay level with Otherpay; no smaller change at the top dethrones it."
    )


def test_what_to_find_out_is_told_with_its_threshold(evaluated):
    # at 51 % on api, ExamplePay is 0.475 behind; webhooks weighs 12.75 % there: yes puts it ahead
    plan = PLAN.replace("{api: 25, scalability: 75}", "{api: 51, scalability: 49}")
    (point,) = evaluated({STOREFRONT: plan}).verdict.open_points
    assert (point.vendor, point.measure) == ("examplepay", "webhooks")
    assert point.threshold == "ExamplePay leads by points if its fact on webhooks is yes"
    assert 0 < point.changes < 1


def test_a_fact_of_the_leader_can_dethrone_it(evaluated):
    # OtherPay leads by 20.625 with a rate of 60 to 100 that counts 100: it falls level where
    # 0.75 × value = 54.375, a value of 72.5; 60 + 40 (r − 25) / 75 = 72.5 → r = 48.4
    other = FAST.replace("value: 100", "low: 30, likely: 100, high: 100")
    points = evaluated({OTHERPAY: other}).verdict.open_points
    rate = next(point for point in points if point.measure == "rate_limit")
    assert (
        rate.threshold
        == "ExamplePay leads by points if Otherpay's rate_limit is under 48.4 requests/s".replace(
            "rate_limit", "rate limit"
        )
    )


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


def within_api(**facts):
    return {
        f"vendors/payment-gateways/{name}.yaml": vendor(
            name,
            api_style=f"{{value: [{style}], {SOURCE}}}",
            webhooks=f"{{value: {hooks}, {SOURCE}}}",
            rate_limit=f"{{value: {rate}, {SOURCE}}}",
        )
        for name, (style, hooks, rate) in facts.items()
    }


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


def test_an_order_alone_limits_who_can_be_first(evaluated):
    # api below scalability: api at most one half, where ExamplePay needs 40/102.5 with webhooks
    found = evaluated(
        {
            STOREFRONT: with_people(
                "stakeholders:\n  it: {weights: {kind: order, order: [scalability, api]}}\n"
            )
        }
    )
    first = by_id(found.robustness.vendors)["examplepay"]
    # even on 0 to 1/2: over 40/102.5 in half of the draws, those with webhooks
    assert first.ranks[0] == pytest.approx(0.5 * (0.5 - 40 / 102.5) / 0.5, abs=0.02)


def test_people_count_by_their_influence(evaluated):
    # finance 25 : 75 with influence 3, technology 75 : 25 (rank-order centroid) with influence 1
    found = evaluated({STOREFRONT: with_people()})
    assert found.stakeholders.group == pytest.approx({"api": 0.375, "scalability": 0.625})
    assert [c.weight for c in found.criteria] == pytest.approx([0.375, 0.625])
    # within api only technology spoke: half and half
    assert [m.weight for m in found.criteria[0].measures] == pytest.approx([0.1875, 0.1875])
    assert [voice.influence for voice in found.stakeholders.people] == [0.75, 0.25]


def test_the_group_is_ranked_by_its_joint_weights(evaluated):
    # api 37.5, style and webhooks half and half: 37.5 × 25/100 + 62.5 and 37.5 × 50/100 + 62.5 × 60/100;
    # that OtherPay's rate may be as low as 30 changes no point
    other = FAST.replace("value: 100", "low: 30, likely: 100, high: 100")
    found = evaluated({STOREFRONT: with_people(), OTHERPAY: other}).stakeholders
    assert [(p.vendor, p.rank) for p in found.group_ranking] == [("otherpay", 1), ("examplepay", 2)]
    assert [p.score for p in found.group_ranking] == pytest.approx([71.875, 56.25])


def test_each_persons_own_ranking_comes_first(evaluated):
    # technology: api 75 with style and webhooks even: 75 × 50/100 + 25 × 60/100 = 52.5 and
    # 75 × 25/100 + 25 = 43.75; finance within api by the group, which is technology's word
    found = evaluated({STOREFRONT: with_people()}).stakeholders
    places = {voice.id: {p.vendor: p.score for p in voice.ranking} for voice in found.people}
    assert places["technology"] == pytest.approx({"examplepay": 52.5, "otherpay": 43.75})
    assert places["finance"] == pytest.approx({"examplepay": 57.5, "otherpay": 81.25})
    assert found.elects == {"otherpay": ("finance",), "examplepay": ("technology",)}
    assert found.elects_text == (
        "Finance (by 23.8 points) puts Otherpay first; technology (by 8.8 points) puts ExamplePay first."
    )
    spread = found.spreads[0]
    assert (spread.low, spread.high) == pytest.approx((0.25, 0.75))
    assert found.distances[0].moved == pytest.approx(0.5)
    # two people with opposite orders of two things do not agree at all
    assert [c.w for c in found.concordance] == pytest.approx([0.0, 0.0])


def test_statements_are_told_in_the_words_of_a_swing(evaluated):
    voices = by_id(evaluated({STOREFRONT: with_people()}).stakeholders.people)
    assert voices["finance"].statements[0].text == (
        "The swing from worst to best on Scalability is worth most, 75.0 %: "
        "3 times that on API preference."
    )
    assert voices["technology"].statements[1].text == (
        "Within API preference, all swings from worst to best are worth the same, 50.0 %."
    )


def test_an_inconsistent_set_of_comparisons_is_told(evaluated, loaded):
    criteria = CRITERIA + "  plugin:\n    title: Plug-in\n    weight: 1\n    measures:\n"
    criteria = criteria.replace(
        "background:\n  api_description: {question: Where is the API described?}\n", ""
    )
    criteria += (
        "      origin: {weight: 1, scale: {kind: levels, levels: {a: 100, b: 0}, because: x}}\n"
    )
    people = (
        "stakeholders:\n  it:\n    weights:\n      kind: pairwise\n      pairwise:\n"
        "        - {more: api, less: scalability, times: 3}\n"
        "        - {more: scalability, less: plugin, times: 3}\n"
        "        - {more: plugin, less: api, times: 3}\n"
    )
    found = evaluated({GATEWAYS: criteria, STOREFRONT: with_people(people)})
    said = found.stakeholders.people[0].statements[0]
    # a circle: all weigh the same, λ = (1 + 3 + 1/3) = 4.3333, ratio 0.6667 / 0.58
    assert said.weights == pytest.approx({"api": 1 / 3, "scalability": 1 / 3, "plugin": 1 / 3})
    assert said.consistency.value == pytest.approx((13 / 3 - 3) / 2 / 0.58)
    assert "above 0.10 (random index: Saaty (1980))" in said.consistency.text


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("order", "Any weights that keep the order of the people's joint weights count alike."),
        ("intervals", "Any weights between the lowest and the highest that somebody gives"),
        ("point", "Weights are drawn around the people's joint weights (concentration 50"),
        ("uniform", "All weights of the criteria count alike."),
        ("mixture", "Each draw follows one person, each as often as their influence says"),
    ],
)
def test_every_way_of_drawing_weights_is_told_and_keeps_to_it(evaluated, settings, said):
    plan = with_people() + f"robustness: {{weights: {settings}, precision: 2}}\n"
    found = evaluated({STOREFRONT: plan}).robustness
    assert found.text.startswith(said)
    for vendor_ in found.vendors:
        if vendor_.central_weights:
            assert sum(vendor_.central_weights.values()) == pytest.approx(1)
            if settings == "order":  # the group gives scalability more
                assert vendor_.central_weights["scalability"] >= 0.5
            if settings == "intervals":
                assert 0.25 - 1e-9 <= vendor_.central_weights["api"] <= 0.75 + 1e-9


def test_intervals_between_people_need_people(loaded):
    workspace = loaded({OTHERPAY: FAST})
    plan = workspace.plans["storefront-payments"]
    settings = plan.robustness.model_copy(update={"weights": "intervals"})
    with pytest.raises(EvalkitError, match="the plan has no `stakeholders`"):
        evaluate(workspace, plan.model_copy(update={"robustness": settings}), DAY)


def test_stated_intervals_bound_the_draws(evaluated):
    people = (
        "stakeholders:\n  it: {weights: {kind: intervals, intervals: {api: {low: 60, high: 70}}}}\n"
    )
    found = evaluated({STOREFRONT: with_people(people)})
    assert found.stakeholders.group["api"] == pytest.approx(0.65)
    for vendor_ in found.robustness.vendors:
        if vendor_.central_weights:
            assert 0.6 <= vendor_.central_weights["api"] <= 0.7


def test_second_opinions_say_between_whom_and_why(evaluated):
    opinions = {o.method: o for o in evaluated().second_opinions}
    assert list(opinions) == ["geometric", "topsis-vector", "vikor", "promethee2-linear"]
    # webhooks counts 0 for both, so 1 for both: 100^.1875 × 60^.75 = 51.1, 50^.1875 × 100^.75 = 65.8
    scores = opinions["geometric"].scores
    assert scores["examplepay"] == pytest.approx(100**0.1875 * 60**0.75, rel=1e-6)
    assert scores["otherpay"] == pytest.approx(50**0.1875 * 100**0.75, rel=1e-6)
    assert opinions["geometric"].text == "puts Otherpay first and agrees on every pair (τ-b 1.00)"


def test_a_second_opinion_that_disagrees_is_explained(evaluated):
    # at 60 : 40 ExamplePay leads by 69 to 62.5; a product of 100, 60 and 1 against 50, 100 and 1
    # with .45, .4, .15: 100^.45 × 60^.4 = 40.9 and 50^.45 × 100^.4 = 36.7 agree; where OtherPay has
    # webhooks (weight .15, 77.5 points) the answer puts it first, and so do the others
    plan = PLAN.replace("{api: 25, scalability: 75}", "{api: 52, scalability: 48}")
    found = evaluated({STOREFRONT: plan})
    # 0.39 × 100 + 0.48 × 60 = 67.8 and 0.39 × 50 + 0.48 × 100 = 67.5: the answer is ExamplePay
    assert found.vendors[0].id == "examplepay"
    promethee = next(o for o in found.second_opinions if o.method == "promethee2-linear")
    # both lead on one measure by 40 or more, in full: the heavier one decides, rate with 0.48
    assert promethee.pairs == 1
    assert promethee.disagreements[0].text == (
        "puts Otherpay ahead of ExamplePay: it looks across the vendors present, and counts on how "
        "many measures one leads, and how far only up to a point: Otherpay gains most on Rate limit (100 against 60)"
    )
    assert promethee.looks_across


def test_a_vendor_alone_needs_no_comparison(loaded):
    workspace = loaded()
    found = evaluate(workspace, workspace.plans["storefront-payments"], DAY)
    assert found.sensitivity is None
    assert found.second_opinions == ()
    assert found.robustness.vendors[0].ranks == (1.0,)
    assert found.verdict.outcome == "single"


def test_nobody_left_has_no_robustness(evaluated):
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


def test_a_criterion_that_does_not_apply_at_all_bends_the_lines(evaluated):
    gone = f"{{not_applicable: no API, {SOURCE}}}"
    other = vendor(api_style=gone, webhooks=gone, rate_limit=f"{{value: 40, {SOURCE}}}")
    found = evaluated({OTHERPAY: other})
    # OtherPay is its rate alone, 68, whatever api weighs; ExamplePay 75x + 60(1 − x) = 68 at 8/15
    weights = {c.criterion: c.weight for c in found.sensitivity.crossovers}
    assert weights["api"] == pytest.approx(8 / 15)
    assert found.sensitivity.shift is None
    assert "not worked out" in found.sensitivity.shift_text
    assert all(len(line.scores["otherpay"]) > 2 for line in found.sensitivity.lines)


def test_many_vendors_are_drawn_over_up_to_a_limit(evaluated, monkeypatch):
    many = {
        f"vendors/payment-gateways/v{n}.yaml": vendor(
            f"v{n}", rate_limit=f"{{value: {10 + n}, {SOURCE}}}"
        )
        for n in range(60)
    }
    found = evaluated(many)
    assert len(found.robustness.vendors) == 50
    assert found.robustness.left_out == 12
    assert found.robustness.vendors[0].id == "otherpay"


def test_the_same_seed_gives_the_same_result_and_another_seed_another(evaluated):
    one, two = evaluated(), evaluated()
    assert one == two
    assert evaluated(seed=5).robustness.vendors != one.robustness.vendors


measures = st.sampled_from(["unknown", 0, 5, 25, 60, 100, {"low": 10, "likely": 20, "high": 90}])
styles = st.sampled_from(["unknown", ["rest"], ["soap"], ["none"], {"not_applicable": "x"}])
hooks = st.sampled_from(["unknown", True, False, {"value": True, "conflicts": [{"value": False}]}])
profiles = st.lists(st.tuples(styles, hooks, measures), min_size=1, max_size=5)


@settings(deadline=None, max_examples=60)
@given(profiles, st.integers(1, 99), st.sampled_from(["worst", "middle"]))
def test_whatever_the_facts_the_parts_hang_together(given_profiles, api, unknown):
    criteria, _ = shape(Criteria, parse(CRITERIA, GATEWAYS).data)
    vendors = {
        f"v{n}": Vendor.model_validate(
            {"id": f"v{n}", "name": f"V{n}", "category": "payment-gateways",
             "facts": {"api_style": style, "webhooks": hook, "rate_limit": rate}}
        )
        for n, (style, hook, rate) in enumerate(given_profiles)
    }  # fmt: skip
    plan = Plan.model_validate(
        {"id": "p", "title": "P", "category": "payment-gateways", "unknown": unknown,
         "weights": {"api": api, "scalability": 100 - api}, "robustness": {"precision": 5}}
    )  # fmt: skip
    paths = {("vendor", name): (f"{name}.yaml",) for name in vendors}
    documents = {path: parse("a: 1", path) for (path,) in paths.values()}
    usable = {"payment-gateways": criteria}
    workspace = Workspace(Path(), usable, vendors, {}, {}, (), documents, paths)
    found = evaluate(workspace, plan, DAY)
    ranked = [vendor_ for vendor_ in found.vendors if vendor_.rank is not None]
    assert [v.id for v in found.robustness.vendors] == [v.id for v in ranked]
    assert sum(v.ranks[0] for v in found.robustness.vendors) == pytest.approx(1)
    for each in found.robustness.vendors:
        if each.ranks[0] > 0:
            assert each.potentially_optimal
            assert not each.dominated_by
    for point in found.verdict.open_points:
        assert 0 <= point.changes <= 1
    for swap in found.sensitivity.crossovers if found.sensitivity else ():
        if swap.weight is not None:
            share = swap.weight if swap.criterion == "api" else 1 - swap.weight
            weights = {"api": PlanWeight(weight=share), "scalability": PlanWeight(weight=1 - share)}
            again = evaluate(workspace, plan.model_copy(update={"weights": weights}), DAY)
            scores = {vendor_.id: vendor_.score for vendor_ in again.vendors}
            assert scores[swap.ahead] == pytest.approx(scores[swap.behind], abs=1e-9)


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
    found = evaluated({**files, STOREFRONT: people})
    first = by_id(found.vendors)["a"]
    assert first.score == pytest.approx(100)
    assert sum(measure.weight for measure in first.measures.values()) == pytest.approx(1)
    # b: 50 of style and 50 × (60 + 40 × 35 / 75) / 100 of rate, 89.3
    assert by_id(found.vendors)["b"].score == pytest.approx(50 + 0.5 * (60 + 40 * 35 / 75))
    assert found.verdict.leader == "a"


def test_a_vendor_that_only_some_peoples_weights_can_judge_breaks_nothing(evaluated):
    people = with_people(
        "stakeholders:\n"
        "  it: {weights: {kind: points, points: {api: 1, scalability: 1}}}\n"
        "  hr: {weights: {kind: points, points: {api: 0, scalability: 1}}}\n"
    )
    gone = f"{{not_applicable: no limits, {SOURCE}}}"
    other = FAST.replace(f"{{value: 100, {SOURCE}}}", gone)
    found = evaluated({OTHERPAY: other, STOREFRONT: people}).stakeholders
    rankings = {person.id: [place.vendor for place in person.ranking] for person in found.people}
    assert rankings == {"it": ["examplepay", "otherpay"], "hr": ["examplepay"]}
    assert [each.of for each in found.concordance] == ["criteria"]


def test_shares_of_draws_belong_to_the_vendors_that_are_named(evaluated):
    # level at 50 points whatever the weights, and only zeta's webhooks are open: zeta is first
    # wherever they are yes, and shares first place where they are not
    files = within_api(zeta=("soap", "unknown", 20), alpha=("soap", "false", 20))
    z = "vendors/payment-gateways/zeta.yaml"
    files[z] = files[z].replace(f"{{value: unknown, {SOURCE}}}", "unknown")
    plan = PLAN + "vendors: [zeta, alpha]\n"
    text = evaluated({**files, STOREFRONT: plan}).verdict.text
    assert "First place goes to Alpha in 25 % and Zeta in 75 %" in text


def test_whoever_the_unknown_could_put_first_is_drawn_over_whatever_the_rank(evaluated):
    many = {
        f"vendors/payment-gateways/v{n}.yaml": vendor(
            f"v{n}", rate_limit=f"{{value: {10 + n / 10}, {SOURCE}}}",
            api_style=f"{{value: [none], {SOURCE}}}", webhooks=f"{{value: false, {SOURCE}}}",
        )
        for n in range(60)
    } | {"vendors/payment-gateways/dark.yaml": vendor("dark", webhooks=f"{{value: true, {SOURCE}}}")}  # fmt: skip
    found = evaluated(many, vendors=None)
    assert found.vendors[-1].id == "dark"
    assert "dark" in by_id(found.robustness.vendors)
    assert "Dark" in found.verdict.text


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


def test_a_fact_that_a_gate_hangs_on_comes_first_in_the_list(evaluated):
    gate = "  - {measure: webhooks, equals: true, because: Polling is too slow.}\n"
    other = FAST.replace(f"{{value: false, {SOURCE}}}", "unknown")
    evaluation = evaluated({OTHERPAY: other, STOREFRONT: PLAN + gate})
    verdict = evaluation.verdict
    first = verdict.open_points[0]
    assert (first.vendor, first.measure, first.gate) == ("otherpay", "webhooks", "exactly true")
    assert first.text.endswith("; a gate asks for exactly true")
    assert evaluation.robustness.text.endswith("Gates that are still open are taken as met.")
    assert (
        "find out first: Otherpay's webhooks, on which a gate hangs (exactly true)." in verdict.text
    )


def test_level_rivals_lead_together(evaluated):
    # alpha and beta have 20 points less than lead, whose open rate is scored at its worst end
    files = within_api(
        lead=("rest", "true", 40), alpha=("rest", "true", 30), beta=("rest", "true", 30)
    )
    lead = "vendors/payment-gateways/lead.yaml"
    files[lead] = files[lead].replace("value: 40", "low: 10, likely: 40, high: 40")
    found = evaluated({**files, STOREFRONT: PLAN + "vendors: [lead, alpha, beta]\n"})
    point = next(p for p in found.verdict.open_points if p.measure == "rate_limit")
    assert (
        point.threshold
        == "Alpha and Beta lead by points if Lead's rate limit is under 30 requests/s"
    )
