"""What rules can know of other files."""

from tests.conftest import CRITERIA, PLAN, vendor
from tests.rules.made import GATEWAYS, OTHERPAY, SOURCED, STOREFRONT, messages
from tests.rules.money import MONEY, SETUP, charge, money


def test_rules_that_need_criteria_are_silent_where_these_are_broken(loaded):
    workspace = loaded({GATEWAYS: CRITERIA.replace("weight: 40", "weight: forty")})
    assert [d.code for d in workspace.diagnostics] == ["EK103"]


def test_a_candidate_is_compared_only_by_plans_that_list_it(loaded):
    kept = vendor(api_style=f"{{value: [rest], {SOURCED}}}") + "candidate: status_quo\n"
    charged = money("charges: {otherpay: [{kind: internal, hours: unknown}]}, hourly_rate: 60")
    message = "this plan compares no vendor `otherpay`"
    for listed, found in (("", [message]), ("vendors: [examplepay, otherpay]\n", [])):
        workspace = loaded({OTHERPAY: kept, STOREFRONT: PLAN + listed + charged})
        assert messages(workspace, "EK527") == found


def test_a_plan_without_a_list_asks_nothing_of_a_candidates_prices(loaded):
    """A price in dollars needs a rate only in a plan that pays it."""
    kept = vendor(api_style=f"{{value: [rest], {SOURCED}}}") + charge(SETUP)
    candidate = kept + "candidate: status_quo\n"
    for text, listed, is_asked in (
        (kept, "", True),
        (candidate, "", False),
        (candidate, "vendors: [examplepay, otherpay]\n", True),
    ):
        workspace = loaded({OTHERPAY: text, STOREFRONT: PLAN + listed + MONEY})
        assert bool(messages(workspace, "EK502")) == is_asked
