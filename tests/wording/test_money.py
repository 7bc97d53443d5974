"""How amounts of money are printed."""

import pytest

from tests.evaluation.costs.made import MONEY, costs_of


@pytest.mark.parametrize(
    ("locale", "currency", "text"),
    [
        ("en", "EUR", "€31,000.00"),
        ("de_DE", "EUR", "31.000,00\xa0€"),
        ("en", "JPY", "¥31,000"),
        ("en", "KWD", "KWD\xa031,000.000"),
    ],
)
def test_amounts_are_printed_as_the_plans_locale_and_currency_want(
    evaluated, locale, currency, text
):
    money = MONEY.replace("currency: EUR", f"currency: {currency}\n  locale: {locale}")
    one = [f"kind: one_off, amount: 31000, currency: {currency}"]
    assert costs_of(evaluated(one, money=money)).total_cost.text == text
