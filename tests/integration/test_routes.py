"""How a flow can be carried, route by route."""

import pytest

from tests.integration.made import BOTH, SHOP, api, cell, hard, plugin


def test_a_plugin_that_fits_makes_a_flow_possible():
    found = cell(plugins=[plugin()])
    assert (found.outcome, found.route.kind) == ("possible", "plugin")
    assert "PHP ~8.3.0||~8.4.0 admits 8.4" in [each.text for each in found.route.compatibility]


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


def test_asking_again_and_again_is_not_real_time_but_events_are():
    flow = {"direction": "from_vendor"}
    polled = cell(flow, interfaces=[api()])
    assert polled.outcome == "not_possible"
    assert hard(polled) == [
        "it arrives within minutes (usual for its kind; not on record), not in real time"
    ]
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
    assert [check.ratio for check in found.route.limits] == pytest.approx([1.2, 1.2])


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


@pytest.mark.parametrize(
    ("kind", "route", "timing"),
    [
        ("file", "file", "daily"),
        ("webhooks", "webhooks", "real_time"),
        ("rest", "middleware", "daily"),
    ],
)
def test_what_takes_an_interface_of_a_shop_of_which_none_is_on_record_is_unknown(
    kind, route, timing
):
    flow = {"direction": "from_vendor", "timing": timing}
    found = cell(flow, interfaces=[api(kind=kind)], shop=None, routes=[route])
    assert found.outcome == "unknown"
    assert "which interfaces the shop has is not on record" in found.text
    closed = {**SHOP, "interfaces": []}
    assert cell(flow, interfaces=[api(kind=kind)], shop=closed, routes=[route]).outcome == (
        "not_possible"
    )


@pytest.mark.parametrize("turned", [False, True])
def test_of_routes_of_one_kind_the_best_counts_wherever_it_stands_in_the_file(turned):
    restrictive = [{"severity": "restrictive", "text": "no refunds"}]
    modules = [plugin(id="a", limitations=restrictive), plugin(id="b"), plugin(id="c")]
    found = cell(plugins=modules[::-1] if turned else modules)
    assert found.route.through == "b"
    assert [other.through for other in found.others] == ["c", "a"]
