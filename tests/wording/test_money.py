"""Amounts in sentences, tables, price lists and on axes."""

import pytest

from evalkit.wording.money import printer_for
from evalkit.wording.rounding import DOWN, UP

EUR = printer_for("EUR", "en")


@pytest.mark.parametrize(
    ("amount", "ends", "shown"),
    [
        (310_332, (263_072, 389_405), "€310k"),
        (462_551.41, (), "€463k"),
        (770.0, (), "€770"),
        (1_234.5, (), "€1,230"),
        (12_345, (), "€12.3k"),
        (99.5, (), "€99.50"),
        (1.5, (), "€1.50"),
        (0.0021, (), "€0.0021"),
        (1_234_567, (), "€1.23M"),
        (3.2e9, (), "€3.2B"),
        (-64_191, (-64_191, 495_817), "−€60k"),
        (0, (), "€0"),
    ],
)
def test_an_amount_in_a_sentence_has_three_figures_of_its_larger_end(amount, ends, shown):
    assert EUR.about(amount, *ends) == shown


def test_a_bound_is_rounded_to_the_cautious_side():
    assert EUR.amount(122_586, -4, DOWN) == "€120k"
    assert EUR.amount(122_586, -4, UP) == "€130k"
    assert EUR.percent(2.2171, DOWN) == "2.21%"
    assert EUR.months(1.21, UP) == "1.3 months"


def test_a_printer_with_a_unit_writes_every_amount_in_it():
    full, thousands = printer_for("EUR", "en", 1), printer_for("EUR", "en", 1_000)
    assert full.amount(463_000, -3) == "€463,000"
    assert thousands.amount(463_000, -3) == "€463k"
    # What would lose a digit does not.
    assert thousands.amount(450, 0) == "€450"


def test_two_amounts_that_differ_do_not_look_the_same():
    assert EUR.pair(463_100, 463_400) == ("€463.1k", "€463.4k")
    assert EUR.pair(463_100, 520_000) == ("€463k", "€520k")


@pytest.mark.parametrize(
    ("number", "shown"), [(3.3571, "3.36%"), (0.0021, "0.0021%"), (0.5, "0.50%"), (0, "0.00%")]
)
def test_a_small_percentage_is_told_from_nothing(number, shown):
    assert EUR.percent(number) == shown


@pytest.mark.parametrize(
    ("locale", "currency", "shown"),
    [
        ("en", "EUR", "€310k"),
        ("de", "EUR", "310.000\u00a0€"),
        ("es", "EUR", "310\u00a0mil\u00a0€"),
        # The K of a currency's letters stays large.
        ("en", "KES", "KES\u00a0310k"),
        ("en_IN", "INR", "₹3.1L"),
    ],
)
def test_thousands_are_shortened_as_the_locale_does(locale, currency, shown):
    printer = printer_for(currency, locale)
    assert printer.compact(310_000) == printer.about(310_000) == shown


def test_a_list_price_keeps_all_its_digits():
    assert EUR.price(0.0021, "EUR") == "€0.0021"
    assert EUR.price(1234567, "EUR") == "€1,234,567"
    assert EUR.price(0.3, "EUR") == "€0.30"
    assert EUR.price(1234567.5, "CHF") == "CHF\u00a01,234,567.50"


def test_a_column_of_cents_names_no_currency():
    assert EUR.plain(1234567.5) == "1,234,567.50"
    assert printer_for("CHF", "fr_CH").plain(-1234567.5) == "−1'234'567.50"
    assert printer_for("JPY", "en").plain(1234567.5) == "1,234,568"
