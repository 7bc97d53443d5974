"""What decides the answer, worked by hand."""

import pytest

from evalkit.report.terminal.robustness import to_robustness
from evalkit.report.terminal.screen import Screen
from tests.conftest import CRITERIA, PLAN, vendor
from tests.evaluation.derived.aged import aged
from tests.evaluation.made import (
    FAST,
    GATEWAYS,
    OTHERPAY,
    SOURCE,
    STOREFRONT,
    with_people,
    within_api,
)


def told(evaluation):
    return {each.about: each.text for each in evaluation.verdict.decides}


@pytest.mark.parametrize(
    ("bert", "said"),
    [
        # Anna has 70. Bert's style is known, and worth 9.375 less.
        (("soap", "true", 25), "Anna's lead over Bert rests on facts known for both."),
        # Whether Bert has webhooks is open: 6.25 less, counted at worst.
        (("rest", "unknown", 25), "Anna's lead over Bert rests only on what is not known."),
        # 9.375 of 15.625 points are known.
        (("soap", "unknown", 25), "60% of Anna's lead over Bert rests on facts known for both."),
        # Bert is 4 points better by its rate, and 6.25 worse by what is not known.
        (("rest", "unknown", 35), "Anna's lead over Bert rests only on what is not known."),
        # Nothing to tell where there is no lead.
        (("rest", "true", 25), None),
    ],
)
def test_whether_the_lead_rests_on_what_is_known(offered, bert, said):
    found = offered(("anna", "rest", "true", 25), ("bert", *bert))
    assert told(found).get("lead") == said


def test_who_prefers_somebody_else_is_told_with_their_influence(evaluated):
    # By hand in people/test_stakeholders: technology, with 1 of 4, prefers ExamplePay.
    found = evaluated({STOREFRONT: with_people()})
    assert found.vendors[0].id == "otherpay"
    assert told(found)["people"] == "technology (25% of the influence) prefers ExamplePay."


def test_comparisons_that_contradict_each_other_are_told(evaluated):
    # Each of three beats the next 3 to 1, in a circle.
    people = with_people(
        "stakeholders:\n"
        "  it:\n"
        "    title: IT\n"
        "    weights:\n"
        "      kind: pairwise\n"
        "      pairwise:\n"
        "        - {more: api, less: scalability, times: 3}\n"
        "        - {more: scalability, less: help, times: 3}\n"
        "        - {more: help, less: api, times: 3}\n"
    )
    help_ = (
        "  help:\n    title: Help\n    weight: 10\n    measures:\n"
        "      hours: {unit: h, weight: 1, scale: {kind: linear, worst: 8, best: 24, because: -.}}\n"
    )
    found = evaluated(
        {STOREFRONT: people, GATEWAYS: CRITERIA.replace("background:", f"{help_}background:")},
        rankable=0.0,
    )
    # λ of that matrix is 1 + 3 + 1/3 by hand, so CI = (4.333 − 3) / 2 and CR = 0.667 / 0.58 (Saaty)
    assert told(found)["people"].endswith(
        "Comparisons that contradict each other: IT (consistency ratio 1.15, above 0.10)."
    )


def test_what_rules_a_vendor_out_is_told_for_the_first_and_the_others_by_name(offered):
    fast, slow = ("rest", "true", 25), ("rest", "true", 9)
    rate = "rate limit: 9 requests/s, where at least 10 requests/s is needed"
    one = offered(("anna", *fast), ("bert", *slow), ("cleo", *fast))
    assert told(one)["gates"] == f"Bert is ruled out: {rate}."
    two = offered(("anna", *fast), ("bert", *slow), ("cleo", *fast), ("dora", *slow))
    assert told(two)["gates"] == f"Bert is ruled out: {rate}. So is Dora."
    three = offered(("dora", *slow), ("bert", *slow), ("cleo", *slow), ("anna", *fast))
    assert told(three)["gates"] == f"Bert is ruled out: {rate}. So are Cleo and Dora."


def test_a_vendor_that_leads_only_as_a_measure_does_not_apply_to_it_is_told(evaluated):
    # ExamplePay without webhooks: style alone, 25 + 45 = 70; counted as unknown, and so as 0 until
    # shown, they take 6.25 away. OtherPay has 25 × 3/4 × 1/2 + 6.25 + 51 = 66.6.
    known = f"{{value: [rest], {SOURCE}}}"
    files = {
        "vendors/payment-gateways/examplepay.yaml": vendor(
            "examplepay", api_style=known, rate_limit=f"{{value: 25, {SOURCE}}}",
            webhooks=f"{{not_applicable: polling, {SOURCE}}}",
        ),
        OTHERPAY: FAST.replace("value: 100", "value: 40").replace("value: false", "value: true"),
    }  # fmt: skip
    found = evaluated(files)
    assert found.vendors[0].id == "examplepay"
    assert found.vendors[0].excluded == pytest.approx(0.0625)
    assert told(found)["excluded"] == (
        "Examplepay leads only because 6% of the weight is declared not applicable to it; counted "
        "as unknown, Otherpay would lead."
    )
    ahead = {**files, OTHERPAY: FAST.replace("value: 100", "value: 25")}
    assert "excluded" not in told(evaluated(ahead))


STALE = SOURCE.replace("2026-06-20", "2024-02-20")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (SOURCE, None),
        (
            STALE,
            "75 of Otherpay's 84 points rest on facts that are out of date, last checked in "
            "February 2024 or before.",
        ),
        (
            "source: https://a.test/1",
            "75 of Otherpay's 84 points rest on facts of which nobody wrote down when they were "
            "checked.",
        ),
        (f"{SOURCE}, until: 2026-11-22",
         "75 of Otherpay's 84 points rest on facts that have expired."),
        (f"{SOURCE}, kind: vendor-answer", "75 of Otherpay's 84 points rest on the vendor's word alone."),
    ],
)  # fmt: skip
def test_weak_evidence_that_carries_the_lead_is_told(evaluated, source, said):
    rate = f"rate_limit: {{value: 100, {SOURCE}}}"
    other = FAST.replace(rate, rate.replace(SOURCE, source))
    assert told(evaluated({OTHERPAY: other})).get("caveat") == said


def test_that_an_age_is_at_most_so_much_is_never_out_of_date(evaluated):
    # 160 days, seen long ago, and at most 160 days today; the other vendor's are 200 days.
    def files(released):
        facts = {"api_style": "[rest]", "rate_limit": 25, "webhooks": "true"}
        facts = {name: f"{{value: {value}, {SOURCE}}}" for name, value in facts.items()}
        seen = f"{{value: 2026-05-07, {SOURCE.replace('2026-06-20', '2026-11-02')}}}"
        return aged(**facts, released=released) | {
            "vendors/payment-gateways/examplepay.yaml": vendor("examplepay", **facts, released=seen)
        }

    found = evaluated(files(f"{{value: 2026-06-16, {SOURCE.replace('2026-06-20', '2026-07-02')}}}"))
    assert found.vendors[0].id == "otherpay"
    assert found.vendors[0].measures["released"].fact.freshness == "stale"
    assert "caveat" not in told(found)


def test_weak_evidence_that_does_not_carry_the_lead_is_left_to_the_list_of_facts(evaluated):
    # OtherPay leads by 20.6 points, and 9.4 rest on what is stale.
    style = f"api_style: {{value: [soap], {SOURCE}}}"
    other = FAST.replace(style, style.replace(SOURCE, STALE))
    assert "caveat" not in told(evaluated({OTHERPAY: other}))


def test_the_text_is_the_outcome_and_then_what_decides(evaluated):
    found = evaluated()
    assert found.verdict.decides
    assert found.verdict.text == " ".join(
        [*found.verdict.sentences, *(each.text for each in found.verdict.decides)]
    )


def test_other_methods_that_prefer_somebody_else_are_told(evaluated):
    # a: 100 and 0; b: 45 and 60 at even weights: 50 against 52.5 … a product has no mercy for 0
    files = within_api(a=("rest", "true", 0), b=("soap", "false", 20))
    plan = PLAN.replace("{api: 25, scalability: 75}", "{api: 60, scalability: 40}")
    plan = plan.split("gates:")[0] + "vendors: [a, b]\n"
    found = evaluated({**files, STOREFRONT: plan})
    assert found.vendors[0].id == "a"
    assert "put B first" in told(found)["methods"]


def test_who_puts_one_of_those_that_are_level_first_does_not_disagree(offered):
    # Cleo 18.75 + 6.25 + 45 and Anna 0 + 6.25 + 63.75 are level at 70; Bert is behind both. Where
    # a weak point counts more, Cleo is ahead of Anna, which has nothing on the API's style.
    found = offered(
        ("anna", "none", "true", 71.875),
        ("bert", "soap", "false", 25),
        ("cleo", "rest", "true", 25),
    )
    firsts = {
        each.method: [name for name, rank in each.ranks.items() if rank == 1]
        for each in found.second_opinions
    }
    assert [vendor.rank for vendor in found.vendors] == [1, 1, 3]
    assert firsts["geometric"] == ["cleo"]
    assert "methods" not in told(found)


def test_all_that_another_method_puts_first_are_named(evaluated):
    # as above, with a twin of B
    files = within_api(a=("rest", "true", 0), b=("soap", "false", 20), c=("soap", "false", 20))
    plan = PLAN.replace("{api: 25, scalability: 75}", "{api: 60, scalability: 40}")
    plan = plan.split("gates:")[0] + "vendors: [a, b, c]\n"
    found = evaluated({**files, STOREFRONT: plan})
    assert found.vendors[0].id == "a"
    assert "put B and C first" in told(found)["methods"]
    page = " ".join(line.plain for line in to_robustness(found, Screen(200)))
    assert "put B and C first" in page
