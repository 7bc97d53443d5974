"""Why a vendor has its score, in numbers."""

import pytest

from tests.conftest import VENDOR, vendor
from tests.explanation.made import EXAMPLEPAY, NO_WEBHOOKS, OTHERPAY, SOAP, of


def test_points_brought_and_lost_by_hand(evaluated):
    found = of(evaluated(), "examplepay")
    # weights: api 1/4 × (3/4, 1/4), scalability 3/4; values 100, unknown → 0, 60
    assert found.score == pytest.approx(18.75 + 0 + 45)
    assert [(c.criterion, c.points, c.possible, c.lost_unknown) for c in found.criteria] == [
        ("api", pytest.approx(18.75), pytest.approx(25), pytest.approx(6.25)),
        ("scalability", pytest.approx(45), pytest.approx(75), 0),
    ]
    assert found.strongest == ("rate_limit", "api_style")
    assert found.weakest == ("rate_limit", "webhooks")
    assert (found.lost_unknown, found.lost_known) == pytest.approx((6.25, 30))
    assert of(evaluated(), "examplepay", top=1).strongest == ("rate_limit",)


def test_what_does_not_apply_is_left_out_with_its_reason(evaluated):
    found = of(evaluated({OTHERPAY: vendor(**SOAP, webhooks=NO_WEBHOOKS)}), "otherpay")
    assert [(each.measure, each.reason) for each in found.left_out] == [
        ("webhooks", "polling is enough")
    ]
    # its 1/16 went to api_style: 1/4 × 50, and 3/4 × 60 × 11/24 for 12 requests/s
    assert found.score == pytest.approx(12.5 + 20.625)
    assert [m.possible for m in found.criteria[0].measures] == [pytest.approx(25)]


def test_nothing_unknown_moves_nothing(evaluated):
    known = VENDOR + "  webhooks: {value: true, source: https://e.test, checked: 2026-06-20}\n"
    said = of(evaluated({EXAMPLEPAY: known}), "examplepay").sentences
    assert "Nothing that is not known can move this score." in said
    assert said[-1] == "30.0 points are missing, only because of what is known."
