"""Rules about the flows of a plan."""

import pytest

from tests.rules.flows import PLAN_MISTAKES, flows, offers, plugin, way
from tests.rules.made import SOURCED, placed


def test_a_plan_with_each_mistake_is_told_each_at_its_place(diagnosed):
    stores = offers(
        way(data="payment: {directions: [to_vendor]}", more=f"card_data: passes_shop, {SOURCED}")
    )
    assert placed(diagnosed(stores, PLAN_MISTAKES)) == [
        (
            "EK629",
            "9:33",
            "regular support of `shop` 2.4.7-p5 ended on 2026-05-31; extended support runs until 2027-05-31",
        ),
        ("EK626", "9:48", "`shop` 2.4.7-p5 does not support PHP 8.4"),
        ("EK627", "9:68", "`shop` has no interface `rset`"),
        ("EK628", "9:87", "`shop` has no storefront `clasic`"),
        ("EK634", "10:23", "`plugin` is listed twice"),
        ("EK633", "11:16", "the criteria of `payment-gateways` already define `order`"),
        ("EK621", "13:12", "neither the criteria nor this plan define a data object `odrer`"),
        (
            "EK622",
            "14:12",
            "`refund` from the vendor is mandatory, but no vendor compared here has a route for it",
        ),
        ("EK632", "14:52", "the peak volume of `refund` from the vendor is not stated"),
        (
            "EK623",
            "15:5",
            "every route of `examplepay` for `payment` to the vendor lets card numbers pass through the shop",
        ),
        (
            "EK623",
            "16:5",
            "every route of `examplepay` for `payment` to the vendor lets card numbers pass through the shop",
        ),
        ("EK630", "16:5", "`payment` to the vendor is listed twice"),
    ]


@pytest.mark.parametrize(
    ("first", "second", "marked_text"),
    [
        ("id: a, data: order", "id: a, data: refund", "a"),
        ("id: refund-to-vendor, data: order", "data: refund", "refund"),
    ],
)
def test_an_id_is_used_once_also_where_it_is_left_out(told, first, second, marked_text):
    rest = "direction: to_vendor, timing: daily"
    name = "a" if marked_text == "a" else "refund-to-vendor"
    found = told(plan=flows(f"{first}, {rest}", f"{second}, {rest}"))
    assert found == [("EK630", marked_text, f"the id `{name}` is used twice")]


def test_flows_need_a_platform_only_where_a_vendor_has_a_plug_in_for_one(told):
    plan = flows("data: order, direction: to_vendor, timing: daily", platform="")
    assert told(offers(way()), plan=plan) == []
    everywhere = offers(way(), plugins=[plugin("php: '>=8.2'")])
    assert "EK631" not in {code for code, *_ in told(everywhere, plan=plan)}
    message = "plug-ins cannot be matched without the shop's platform: examplepay"
    for_a_shop = offers(way(), plugins=[plugin("platform: shop")])
    assert told(for_a_shop, plan=plan) == [("EK631", "flows", message)]


@pytest.mark.parametrize("peak", ["peak_per_hour: 900", "peak_per_second: 2"])
def test_a_peak_is_one_of_an_hour_or_of_a_second(codes, peak):
    plan = flows(f"data: order, direction: to_vendor, timing: real_time, {peak}")
    assert codes(plan=plan) == []
    assert codes(plan=plan.replace(peak, "per_day: 9")) == ["EK632"]
