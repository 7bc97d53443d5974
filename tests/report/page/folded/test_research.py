"""What to find out, as a report shows it."""

import pytest

from evalkit.report.page.markdown import to_markdown
from evalkit.report.page.page import view
from tests.conftest import BASE, PLAN, vendor
from tests.report.page.folded.test_standing import HALF, OTHERPAY, PLAN_FILE, SEEN, UNKNOWN

LOOK = "{source: https://a.test/rates, checked: 2026-05-02}"
NOT_FOUND = vendor(
    api_style=f"{{value: [rest], {SEEN}}}", rate_limit=f"{{unknown: true, looked: [{LOOK}]}}"
)


def test_open_must_haves_come_first_with_what_to_do(evaluated):
    for other, action in ((UNKNOWN, "look for"), (NOT_FOUND, "ask the vendor")):
        found = view(evaluated({**BASE, PLAN_FILE: HALF, OTHERPAY: other}))["unknowns"]
        assert found["must_haves"] == [
            {
                "vendor": "Otherpay",
                "requirement": "Rate limit: at least 10 requests/s",
                "action": action,
            }
        ]


def test_vendors_come_by_points_gained_and_each_with_its_facts(evaluated):
    found = view(evaluated({**BASE, PLAN_FILE: HALF, OTHERPAY: NOT_FOUND}))["unknowns"]
    other, example = found["vendors"]
    assert (other["name"], other["count"], other["fewest"]) == ("Otherpay", "2", "1")
    rate, hooks = other["facts"]
    # Its rate limit is worth 75 points. At 18.75 + 3.125 and 0.75 of a value, Otherpay passes the
    # 66.875 of ExamplePay above a value of 60: at more than 25 requests/s, in 40% of all cases.
    # It then gains 0.75 × 40 / 2 points on average: 6.0 in all.
    assert (rate["title"], rate["action"], rate["points"]) == (
        "Rate limit",
        "ask the vendor",
        "75.0",
    )
    assert (rate["chance"], rate["gain"]) == ("40%", "6.0")
    assert rate["threshold"] == "Otherpay is ahead if its rate limit is over 25 requests/s"
    assert (hooks["action"], hooks["chance"], hooks["gain"]) == ("look for", "only with others", "")
    assert (example["name"], example["gain"], example["fewest"]) == (
        "ExamplePay", "0.0", "all are not enough",
    )  # fmt: skip
    assert example["facts"][0]["chance"] == "not even with all others"


def test_where_and_when_a_fact_was_looked_for_is_shown(evaluated):
    content = view(evaluated({**BASE, PLAN_FILE: HALF, OTHERPAY: NOT_FOUND}))
    (rate,) = content["vendors"][1]["criteria"][1]["measures"]
    assert (rate["text"], rate["status_word"], rate["checked"]) == (
        "not found", "not found", "looked on 2026-05-02",
    )  # fmt: skip
    assert [each["source"] for each in rate["sources"]] == ["https://a.test/rates"]


def test_a_short_form_of_not_found_shows_its_source_once(evaluated):
    short = "{value: unknown, source: https://a.test/rates, checked: 2026-05-02}"
    other = vendor(api_style=f"{{value: [rest], {SEEN}}}", rate_limit=short)
    content = view(evaluated({**BASE, PLAN_FILE: HALF, OTHERPAY: other}))
    (rate,) = content["vendors"][1]["criteria"][1]["measures"]
    assert rate["checked"] == "looked on 2026-05-02"
    assert [each["source"] for each in rate["sources"]] == ["https://a.test/rates"]


@pytest.mark.parametrize(
    ("facts", "note"),
    [
        # 63.75 to 70 against 0 to 6.25: the webhooks of neither matter.
        (
            {"api_style": "none", "rate_limit": 1},
            "No open facts, alone or together, change who has",
        ),
        ({"api_style": "rest", "rate_limit": 25}, ""),
    ],
)
def test_that_no_open_fact_matters_is_said(evaluated, facts, note):
    style, rate = facts.values()
    other = vendor(
        api_style=f"{{value: [{style}], {SEEN}}}", rate_limit=f"{{value: {rate}, {SEEN}}}"
    )
    files = {**BASE, PLAN_FILE: HALF[: HALF.index("gates:")], OTHERPAY: other}
    found = view(evaluated(files))["unknowns"]
    assert found["note"].startswith(note)
    assert bool(found["note"]) == bool(note)


def test_that_facts_matter_only_together_is_said_with_the_fewest_needed(evaluated):
    # Otherpay has 0 to 25 points by its API of 18.75 and 6.25 by webhooks, and 45 by its rate;
    # ExamplePay has 63.75 to 70, at half 66.875. Otherpay: 45 + 12.5 = 57.5 at half, at most 66.875
    # by its API alone and 60.625 by webhooks alone; both together 70.
    other = vendor(rate_limit=f"{{value: 25, {SEEN}}}")
    found = view(evaluated({**BASE, PLAN_FILE: HALF, OTHERPAY: other}))["unknowns"]
    assert found["note"] == (
        "No single fact can change who is first; it takes at least 2 about Otherpay."
    )


def test_that_nothing_is_open_is_said_but_not_of_vendors_that_are_ruled_out(evaluated):
    known = BASE["vendors/payment-gateways/examplepay.yaml"]
    known += f"  webhooks: {{value: true, {SEEN}}}\n"
    files = {**BASE, "vendors/payment-gateways/examplepay.yaml": known}
    nothing = "Nothing that is measured is open."
    assert nothing in to_markdown(evaluated(files))[0]
    strict = {PLAN_FILE: PLAN.replace("at_least: 10", "at_least: 99")}
    assert nothing not in to_markdown(evaluated(files | strict))[0]
