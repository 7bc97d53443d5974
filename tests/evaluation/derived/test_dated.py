"""The date of a figure of money."""

import pytest

from evalkit.costing.ledger import ledger
from evalkit.evaluation.derived.dated import oldest
from tests.costing.given import internal, money, one_off, recurring, usage
from tests.costing.given import vendor as with_charges

NEW, OLD = "2026-11-02", "2020-01-02"
PRICE = usage(fixed=0.1, checked=NEW)
RATE = {"value": 0.9, "source": "s", "checked": OLD}


def volumes(**dates):
    given = {"orders": NEW, "average_order_value": NEW, **dates}
    return {name: {"value": 50, "source": "s", "checked": day} for name, day in given.items()}


def date_of(what, *charges, **plan):
    discount = {"value": 0.08, "source": "s", "checked": NEW}
    given = {"volumes": volumes(), "discount_rate": discount, **plan}
    found = oldest(ledger(with_charges(*charges), money(**given)), what)
    return None if found is None else found.isoformat()


DOLLARS = {**PRICE, "currency": "USD"}
SHARE = {"share": 0.2, "of": "orders", "source": "s", "checked": NEW}
HOURS = internal(10, checked=NEW)


@pytest.mark.parametrize(
    ("charges", "plan"),
    [
        # 900 of 930 is a price of 2020.
        ([one_off(900, checked=OLD), recurring(10, "year", checked=NEW)], {}),
        ([one_off(900, checked=OLD)], {}),
        ([DOLLARS], {"rates": {"USD": RATE}}),
        ([PRICE], {"volumes": volumes(orders=OLD)}),
        ([usage("refund", fixed=1, checked=NEW)],
         {"volumes": volumes(orders=OLD) | {"refunds": SHARE}}),
        ([PRICE, HOURS], {"hourly_rate": RATE}),
        ([PRICE, internal(10, checked=OLD)], {"hourly_rate": {**RATE, "checked": NEW}}),
    ],
)  # fmt: skip
def test_a_total_is_as_old_as_the_oldest_number_behind_it(charges, plan):
    assert date_of("total_cost", *charges, **plan) == OLD


def test_a_rate_leaves_out_what_is_no_part_of_it_and_takes_in_the_turnover():
    assert date_of("effective_rate", PRICE, one_off(900, checked=OLD)) == NEW
    aged = volumes(average_order_value=OLD)
    assert date_of("effective_rate", PRICE, volumes=aged) == OLD
    assert date_of("total_cost", PRICE, volumes=aged) == NEW


def test_a_return_takes_in_benefits_and_its_discount_rate():
    saved = {"kind": "cost_ended", "title": "Fees", "amount": 5, "every": "year", "source": "s"}
    old = {"benefits": [{**saved, "checked": OLD}]}
    assert date_of("return_on_investment", PRICE, **old) == OLD
    assert date_of("payback_months", PRICE, **old) == OLD
    assert date_of("total_cost", PRICE, **old) == NEW
    assert date_of("return_on_investment", PRICE, discount_rate=RATE) == OLD
    assert date_of("payback_months", PRICE, discount_rate=RATE) == NEW


def test_one_number_without_a_date_leaves_the_figure_without_one():
    assert date_of("total_cost", PRICE, one_off(5)) is None
    assert date_of("total_cost", PRICE, volumes=volumes(orders=None)) is None
    # What is not known is no part of the figure.
    assert date_of("total_cost", PRICE, one_off("unknown")) == NEW
