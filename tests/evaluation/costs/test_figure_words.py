"""Figures of money as they are printed, whole and in the parts that tables and pages place."""

import pytest

from evalkit.evaluation.costs.figure_words import figure
from evalkit.wording.money import printer_for
from tests.evaluation.costs.made import MONEY, costs_of

PRINTER = printer_for("EUR", "en")
AMOUNT, PERCENT, MONTHS = PRINTER.money, PRINTER.percent, PRINTER.months


@pytest.mark.parametrize(
    ("write", "ends", "bound", "text", "shown", "around"),
    [
        (AMOUNT, (900, 1000, 1250.5), "exact",
         "€1,000.00 (€900.00 to €1,250.50)", "€1,000.00", ("€900.00", "€1,250.50")),
        (AMOUNT, (1000, 1000, 1000), "exact", "€1,000.00", "€1,000.00", None),
        # Both ends are printed as the likely number is.
        (PERCENT, (1.496, 1.5, 1.504), "exact", "1.50%", "1.50%", None),
        (AMOUNT, (900, 1000, 1100), "at_least", "at least €1,000.00", "€1,000.00", None),
        (AMOUNT, (900, 1000, 1100), "at_most", "at most €1,000.00", "€1,000.00", None),
        (MONTHS, (6, 12.25, None), "exact",
         "12.3 months (6.0 months to never)", "12.3 months", ("6.0 months", "never")),
        (MONTHS, (6, None, None), "exact", "never, at best 6.0 months", "", None),
        (MONTHS, (None, None, None), "exact", "never", "", None),
        (AMOUNT, (900, 1000, 1100), "open", "never", "", None),
    ],
)  # fmt: skip
def test_a_figure_carries_its_parts_beside_its_text(write, ends, bound, text, shown, around):
    found = figure(ends, bound, write, "never")
    assert (found.text, found.shown, found.ends) == (text, shown, around)


def test_a_bound_leaves_the_other_end_open():
    least, most = (
        figure((900, 1000, 1100), bound, AMOUNT, "") for bound in ("at_least", "at_most")
    )
    assert (least.low, least.likely, least.high) == (900, 1000, None)
    assert (most.low, most.likely, most.high) == (None, 1000, 1100)
    assert (least.without_range, most.without_range) == ("at least €1,000.00", "at most €1,000.00")


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
