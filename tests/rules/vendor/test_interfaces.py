"""Rules about interfaces and their data."""

from tests.conftest import CRITERIA, vendor
from tests.rules.flows import MISTAKES, flows, offers, plugin, way
from tests.rules.made import GATEWAYS, OTHERPAY, SOURCED


def test_hints_name_the_nearest_word(diagnosed):
    plan = flows("data: odrer, direction: to_vendor, timing: daily")
    hints = {d.code: d.hint for d in diagnosed(MISTAKES, plan)}
    assert hints["EK601"] == hints["EK621"] == "did you mean `order`?"
    assert hints["EK605"].startswith("did you mean `shop`? To add it, write `platforms/shopp.yaml`")


def test_what_fits_is_let_pass(codes):
    module = plugin('platform: shop, php: "~8.3.0||~8.4.0", requires: {magento/framework: ^103.0}')
    both = way(data="refund: {directions: [from_vendor]}")
    plan = flows("data: order, direction: to_vendor, timing: real_time, peak_per_second: 3")
    assert codes(offers(both, plugins=[module], lacks="payment: s"), plan) == []


def test_a_plan_that_compares_the_vendor_may_add_a_data_object(codes):
    gift = offers(way(data="gift_card: {directions: [to_vendor]}"))
    assert codes(gift) == ["EK601"]
    assert codes(gift, "data_objects: {gift_card: {title: Gift card}}\n") == []
    other = {OTHERPAY: vendor(api_style=f"{{value: [rest], {SOURCED}}}")}
    plan = "data_objects: {gift_card: {title: Gift card}}\nvendors: [otherpay]\n"
    assert codes(gift, plan, files=other) == ["EK601"]


def test_where_nobody_has_named_data_objects_none_is_unknown(codes):
    assert codes(offers(way()), files={GATEWAYS: CRITERIA}) == []


def test_what_is_lacking_is_a_known_data_object_too(told):
    message = "the criteria of `payment-gateways` define no data object `refnd`"
    assert told(offers(way(), lacks="refnd: s")) == [("EK601", "refnd", message)]
