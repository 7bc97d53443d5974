"""Figures of money as they are printed, whole and in the parts that tables and pages place."""

import pytest

from evalkit.evaluation.costs.figure_words import figure
from evalkit.wording.money import printer_for
from tests.evaluation.costs.made import MONEY, costs_of

PRINTER = printer_for("EUR", "en")
PERCENT, MONTHS = PRINTER.percent, PRINTER.months


def amount(number, way):
    return PRINTER.amount(number, -1, way)


@pytest.mark.parametrize(
    ("write", "ends", "bound", "text", "shown", "around"),
    [
        # The range is never narrower than it is: 902 down, 1,251 up.
        (amount, (902, 1000, 1251), "exact", "€1k (€900 to €1,260)", "€1k", ("€900", "€1,260")),
        (amount, (1000, 1000, 1000), "exact", "€1k", "€1k", None),
        (PERCENT, (1.496, 1.5, 1.504), "exact", "1.50% (1.49% to 1.51%)", "1.50%",
         ("1.49%", "1.51%")),
        (PERCENT, (1 / 3, 1 / 3, 1 / 3), "exact", "0.33%", "0.33%", None),
        # "at least" is the low end, rounded down, and "at most" the high one, rounded up.
        (amount, (226.8, 473.4, 720), "at_least", "at least €220", "€220", None),
        (amount, (226.8, 473.4, 714), "at_most", "at most €720", "€720", None),
        (MONTHS, (6, 12.25, None), "exact",
         "12.3 months (6.0 months to never)", "12.3 months", ("6.0 months", "never")),
        (MONTHS, (6, None, None), "exact", "never, at best 6.0 months", "", None),
        (MONTHS, (None, None, None), "exact", "never", "", None),
        (amount, (900, 1000, 1100), "open", "never", "", None),
    ],
)  # fmt: skip
def test_a_figure_carries_its_parts_beside_its_text(write, ends, bound, text, shown, around):
    found = figure(ends, bound, write, "never")
    assert (found.text, found.shown, found.ends) == (text, shown, around)


def test_a_bound_leaves_the_other_end_open():
    least, most = (
        figure((900, 1000, 1100), bound, amount, "") for bound in ("at_least", "at_most")
    )
    assert (least.low, least.likely, least.high) == (900, 1000, None)
    assert (most.low, most.likely, most.high) == (None, 1000, 1100)
    assert (least.without_range, most.without_range) == ("at least €900", "at most €1,100")


@pytest.mark.parametrize(
    ("locale", "currency", "text"),
    [
        ("en", "EUR", "€31.2k"),
        # German has no short form for thousands.
        ("de_DE", "EUR", "31.200\xa0€"),
        ("en", "JPY", "¥31.2k"),
        ("en", "KWD", "KWD\xa031.2k"),
        ("fr_CH", "CHF", "31.2\xa0k\xa0CHF"),
    ],
)
def test_amounts_are_printed_as_the_plans_locale_and_currency_want(
    evaluated, locale, currency, text
):
    money = MONEY.replace("currency: EUR", f"currency: {currency}\n  locale: {locale}")
    one = [f"kind: one_off, amount: 31234, currency: {currency}"]
    assert costs_of(evaluated(one, money=money)).total_cost.text == text
