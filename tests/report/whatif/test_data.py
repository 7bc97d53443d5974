"""The data with which a page scores again."""

import json

import pytest

from evalkit.report.whatif.data import block, whatif
from tests.conftest import CRITERIA, PLAN, VENDOR, vendor
from tests.report.made import FILES, HOSTILE, PLAIN
from tests.report.saved import without

OTHERPAY = "vendors/payment-gateways/otherpay.yaml"
STOREFRONT = "plans/storefront-payments.yaml"


def of(data, name):
    (found,) = (each for each in data["vendors"] if each["id"] == name)
    return found


def test_the_tree_has_the_weights_as_they_were_given(evaluated):
    # The plan says 25 and 75 in place of the criteria's 40 and 60.
    data = whatif(evaluated({}))
    assert data["tree"] == [
        ["api", "API preference", 25], ["api_style", "Api style", 30, 0], ["webhooks", "Webhooks", 10, 0],
        ["scalability", "Scalability", 75], ["rate_limit", "Rate limit", 10, 3],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fact", "cell"),
    [
        ("25", 60),
        ("{low: 1, high: 25}", [0, 30, 60]),
        ("{low: 1, likely: 25, high: 100}", [0, 60, 100]),
        ("unknown", [0, 100]),
        ("{at_least: 25}", [60, 100]),
        ("{value: 1, conflicts: [{value: 25}]}", [0, 60]),
        ("{not_applicable: It has no limit.}", None),
    ],
)
def test_values_are_scaled_and_tell_what_the_rule_may_set(evaluated, fact, cell):
    # The scale goes from 1 (worth 0) by 25 (60) to 100 requests/s (100).
    data = whatif(evaluated({OTHERPAY: vendor(rate_limit=fact)}))
    assert of(data, "otherpay")["values"][2] == pytest.approx(cell)


def test_a_second_gate_on_a_measure_has_a_name_of_its_own(evaluated):
    gates = "  - {measure: rate_limit, at_most: 50, because: '-'}\n"
    data = whatif(evaluated({STOREFRONT: PLAN + gates}))
    assert [each["id"] for each in data["gates"]] == ["rate_limit", "rate_limit:2"]
    assert data["gates"][0]["title"] == "Rate limit: at least 10 requests/s"
    assert of(data, "examplepay")["gates"] == "pp"


def test_people_have_the_weights_that_they_stated_and_no_others(evaluated):
    data = whatif(evaluated(FILES))
    finance, technology = data["people"]
    assert finance["weights"] == {"api": 0.25, "scalability": 0.75}
    assert technology["weights"] == pytest.approx(
        {"api": 0.75, "scalability": 0.25, "webhooks": 0.75, "api_style": 0.25}
    )


def test_vendors_stand_in_the_order_of_their_names_whatever_their_rank(evaluated):
    names = {"zed": "ÄRGER", "mid": "apple", "last": "Zebra"}
    files = {
        f"vendors/payment-gateways/{name}.yaml": vendor(name).replace(
            f"name: {name.title()}", f"name: {shown}"
        )
        for name, shown in names.items()
    }
    data = whatif(evaluated(files))
    assert [each["name"] for each in data["vendors"]] == ["apple", "ExamplePay", "Zebra", "ÄRGER"]


def test_numbers_come_back_with_the_same_bits(evaluated):
    text = VENDOR.replace("value: 25", "value: 33.7")
    evaluation = evaluated({"vendors/payment-gateways/examplepay.yaml": text})
    data = json.loads(block(evaluation))
    value = evaluation.vendors[0].measures["rate_limit"].value
    assert of(data, "examplepay")["values"][2].hex() == value.hex()
    assert of(data, "examplepay")["researched"].hex() == evaluation.vendors[0].researched.hex()


def test_hostile_texts_neither_end_the_element_nor_hide(evaluated):
    hidden = {"vendors/payment-gateways/hid.yaml": vendor("hid").replace("Hid", '"A\\u202eB"')}
    text = block(evaluated({**FILES, **hidden}))
    assert "<" not in text
    assert HOSTILE in json.loads(text)["title"]
    assert "A\\u202eB" in of(json.loads(text), "hid")["name"]


def test_the_mark_changes_with_any_file_and_with_nothing_else(evaluated):
    first = whatif(evaluated(PLAIN))["evaluation"]
    assert whatif(evaluated(PLAIN))["evaluation"] == first
    changed = {**PLAIN, "criteria/payment-gateways.yaml": CRITERIA + "about: Another text.\n"}
    assert whatif(evaluated(changed))["evaluation"] != first


def test_an_evaluation_saved_without_weights_has_no_data(evaluated):
    found = without(evaluated(PLAIN), "weights")
    assert whatif(found) is None
    assert block(found) == ""
