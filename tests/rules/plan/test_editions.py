"""Rules about the editions that a plan chooses."""

import pytest

from tests.conftest import PLAN, VENDOR
from tests.rules.made import EXAMPLEPAY, SOURCED, STOREFRONT, marked, messages
from tests.rules.many import CHARGE, MONEY_AND, plans, vendors
from tests.rules.money import FEE, charges, money


def test_an_edition_has_to_be_one_of_the_vendors(diagnosed):
    fee = FEE.replace("every", "edition: basic, every")
    (found,) = diagnosed(charges(fee), money("volumes: {}") + "editions: {examplepay: baisc}\n")
    assert (found.code, marked(found), found.hint) == ("EK537", "baisc", "did you mean `basic`?")


def test_an_edition_may_be_one_that_was_offered(codes):
    text = f"charges: {{examplepay: [{FEE.replace('every', 'edition: gold, every')}]}}"
    assert codes(plan=money(text)) == ["EK528"]
    assert codes(plan=money(text) + "editions: {examplepay: gold}\n") == []


def test_50_vendors_are_listed_whose_edition_is_not_chosen(loaded):
    workspace = loaded(plans(1, MONEY_AND % "") | vendors(51, "charges:\n" + CHARGE))
    assert len(messages(workspace, "EK528")) == 50


def told_of(loaded, rate, plan="", more=""):
    """The findings of a plan, where the rate limit of a vendor depends on its edition."""
    text = VENDOR[: VENDOR.index("  rate_limit")] + f"  rate_limit: {rate}\n{more}"
    found = loaded({EXAMPLEPAY: text, STOREFRONT: PLAN + plan}).diagnostics
    return [(each.code, each.message) for each in found if each.path == STOREFRONT]


def by(*entries):
    listed = ", ".join(f"{{{entry}, {SOURCED}}}" for entry in entries)
    return f"{{by: [{listed}]}}"


BASIC, PLUS = "value: 20, edition: basic", "value: 500, edition: plus"
NOT_CHOSEN = (
    "EK528",
    "no edition of `examplepay` is chosen, on which rate_limit depends; it has basic, plus",
)


def test_a_plan_without_money_chooses_an_edition_if_a_fact_depends_on_it(loaded):
    assert told_of(loaded, by(BASIC, PLUS)) == [NOT_CHOSEN]
    assert told_of(loaded, by(BASIC, PLUS), "editions: {examplepay: plus}\n") == []


def test_where_every_edition_says_the_same_none_needs_to_be_chosen(loaded):
    same = PLUS.replace("500", "20")
    assert told_of(loaded, by(BASIC, same)) == []
    assert told_of(loaded, f"{{{PLUS}, {SOURCED}}}") == []
    assert told_of(loaded, f"{{value: 20, {SOURCED}}}") == []
    # In the plan's region they do not differ.
    here = by(f"{BASIC}, region: EEA", f"{same}, region: EEA", f"{PLUS}, region: US")
    assert told_of(loaded, here, "region: DE\n") == []
    assert told_of(loaded, here) == [NOT_CHOSEN]


def test_what_is_known_of_one_edition_alone_asks_for_a_choice_if_there_is_another(loaded):
    basic = charges(FEE.replace("every", "edition: basic, every"))
    assert told_of(loaded, f"{{{PLUS}, {SOURCED}}}", more=basic) == [NOT_CHOSEN]


def test_a_fact_that_nobody_weighs_asks_for_no_choice(loaded):
    text = VENDOR + f"  api_description: {by(BASIC, PLUS)}\n"
    found = loaded({EXAMPLEPAY: text}).diagnostics
    assert "EK528" not in {each.code for each in found if each.path == STOREFRONT}


@pytest.mark.parametrize(
    "plan", ["editions: {examplepay: plsu}\n", money("editions: {examplepay: plsu}")]
)
def test_an_edition_may_be_one_of_a_fact(loaded, plan):
    assert ("EK537", "`examplepay` has no edition `plsu`") in told_of(loaded, by(BASIC, PLUS), plan)
    right = told_of(loaded, by(BASIC, PLUS), plan.replace("plsu", "plus"))
    assert "EK537" not in {code for code, _ in right}


def test_an_edition_without_a_price_would_look_as_if_it_cost_nothing(loaded):
    basic = charges(FEE.replace("every", "edition: basic, every"))
    plan = money("volumes: {}") + "editions: {examplepay: plus}\n"
    assert told_of(loaded, by(BASIC, PLUS), plan, basic) == [
        ("EK547", "the price list of `examplepay` has no price for the edition `plus`")
    ]
    on_request = FEE.replace("every", "edition: plus, every").replace("9", "unknown", 1)
    assert told_of(loaded, by(BASIC, PLUS), plan, basic + f"  - {on_request}\n") == []
    # Nothing of it is bought, or no price depends on the edition.
    assert told_of(loaded, by(BASIC, PLUS), "editions: {examplepay: plus}\n", basic) == []
    assert told_of(loaded, by(BASIC, PLUS), plan, charges(FEE)) == []


def test_editions_stand_in_the_plan_once(loaded, codes):
    fee = charges(FEE.replace("every", "edition: basic, every"))
    old, new = money("editions: {examplepay: basic}"), "editions: {examplepay: basic}\n"
    assert codes(fee, old) == ["EK551"]
    assert codes(fee, money("volumes: {}") + new) == codes(fee, new) == []
    (both,) = loaded({STOREFRONT: PLAN + old + new}).errors
    assert both.message == "`editions` stands in the plan itself, not under `money` as well"


def test_a_vendor_that_is_not_compared_is_told_where_its_edition_is_chosen(told):
    for name in ("exampelpay", "all"):
        found = told(plan=f"editions: {{{name}: basic}}\n")
        assert found == [("EK527", name, f"this plan compares no vendor `{name}`")]
