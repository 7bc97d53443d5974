"""Why one vendor is ahead of another, in numbers."""

import pytest

from evalkit.errors import EvalkitError
from tests.conftest import vendor
from tests.explanation.made import NO_WEBHOOKS, OTHERPAY, SOAP, against


def test_the_difference_by_hand(evaluated):
    found = against(evaluated(), "examplepay", "otherpay")
    # 63.75 − 30: scalability 45 − 20.625, api style 18.75 − 9.375, and webhooks open for both
    assert found.points == pytest.approx(33.75)
    assert [(c.criterion, c.known, c.open) for c in found.criteria] == [
        ("scalability", pytest.approx(24.375), 0),
        ("api", pytest.approx(9.375), 0),
    ]
    assert [gap.is_known for gap in found.measures] == [True, True, False]
    back = against(evaluated(), "otherpay", "examplepay")
    assert [c.known for c in back.criteria] == [-c.known for c in found.criteria]
    assert back.points == -found.points


def test_weight_that_moved_is_said_in_the_line(evaluated):
    evaluation = evaluated({OTHERPAY: vendor(**SOAP, webhooks=NO_WEBHOOKS)})
    api = next(
        c for c in against(evaluation, "examplepay", "otherpay").criteria if c.criterion == "api"
    )
    style, webhooks = api.measures
    # 18.75 − 12.5; what is open of one and does not apply to the other brings neither anything
    assert (style.points, webhooks.points) == (pytest.approx(6.25), 0)
    assert style.remark == (
        "weighs 18.75% for ExamplePay and 25% for Otherpay: what does not apply to a vendor "
        "leaves its weight to what stands beside it"
    )
    assert webhooks.remark == (
        "does not apply to Otherpay, for whom its weight went to the measures beside it; weighs "
        "6.25% for ExamplePay"
    )


def test_nobody_is_compared_with_itself(evaluated):
    with pytest.raises(EvalkitError, match="cannot be compared with itself"):
        against(evaluated(), "examplepay", "examplepay")
