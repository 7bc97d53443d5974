"""Rules about interfaces and their data."""

import pytest

from tests.conftest import CRITERIA, VENDOR, vendor
from tests.rules.flows import MISTAKES, OBJECTS, flows, offers, plugin, way
from tests.rules.made import EXAMPLEPAY, GATEWAYS, OTHERPAY, SOURCED, marked


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


TAKES = {
    GATEWAYS: CRITERIA.replace("api_style:", "api_style:\n        from_interfaces: kind").replace(
        "webhooks:", "webhooks:\n        from_interfaces: webhooks"
    )
    + OBJECTS
}


@pytest.mark.parametrize(
    ("fact", "says"),
    [
        ("[graphql]", "graphql"),
        ("none", "none"),
        ("unknown", "unknown"),
    ],
)
def test_a_fact_that_an_interface_contradicts_is_told_with_its_place(diagnosed, fact, says):
    files = TAKES | {EXAMPLEPAY: VENDOR.replace("[rest]", fact) + offers(way())}
    (found,) = diagnosed(files=files)
    assert (found.code, marked(found)) == ("EK343", "api_style")
    assert found.message == f"api_style says {says}, but the interface `api` says rest"
    place = "integration.interfaces.0.kind"
    assert found.hint == f"correct it or `{place}`; without the fact, the interface counts"


def unlike(diagnosed, fact, *interfaces):
    """The findings about a fact on the style of an API beside interfaces."""
    text = VENDOR.replace("value: [rest]", fact) + offers(*interfaces)
    return [d.message for d in diagnosed(files=TAKES | {EXAMPLEPAY: text})]


@pytest.mark.parametrize(
    "fact",
    ["value: [rest]", "value: [graphql, rest]", "at_least: [graphql]",
     "value: graphql, conflicts: [{value: rest, source: s, checked: 2026-06-20}]"],
)  # fmt: skip
def test_a_fact_may_say_more_than_its_interfaces(diagnosed, fact):
    assert unlike(diagnosed, fact, way()) == []


def test_what_interfaces_say_beside_the_levels_of_a_measure_is_no_contradiction(diagnosed):
    sdk, made_up = way("kit", "sdk"), way("soap", "soap", more=f"{SOURCED}, source_kind: generated")
    assert unlike(diagnosed, "value: [rest]", way(), sdk, made_up) == []


def test_a_misspelt_level_is_told_once(diagnosed):
    (message,) = unlike(diagnosed, "value: [rset]", way())
    assert message == "`rset` is not a level"


def test_of_several_interfaces_the_first_that_contradicts_is_told_once(diagnosed):
    ways = (way(), way("soap", "soap"), way("old", "soap"))
    message = "api_style says rest, but the interface `soap` says soap"
    assert unlike(diagnosed, "value: [rest]", *ways) == [message]


def test_a_fact_without_webhooks_is_contradicted_by_one(told):
    facts = f"  webhooks: {{value: false, {SOURCED}}}\n{offers(way(), way('events', 'webhooks'))}"
    message = "webhooks says false, but the interface `events` says true"
    assert told(facts, files=TAKES) == [("EK343", "webhooks", message)]
    assert (
        told(facts.replace("kind: webhooks", "kind: soap").replace("false", "true"), files={}) == []
    )


def test_who_says_that_a_measure_does_not_apply_is_held_to_the_interfaces_too(diagnosed):
    says = "api_style says it does not apply, but the interface `api` says rest"
    text = VENDOR.replace(f"{{value: [rest], {DOCS}}}", "{not_applicable: a kiosk}")
    found = diagnosed(files=TAKES | {EXAMPLEPAY: text + offers(way())})
    assert [d.message for d in found if d.code == "EK343"] == [says]


DOCS = "source: https://examplepay.test/docs, checked: 2026-06-20"
