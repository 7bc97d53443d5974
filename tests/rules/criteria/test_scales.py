"""Rules about scales: from the worst, worth 0, to the best, worth 100."""

import pytest

from tests.conftest import CRITERIA
from tests.rules.made import GATEWAYS, marked

WHOLE = '{kind: points, points: [[1, 0], [25, 60], [100, 100]], because: "-"}'


@pytest.mark.parametrize(
    ("scale", "message"),
    [
        ("{kind: points, points: [[1, 10], [100, 100]], because: x}", "run from 10 to 100"),
        ("{kind: points, points: [[1, 0], [100, 90]], because: x}", "run from 0 to 90"),
        ("{kind: levels, levels: {a: 100, b: 20}, because: x}", "run from 20 to 100"),
    ],
)
def test_a_scale_from_elsewhere_than_0_or_to_elsewhere_than_100_is_an_error(loaded, scale, message):
    assert CRITERIA.count(WHOLE) == 1
    vendor = {
        "vendors/payment-gateways/examplepay.yaml": None,
        "plans/storefront-payments.yaml": None,
    }
    (found,) = loaded({GATEWAYS: CRITERIA.replace(WHOLE, scale), **vendor}).errors
    assert (found.code, marked(found)) == ("EK207", "scale")
    assert found.message == f"the values of rate_limit {message}"


def test_a_scale_whose_ends_are_in_its_middle_spans_it_too(loaded):
    bowl = "{kind: points, points: [[1, 40], [9, 100], [20, 0], [100, 30]], because: x}"
    assert loaded({GATEWAYS: CRITERIA.replace(WHOLE, bowl)}).errors == ()
