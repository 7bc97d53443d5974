"""Flows matched to their best route."""

import math

import pytest

from evalkit.integration.fit import fit, holds_payment_data, holds_personal_data
from evalkit.model.flow import Flow, flow_id
from evalkit.model.plan import Plan
from evalkit.model.vendor import Vendor
from tests.integration.made import BOTH, OBJECTS, PLATFORM, SHOP, api, cell, fit_of, plugin


def test_another_route_takes_its_place_with_work():
    found = cell(plugins=[plugin(php="~8.3.0")], interfaces=[api()])
    assert (found.outcome, found.route.kind) == ("with_work", "api")
    assert [(route.kind, route.outcome) for route in found.others] == [
        ("plugin", "not_possible"),
        ("middleware", "with_work"),
    ]


def test_what_is_not_on_record_is_unknown_and_what_is_not_offered_is_not_possible():
    other = api(data={"payment": {"directions": BOTH}})
    assert cell(interfaces=[other]).outcome == "unknown"
    lacking = cell(interfaces=[other], lacks={"order": "help page, 2026"})
    assert (lacking.outcome, lacking.text) == ("not_possible", "not offered: help page, 2026")
    assert cell(nothing=True).text == "nobody has looked how it can be reached"


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
    assert found.headroom() == (0, math.inf)


@pytest.mark.parametrize(
    ("peaks", "headroom"),
    [
        # 1,200 an hour are four times the refunds' peak, and twice the orders'.
        ({"order": 600, "refund": 300}, (2, 2)),
        ({"refund": 300, "order": 600}, (2, 2)),
        # Nothing is known of the route, or of the peak, of another flow: it may be tighter.
        ({"order": 600, "payment": 300}, (0, 2)),
        ({"order": 600, "refund": None}, (0, 2)),
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


@pytest.mark.parametrize(
    ("limits", "open_"),
    [({"per_day": 9}, ()), ({"per_day": "unlimited"}, ()), ({"per_day": {"at_least": 9}}, ("x",)),
     ({"concurrency": 9}, ("x",)), ({"per_day": {"low": 9, "high": 10}}, ("x",))],
)  # fmt: skip
def test_a_limit_that_is_open_leaves_the_headroom_open(limits, open_):
    flow = {"id": "x", "data": "order", "direction": "to_vendor", "timing": "daily", "per_day": 3}
    found = fit_of([flow], interfaces=[api(limits=limits)])
    assert found.open_flows("peak_headroom") == open_
