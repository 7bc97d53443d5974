"""Numbers with the signs of a locale, for all locales that are admitted."""

import re
from decimal import Decimal

import pytest
from babel import Locale, localedata

from evalkit.diagnostics.visible import visible
from evalkit.wording.localized import localized, with_decimals

AMOUNT = Decimal("-1234567.5")


def written(locale, currency="CHF"):
    found = Locale.parse(locale)
    pattern = with_decimals(found.currency_formats["standard"].pattern, 2)
    return localized(AMOUNT, pattern, found, currency)


@pytest.mark.parametrize(
    ("locale", "shown"),
    [
        # Switzerland groups by an apostrophe, and French has a point in amounts of money only.
        ("de_CH", "CHF−1'234'567.50"),
        ("fr_CH", "−1'234'567.50\u00a0CHF"),
        ("it_CH", "CHF−1'234'567.50"),
        # No marks of direction, which would be shown as escapes.
        ("he_IL", "−1,234,567.50\u00a0CHF"),
        ("ar_EG", "−1,234,567.50\u00a0CHF"),
        ("fa_IR", "−CHF\u00a01,234,567.50"),
        ("de_AT", "−CHF\u00a01.234.567,50"),
        ("en_IN", "−CHF\u00a012,34,567.50"),
        ("en_US_POSIX", "−CHF\u00a01,234,567.50"),
        ("pl", "−1\u00a0234\u00a0567,50\u00a0CHF"),
    ],
)
def test_amounts_as_their_countries_write_them(locale, shown):
    assert written(locale) == shown


@pytest.mark.parametrize("locale", sorted(localedata.locale_identifiers()))
def test_every_locale_groups_and_has_a_decimal_sign_and_a_minus(locale):
    shown = written(locale)
    assert visible(shown) == shown
    assert shown.count("−") == 1
    whole, point, cents = re.search(r"(\d[^−]*\d)(\D)(50)(?!\d)", shown).groups()
    groups = set(re.sub(r"\d", "", whole))
    assert len(groups) == 1
    assert point not in groups
    assert re.sub(r"\D", "", whole) + cents == "123456750"


def test_a_currency_of_letters_has_a_blank_before_digits_and_a_sign_has_none():
    german, english = Locale("de"), Locale("en")
    assert localized(Decimal(5), "¤0", english, "KWD") == "KWD\u00a05"
    assert localized(Decimal(5), "¤0", english, "EUR") == "€5"
    assert localized(Decimal(5), "0¤", german, "KWD") == "5\u00a0KWD"
    # The letter of a unit is none of a currency.
    assert localized(Decimal(5), "¤0k", english, "KWD") == "KWD\u00a05k"


def test_huge_numbers_have_an_exponent():
    assert localized(Decimal(10) ** 300, "¤#,##0.00", Locale("en"), "EUR") == "€1E300"
