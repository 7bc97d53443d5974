"""A vendor is found by its id or its name."""

import pytest

from evalkit.errors import EvalkitError
from evalkit.explanation.lookup import find_vendor
from tests.conftest import VENDOR
from tests.explanation.made import OTHERPAY, against


def test_a_vendor_is_found_by_id_and_by_its_name_in_any_case(evaluated):
    evaluation = evaluated()
    assert find_vendor(evaluation, "examplepay").id == "examplepay"
    assert find_vendor(evaluation, "EXAMPLEPAY").id == "examplepay"
    with pytest.raises(EvalkitError, match=r"no vendor 'Exampelpay' in storefront-payments; did"):
        find_vendor(evaluation, "Exampelpay")
    with pytest.raises(EvalkitError, match="known here: examplepay, otherpay"):
        find_vendor(evaluation, "zzz")


def test_namesakes_are_told_apart_by_their_ids(evaluated):
    twin = VENDOR.replace("examplepay", "otherpay")
    evaluation = evaluated({OTHERPAY: twin})
    with pytest.raises(EvalkitError, match="write an id: `examplepay` and `otherpay`"):
        find_vendor(evaluation, "examplePay")
    assert against(evaluation, "examplepay", "otherpay").sentences[0] == (
        "ExamplePay (examplepay) and ExamplePay (otherpay) have the same points."
    )
