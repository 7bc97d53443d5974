"""The sentences of the verdict and the vendors they cover, worked by hand."""

import pytest

from evalkit.evaluation.evaluate import evaluate
from evalkit.evaluation.robustness import field
from tests.conftest import DAY, PLAN, vendor
from tests.evaluation.made import SOURCE, STOREFRONT, within_api

SEEN = "source: https://a.test/1, checked: 2026-06-20"


def offer(name, style, webhooks, rate):
    """A vendor that is worth, of 100: 18.75 by REST or half by SOAP, 6.25 by webhooks, the rest by
    its rate: 45 at 25 requests/s and from there 0.4 for each further one."""
    given = {"api_style": style, "webhooks": webhooks, "rate_limit": rate}
    said = {name: fact if ":" in f"{fact}" else f"value: {fact}" for name, fact in given.items()}
    facts = {name: f"{{{fact}, {SEEN}}}" for name, fact in said.items() if given[name] != "unknown"}
    return {f"vendors/payment-gateways/{name}.yaml": vendor(name, **facts)}


@pytest.fixture
def offered(loaded):
    def run(*offers, plan=PLAN):
        files = {"vendors/payment-gateways/examplepay.yaml": None, STOREFRONT: plan}
        for each in offers:
            files |= offer(*each)
        workspace = loaded(files)
        assert workspace.errors == ()
        return evaluate(workspace, workspace.plans["storefront-payments"], DAY)

    return run


SAME = "Anna and Bert have the same points"


@pytest.mark.parametrize(
    ("rate", "lead"),
    [
        # anna: 18.75 + 6.25 + 45 = 70; bert by SOAP: 9.375 + 6.25 + 45 + 0.4 × (rate − 25).
        (48.4375, SAME),
        (48.34, SAME),  # 0.039 points, which are printed as 0.0
        (48.3, "0.1 points"),  # 0.055
        (47.4375, "0.4 points"),
    ],
)
def test_points_are_the_same_only_where_they_are_printed_alike(offered, rate, lead):
    found = offered(("anna", "rest", "true", 25), ("bert", "soap", "true", rate))
    assert found.verdict.outcome == "close"
    assert lead in found.verdict.text
    assert (SAME in found.verdict.text) == (lead == SAME)
    anna, bert = (vendor_.ranks[0] for vendor_ in found.robustness.vendors)
    said = "but Bert comes first more often" in found.verdict.text
    assert said == (lead != SAME and bert > anna)


def test_who_just_reaches_the_low_end_of_the_leader_is_drawn_over(offered, monkeypatch):
    monkeypatch.setattr(field, "MOST", 1)
    # By their rates alone, lead has 75 and mid 45; just, whose rate nobody knows, has 0 to 75.
    none = ("none", "false")
    found = offered(("lead", *none, 100), ("mid", *none, 25), ("just", *none, "unknown"))
    by_id = {each.id: each for each in found.vendors}
    assert by_id["lead"].low == by_id["just"].high == 75
    assert [each.rank for each in found.vendors] == [1, 2, 3]
    assert [each.id for each in found.robustness.vendors] == ["lead", "just"]
    assert found.robustness.left_out == 1


def test_how_many_could_lead_without_being_drawn_over_is_said(offered, monkeypatch):
    monkeypatch.setattr(field, "LIMIT", 2)
    three = [(name, "rest", "true", "unknown") for name in ("anna", "bert", "cleo")]
    assert (
        "1 more vendor was not drawn over, of which so little is known that they could lead."
        in offered(*three).verdict.text
    )
    assert "2 more vendors were not drawn over" in (
        offered(*three, ("dora", "rest", "true", "unknown")).verdict.text
    )


def test_a_clear_leader_is_said_to_be_that(offered):
    # Bert is behind on every measure, so no weights put it first.
    found = offered(("anna", "rest", "true", 100), ("bert", "soap", "false", 25)).verdict
    assert found.sentences[0] == (
        "Anna leads clearly with 100.0 points: it comes first in 100% of 10,000 draws of weights "
        "and unknown facts; no other vendor ever does."
    )


BOTH = (
    "  - {measure: webhooks, equals: true, because: Polling is too slow.}\n"
    "  - {measure: api_style, none_of: [soap], because: Nobody knows SOAP here.}\n"
)


def test_every_gate_that_a_contender_leaves_open_is_named(offered):
    # Anna: nothing by unknowns, 75 by the rate. Bert: 18.75 by REST and 75 × 3/4 by 53.125 a second.
    found = offered(
        ("anna", "unknown", "unknown", 100), ("bert", "rest", "unknown", 53.125), plan=PLAN + BOTH
    )
    assert found.verdict.sentences[-1] == (
        "Still to be verified before deciding: Anna (webhooks and api style) and Bert (webhooks)."
    )


@pytest.mark.parametrize(
    ("rate", "asked"),
    [
        ("unknown", "at least 10 requests/s and at most 50 requests/s"),
        ("low: 20, high: 60", "at most 50 requests/s"),
        ("low: 20, high: 50", ""),
    ],
)
def test_all_that_gates_still_ask_of_a_fact_is_told(offered, rate, asked):
    most = PLAN + "  - {measure: rate_limit, at_most: 50, because: A small house.}\n"
    found = offered(("anna", "rest", "true", rate), ("bert", "rest", "false", 40), plan=most)
    point = next(p for p in found.verdict.open_points if p.measure == "rate_limit")
    assert point.gate == asked


def test_a_gate_of_a_contender_comes_before_what_decides_more_often(offered):
    # Anna leads with 84 points, and may have 70 to 100; Bert has 75, or 81.25 with webhooks.
    asked = PLAN + "  - {measure: webhooks, equals: true, because: Polling is too slow.}\n"
    anna = ("anna", "rest", "true", "low: 25, likely: 60, high: 100")
    for rate, first in ((53.125, "bert"), (15, "anna")):
        bert = ("bert", "rest", "unknown", rate)
        points = offered(anna, bert, plan=asked).verdict.open_points
        # Bert at 15 requests a second, with 45 or 51.25 points, is never first.
        assert [point.vendor for point in points][:1] == [first]
    assert {point.vendor: bool(point.gate) for point in points} == {"anna": False, "bert": True}


@pytest.mark.parametrize(
    ("slow", "said"),
    [
        (("bert",), "Bert fails a gate."),
        (("bert", "cleo"), "Bert and Cleo fail a gate."),
    ],
)
def test_everybody_who_fails_a_gate_is_named(offered, slow, said):
    offers = [
        (name, "rest", "true", 9 if name in slow else 25) for name in ("anna", "bert", "cleo")
    ]
    assert offered(*offers).verdict.sentences[-1] == said


def test_where_nobody_is_left_it_is_said_how_many_fail(offered):
    slow, nothing = ("rest", "true", 9), ("not_applicable: none",) * 3
    two = offered(("anna", *slow), ("bert", *slow)).verdict
    assert two.text == "No vendor is left: 2 of 2 fail a gate."
    one = offered(("anna", *slow), ("bert", *slow), ("cleo", *nothing)).verdict
    assert one.text == "No vendor is left: 2 of 3 fail a gate."


@pytest.mark.parametrize(
    ("count", "named"),
    [
        (5, "Nothing surely separates V0, V1, V2, V3 and V4: V0 and V1 have the same points."),
        (7, "Nothing surely separates V0, V1, V2, V3, V4 and 2 more: "),
    ],
)
def test_of_many_who_are_level_the_first_five_are_named(offered, count, named):
    found = offered(*[(f"v{number}", "rest", "true", 25) for number in range(count)]).verdict
    assert found.text.startswith(named)


def test_shares_of_draws_belong_to_the_vendors_that_are_named(evaluated):
    # level at 50 points whatever the weights, and only zeta's webhooks are open: zeta is first
    # wherever they are yes, and shares first place where they are not
    files = within_api(zeta=("soap", "unknown", 20), alpha=("soap", "false", 20))
    z = "vendors/payment-gateways/zeta.yaml"
    files[z] = files[z].replace(f"{{value: unknown, {SOURCE}}}", "unknown")
    plan = PLAN + "vendors: [zeta, alpha]\n"
    text = evaluated({**files, STOREFRONT: plan}).verdict.text
    assert "First place goes to Alpha in 25% and Zeta in 75%" in text


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
