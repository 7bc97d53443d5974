"""Why a vendor has its points, in numbers."""

import pytest

from evalkit.explanation.explain import as_shown, most, totals
from tests.conftest import VENDOR, vendor
from tests.explanation.made import EXAMPLEPAY, NO_WEBHOOKS, OTHERPAY, SOAP, of


def test_secured_open_and_lost_points_by_hand(evaluated):
    found = of(evaluated(), "examplepay")
    # weights: api 1/4 × (3/4, 1/4), scalability 3/4; values 100, nothing known, 60
    assert [(c.criterion, c.worth, c.secured, c.open, c.lost) for c in found.criteria] == [
        ("scalability", 75, 45, 0, 30),
        ("api", 25, 18.75, 6.25, 0),
    ]
    assert (found.secured, found.open, found.lost) == (63.75, 6.25, 30)
    assert [each.measure for each in most(found.measures, "lost")] == ["rate_limit"]
    assert [each.measure for each in most(found.measures, "open")] == ["webhooks"]
    assert (found.standing, found.rank, found.ranked) == ("ranked", 1, 2)


def test_what_is_shown_adds_up_to_100(evaluated):
    shown = as_shown(of(evaluated(), "examplepay").criteria)
    # 18.75 + 6.25 is 25.0 as printed too, and 63.75 + 6.25 + 30.0 is 100.0
    assert [sum(row) for row in shown] == pytest.approx([75, 25])
    assert sum(totals(shown)) == pytest.approx(100)


def test_what_a_file_says_does_not_apply_is_left_out_with_its_reason(evaluated):
    found = of(evaluated({OTHERPAY: vendor(**SOAP, webhooks=NO_WEBHOOKS)}), "otherpay")
    assert [(each.measure, each.reason, each.share) for each in found.left_out] == [
        ("webhooks", "polling is enough", 0.0625)
    ]
    assert found.left_out_for_all == ()
    # its 1/16 went to api_style: 1/4 × 50, and 3/4 × 60 × 11/24 for 12 requests/s
    assert found.secured == pytest.approx(12.5 + 20.625)
    assert [m.worth for c in found.criteria if c.criterion == "api" for m in c.measures] == [25]


def test_where_nothing_is_open_nothing_is_to_be_found_out(evaluated):
    known = VENDOR + "  webhooks: {value: true, source: https://e.test, checked: 2026-06-20}\n"
    found = of(evaluated({EXAMPLEPAY: known}), "examplepay")
    assert (found.open, most(found.measures, "open")) == (0, [])
