"""Numbers as people write them."""

import pytest

from evalkit.errors import EvalkitError
from evalkit.tables.cells import Cell
from evalkit.tables.numbers import locale_named, locale_of, number, number_in, percent


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("5", "en", 5), ("5", "de", 5), ("0.4", "en", 0.4), ("0,4", "de", 0.4),
        ("1,234.5", "en", 1234.5), ("1.234,5", "de", 1234.5), ("-3", "en", -3), ("−0,5", "de", -0.5),
        ("80%", "en", 80), ("99,9 %", "de", 99.9), ("1’234.5", "de_CH", 1234.5),
        ("1\u202f234,5", "fr", 1234.5),
        # Not numbers, or not those of the locale.
        ("0,4", "en", None), ("0.4", "de", None), ("12,34,5", "en", None), ("N/A", "en", None),
        ("", "en", None), ("1.5% + 0.25 EUR", "en", None), ("٣", "en", None), ("1e5", "en", None),
        ("nan", "en", None), ("1.2.3", "en", None),
    ],
)  # fmt: skip
def test_a_text_is_a_number_as_its_locale_writes_it(text, locale, expected):
    assert number_in(text, locale) == expected


def test_a_cell_that_is_a_number_needs_no_locale():
    assert number(Cell(1, 1, 1.234), "de") == 1.234


def test_what_is_true_or_a_date_is_no_number():
    assert number(Cell(1, 1, True), "en") is None


def test_seven_percent_are_seven():
    # 0.07 * 100 is 7.000000000000001 in floating point.
    assert percent(0.07) == 7


def cells(*texts):
    return [Cell(1, at, text) for at, text in enumerate(texts, start=1)]


@pytest.mark.parametrize(
    ("texts", "locale"),
    [(("0,4", "3"), "de"), (("1.8", "3"), "en"), (("1.234,5",), "de"), (("3", "x"), "en"),
     (("1,234", "0,5"), "de"), (("1.234", "0.5"), "en"), (("2.4.8", "0,5"), "de")],
)  # fmt: skip
def test_the_decimal_sign_is_told_where_it_leaves_no_doubt(texts, locale):
    assert locale_of(cells(*texts)) == locale


def test_a_number_that_could_be_two_is_asked_about():
    with pytest.raises(EvalkitError, match=r"B1 \(1,234\) may have .* say which with --locale en"):
        locale_of(cells("3", "1,234"))


def test_a_sheet_with_points_and_commas_is_asked_about():
    with pytest.raises(EvalkitError, match=r"A1 \(0,4\) has a decimal comma and B1 \(1\.8\) a"):
        locale_of(cells("0,4", "1.8"))


def test_a_locale_is_known_by_its_usual_name():
    assert locale_named("de-CH") == "de_CH"
    with pytest.raises(EvalkitError, match="no locale 'xx'"):
        locale_named("xx")
