"""Rules about facts on plug-ins, and on what is computed from them."""

import pytest

from tests.conftest import CRITERIA, VENDOR
from tests.rules.flows import PLATFORM, SHOP
from tests.rules.made import EXAMPLEPAY, GATEWAYS, SOURCED, STOREFRONT

MEASURES = """\
  plugin:
    title: Plug-in
    weight: 10
    measures:
      maker:
        weight: 1
        of_plugin: true
        scale: {kind: levels, levels: {vendor: 100, none: 0}, because: An example.}
      newest_line:
        weight: 1
        derived: plugin_support
        scale: {kind: levels, levels: {LEVELS}, because: An example.}
"""
FIVE = "newest: 100, newest-not-excluded: 60, older: 50, older-not-excluded: 25, none: 0"
PLUGIN = (
    "integration:\n  plugins:\n    - id: module\n      platform: shop\n"
    f"      data: {{payment: {{directions: [to_vendor]}}}}\n      {SOURCED.replace(', ', chr(10) + '      ')}\n"
)


@pytest.fixture
def found(told):
    def of(facts="", integration="", levels=FIVE):
        criteria = CRITERIA.replace(
            "background:", MEASURES.replace("LEVELS", levels) + "background:"
        )
        return told(
            files={
                GATEWAYS: criteria,
                SHOP: PLATFORM,
                STOREFRONT: None,
                EXAMPLEPAY: VENDOR + facts + integration,
            }
        )

    return of


def codes(findings):
    return [each[0] for each in findings]


def test_support_is_computed_as_one_of_five_levels(found):
    (one,) = found(levels="newest: 100, none: 0")
    assert (one[0], one[2].partition(":")[0]) == ("EK541", "newest_line is computed as one of")
    assert found() == []


def test_support_is_stated_only_where_there_is_no_plugin(found):
    fact = f"  newest_line: {{value: none, {SOURCED}}}\n"
    assert codes(found(fact)) == []
    assert codes(found(fact, PLUGIN)) == ["EK513"]


def test_a_fact_about_a_plugin_needs_a_platform_that_can_be_told(found):
    fact = f"  maker: {{value: vendor, {SOURCED}}}\n"
    assert codes(found(fact)) == ["EK644"]
    assert codes(found(fact, PLUGIN)) == []
    assert codes(found(fact.replace("value", "platform: shop, value"))) == []
    assert codes(found(f"  maker: {{not_applicable: It has none., {SOURCED}}}\n")) == []


def test_a_stated_line_is_one_of_the_platforms(found):
    stated = PLUGIN + f"      stated: [{{line: 2.4.9, {SOURCED}}}]\n"
    (one,) = found("", stated)
    assert one[0] == "EK645"
    assert found("", stated.replace("2.4.9", "2.4.8")) == []
