"""Flows that share the limits of an interface, by hand and by property."""

import itertools
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import examples
from tests.integration.made import BOTH, api, fit_of, plugin

DATA = ("order", "payment", "refund")
CARRIED = {name: {"directions": BOTH, "timing": "real_time"} for name in DATA}


def flow(data, **parts):
    return {"data": data, "direction": "to_vendor", "timing": "hourly", **parts}


def shared(limits, *flows, **parts):
    interface = api(data=CARRIED, limits=limits, card_data="none")
    return fit_of(flows, interfaces=[interface], **parts)


def outcomes(found):
    return [cell.outcome for cell in found.cells]


def soft(cell):
    return [loss.text for loss in cell.route.losses if loss.weight == "soft"]


def test_average_days_that_fit_alone_and_not_together_are_not_possible_and_all_are_named():
    # 1 a second is 86,400 a day; 50,000 and 40,000 are 90,000: 96%.
    found = shared(
        {"per_second": 1},
        flow("order", per_day=50_000),
        flow("refund", per_day=40_000),
        flow("payment", per_day=5, direction="from_vendor"),
    )
    assert outcomes(found) == ["not_possible"] * 3
    assert {cell.text for cell in found.cells} == {
        "direct API: rest interface; Order to the vendor, Refund to the vendor and Payment from "
        "the vendor together: 50,000 + 40,000 + 5 = 90,005 requests in a day, 86,400 allowed (1 a "
        "second × 86,400): 95.99% of what is needed"
    }


def test_a_flow_that_does_not_fit_alone_takes_nothing_from_the_others():
    found = shared(
        {"per_day": 10_000}, flow("order", per_day=20_000), flow("refund", per_day=9_000)
    )
    assert outcomes(found) == ["not_possible", "with_work"]


def test_just_enough_for_all_is_enough():
    found = shared({"per_day": 10_000}, flow("order", per_day=6_000), flow("refund", per_day=4_000))
    assert outcomes(found) == ["with_work"] * 2
    (load,) = found.shared
    assert (load.check.needed, load.check.ratio, load.is_peak) == (10_000, 1, False)
    assert found.headroom() == (1, 1)


def test_busiest_hours_that_may_coincide_only_leave_a_risk():
    flows = [
        {**flow(data, peak_per_hour=peak), "timing": "real_time"}
        for data, peak in {"order": 60, "refund": 50}.items()
    ]
    module = plugin(data=CARRIED, card_data="none")
    found = shared({"per_hour": 100}, *flows, plugins=[module])
    # Through a plug-in each would be possible without work.
    assert outcomes(found) == ["with_work"] * 2
    assert [soft(cell) for cell in found.cells] == [
        [
            "Order to the vendor and Refund to the vendor together, if their busiest times "
            "coincide: 60 + 50 = 110 requests in an hour, 100 allowed: 90.9% of what is needed"
        ]
    ] * 2
    assert found.headroom() == (pytest.approx(100 / 60),) * 2


def test_a_busiest_hour_counts_as_well_in_its_day():
    # Refunds may come 400 an hour, so 400 and 100 in a day, against 450.
    found = shared({"per_day": 450}, flow("order", per_day=100), flow("refund", peak_per_hour=400))
    assert "100 + 400 = 500 requests in a day, 450 allowed: 90%" in soft(found.cells[0])[0]


def test_whether_open_limits_are_enough_for_all_is_unknown():
    flows = [flow("order", per_day=600), flow("refund", per_day=600)]
    found = shared({"per_day": {"at_least": 1000}}, *flows)
    assert outcomes(found) == ["unknown"] * 2
    assert "1,000 allowed: whether so many are allowed is open" in found.cells[0].text
    assert outcomes(shared({"per_day": "unlimited"}, *flows)) == ["with_work"] * 2


def test_who_has_another_route_leaves_the_limit_to_those_who_have_none():
    files = {"id": "files", "kind": "file", "data": {"refund": {"directions": BOTH}}}
    interface = api(data=CARRIED, limits={"per_day": 1000})
    flows = [flow("order", per_day=900), {**flow("refund", per_day=900), "timing": "daily"}]
    found = fit_of(flows, interfaces=[interface, files])
    assert [(cell.outcome, cell.route.kind) for cell in found.cells] == [
        ("with_work", "api"),
        ("with_work", "file"),
    ]
    left = next(route for route in found.cells[1].others if route.kind == "api")
    assert left.outcome == "not_possible"
    assert found.shared == ()


def test_limits_of_their_own_are_shared_by_the_directions_of_a_data_object_only():
    own = {**CARRIED, "order": {**CARRIED["order"], "limits": {"per_day": 1000}}}
    interface = api(data=own, limits={"per_day": 1000})
    flows = [
        flow("order", per_day=700),
        flow("order", per_day=700, direction="from_vendor"),
        flow("refund", per_day=700),
    ]
    found = fit_of(flows, interfaces=[interface])
    assert outcomes(found) == ["not_possible", "not_possible", "with_work"]


def test_two_plugins_on_one_api_share_its_limit():
    one = plugin(id="one", data={"order": CARRIED["order"]})
    two = plugin(id="two", data={"refund": CARRIED["refund"]})
    interface = api(data=CARRIED, limits={"per_day": 1000})
    flows = [flow("order", per_day=700), flow("refund", per_day=700)]
    found = fit_of(flows, interfaces=[interface], plugins=[one, two], routes=["plugin"])
    assert outcomes(found) == ["not_possible"] * 2


def test_a_risk_of_one_route_makes_no_other_possible():
    # Through the plug-in both are possible; asking the same API is too slow all the same.
    flows = [
        {**flow(data, peak_per_hour=60, direction="from_vendor"), "timing": "real_time"}
        for data in ("order", "refund")
    ]
    slow = {name: {"directions": BOTH} for name in DATA}
    interface = api(data=slow, limits={"per_hour": 100})
    found = fit_of(flows, interfaces=[interface], plugins=[plugin(data=CARRIED)])
    assert outcomes(found) == ["with_work"] * 2
    others = {other.outcome for cell in found.cells for other in cell.others}
    assert others == {"not_possible"}


def test_sums_do_not_depend_on_the_order_of_what_is_added():
    loads = {
        ("order", "to_vendor"): 0.1,
        ("refund", "to_vendor"): 0.2,
        ("payment", "to_vendor"): 0.3,
    }
    orders = itertools.permutations(loads.items())
    sums = {
        shared(
            {"per_day": 100},
            *(flow(data, direction=way, per_day=load) for (data, way), load in order),
        )
        .shared[0]
        .check.needed
        for order in orders
    }
    assert len(sums) == 1


NUMBER = st.integers(1, 2000)
LOAD = st.none() | NUMBER
FLOWS = st.lists(
    st.fixed_dictionaries(
        {
            "data": st.sampled_from(DATA),
            "direction": st.sampled_from(BOTH),
            "timing": st.sampled_from(["hourly", "daily"]),
            "per_day": LOAD,
            "peak_per_second": LOAD,
        }
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda each: (each["data"], each["direction"]),
)
LIMITS = st.dictionaries(st.sampled_from(["per_second", "per_minute", "per_day"]), NUMBER)
INTERFACES = st.lists(
    st.tuples(st.sampled_from(["rest", "soap", "file"]), LIMITS, st.sets(st.sampled_from(DATA))),
    min_size=1,
    max_size=3,
)


def interfaces_of(given_):
    return [
        {"id": f"i{place}", "kind": kind, "limits": limits, "data": {d: CARRIED[d] for d in data}}
        for place, (kind, limits, data) in enumerate(given_)
    ]


def summary(found):
    loads = Counter(
        (frozenset(load.flows), load.title, load.check.period, load.is_peak, load.check.needed)
        for load in found.shared
    )
    cells = {cell.flow: (cell.outcome, cell.route and cell.route.through) for cell in found.cells}
    return cells, found.headroom(), loads


@settings(max_examples=examples(60))
@given(FLOWS, INTERFACES, st.randoms(use_true_random=False))
def test_no_order_of_flows_interfaces_or_limits_decides(flows, given_, random):
    interfaces = interfaces_of(given_)
    first = fit_of(flows, interfaces=interfaces, plugins=[plugin(data=CARRIED)])
    random.shuffle(flows)
    random.shuffle(interfaces)
    turned = [{**each, "limits": dict(reversed(each["limits"].items()))} for each in interfaces]
    again = fit_of(flows, interfaces=turned, plugins=[plugin(data=CARRIED)])
    assert summary(first) == summary(again)


@settings(max_examples=examples(60))
@given(FLOWS, LIMITS, st.sampled_from([0.25, 2, 8]))
def test_loads_and_limits_that_grow_alike_change_nothing(flows, limits, times):
    def scaled(content):
        return {
            key: each * times if isinstance(each, (int, float)) else each
            for key, each in content.items()
        }

    first = shared(limits, *flows)
    again = shared(scaled(limits), *map(scaled, flows))
    assert outcomes(first) == outcomes(again)
    assert first.headroom() == again.headroom()
