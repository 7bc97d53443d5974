"""`evalkit weigh` as a user meets it."""

import json

import pytest

from tests.cli.made import FAST, OTHERPAY, PEOPLE, STOREFRONT
from tests.conftest import vendor


def test_weigh_tells_weights_winners_and_what_they_differ_on(evalkit, folder):
    ran = evalkit("weigh", "storefront-payments", cwd=folder)
    assert ran.code == 0
    # api 25% for Finance, whose influence is 3 of 4, and 75% for it: 37.5% together. Of the api's
    # points Otherpay has 37.5% and ExamplePay 75% to 100%; of scalability's all, and 60%.
    # Of the simulations, three in four follow Finance.
    assert ran.out == """\
Finance puts Otherpay first; it (25% of the influence) puts ExamplePay first.
They differ most on scalability: it is worth 75% to Finance and 25% to it.

Payments for a storefront, 23 Nov 2026
Worst to best is worth   Finance          it  Together
Scalability                  75%         25%       63%
API preference               25%         75%       37%
Total                       100%        100%      100%
Influence                    75%         25%      100%
Otherpay, points              84          53        77
ExamplePay, points      63 to 70    71 to 90  65 to 75
First                   Otherpay  ExamplePay  Otherpay
Otherpay is first in         99%    under 1%       75%
More: evalkit weigh storefront-payments --ask it, to ask again; `scales:
MARK` beside weights tells when a scale changes
""".replace("MARK", json.loads(evalkit("weigh", "storefront-payments", "-f", "json").out)["plan"]["scales"])  # fmt: skip


def test_people_who_do_not_fit_become_rows(evalkit, folder, monkeypatch):
    monkeypatch.setenv("COLUMNS", "45")
    out = evalkit("weigh", "storefront-payments", cwd=folder).out
    assert (
        "Stakeholder  Influence  First\n"
        "Finance            75%  Otherpay\n"
        "  worth most: scalability 75%, API preference\n"
        "  25%\n"
    ) in out


def test_whoever_agrees_with_the_group_comes_first(evalkit, write):
    # Influence the other way round: now it, who comes second in the file, decides.
    people = PEOPLE.replace("influence: 3, ", "influence: 0.1, ")
    ran = evalkit("weigh", "storefront-payments", cwd=write({OTHERPAY: FAST, STOREFRONT: people}))
    assert ran.out.startswith("it puts ExamplePay first; Finance (9% of the influence) puts ")


def test_where_all_agree_it_is_said_in_one_sentence(evalkit, write):
    agreed = PEOPLE.replace("more: api, less: scalability", "more: scalability, less: api")
    ran = evalkit("weigh", "storefront-payments", cwd=write({OTHERPAY: FAST, STOREFRONT: agreed}))
    assert ran.out.startswith("Finance and it put Otherpay first and ExamplePay second.\n")
    assert "They differ" not in ran.out


def test_weigh_as_json_keeps_the_keys_of_the_evaluation(evalkit, folder):
    found = json.loads(evalkit("weigh", "storefront-payments", "-f", "json", cwd=folder).out)
    assert set(found) == {"format", "evalkit", "plan", "scenario", "criteria", "stakeholders"}
    assert found["stakeholders"]["group"] == pytest.approx({"api": 0.375, "scalability": 0.625})


def test_weigh_without_people_says_what_the_plan_says(evalkit, write):
    ran = evalkit("weigh", "storefront-payments", cwd=write({OTHERPAY: FAST}))
    assert ran.out.startswith("The plan's own weights; the plan names no stakeholders.\n")
    assert (
        "Worst to best is worth  Weight\n"
        "Scalability              75.0%\n"
        "API preference           25.0%\n"
        "Total                   100.0%\n"
    ) in ran.out
    text = " ".join(ran.out.split())
    assert (
        "More: evalkit weigh storefront-payments --ask NAME, to hear people instead, once" in text
    )


def test_points_that_differ_are_told_apart(evalkit, write):
    source = "source: https://a.test/1, checked: 2026-06-20"
    files = {
        f"vendors/payment-gateways/{name}.yaml": vendor(
            name,
            api_style=f"{{value: [rest], {source}}}",
            webhooks=f"{{value: false, {source}}}",
            rate_limit=f"{{value: {rate}, {source}}}",
        )
        for name, rate in (("examplepay", 25), ("otherpay", 25.1))
    }
    # 0.1 × 40 / 75 = 0.053 for the rate: 0.04 points apart for Finance, and 0.013 for it
    ran = evalkit("weigh", "storefront-payments", cwd=write({**files, STOREFRONT: PEOPLE}))
    lines = [line for line in ran.out.splitlines() if ", points" in line]
    ahead, behind = (line.split(", points")[1].split() for line in lines)
    assert (ahead[0], behind[0]) == ("63.79", "63.75")
    assert all(one != other for one, other in zip(ahead, behind, strict=True))
