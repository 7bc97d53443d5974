"""The internal rate of return, where it says something."""

import pytest

from evalkit.costing.ledger import ledger
from evalkit.evaluation.costs.rates import internal_rate
from evalkit.wording.money import printer_for
from tests.costing.given import money, one_off, recurring
from tests.costing.given import vendor as with_charges

PRINTER = printer_for("EUR", "en")


def rate_of(outlay):
    """The rate of an outlay, with 85,000 paid and 115,000 saved in each of three years."""
    saved = {
        "kind": "cost_ended",
        "title": "Fees",
        "source": "s",
        "amount": 115_000,
        "every": "year",
    }
    plan = money(years=3, benefits=[saved])
    shop = with_charges(one_off(outlay), recurring(85_000, "year"))
    return internal_rate(ledger(shop, plan), PRINTER)


def test_an_outlay_below_5_percent_of_a_years_gross_flows_has_no_rate():
    # 5% of 200,000 is 10,000.
    found = rate_of(9_990)
    assert (found.rate, found.modified) == (None, None)
    assert found.text == "not given: the outlay, €9,990, is below 5% of a year's flows"


def test_an_outlay_of_5_percent_has_one():
    # −10,000 + 30,000 (v + v² + v³) = 0 at v = 0.25308: 0.25308 + 0.06405 + 0.01621 = 0.33334
    assert rate_of(10_000).rate == pytest.approx(1 / 0.25308 - 1, abs=1e-3)
