"""Dates, lists, shares and points, as the locale of a report writes them."""

import datetime

import pytest
from babel import Locale

from evalkit.wording.messages import figures
from evalkit.wording.messages.catalogue import Language, speaking

DAY = datetime.date(2026, 11, 9)


def test_english_is_written_as_in_europe():
    assert figures.date(DAY) == "9 November 2026"
    assert figures.listed(["A", "B", "C"]) == "A, B and C"
    assert figures.listed(["A", "B"], "or") == "A or B"
    assert figures.listed(["A"]) == "A"
    assert figures.whole_number(10000) == "10,000"
    assert figures.decimal(1234.56, 1) == "1,234.6"


def test_another_locale_writes_its_own_dates_lists_and_numbers():
    with speaking(Language(locale=Locale("de"))):
        assert figures.date(DAY) == "9. November 2026"
        assert figures.listed(["A", "B", "C"]) == "A, B und C"
        assert figures.decimal(1234.56, 1) == "1.234,6"


def test_shares_are_rounded_to_the_safe_side():
    assert (figures.percent(0.567), figures.percent_down(0.9996), figures.percent_up(0.601)) == (
        "57%",
        "99%",
        "61%",
    )
    # 0.29 is 28.999999999999996 hundredths.
    assert figures.percent_down(0.29) == "29%"


@pytest.mark.parametrize(
    ("share", "said"),
    [(0, "0%"), (0.001, "under 1%"), (0.57, "57%"), (0.999, "over 99%"), (1, "100%")],
)
def test_a_chance_says_never_and_always_only_where_that_is_so(share, said):
    assert figures.chance(share) == said


def test_shares_of_few_simulations_come_in_wide_steps():
    # The standard error of 625 simulations is 2 points, that of 10,000 half a point.
    assert figures.in_simulations(0.57, 625) == "55%"
    assert figures.in_simulations(0.97, 625) == "95%"
    assert figures.in_simulations(0.98, 625) == "over 95%"
    assert figures.in_simulations(0.573, 10000) == "57%"


def test_ranges_never_look_narrower_than_they_are():
    assert figures.outward(64.4, 90.4) == "64 to 91"
    assert figures.outward(64.4, 64.4) == "64"
    assert figures.outward(64.49, 64.51, 1) == "64.4 to 64.6"
    assert figures.between("5%", "5%") == "5%"


def test_a_dash_stands_in_a_range_where_there_is_little_room():
    assert figures.outward(64.4, 90.4, dash=True) == "64–91"
    assert figures.outward(64.4, 64.4, dash=True) == "64"


def test_a_day_is_short_and_a_share_has_a_decimal_where_asked_for():
    assert figures.short_date(datetime.date(2026, 11, 29)) == "29 Nov 2026"
    assert [figures.percent_tenths(share) for share in (0.0043, 0.129)] == ["0.4%", "12.9%"]
