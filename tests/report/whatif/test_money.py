"""The costs with which a page compares value again."""

from evalkit.report.whatif.money import money
from tests.report.made import PLAIN
from tests.report.priced import MONTHLY, USE, charged, files


def test_costs_are_those_of_the_frontier_with_every_bit(evaluated):
    evaluation = evaluated()
    told = money(evaluation)
    frontier = {each.id: each for each in evaluation.costs.frontier.vendors}
    assert {name: each["cost"] for name, each in told["costs"].items()} == {
        name: each.cost for name, each in frontier.items()
    }
    # Thirdpay's licence is unknown, and of Fourthpay there is no price at all.
    exact = {name: each["exact"] for name, each in told["costs"].items()}
    assert exact == {"examplepay": True, "otherpay": True, "thirdpay": False}
    assert (told["without"], told["regions"]) == ("cost", {})


def test_who_is_ruled_out_has_a_cost_too_as_a_gate_can_be_taken_out(evaluated):
    slow = charged("otherpay", "kind: one_off, title: Set-up, amount: 1500", rate=5)
    evaluation = evaluated(files(otherpay=slow, fifthpay=charged("fifthpay", MONTHLY)))
    assert "otherpay" not in {each.id for each in evaluation.costs.frontier.vendors}
    # Integration costs 40 hours at 50 EUR beside it, at signing.
    assert money(evaluation)["costs"]["otherpay"] == {"cost": 3500, "exact": True}


def test_price_lists_have_their_regions_where_the_plan_names_none(evaluated):
    # Who is ruled out alone has a price list for another region.
    slow = charged("otherpay", f"{MONTHLY}, region: US", rate=5)
    here = charged("examplepay", f"{USE}, region: EU")
    found = files(otherpay=slow, examplepay=here, fifthpay=charged("fifthpay", MONTHLY))
    assert money(evaluated(found))["regions"] == {"otherpay": ["US"], "examplepay": ["EU"]}
    european = files(more="region: EU\n", examplepay=here, fifthpay=charged("fifthpay", MONTHLY))
    assert money(evaluated(european))["regions"] == {}


def test_without_money_or_two_known_costs_there_is_nothing_to_compare(evaluated):
    assert money(evaluated(PLAIN)) is None
    one = files(otherpay=None, thirdpay=None)
    assert money(evaluated(one)) is None
