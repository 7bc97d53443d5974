"""Rules about the parts of a plan on single vendors."""

import pytest

from tests.rules.made import OTHERPAY, SOURCED
from tests.rules.money import charge, money


@pytest.mark.parametrize(
    ("what", "name"),
    [
        ("charges: {exampelpay: [{kind: internal, hours: unknown}]}", "exampelpay"),
        ("benefits: [{kind: hours_saved, title: T, hours: 1, every: month, source: s, "
         "vendors: [examplepay, otherpy]}]", "otherpy"),
        ("benefits: [{kind: hours_saved, title: T, hours: 1, every: month, source: s, "
         "vendors: [all]}]", "all"),
    ],
)  # fmt: skip
def test_a_vendor_that_is_not_compared_is_told_where_it_is_named(told, what, name):
    found = told(plan=money(f"hourly_rate: 60, {what}"))
    assert found == [("EK527", name, f"this plan compares no vendor `{name}`")]


def test_a_vendor_whose_file_cannot_be_read_is_not_unknown(codes):
    assert codes(plan="editions: {otherpay: basic}\n", files={OTHERPAY: "id: [\n"}) == ["EK003"]


def test_what_replaces_nothing_is_told(told):
    offer = f"kind: one_off, replaces: setup, amount: 3, currency: EUR, {SOURCED}"
    offers = f"examplepay: [{{{offer}}}], all: [{{{offer.replace('amount: 3', 'amount: 4')}}}]"
    listed = charge("kind: one_off, id: set-up, amount: 5, currency: EUR")
    assert told(listed, money(f"charges: {{{offers}}}")) == [
        ("EK529", "setup", "the price list of `examplepay` has no charge `setup`"),
        ("EK529", "setup", "a charge for all vendors cannot replace `setup`"),
    ]
