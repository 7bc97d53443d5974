"""The newest line of the plan's platform that a vendor's plug-ins support, as a fact."""

import datetime

import pytest

from evalkit.evaluation.compared import plan_for
from evalkit.evaluation.derived.plugins import Shops, told_by_plugins
from evalkit.evaluation.derived.regional import in_region
from evalkit.evaluation.evaluate import evaluate
from evalkit.evaluation.facts import fact_result
from evalkit.model.plan import Plan
from evalkit.model.vendor import Vendor
from tests.conftest import ROOT
from tests.integration.test_support import DAY, PLATFORM

MEASURE = "plugin_platform_support"


@pytest.fixture(scope="session")
def shipped():
    from evalkit.checking.load import load

    return load(ROOT, DAY)


@pytest.fixture(scope="session")
def criteria(shipped):
    return shipped.criteria["payment-gateways"]


def plugin(platform="shop", text="<103.0.10", **parts):
    asks = {
        "requires": {"shop/framework": text},
        "checked": "2026-08-22",
        "source": "https://a.test",
    }
    return {"id": "module", "platform": platform, **asks, **parts}


def vendor(*plugins, **facts):
    given = {"id": "v", "name": "V", "category": "payment-gateways", "facts": facts}
    return Vendor.model_validate({**given, "integration": {"plugins": list(plugins)}})


def found(criteria, *plugins, named="shop", day=DAY):
    return Shops({"shop": PLATFORM}, named, day).facts(vendor(*plugins), criteria)[MEASURE]


def text(fact, criteria):
    return fact_result(fact, MEASURE, criteria, DAY, "").text


def test_the_newest_line_that_is_stated_is_named(criteria):
    fact = found(criteria, plugin())
    assert (fact.names, text(fact, criteria)) == (("newest",), "Shop 2.4.9, stated")
    assert (fact.source, fact.checked) == ("https://a.test", datetime.date(2026, 8, 22))


@pytest.mark.parametrize(
    ("parts", "level", "words"),
    [
        ({"text": "*"}, "newest-not-excluded", "Shop 2.4.9, not excluded"),
        ({"text": "<=103.0.8"}, "older", "Shop 2.4.8, stated"),
        ({"text": "*", "php": "~8.4.0"}, "older-not-excluded", "Shop 2.4.8, not excluded"),
        ({"text": "102.*"}, "none", "no line of Shop that is in support"),
    ],
)
def test_each_level_by_hand(criteria, parts, level, words):
    fact = found(criteria, plugin(**parts))
    assert (fact.value, text(fact, criteria)) == (level, words)


def test_what_came_out_after_the_source_leaves_it_open_above_what_is_certain(criteria):
    fact = found(criteria, plugin(checked="2026-05-11"))
    assert (fact.at_least, fact.is_open_ended) == (("older",), True)
    assert text(fact, criteria) == "Shop 2.4.8, stated; 2.4.9 is younger than the source"
    nothing = found(criteria, plugin(checked="2024-01-01"))
    assert (nothing.is_unknown, [each.source for each in nothing.looks]) == (
        True,
        ["https://a.test"],
    )


def test_the_best_plugin_for_the_plans_platform_counts_in_any_order(criteria):
    plugins = [plugin(text="*"), plugin(), plugin("other", "*")]
    for given in (plugins, plugins[::-1]):
        assert found(criteria, *given).value == "newest"


def test_plugins_for_another_platform_say_nothing_about_this_one(criteria):
    fact = found(criteria, plugin(), named="other")
    assert fact.is_unknown
    assert text(fact, criteria) == "known for shop only"
    assert found(criteria, plugin(), named=None).value == "newest"


def test_without_a_plugin_the_file_itself_may_say_that_there_is_none(criteria):
    assert Shops({"shop": PLATFORM}, "shop", DAY).facts(vendor(), criteria) == {}


def test_a_fact_about_a_plugin_holds_for_its_platform_only(criteria):
    origin = {"value": "official", "source": "https://a.test", "checked": "2026-08-22"}

    def told(on, *plugins, **more):
        record = vendor(*plugins, plugin_origin={**origin, **more})
        (here,) = in_region(told_by_plugins([record], criteria), None, None, on)
        return here.facts["plugin_origin"]

    assert told("shop", plugin()).value == told(None, plugin()).value == "official"
    elsewhere = told("other", plugin())
    assert fact_result(elsewhere, "plugin_origin", criteria, DAY, "").text == "known for shop only"
    # Of plug-ins for two platforms nobody can tell which one it is about, unless it says so.
    both = (plugin(), plugin("other"))
    assert told("other", *both).value == "official"
    assert told("other", *both, platform="shop").is_unknown


def test_it_counts_without_a_plan_too(shipped):
    result = evaluate(shipped, plan_for(shipped.criteria["payment-gateways"]), DAY, full=False)
    of = {each.id: each.measures[MEASURE] for each in result.vendors}
    # By its changelog it works with 2.4.9 since module 4.5.10.
    assert of["stripe"].fact.text == "Adobe Commerce 2.4.9, stated"
    assert (of["stripe"].fact.key, of["stripe"].fact.derived) == ("integration.plugins", False)


def test_a_plan_that_drops_stale_facts_drops_what_a_stale_plugin_supports(shipped):
    plan = plan_for(shipped.criteria["payment-gateways"])
    for stale, is_known in (("counts", True), ("unknown", False)):
        asked = plan.model_copy(update={"stale": stale})
        result = evaluate(shipped, asked, datetime.date(2027, 8, 1), full=False)
        (stripe,) = (each for each in result.vendors if each.id == "stripe")
        assert (stripe.measures[MEASURE].status == "known") is is_known


def test_a_plan_on_shopware_is_answered_by_the_plugins_for_it(shipped):
    plan = Plan.model_validate(
        {
            "id": "p", "title": "P", "category": "payment-gateways",
            "platform": {"name": "shopware-6", "version": "6.7.13.0", "php": "8.4"},
        }
    )  # fmt: skip
    result = evaluate(shipped, plan, DAY, full=False)
    of = {each.id: each.measures[MEASURE].fact.text for each in result.vendors}
    assert of["mollie"] == "Shopware 6 6.7, stated"
    assert of["stripe"] == "known for adobe-commerce only"
