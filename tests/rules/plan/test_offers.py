"""Rules about the parts of a plan on single vendors."""

import pytest

from tests.rules.made import OTHERPAY, SOURCED, marked, messages
from tests.rules.many import CHARGE, MONEY_AND, plans, vendors
from tests.rules.money import FEE, charge, charges, money


@pytest.mark.parametrize(
    ("what", "name"),
    [
        ("charges: {exampelpay: [{kind: internal, hours: unknown}]}", "exampelpay"),
        ("benefits: [{kind: hours_saved, title: T, hours: 1, every: month, source: s, "
         "vendors: [examplepay, otherpy]}]", "otherpy"),
        ("benefits: [{kind: hours_saved, title: T, hours: 1, every: month, source: s, "
         "vendors: [all]}]", "all"),
        ("editions: {all: basic}", "all"),
    ],
)  # fmt: skip
def test_a_vendor_that_is_not_compared_is_told_where_it_is_named(told, what, name):
    found = told(plan=money(f"hourly_rate: 60, {what}"))
    assert found == [("EK527", name, f"this plan compares no vendor `{name}`")]


def test_a_vendor_whose_file_cannot_be_read_is_not_unknown(codes):
    assert codes(plan=money("editions: {otherpay: basic}"), files={OTHERPAY: "id: [\n"}) == [
        "EK003"
    ]


def test_an_edition_has_to_be_one_of_the_vendors(diagnosed):
    fee = FEE.replace("every", "edition: basic, every")
    (found,) = diagnosed(charges(fee), money("editions: {examplepay: baisc}"))
    assert (found.code, marked(found), found.hint) == ("EK537", "baisc", "did you mean `basic`?")


def test_an_edition_may_be_one_that_was_offered(codes):
    text = f"charges: {{examplepay: [{FEE.replace('every', 'edition: gold, every')}]}}"
    assert codes(plan=money(text)) == ["EK528"]
    assert codes(plan=money(f"{text}, editions: {{examplepay: gold}}")) == []


def test_what_replaces_nothing_is_told(told):
    offer = f"kind: one_off, replaces: setup, amount: 3, currency: EUR, {SOURCED}"
    offers = f"examplepay: [{{{offer}}}], all: [{{{offer.replace('amount: 3', 'amount: 4')}}}]"
    listed = charge("kind: one_off, id: set-up, amount: 5, currency: EUR")
    assert told(listed, money(f"charges: {{{offers}}}")) == [
        ("EK529", "setup", "the price list of `examplepay` has no charge `setup`"),
        ("EK529", "setup", "a charge for all vendors cannot replace `setup`"),
    ]


def test_50_vendors_are_listed_whose_edition_is_not_chosen(loaded):
    workspace = loaded(plans(1, MONEY_AND % "") | vendors(51, "charges:\n" + CHARGE))
    assert len(messages(workspace, "EK528")) == 50
