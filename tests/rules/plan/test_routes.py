"""Rules about the routes of vendors for the flows of a plan."""

import pytest

from tests.conftest import CRITERIA, PLAN, vendor
from tests.rules.flows import OBJECTS, PLATFORM, SHOP, flows, offers, plugin, way
from tests.rules.made import EXAMPLEPAY, GATEWAYS, OTHERPAY, SOURCED, STOREFRONT, messages
from tests.rules.many import plans, vendors


def test_a_must_flow_that_one_vendor_carries_has_a_route(codes):
    plan = flows("data: refund, direction: to_vendor, timing: daily")
    assert codes(offers(way()), plan) == ["EK622"]
    other = vendor(api_style=f"{{value: [rest], {SOURCED}}}")
    carries = other + offers(way(data="refund: {directions: [to_vendor]}"))
    assert codes(offers(way()), plan, files={OTHERPAY: carries}) == []


def test_what_cannot_be_read_may_have_the_route(loaded):
    plan = PLAN + flows("data: refund, direction: to_vendor, timing: daily")
    only = "id: ID\nname: X\ncategory: payment-gateways\n" + offers(way())
    given = {
        GATEWAYS: CRITERIA + OBJECTS, SHOP: PLATFORM, STOREFRONT: plan,
        EXAMPLEPAY: only.replace("ID", "examplepay"), OTHERPAY: "x: [\n",
    }  # fmt: skip

    def found(files):
        return "EK622" in {each.code for each in loaded(files).diagnostics}

    assert not found(given)
    assert not found({**given, STOREFRONT: given[STOREFRONT] + "vendors: [examplepay, otherpay]\n"})
    assert found({**given, STOREFRONT: given[STOREFRONT] + "vendors: [examplepay]\n"})
    assert found({**given, OTHERPAY: only.replace("ID", "otherpay")})


def test_a_vendor_at_which_nobody_has_looked_may_carry_it(codes):
    plan = flows("data: refund, direction: to_vendor, timing: daily")
    other = vendor(api_style=f"{{value: [rest], {SOURCED}}}")
    assert codes(offers(way()), plan, files={OTHERPAY: other}) == []
    assert codes("", plan) == []


def test_a_wish_may_stay_without_a_route(codes):
    plan = flows("data: refund, direction: to_vendor, timing: daily, need: wish")
    assert codes(offers(way()), plan) == []


def test_a_route_in_the_other_direction_is_none(codes):
    assert codes(offers(way()), flows("data: order, direction: from_vendor, timing: daily")) == [
        "EK622"
    ]


def test_a_plug_in_for_another_platform_is_no_route(codes):
    plan = flows("data: refund, direction: to_vendor, timing: daily")
    other = {"platforms/kiosk.yaml": PLATFORM.replace("id: shop", "id: kiosk")}
    data = "refund: {directions: [to_vendor]}"
    shop, kiosk = (
        offers(way(), plugins=[plugin(f"platform: {p}", data)]) for p in ("shop", "kiosk")
    )
    assert codes(shop, plan, files=other) == []
    assert codes(kiosk, plan, files=other) == ["EK622"]


PAID = "data: payment, direction: to_vendor, timing: daily"


@pytest.mark.parametrize(
    ("kinds", "verb"),
    [
        (("stored",), "stores card numbers in the shop"),
        (("passes_shop",), "lets card numbers pass through the shop"),
        (("stored", "passes_shop"), "stores card numbers in the shop or lets them pass through it"),
    ],
)
def test_payment_data_that_can_only_reach_the_shop_are_told_with_the_vendor(told, kinds, verb):
    ways = [
        way(
            f"api-{kind.replace('_', '-')}",
            data="payment: {directions: [to_vendor]}",
            more=f"card_data: {kind}, {SOURCED}",
        )
        for kind in kinds
    ]
    found = [each for each in told(offers(*ways), flows(PAID)) if each[0] != "EK609"]
    message = f"every route of `examplepay` for `payment` to the vendor {verb}"
    assert found == [("EK623", f"{{{PAID}}}", message)]


@pytest.mark.parametrize("card_data", ["hosted", "tokenised", "none", None])
def test_one_route_that_keeps_cards_out_or_may_do_so_is_enough(codes, card_data):
    data = "payment: {directions: [to_vendor]}"
    more = f"card_data: {card_data}, {SOURCED}" if card_data else SOURCED
    ways = (
        way(data=data, more=more),
        way("old", data=data, more=f"card_data: passes_shop, {SOURCED}"),
    )
    assert codes(offers(*ways), flows(PAID)) == []


def test_a_flow_says_itself_whether_it_holds_payment_data(codes):
    def passes(name):
        return offers(
            way(
                data=f"{name}: {{directions: [to_vendor]}}",
                more=f"card_data: passes_shop, {SOURCED}",
            )
        )

    assert codes(passes("payment"), flows(f"{PAID}, payment_data: false")) == []
    order = PAID.replace("payment", "order")
    assert codes(passes("order"), flows(order)) == []
    assert codes(passes("order"), flows(f"{order}, payment_data: true")) == ["EK623"]


INTEGRATION = (
    "integration: {interfaces: [{id: api, kind: rest, card_data: stored, source: s,"
    " checked: 2026-06-20, data: {order: {directions: [to_vendor]}}}]}\n"
)
FLOWS = (
    "data_objects: {order: {title: Order, payment_data: true}}\n"
    "flows: [{data: order, direction: to_vendor, timing: daily}]\n"
)


def test_50_vendors_are_listed_that_store_card_numbers(loaded):
    workspace = loaded(plans(1, FLOWS) | vendors(51, INTEGRATION))
    assert len(messages(workspace, "EK623")) == 50
