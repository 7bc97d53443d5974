"""Rules about plans that compare the present solution with vendors."""

import pytest

from tests.conftest import vendor
from tests.rules.made import OTHERPAY, SOURCED
from tests.rules.money import FEE, charges, money

KEPT = "vendors: [examplepay, otherpay]\n"
PRESENT = vendor(api_style=f"{{value: [rest], {SOURCED}}}") + "candidate: status_quo\n"
ENDED = f"kind: cost_ended, title: Old gateway, amount: 900, every: month, {SOURCED}"
TWICE = "`Old gateway` ends, and `otherpay` has charges of its own: it may count twice"


def ended(more=""):
    return KEPT + money(f"benefits: [{{{ENDED}{more}}}]")


@pytest.fixture
def of_candidates(told):
    """What is found about the present solution: code and message."""

    def tell(plan, present=PRESENT):
        found = told(plan=plan, files={OTHERPAY: present})
        return [(code, message) for code, _, message in found]

    return tell


def test_a_cost_of_today_ends_only_where_the_present_solution_is_not_kept(of_candidates):
    message = "`Old gateway` would end even if `otherpay` is kept"
    assert of_candidates(ended()) == [("EK548", message)]
    assert of_candidates(ended(", vendors: [examplepay, otherpay]")) == [("EK548", message)]
    assert of_candidates(ended(", vendors: [examplepay]")) == []


def test_a_cost_of_today_is_either_a_charge_or_ends(of_candidates):
    priced = PRESENT + charges(FEE)
    others = ended(", vendors: [examplepay]")
    assert of_candidates(others, priced) == [("EK548", TWICE)]
    offered = others.replace("benefits:", f"charges: {{otherpay: [{FEE}]}}, benefits:")
    assert of_candidates(offered) == [("EK548", TWICE)]


def test_only_the_present_solution_has_costs_that_could_end(of_candidates):
    built = PRESENT.replace("status_quo", "build") + charges(FEE)
    assert of_candidates(ended(), built) == []
    assert of_candidates(ended(", vendors: [examplepay]"), built) == []
    # A plan that takes all vendors does not compare it.
    assert of_candidates(ended().removeprefix(KEPT), PRESENT) == []


@pytest.mark.parametrize(
    ("charge", "is_found"),
    [
        ("kind: internal, title: Integration, hours: 120", True),
        ("kind: one_off, title: Integration, amount: 900, currency: EUR", True),
        ("kind: internal, title: Upkeep, hours: 6, every: month", False),
    ],
)
def test_what_is_paid_once_is_not_for_what_is_there(of_candidates, charge, is_found):
    plan = KEPT + money(f"hourly_rate: 60, charges: {{all: [{{{charge}, {SOURCED}}}]}}")
    kind = charge.split(",")[0].removeprefix("kind: ").replace("_", "-")
    message = f"the {kind} charge `Integration` is charged to `otherpay` too"
    assert of_candidates(plan) == ([("EK549", message)] if is_found else [])
    assert of_candidates(plan, PRESENT.replace("status_quo", "platform")) == []


def test_a_plan_without_money_has_nothing_to_count(of_candidates):
    assert of_candidates(KEPT) == []
