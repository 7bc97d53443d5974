"""Flows matched to routes, case by case."""

import pytest

from evalkit.integration.compatibility import compatibility
from evalkit.integration.fit import fit, flow_id, holds_payment_data, holds_personal_data
from evalkit.model.flow import ClientPlatform, DataObject, Flow
from evalkit.model.integration import Plugin
from evalkit.model.plan import Plan
from evalkit.model.platform import Platform
from evalkit.model.vendor import Vendor

PLATFORM = Platform.model_validate(
    {
        "id": "shopware",
        "name": "Shop",
        "interfaces": ["rest", "webhooks", "file"],
        "lines": {"2.4.8": {"supported_until": "2028-05-31"}},
        "releases": {
            "2.4.8": {
                "line": "2.4.8",
                "php": ["8.4", "8.3"],
                "packages": {"magento/framework": "103.0.8"},
            },
            "2.4.8-p5": {"line": "2.4.8", "php": ["8.4", "8.3"]},
            "2.4.0": {"line": "2.4.0"},
        },
    }
)
OBJECTS = {
    "order": DataObject(title="Order", personal_data=True),
    "payment": DataObject(title="Payment", payment_data=True),
}
SHOP = {"name": "shopware", "version": "2.4.8-p5", "php": "8.4"}
BOTH = ["to_vendor", "from_vendor"]


def plugin(**parts):
    base = {"id": "module", "platform": "shopware", "php": "~8.3.0||~8.4.0"}
    data = {"order": {"directions": BOTH, "timing": "real_time"}}
    return {**base, "data": data, **parts}


def api(**parts):
    return {"id": "api", "kind": "rest", "data": {"order": {"directions": BOTH}}, **parts}


def cell(flow=None, *, interfaces=(), plugins=(), shop=SHOP, lacks=None, nothing=False, **plan):
    flow = {"data": "order", "direction": "to_vendor", "timing": "real_time", **(flow or {})}
    content = {"id": "p", "title": "P", "category": "c", "flows": [flow], "platform": shop, **plan}
    integration = {
        "interfaces": list(interfaces), "plugins": list(plugins), "lacks": lacks or {},
    }  # fmt: skip
    vendor = {"id": "v", "name": "V", "category": "c"}
    if not nothing:
        vendor["integration"] = integration
    platform = PLATFORM if shop else None
    found = fit(Vendor.model_validate(vendor), Plan.model_validate(content), platform, OBJECTS)
    return found.cells[0]


def hard(found):
    return [loss.text for loss in found.route.losses if loss.weight == "hard"]


def test_a_plugin_that_fits_makes_a_flow_possible():
    found = cell(plugins=[plugin()])
    assert (found.outcome, found.route.kind) == ("possible", "plugin")
    assert "PHP ~8.3.0||~8.4.0 admits 8.4" in [each.text for each in found.route.compatibility]


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"php": "~8.2.0||~8.3.0"}, "PHP ~8.2.0||~8.3.0 excludes 8.4"),
        (
            {"requires": {"magento/framework": "102.0.*"}},
            "magento/framework 102.0.* excludes 103.0.8 (by 2.4.8; the packages of 2.4.8-p5 are "
            "not listed)",
        ),
        ({"platform": "othershop"}, "it is for othershop, the shop runs on shopware"),
        ({"platform_versions": "<2.4.8"}, "stated for <2.4.8, which excludes shopware 2.4.8-p5"),
    ],
)
def test_a_plugin_that_excludes_the_platform_is_no_route(parts, reason):
    found = cell(plugins=[plugin(**parts)])
    assert found.outcome == "not_possible"
    assert hard(found) == [reason]


def texts(found):
    return [each.text for each in found.route.compatibility]


def test_a_plugin_that_names_no_platform_is_an_open_point():
    found = cell(plugins=[plugin(platform=None)])
    assert "it does not say for which platform it is" in texts(found)
    assert found.outcome == "possible"


def test_packages_of_the_release_itself_are_held_against_the_constraints():
    shop = {**SHOP, "version": "2.4.8"}
    requires = {"magento/framework": ">=103.0.8", "magento/module-csp": ">=100.4"}
    found = cell(plugins=[plugin(requires=requires)], shop=shop)
    assert "magento/framework >=103.0.8 admits 103.0.8" in texts(found)
    assert "not on record for 2.4.8: magento/module-csp" in texts(found)
    assert found.outcome == "possible"


def test_several_packages_that_fit_are_told_in_one_line():
    requires = {"magento/framework": "^103.0", "magento/module-sales": "*"}
    release = PLATFORM.releases["2.4.8"]
    packages = {**release.packages, "magento/module-sales": "103.0.8"}
    releases = {**PLATFORM.releases, "2.4.8": release.model_copy(update={"packages": packages})}
    platform = PLATFORM.model_copy(update={"releases": releases})
    shop = ClientPlatform.model_validate(SHOP)
    found = compatibility(Plugin.model_validate(plugin(requires=requires)), shop, platform)
    assert found[-1].text == (
        "magento/framework ^103.0 admits 103.0.8, and 1 more (by 2.4.8; the packages of 2.4.8-p5 "
        "are not listed)"
    )


def test_packages_that_nobody_listed_at_all_say_nothing():
    found = cell(plugins=[plugin(requires={"magento/module-csp": ">=100.4"})])
    assert "not on record for 2.4.8-p5: magento/module-csp" in texts(found)


@pytest.mark.parametrize("version", ["2.4.8-p5", "9.9.9"])
def test_a_platform_or_release_without_a_file_leaves_packages_open(version):
    shop = ClientPlatform.model_validate({**SHOP, "version": version})
    module = Plugin.model_validate(plugin(requires={"magento/framework": ">=103"}))
    platform = None if version == "2.4.8-p5" else PLATFORM
    found = compatibility(module, shop, platform)
    assert found[-1].answer == "unknown"


def test_a_shop_that_does_not_say_its_php_leaves_it_open():
    shop = {key: value for key, value in SHOP.items() if key != "php"}
    assert "the shop's PHP is not on record" in texts(cell(plugins=[plugin()], shop=shop))


def test_some_releases_of_a_line_of_php_are_said():
    found = cell(plugins=[plugin(php="<=8.4.20")])
    assert "PHP <=8.4.20 admits only some releases of 8.4" in texts(found)
    assert found.outcome == "possible"


def test_another_route_takes_its_place_with_work():
    found = cell(plugins=[plugin(php="~8.3.0")], interfaces=[api()])
    assert (found.outcome, found.route.kind) == ("with_work", "api")
    assert [(route.kind, route.outcome) for route in found.others] == [
        ("plugin", "not_possible"),
        ("middleware", "with_work"),
    ]


def test_a_storefront_that_it_does_not_know_rules_a_plugin_out():
    shop = {**SHOP, "storefront": "headless"}
    found = cell(plugins=[plugin(storefronts=["luma"])], shop=shop)
    assert hard(found) == ["it works with luma, not with headless"]


def test_limitations_leave_work_or_rule_out():
    minor = {"severity": "minor", "text": "no partial refunds"}
    found = cell(plugins=[plugin(limitations=[minor])])
    assert (found.outcome, found.text) == ("possible", "plug-in: module; no partial refunds")
    restrictive = {"severity": "restrictive", "text": "no refunds"}
    assert cell(plugins=[plugin(limitations=[restrictive])]).outcome == "with_work"
    blocking = {"severity": "blocking", "text": "checkout crashes"}
    assert cell(plugins=[plugin(limitations=[blocking])]).outcome == "not_possible"


def test_how_fast_a_plugin_carries_is_open_where_nothing_is_on_record():
    found = cell(plugins=[plugin(data={"order": {"directions": BOTH}})])
    assert found.outcome == "possible"
    assert "how fast it carries this is not on record" in found.text
    slow = plugin(data={"order": {"directions": BOTH, "timing": "daily"}})
    assert hard(cell(plugins=[slow])) == ["it arrives within the day, not in real time"]


def test_a_plugin_of_which_no_constraint_is_known_is_unknown():
    found = cell(plugins=[plugin(php=None)])
    assert found.outcome == "unknown"
    assert "its constraint on PHP is not on record" in found.text


def test_a_route_that_may_carry_a_flow_counts_before_one_that_cannot():
    # Asking an API again and again is too slow; of the plug-in it is not known whether it runs.
    found = cell(
        {"direction": "from_vendor"},
        interfaces=[api()],
        plugins=[plugin(php=None)],
        routes=["api", "plugin"],
    )
    assert (found.outcome, found.route.kind) == ("unknown", "plugin")
    assert [(other.kind, other.outcome) for other in found.others] == [("api", "not_possible")]


def test_a_release_whose_packages_nobody_knows_leaves_the_question_open():
    shop = {**SHOP, "version": "2.4.0"}
    found = cell(plugins=[plugin(requires={"magento/framework": ">=103"})], shop=shop)
    assert "which packages shopware 2.4.0 is made of is not on record" in found.text


def test_without_a_platform_a_plugin_is_unknown_and_an_api_takes_work():
    assert cell(plugins=[plugin()], shop=None).outcome == "unknown"
    assert cell(interfaces=[api()], shop=None).outcome == "with_work"


def test_asking_again_and_again_is_not_real_time_but_events_are():
    flow = {"direction": "from_vendor"}
    polled = cell(flow, interfaces=[api()])
    assert polled.outcome == "not_possible"
    assert hard(polled) == ["it arrives within minutes, not in real time"]
    events = api(id="events", kind="webhooks")
    found = cell(flow, interfaces=[api(), events])
    assert (found.outcome, found.route.kind) == ("with_work", "webhooks")
    assert cell({**flow, "timing": "minutes"}, interfaces=[api()]).outcome == "with_work"


def test_events_need_an_interface_of_the_shop_that_is_open():
    events = api(id="events", kind="webhooks")
    shop = {**SHOP, "interfaces": ["file"]}
    found = cell({"direction": "from_vendor"}, interfaces=[events], shop=shop)
    assert found.outcome == "not_possible"
    assert "the shop has no interface that events could reach" in found.text


def test_files_come_once_a_day_and_need_a_shop_that_takes_them():
    files = api(id="files", kind="file")
    assert cell({"timing": "hourly"}, interfaces=[files]).outcome == "not_possible"
    assert cell({"timing": "daily"}, interfaces=[files]).route.kind == "file"
    shop = {**SHOP, "interfaces": ["rest"]}
    found = cell({"timing": "daily"}, interfaces=[files], shop=shop)
    assert hard(found) == ["the shop takes and gives no files"]


def test_a_direction_that_is_missing_is_said():
    one_way = api(data={"order": {"directions": ["from_vendor"]}})
    found = cell(interfaces=[one_way])
    assert found.outcome == "not_possible"
    assert found.text == "direction missing: it is carried from the vendor only"


def test_what_is_not_on_record_is_unknown_and_what_is_not_offered_is_not_possible():
    other = api(data={"payment": {"directions": BOTH}})
    assert cell(interfaces=[other]).outcome == "unknown"
    lacking = cell(interfaces=[other], lacks={"order": "help page, 2026"})
    assert (lacking.outcome, lacking.text) == ("not_possible", "not offered: help page, 2026")
    assert cell(nothing=True).text == "nobody has looked how it can be reached"


def test_a_limit_below_the_peak_rules_a_route_out_with_its_arithmetic():
    limits = {"per_second": 0.0056, "burst": 20}
    found = cell({"peak_per_hour": 1200}, interfaces=[api(limits=limits)])
    assert found.outcome == "not_possible"
    assert "1,200 requests in the busiest hour, 40.16 allowed" in found.text


def test_a_limit_that_is_just_enough_lets_a_flow_through():
    (found, short) = (
        cell({"peak_per_hour": peak}, interfaces=[api(limits={"per_hour": 1200})])
        for peak in (1200, 1201)
    )
    assert (found.outcome, short.outcome) == ("with_work", "not_possible")


def test_everything_that_rules_a_route_out_is_told():
    limits = {"per_hour": 10, "per_day": 100}
    found = cell({"peak_per_hour": 1200, "per_day": 4800}, interfaces=[api(limits=limits)])
    assert len(hard(found)) == 2
    assert all(reason in found.text for reason in hard(found))


def test_a_limit_of_one_object_counts_before_that_of_the_interface():
    data = {"order": {"directions": BOTH, "limits": {"per_hour": 10}}}
    found = cell({"peak_per_hour": 100}, interfaces=[api(data=data, limits={"per_second": 100})])
    assert found.outcome == "not_possible"


def test_a_plugin_is_held_against_the_limits_of_the_api_that_it_uses():
    tight = api(limits={"per_hour": 10})
    found = cell({"peak_per_hour": 100}, plugins=[plugin()], interfaces=[tight])
    assert found.outcome == "not_possible"
    assert found.route.kind == "plugin"


def test_a_peak_without_a_known_limit_is_an_open_point():
    found = cell({"peak_per_hour": 100}, interfaces=[api()])
    assert found.outcome == "with_work"
    assert "no limit is on record" in found.text


def test_an_own_middleware_can_even_a_daily_peak_out():
    flow = {"timing": "daily", "per_day": 2400, "peak_per_hour": 2400}
    found = cell(flow, interfaces=[api(limits={"per_hour": 120})])
    assert (found.outcome, found.route.kind) == ("with_work", "middleware")
    assert found.route.headroom == pytest.approx(1.2)


@pytest.mark.parametrize(
    ("card_data", "outcome"),
    [("hosted", "possible"), ("tokenised", "possible"), ("stored", "not_possible"),
     ("passes_shop", "not_possible"), (None, "possible")],
)  # fmt: skip
def test_card_data_must_not_touch_the_shop(card_data, outcome):
    module = plugin(data={"payment": {"directions": BOTH}}, card_data=card_data)
    found = cell({"data": "payment"}, plugins=[module])
    assert found.outcome == outcome
    is_open = any(loss.what == "card_data" and loss.weight == "open" for loss in found.route.losses)
    assert is_open == (card_data is None)


def test_a_flow_says_itself_whether_it_holds_means_of_payment_or_personal_data():
    base = {"data": "order", "direction": "to_vendor", "timing": "daily"}
    plain = Flow.model_validate(base)
    assert (holds_payment_data(plain, OBJECTS), holds_personal_data(plain, OBJECTS)) == (
        False,
        True,
    )
    said = Flow.model_validate({**base, "payment_data": True, "personal_data": False})
    assert (holds_payment_data(said, OBJECTS), holds_personal_data(said, OBJECTS)) == (True, False)


def test_the_plan_says_which_routes_it_prefers():
    offers = {"plugins": [plugin()], "interfaces": [api()]}
    assert cell(**offers).route.kind == "plugin"
    assert cell(**offers, routes=["api", "plugin"]).route.kind == "api"
    only_files = cell(**offers, routes=["file"])
    assert only_files.outcome == "not_possible"
    assert only_files.text == "carried only by routes that the plan does not consider"


def test_shares_of_flows_count_what_is_open_both_ways():
    flows = [
        {"data": "order", "direction": "to_vendor", "timing": "real_time"},
        {"data": "order", "direction": "from_vendor", "timing": "real_time"},
        {"data": "payment", "direction": "to_vendor", "timing": "daily"},
        {"data": "refund", "direction": "to_vendor", "timing": "daily"},
    ]
    content = {"id": "p", "title": "P", "category": "c", "flows": flows, "platform": SHOP}
    one_way = plugin(data={"order": {"directions": ["to_vendor"]}})
    integration = {
        "interfaces": [api(data={"payment": {"directions": ["to_vendor"]}})],
        "plugins": [one_way],
    }
    vendor = {"id": "v", "name": "V", "category": "c", "integration": integration}
    found = fit(Vendor.model_validate(vendor), Plan.model_validate(content), PLATFORM, OBJECTS)
    assert [each.outcome for each in found.cells] == [
        "possible", "not_possible", "with_work", "unknown",
    ]  # fmt: skip
    assert found.coverage() == (50, 75)
    assert found.by_plugin() == (25, 50)
    assert found.headroom() == (None, True)


@pytest.mark.parametrize(
    ("peaks", "headroom"),
    [
        # 1,200 an hour are four times the refunds' peak, and twice the orders'.
        ({"order": 600, "refund": 300}, (2, False)),
        ({"refund": 300, "order": 600}, (2, False)),
        # Nothing is known of the route, or of the peak, of another flow: it may be tighter.
        ({"order": 600, "payment": 300}, (2, True)),
        ({"order": 600, "refund": None}, (2, True)),
    ],
)
def test_the_headroom_is_that_of_the_tightest_flow(peaks, headroom):
    flows = [
        {"data": data, "direction": "to_vendor", "timing": "hourly", "peak_per_hour": peak}
        for data, peak in peaks.items()
    ]
    content = {"id": "p", "title": "P", "category": "c", "flows": flows, "platform": SHOP}
    data = {name: {"directions": BOTH} for name in ("order", "refund")}
    held = {"interfaces": [api(data=data, limits={"per_hour": 1200})], "plugins": []}
    vendor = {"id": "v", "name": "V", "category": "c", "integration": held}
    found = fit(Vendor.model_validate(vendor), Plan.model_validate(content), PLATFORM, OBJECTS)
    assert found.headroom() == headroom


def test_a_flow_without_an_id_is_called_by_what_it_carries():
    flow = Plan.model_validate(
        {
            "id": "p", "title": "P", "category": "c",
            "flows": [{"data": "stock_level", "direction": "from_vendor", "timing": "daily"}],
        }
    ).flows[0]  # fmt: skip
    assert flow_id(flow) == "stock-level-from-vendor"
