"""Distances between stakeholders, and each one's winners, ties included."""

import pytest

from evalkit.evaluation.evaluate import evaluate
from tests.conftest import CRITERIA, DAY, PLAN, vendor

SEEN = "source: https://a.test/1, checked: 2026-06-20"
PEOPLE = """\
stakeholders:
  finance: {title: Finance, weights: {kind: points, points: {api: 25, scalability: 75}}}
  legal: {title: Legal, weights: {kind: points, points: {api: 25, scalability: 75}}}
  technology: {title: Technology, weights: {kind: points, points: {api: 80, scalability: 20}}}
  support: {title: Support, weights: {kind: points, points: {api: 80, scalability: 20}}}
"""


def offer(name, style, rate):
    return vendor(
        name,
        api_style=f"{{value: [{style}], {SEEN}}}",
        webhooks=f"{{value: true, {SEEN}}}",
        rate_limit=f"{{value: {rate}, {SEEN}}}",
    )


@pytest.fixture
def people(loaded):
    def run(*offers):
        files = {f"vendors/payment-gateways/{each[0]}.yaml": offer(*each) for each in offers}
        plan = PLAN.replace("weights: {api: 25, scalability: 75}\n", PEOPLE)
        named = ", ".join(each[0] for each in offers)
        files["plans/storefront-payments.yaml"] = plan + f"vendors: [{named}]\n"
        workspace = loaded(files)
        assert workspace.errors == ()
        return evaluate(workspace, workspace.plans["storefront-payments"], DAY).stakeholders

    return run


def test_everybody_who_gives_the_least_or_the_most_is_named(people):
    found = {each.criterion: each for each in people(("anna", "rest", 25)).spreads}
    assert found["api"].low_by == found["scalability"].high_by == ("finance", "legal")
    assert found["api"].high_by == found["scalability"].low_by == ("technology", "support")
    assert found["api"].text == (
        "API preference: from 25.0% (Finance and Legal) to 80.0% (Technology and Support)."
    )


def test_everybody_is_named_with_the_vendor_that_they_put_first(people):
    # By api 100 against 62.5, by rate 60 against 100: with 25 : 75 that is 70 against 90.625, with
    # 80 : 20 it is 92 against 70; cleo is behind both.
    found = people(("anna", "rest", 25), ("bert", "soap", 100), ("cleo", "soap", 25))
    assert found.elects == {"bert": ("finance", "legal"), "anna": ("technology", "support")}
    assert found.elects_text == (
        "Finance (by 20.6 points) and Legal (by 20.6 points) put Bert first; "
        "Technology (by 22.0 points) and Support (by 22.0 points) put Anna first."
    )


def test_who_has_several_vendors_level_puts_none_of_them_first_alone(people):
    found = people(("anna", "rest", 25), ("bert", "rest", 25), ("cleo", "soap", 25))
    everybody = ("finance", "legal", "technology", "support")
    assert found.elects == {"anna": everybody, "bert": everybody}
    assert found.elects_text == ("Finance, Legal, Technology and Support have Anna and Bert level.")


def test_the_pairs_that_are_farthest_apart_come_first(people):
    found = people(("anna", "rest", 25)).distances
    # 25 : 75 and 80 : 20 are 55 points of weight apart, and who agrees is none.
    assert [round(each.moved, 9) for each in found] == [0.55, 0.55, 0.55, 0.55, 0, 0]


PLUGIN = """\
  plugin:
    title: Plug-in
    weight: 1
    measures: {origin: {weight: 1, scale: {kind: levels, levels: {a: 100, b: 0}, because: x}}}
background:
"""
THREE = """\
stakeholders:
  finance: {weights: {kind: points, points: {api: 40, scalability: 40, plugin: 20}}}
  legal: {weights: {kind: points, points: {api: 33, scalability: 32, plugin: 35}}}
"""


def test_swings_are_told_from_the_largest_down_and_the_widest_disagreement_first(loaded):
    plan = PLAN.replace("weights: {api: 25, scalability: 75}\n", THREE)
    workspace = loaded(
        {
            "criteria/payment-gateways.yaml": CRITERIA.replace("background:\n", PLUGIN),
            "plans/storefront-payments.yaml": plan,
        }
    )
    assert workspace.errors == ()
    found = evaluate(workspace, workspace.plans["storefront-payments"], DAY).stakeholders
    assert [person.statements[0].text for person in found.people] == [
        "The swing from worst to best on API preference is worth most, 40.0%: as much as that on "
        "Scalability; 2 times that on Plug-in.",
        # 35 / 33 and 35 / 32
        "The swing from worst to best on Plug-in is worth most, 35.0%: 1.06 times that on API "
        "preference; 1.09 times that on Scalability.",
    ]
    # 15, 8 and 7 points of weight apart
    assert [each.criterion for each in found.spreads] == ["plugin", "scalability", "api"]
