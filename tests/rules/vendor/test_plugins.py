"""Rules about plug-ins."""

import pytest

from evalkit.model.vendor import Vendor
from evalkit.rules.context import RuleContext
from evalkit.rules.run import check
from evalkit.source.shape.shape import shape
from tests.conftest import CRITERIA, DAY, VENDOR
from tests.rules.flows import PLATFORM, SHOP, offers, plugin, way
from tests.rules.made import EXAMPLEPAY, GATEWAYS, SOURCED, STOREFRONT, marked


def test_without_any_other_platform_the_hint_says_which_file_to_add(diagnosed):
    setting = RuleContext(EXAMPLEPAY, DAY)
    record = record_of(Vendor, {"plugins": [{"id": "m", "platform": "shop"}]})
    hints = {p.code: p.hint for p in check(record, setting)}
    assert hints["EK605"] == "to add it, write `platforms/shop.yaml` as in docs/own-platform.md"


def test_a_platform_whose_file_cannot_be_used_is_not_unknown():
    setting = RuleContext(EXAMPLEPAY, DAY, known_platforms=frozenset({"shop"}))
    record = record_of(Vendor, {"plugins": [{"id": "m", "platform": "shop"}]})
    assert "EK605" not in {p.code for p in check(record, setting)}


def test_the_name_of_a_package_is_told_how_to_write_it(diagnosed):
    (found,) = diagnosed(
        offers(way(), plugins=[plugin("platform: shop, requires: {framework: ^103}")])
    )
    assert (found.code, marked(found), found.message, found.hint) == (
        "EK106", "framework", "`framework` is not the name of a package",
        "write it as Composer does, such as magento/framework",
    )  # fmt: skip


def record_of(model, content):
    key = {"integration": content} if model is Vendor else content
    found, findings = shape(model, {"id": "order", "name": "X", "category": "c", **key})
    assert found, findings
    return found


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
