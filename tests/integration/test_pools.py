"""Whose limits a route is held against."""

import pytest

from tests.integration.made import BOTH, api, cell, fit_of, hard, plugin

LOAD = {"peak_per_hour": 100}
OWN = {"order": {"directions": BOTH, "timing": "real_time"}}


def own(limits):
    return {"order": {**OWN["order"], "limits": limits}}


def checked(**parts):
    return [(each.limit, each.allowed, each.most) for each in cell(LOAD, **parts).route.limits]


@pytest.mark.parametrize(
    ("whole", "of_data", "tightest"),
    [
        # A rate replaces the rates of the whole interface, and a quota its quota.
        ({"per_second": 1, "burst": 5}, {"per_minute": 600}, ("per_minute", 36_000)),
        ({"per_second": 1, "per_day": 500}, {"per_minute": 600}, ("per_day", 500)),
        ({"per_minute": 5, "per_day": 200}, {"per_day": 9999}, ("per_minute", 300)),
        # What says nothing about rates replaces none.
        ({"per_minute": 5}, {"page_size": 100, "concurrency": 2}, ("per_minute", 300)),
        ({"per_minute": 5}, {"burst": 20}, ("per_minute", 320)),
    ],
)
def test_limits_of_a_data_object_replace_those_of_their_kind(whole, of_data, tightest):
    (found,) = checked(interfaces=[api(limits=whole, data=own(of_data))])
    assert found[:2] == tightest


def test_limits_of_an_api_that_stand_in_for_those_of_a_plugin_are_said_to():
    found = cell(
        LOAD, plugins=[plugin()], interfaces=[api(title="Orders", limits={"per_hour": 10})]
    )
    assert hard(found) == [
        "100 requests in the busiest hour, 10 allowed (by Orders; the plug-in's own limits are not "
        "on record): 10% of what is needed"
    ]
    module = plugin(data=own({"per_hour": 1000}))
    (check,) = cell(LOAD, plugins=[module], interfaces=[api(limits={"per_hour": 10})]).route.limits
    assert check.text == (
        "100 requests in the busiest hour, 1,000 allowed: 10 times what is needed"
    )


def test_of_several_apis_behind_a_plugin_it_is_not_known_which_counts():
    tight, wide = (
        api(id=name, title=name.upper(), limits={"per_hour": n})
        for name, n in (("a", 10), ("b", 300))
    )
    for interfaces in ([tight, wide], [wide, tight]):
        found = cell(LOAD, plugins=[plugin()], interfaces=interfaces, routes=["plugin"])
        assert found.outcome == "unknown"
        assert "10 to 300 allowed (by A and B; " in found.text
    narrow = api(id="c", limits={"per_hour": 20})
    found = cell(LOAD, plugins=[plugin()], interfaces=[tight, narrow], routes=["plugin"])
    assert found.outcome == "not_possible"


def test_an_api_that_does_not_carry_the_data_may_not_be_that_of_a_plugin():
    other = api(limits={"per_hour": 10}, data={"refund": {"directions": BOTH}})
    found = cell(LOAD, plugins=[plugin()], interfaces=[other])
    assert found.outcome == "unknown"
    assert "at least 10 allowed" in found.text
    # One that carries it counts before it.
    carries = api(id="orders", limits={"per_hour": 300})
    interfaces = [other, carries]
    found = checked(plugins=[plugin()], interfaces=interfaces, routes=["plugin"])
    assert found == [("per_hour", 300, 300)]


def test_of_several_apis_behind_plugins_none_is_known_to_be_shared():
    flows = [
        {"data": name, "direction": "to_vendor", "timing": "hourly", "per_day": 7}
        for name in ("order", "refund")
    ]
    data = dict.fromkeys(("order", "refund"), OWN["order"])
    apis = [api(id=name, data=data, limits={"per_day": 10}) for name in ("a", "b")]
    found = fit_of(flows, plugins=[plugin(data=data)], interfaces=apis)
    assert [cell.outcome for cell in found.cells] == ["possible"] * 2
    assert found.shared == ()


def test_a_burst_alone_is_no_limit_of_a_plugin():
    module = plugin(data=own({"burst": 5}))
    found = checked(plugins=[module], interfaces=[api(limits={"per_hour": 300})])
    assert found == [("per_hour", 300, 300)]


def test_a_plugin_without_any_limit_on_record_says_so():
    found = cell(LOAD, plugins=[plugin()], interfaces=[api(limits={"concurrency": 4})])
    assert found.route.limits == ()
    assert "no limit is on record that the peak could be held against" in found.text
