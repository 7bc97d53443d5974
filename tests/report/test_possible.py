"""A vendor's points on one criterion, out of the 100 that are possible on it."""

import pytest

from evalkit.report.possible import Possible, possible
from tests.conftest import vendor
from tests.report.made import OTHERPAY

SOURCE = "source: https://a.test, checked: 2026-06-20"


def api_of(evaluation, name):
    found = next(each for each in evaluation.vendors if each.id == name)
    return possible(found, next(each for each in evaluation.criteria if each.id == "api"))


def test_what_is_open_widens_the_range_by_its_share_of_the_criterion(evaluated):
    # Its style is worth 75 of the 100 points, and its webhooks, not looked for, the other 25.
    found = api_of(evaluated({}), "examplepay")
    assert (found.low, found.value, found.high) == pytest.approx((75, 75, 100))
    assert found.width == pytest.approx(25)


def test_what_does_not_apply_leaves_its_weight_to_the_rest(evaluated):
    rest = vendor(
        api_style=f"{{value: [soap], {SOURCE}}}", webhooks="{not_applicable: polling is enough}"
    )
    assert api_of(evaluated({OTHERPAY: rest}), "otherpay") == Possible(50, 50, 50)


def test_a_criterion_of_which_nothing_applies_has_no_points(evaluated):
    nothing = "{not_applicable: it has none}"
    none = vendor(api_style=nothing, webhooks=nothing, rate_limit=f"{{value: 25, {SOURCE}}}")
    assert api_of(evaluated({OTHERPAY: none}), "otherpay") is None
