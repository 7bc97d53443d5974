"""Why vendors have no rank."""

from evalkit.report.page.compared.unranked import reasons
from tests.conftest import PLAN, VENDOR
from tests.report.made import PLAN_FILE


def told(found):
    return {each["vendor"]: " ".join(each["sentences"]) for each in found}


def test_what_is_missing_and_who_could_still_win_is_said(golden):
    assert told(reasons(golden("everything"))["shown"]) == {
        "Dogwood": "0% settled. Missing: cost over the years, uptime, rate limit and notice "
        "before the contract ends. It is first in 40% of simulations.",
        "Cedar": "Ruled out (style of the API: soap, where rest or graphql is needed).",
    }
    assert told(reasons(golden("inapplicable"))["shown"]) == {
        "Jay": "Not ranked (no measure applies to it)."
    }
    assert reasons(golden("clear"))["shown"] == []


def test_of_many_a_few_are_shown_and_the_rest_are_folded(evaluated):
    facts = "facts: {}\n"
    start = VENDOR[: VENDOR.index("facts:")]
    many = {
        f"vendors/payment-gateways/v{n}.yaml": start.replace("examplepay", f"v{n}").replace(
            "ExamplePay", f"V{n}"
        )
        + facts
        for n in range(9)
    }
    found = reasons(evaluated({**many, PLAN_FILE: PLAN}))
    assert (len(found["shown"]), len(found["folded"])) == (6, 3)
    assert found["more"] == "3 more vendors have no rank; the reasons stand below."
