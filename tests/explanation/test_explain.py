"""Why a vendor has its score, and why one is ahead of another, in numbers."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evalkit.errors import EvalkitError
from evalkit.evaluation.evaluate import evaluate
from evalkit.evaluation.integrity.check import check_intact
from evalkit.evaluation.robustness import field
from evalkit.explanation.explain import explain
from evalkit.explanation.lookup import find_vendor
from evalkit.explanation.versus import versus
from evalkit.wording.decimals import decimals, difference, is_level
from evalkit.wording.numbers import in_points
from tests.conftest import DAY, PLAN, VENDOR, vendor

PLAN_FILE = "plans/storefront-payments.yaml"
EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"
OTHERPAY = "vendors/payment-gateways/otherpay.yaml"
SOAP = {
    "api_style": "{value: [soap], source: https://a.test/1, checked: 2026-06-20}",
    "rate_limit": "{value: 12, source: https://a.test/2}",
}
NO_WEBHOOKS = "{not_applicable: polling is enough}"


@pytest.fixture
def evaluated(loaded):
    def run(files=None):
        workspace = loaded({OTHERPAY: vendor(**SOAP)} | (files or {}))
        return evaluate(workspace, workspace.plans["storefront-payments"], DAY)

    return run


def of(evaluation, name, top=5):
    return explain(evaluation, find_vendor(evaluation, name), top)


def against(evaluation, first, second):
    return versus(evaluation, find_vendor(evaluation, first), find_vendor(evaluation, second))


def test_points_brought_and_lost_by_hand(evaluated):
    found = of(evaluated(), "examplepay")
    # weights: api 1/4 × (3/4, 1/4), scalability 3/4; values 100, unknown → 0, 60
    assert found.score == pytest.approx(18.75 + 0 + 45)
    assert [(c.criterion, c.points, c.possible, c.lost_unknown) for c in found.criteria] == [
        ("api", pytest.approx(18.75), pytest.approx(25), pytest.approx(6.25)),
        ("scalability", pytest.approx(45), pytest.approx(75), 0),
    ]
    assert found.strongest == ("rate_limit", "api_style")
    assert found.weakest == ("rate_limit", "webhooks")
    assert (found.lost_unknown, found.lost_known) == pytest.approx((6.25, 30))
    assert of(evaluated(), "examplepay", top=1).strongest == ("rate_limit",)


def test_every_sentence_of_a_ranked_vendor(evaluated):
    assert of(evaluated(), "examplepay").sentences == (
        "ExamplePay has rank 1 of 2, with 63.8 points of 100.",
        "What is not known, or known only as a range, leaves the score between 63.8 and 70.0.",
        "It passes every gate.",
        # 36.2 as shown: 100 − 63.8; 6.25 is shown as 6.2
        "36.2 points are missing: 6.2 only because something is not known, and 30.0 because of "
        "what is known.",
    )


def test_an_unknown_is_called_unknown_and_where_it_is_counted(evaluated):
    def webhooks(evaluation):
        (api, _) = of(evaluation, "examplepay").criteria
        return next(m.evidence for m in api.measures if m.measure == "webhooks")

    found = webhooks(evaluated())
    assert found.text == "not known (nobody has looked yet), counted at the worst of its scale"
    assert (found.status, found.value, found.source) == ("unknown", 0, "")
    assert found.place == f"{EXAMPLEPAY}, facts.webhooks is missing"
    middle = evaluated({PLAN_FILE: PLAN + "unknown: middle\n"})
    assert webhooks(middle).text.endswith("counted at the middle of its scale")
    fact = "{value: unknown, source: https://e.test/docs, checked: 2026-06-21}"
    looked = evaluated({EXAMPLEPAY: VENDOR + f"  webhooks: {fact}\n"})
    assert webhooks(looked).text.startswith("not known (looked for, not found)")
    assert webhooks(looked).age == "looked up 2026-06-21"


def test_a_fact_comes_with_source_age_and_place(evaluated):
    (api, scalability) = of(evaluated(), "otherpay").criteria
    style, limit = api.measures[0].evidence, scalability.measures[0].evidence
    assert (style.text, style.source) == ("soap", "https://a.test/1")
    assert style.age == "2026-06-20, 156 days old"
    assert style.place == f"{OTHERPAY}, facts.api_style"
    assert (limit.text, limit.age) == ("12 requests/s", "undated")


def test_a_stale_fact_and_what_contradicts_it(evaluated):
    text = VENDOR.replace(
        "{value: 25, source: https://examplepay.test/limits, checked: 2026-06-20}",
        "{value: 25, source: https://e.test, via: https://copy.test, checked: 2025-01-01, "
        "conflicts: [{value: 20, source: https://f.test, checked: 2025-01-02}]}",
    )
    limit = of(evaluated({EXAMPLEPAY: text}), "examplepay").criteria[1].measures[0].evidence
    assert (limit.age, limit.freshness) == ("2025-01-01, 691 days old, stale", "stale")
    assert limit.via == "https://copy.test"
    assert limit.others == ("20 requests/s: https://f.test, 2025-01-02",)


def test_what_does_not_apply_is_left_out_with_its_reason(evaluated):
    found = of(evaluated({OTHERPAY: vendor(**SOAP, webhooks=NO_WEBHOOKS)}), "otherpay")
    assert [(each.measure, each.reason) for each in found.left_out] == [
        ("webhooks", "polling is enough")
    ]
    # its 1/16 went to api_style: 1/4 × 50, and 3/4 × 60 × 11/24 for 12 requests/s
    assert found.score == pytest.approx(12.5 + 20.625)
    assert [m.possible for m in found.criteria[0].measures] == [pytest.approx(25)]


def test_a_vendor_without_rank_says_why(evaluated):
    found = of(evaluated({PLAN_FILE: PLAN.replace("10,", "20,")}), "otherpay")
    assert found.sentences[0] == (
        "Otherpay has no rank, because it fails a gate: Rate limit: at least 20 requests/s "
        "(found: 12 requests/s). Its facts bring 30.0 points of 100."
    )
    assert "the only vendor with a rank" in " ".join(
        of(evaluated({PLAN_FILE: PLAN.replace("10,", "20,")}), "examplepay").sentences
    )


def nothing_applies(name):
    no = "{not_applicable: none}"
    return vendor(name, api_style=no, webhooks=no, rate_limit=no)


def test_a_vendor_without_score_says_why(evaluated):
    evaluation = evaluated({OTHERPAY: nothing_applies("otherpay")})
    found = of(evaluation, "otherpay")
    assert (found.score, found.strongest, found.weakest) == (None, (), ())
    assert found.sentences[0] == (
        "Otherpay has no score and no rank, because no measure applies to it."
    )
    compared = against(evaluation, "otherpay", "examplepay")
    assert (compared.points, compared.criteria) == (None, ())
    assert compared.sentences == (
        "Otherpay has no score, because no measure applies to it.",
        "So there is nothing to compare.",
    )


def test_without_score_a_gate_that_fails_is_named_too(evaluated):
    no = "{not_applicable: none}"
    nothing = vendor(api_style=no, webhooks=no, rate_limit="{not_applicable: none}")
    evaluation = evaluated({OTHERPAY: nothing})
    gate = dataclasses.replace(evaluation.vendors[0].gates[0], outcome="fail", reason="found: 9")
    without = dataclasses.replace(find_vendor(evaluation, "otherpay"), gates=(gate,))
    assert explain(evaluation, without, 5).sentences[1] == (
        "It also fails a gate: Rate limit: at least 10 requests/s (found: 9)."
    )


def test_nothing_but_unknowns_is_said_to_be_that(evaluated):
    # both measures that are known are at their best: only the webhooks are missing
    full = VENDOR.replace("{value: 25,", "{value: 100,")
    assert of(evaluated({EXAMPLEPAY: full}), "examplepay").sentences[-1] == (
        "6.2 points are missing, only because something is not known."
    )


def test_open_gates_are_named_and_ties_too(evaluated):
    webhooks = PLAN.replace("rate_limit, at_least: 10", "webhooks, equals: true")
    twin = VENDOR.replace("examplepay", "otherpay").replace("ExamplePay", "Twin")
    found = of(evaluated({PLAN_FILE: webhooks, OTHERPAY: twin}), "otherpay")
    assert (
        found.sentences[0] == "Twin shares rank 1 of 2 with ExamplePay; it has 63.8 points of 100."
    )
    assert "Still to be verified: Webhooks: exactly true (nobody has looked yet)." in (
        found.sentences
    )


def test_a_range_that_is_printed_as_one_number_is_none(evaluated):
    # 25.05 requests a second bring 0.02 points more than 25: 70.0 as well.
    near = VENDOR.replace("{value: 25,", "{low: 25, high: 25.05,") + (
        "  webhooks: {value: true, source: https://e.test, checked: 2026-06-20}\n"
    )
    said = of(evaluated({EXAMPLEPAY: near}), "examplepay").sentences
    assert "Nothing that is not known can move this score." in said


def test_all_open_gates_and_all_who_share_a_rank_are_named(evaluated):
    open_ = PLAN.replace("rate_limit, at_least: 10", "webhooks, equals: true") + (
        "  - {measure: api_style, any_of: [rest], because: Nobody knows SOAP here.}\n"
    )
    bare = {"rate_limit": "{value: 25, source: s}"}
    files = {f"vendors/payment-gateways/{name}.yaml": vendor(name, **bare) for name in "abc"}
    said = of(evaluated({PLAN_FILE: open_, OTHERPAY: None, **files}), "b").sentences
    assert said[0] == "B shares rank 2 of 4 with A and C; it has 45.0 points of 100."
    assert (
        "Still to be verified: Webhooks: exactly true (nobody has looked yet) and Api style: any of "
        "rest (nobody has looked yet)."
    ) in said


def test_every_source_that_disagrees_is_named(evaluated):
    conflicts = "[{value: 20, source: https://f.test, checked: 2026-01-02}, {value: 30}]"
    text = VENDOR.replace("limits, checked: 2026-06-20", f"limits, conflicts: {conflicts}")
    found = of(evaluated({EXAMPLEPAY: text}), "examplepay").criteria[1].measures[0].evidence
    assert found.others == (
        "20 requests/s: https://f.test, 2026-01-02", "30 requests/s: no source, undated",
    )  # fmt: skip


def test_nothing_unknown_moves_nothing(evaluated):
    known = VENDOR + "  webhooks: {value: true, source: https://e.test, checked: 2026-06-20}\n"
    said = of(evaluated({EXAMPLEPAY: known}), "examplepay").sentences
    assert "Nothing that is not known can move this score." in said
    assert said[-1] == "30.0 points are missing, only because of what is known."


def test_a_vendor_is_found_by_id_and_by_its_name_in_any_case(evaluated):
    evaluation = evaluated()
    assert find_vendor(evaluation, "examplepay").id == "examplepay"
    assert find_vendor(evaluation, "EXAMPLEPAY").id == "examplepay"
    with pytest.raises(EvalkitError, match=r"no vendor 'Exampelpay' in storefront-payments; did"):
        find_vendor(evaluation, "Exampelpay")
    with pytest.raises(EvalkitError, match="known here: examplepay, otherpay"):
        find_vendor(evaluation, "zzz")


def test_namesakes_are_told_apart_by_their_ids(evaluated):
    twin = VENDOR.replace("examplepay", "otherpay")
    evaluation = evaluated({OTHERPAY: twin})
    with pytest.raises(EvalkitError, match="write an id: `examplepay` and `otherpay`"):
        find_vendor(evaluation, "examplePay")
    assert against(evaluation, "examplepay", "otherpay").sentences[0] == (
        "ExamplePay (examplepay) and ExamplePay (otherpay) are level, with 63.8 points each."
    )


def test_the_difference_by_hand(evaluated):
    found = against(evaluated(), "examplepay", "otherpay")
    # 63.75 − 30: scalability 45 − 20.625, api 18.75 − 9.375
    assert found.points == pytest.approx(33.75)
    assert [(c.criterion, c.points) for c in found.criteria] == [
        ("scalability", pytest.approx(24.375)),
        ("api", pytest.approx(9.375)),
    ]
    assert found.sentences == (
        "ExamplePay is ahead of Otherpay by 33.8 points: 63.8 against 30.0.",
        "Their ranges do not overlap: at these weights, nothing that is not known can turn this "
        "order around.",
    )
    back = against(evaluated(), "otherpay", "examplepay")
    assert back.sentences[0] == "Otherpay is behind ExamplePay by 33.8 points: 30.0 against 63.8."
    assert [c.points for c in back.criteria] == [-c.points for c in found.criteria]


YES = "{value: true, source: https://a.test/3, checked: 2026-06-20}"
NOT_FOUND = "unknown"


@pytest.mark.parametrize(
    ("facts", "points", "sentence"),
    [
        # 63.75 − (9.375 + 6.25 + 20.625) = 27.5: the webhooks, of which only one is known, make −6.25
        (SOAP | {"webhooks": YES}, (33.75, -6.25),
         "By what is known about both, ExamplePay is ahead by 33.75 points; what is not known about "
         "one of them gives Otherpay 6.25 points."),
        # 63.75 − (9.375 + 0 + 0) = 54.375: 9.375 for the style, 45 for a limit that was not found
        (SOAP | {"rate_limit": NOT_FOUND}, (9.375, 45),
         "What is known about both makes 9.4 of that, and what is not known about one of them 45.0."),
        # 63.75 − (18.75 + 0 + 0) = 45
        ({"api_style": SOAP["api_style"].replace("soap", "rest")}, (0, 45),
         "All of that comes from what is not known about one of them."),
    ],
)  # fmt: skip
def test_how_much_of_a_lead_is_for_want_of_facts(evaluated, facts, points, sentence):
    found = against(evaluated({OTHERPAY: vendor(**facts)}), "examplepay", "otherpay")
    assert (found.points_known, found.points_unknown) == pytest.approx(points)
    assert found.sentences[1] == sentence


def test_ranges_that_overlap_are_said_to(evaluated):
    near = SOAP | {"rate_limit": "{low: 12, high: 100, source: https://a.test/2}"}
    found = against(evaluated({OTHERPAY: vendor(**near)}), "examplepay", "otherpay")
    assert found.sentences[1].startswith("Their ranges overlap (63.8 to 70.0 and 30.0 to ")
    assert found.sentences[1].endswith(": what is not known can turn this around.")


APART = "Their ranges do not overlap: at these weights, nothing that is not known can turn"


@pytest.mark.parametrize(
    ("most", "said"),
    [
        # ExamplePay has 63.75 at the least. Otherpay has nothing but its limit, 22.5 at the
        # least: 13 requests a second. At 71.875 that is 60 + 40 × 46.875 / 75 = 85, × 3/4.
        ("71.875", APART),
        ("75", "Their ranges overlap (63.8 to 70.0 and 22.5 to 65.0)"),
    ],
)
def test_ranges_that_only_touch_do_not_overlap(evaluated, most, said):
    other = vendor(
        api_style="{value: [none], source: s}",
        webhooks="{value: false, source: s}",
        rate_limit=f"{{low: 13, high: {most}, source: s}}",
    )
    evaluation = evaluated({OTHERPAY: other})
    (_, told) = against(evaluation, "examplepay", "otherpay").sentences
    assert told.startswith(said)
    (_, back) = against(evaluation, "otherpay", "examplepay").sentences
    one, other = "63.8 to 70.0", "22.5 to 65.0"
    assert back.startswith(said.replace(f"{one} and {other}", f"{other} and {one}"))


@pytest.mark.parametrize(
    ("checked", "age"),
    [
        ("2026-11-23", "2026-11-23, 0 days old"),
        ("2026-11-22", "2026-11-22, 1 day old"),
        ("2025-11-23", "2025-11-23, 365 days old"),
        ("2025-11-22", "2025-11-22, 366 days old, stale"),
    ],
)
def test_a_fact_is_stale_from_the_day_after_its_last_here_too(evaluated, checked, age):
    old = VENDOR.replace("limits, checked: 2026-06-20", f"limits, checked: {checked}")
    evaluation = evaluated({EXAMPLEPAY: old})
    assert of(evaluation, "examplepay").criteria[1].measures[0].evidence.age == age
    check_intact(evaluation)


def test_each_gate_that_fails_is_named_with_its_own_reason(evaluated):
    soap = "  - {measure: api_style, none_of: [soap], because: Nobody knows SOAP here.}\n"
    evaluation = evaluated({PLAN_FILE: PLAN.replace("10,", "20,") + soap})
    assert (
        of(evaluation, "otherpay")
        .sentences[0]
        .startswith(
            "Otherpay has no rank, because it fails gates: Rate limit: at least 20 requests/s "
            "(found: 12 requests/s) and Api style: none of soap (found: soap)."
        )
    )


def test_weight_that_moved_is_said_in_the_line(evaluated):
    evaluation = evaluated({OTHERPAY: vendor(**SOAP, webhooks=NO_WEBHOOKS)})
    api = next(
        c for c in against(evaluation, "examplepay", "otherpay").criteria if c.criterion == "api"
    )
    style, webhooks = api.measures
    # 18.75 − 12.5; the unknown of one and the nothing of the other both bring 0
    assert (style.points, webhooks.points) == (pytest.approx(6.25), 0)
    assert style.remark == (
        "weighs 18.75 % for ExamplePay and 25 % for Otherpay: what does not apply to a vendor "
        "leaves its weight to what stands beside it"
    )
    assert webhooks.remark == (
        "does not apply to Otherpay, for whom its weight went to the measures beside it; weighs "
        "6.25 % for ExamplePay"
    )


def test_a_vendor_that_fails_a_gate_is_compared_and_the_gate_is_named(evaluated):
    evaluation = evaluated({PLAN_FILE: PLAN.replace("10,", "20,")})
    assert against(evaluation, "otherpay", "examplepay").sentences[-1] == (
        "Otherpay has no rank, because it fails a gate: Rate limit: at least 20 requests/s "
        "(found: 12 requests/s)."
    )


def test_nobody_is_compared_with_itself(evaluated):
    with pytest.raises(EvalkitError, match="cannot be compared with itself"):
        against(evaluated(), "examplepay", "examplepay")


def test_decimals_are_enough_for_a_reader_who_subtracts():
    # 73.3 − 70.5 = 2.8, but 2.88 would be shown as 2.9; 73.34 − 70.46 = 2.88
    assert decimals(73.34, 70.46) == 2
    assert difference(73.34, 70.46, 2) == 2.88
    # 63.8 − 30.0 = 33.8, which 33.75 is shown as
    assert decimals(63.75, 30.0) == 1
    # a difference that exists is not shown as 0.0
    assert decimals(50.02, 50.0) == 2
    assert decimals(50.0, 50.0) == 1
    assert is_level(50.0, 50.0000001)
    assert not is_level(50.0, 50.00001)


def test_points_agree_with_their_number():
    assert [in_points(1.0), in_points(0.9), in_points(2.88, 2)] == [
        "1.0 point", "0.9 points", "2.88 points",
    ]  # fmt: skip


@settings(deadline=None)
@given(st.floats(0, 100), st.floats(0, 100))
def test_scores_and_difference_as_shown_always_agree(first, second):
    digits = decimals(first, second)
    gap = difference(first, second, digits)
    unit = 10**digits
    assert round(round(first, digits) * unit) - round(round(second, digits) * unit) == round(
        gap * unit
    )
    assert 1 <= digits <= 6
    if digits < 6:
        assert gap == round(round(first - second, 6), digits)


def changed(evaluation, **fields):
    first, *others = evaluation.vendors
    return dataclasses.replace(evaluation, vendors=(dataclasses.replace(first, **fields), *others))


def test_an_evaluation_in_which_somebody_unseen_could_lead_is_intact(evaluated, monkeypatch):
    monkeypatch.setattr(field, "LIMIT", 2)
    seen = "source: https://a.test, checked: 2026-06-20"
    weak = vendor(
        api_style=f"{{value: [none], {seen}}}",
        webhooks=f"{{value: false, {seen}}}",
        rate_limit=f"{{value: 2, {seen}}}",
    ).replace("id: otherpay", "id: aweak")
    nothing = vendor(api_style="{value: unknown}")
    gates = PLAN[: PLAN.index("gates:")]
    found = evaluated(
        {
            "vendors/payment-gateways/aweak.yaml": weak,
            "vendors/payment-gateways/otherpay.yaml": nothing,
            "vendors/payment-gateways/examplepay.yaml": VENDOR
            + f"  webhooks: {{value: true, {seen}}}\n",
            "plans/storefront-payments.yaml": gates,
        }
    )
    assert (found.verdict.outcome, found.robustness.left_out) == ("close", 1)
    assert found.robustness.vendors[0].ranks[0] == 1
    check_intact(found)


def test_an_evaluation_whose_figures_were_changed_is_refused(evaluated):
    evaluation = evaluated()
    check_intact(evaluation)
    first = evaluation.vendors[0]
    without = {name: m for name, m in first.measures.items() if name != "webhooks"}
    upside_down = dataclasses.replace(first.measures["webhooks"], low=99.0, high=1.0)
    for fields, fault in [
        ({"score": 64.0}, "`vendors.0.score`: its parts do not add up to it"),
        ({"score": None}, "`vendors.0.rank`: it is not that of its place"),
        ({"measures": without}, "the measure `webhooks` is missing"),
        ({"measures": first.measures | {"webhooks": upside_down}}, "lies outside its range"),
    ]:
        with pytest.raises(EvalkitError, match=fault):
            check_intact(changed(evaluation, **fields))
