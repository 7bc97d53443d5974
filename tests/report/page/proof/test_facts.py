"""Facts by vendor, with what they can be filtered by."""

import pytest

from evalkit.report.page.proof.facts import facts, scales
from tests.conftest import vendor
from tests.report.made import OTHERPAY, PLAIN


def rows(evaluation, name):
    found = {each["summary"]: each for each in facts(evaluation)}
    of = next(each for summary, each in found.items() if summary.startswith(name))
    return {row["title"]: row for group in of["groups"] for row in group["rows"]}


def with_facts(**given):
    return {**PLAIN, OTHERPAY: vendor(**given)}


def test_a_fact_has_its_value_its_worth_its_source_and_its_place(evaluated):
    source = "{value: 9, source: https://a.test/2, checked: 2026-06-20}"
    row = rows(evaluated(with_facts(rate_limit=source)), "Otherpay")["Rate limit"]
    assert row["text"] == "9 requests/s"
    (read,) = row["sources"]
    assert (read["shown"], read["link"]) == ("a.test/2", "https://a.test/2")
    assert read["day"] == "checked 20 June 2026"
    assert row["place"] == "vendors/payment-gateways/otherpay.yaml, facts.rate_limit"
    assert row["state"] == []


def test_what_nobody_looked_for_says_where_it_is_missing(evaluated):
    row = rows(evaluated(with_facts()), "Otherpay")["Rate limit"]
    assert (row["text"], row["worth"]) == ("not looked for", "0 to 100")
    assert row["state"] == ["not_looked_for"]
    assert row["place"] == "vendors/payment-gateways/otherpay.yaml, facts.rate_limit is missing"


def test_rows_are_marked_by_what_is_wrong_with_them(evaluated):
    found = rows(
        evaluated(
            with_facts(
                rate_limit="{value: 9, source: https://a.test/2, checked: 2019-01-01, kind: vendor-answer}",
                webhooks="{unknown: true, looked: [{source: https://a.test/5, checked: 2026-06-20}]}",
                api_style="{value: [rest], source: https://a.test/1, conflicts: [{value: [soap], source: https://a.test/3}]}",
            )
        ),
        "Otherpay",
    )  # fmt: skip
    assert found["Rate limit"]["state"] == ["stale", "own_word"]
    assert found["Rate limit"]["notes"][:2] == ["stale", "vendor's word"]
    assert found["Webhooks"]["state"] == ["not_found"]
    assert found["Webhooks"]["sources"][0]["day"] == "looked on 20 June 2026"
    assert found["Api style"]["state"] == ["disputed"]
    assert [each["says"] for each in found["Api style"]["sources"]] == [
        "says rest",
        "another source says soap",
    ]
    assert "undated" in found["Api style"]["notes"]


@pytest.mark.parametrize(
    ("checked", "is_stale"),
    # 365 days are the last on which it is fresh, counted from 23 November 2026.
    [("2026-11-24", False), ("2026-11-22", False), ("2025-11-23", False), ("2025-11-22", True)],
)
def test_a_fact_is_called_stale_from_the_day_after_its_last(evaluated, checked, is_stale):
    source = f"{{value: 9, source: https://a.test/2, checked: {checked}}}"
    row = rows(evaluated(with_facts(rate_limit=source)), "Otherpay")["Rate limit"]
    assert ("stale" in row["notes"], "stale" in row["state"]) == (is_stale, is_stale)


@pytest.mark.parametrize(
    ("until", "said"),
    [("2026-11-22", "expired 22 November 2026"), ("2026-11-23", "valid until 23 November 2026")],
)
def test_a_fact_says_until_when_it_holds(evaluated, until, said):
    source = f"{{value: 9, source: https://a.test/2, checked: 2026-06-20, until: {until}}}"
    row = rows(evaluated(with_facts(rate_limit=source)), "Otherpay")["Rate limit"]
    assert row["sources"][0]["until"] == said


def test_a_range_stands_from_its_lowest_to_its_highest_with_the_points_it_may_give(evaluated):
    # The scale gives 30 at 13 requests/s, and 100 from 100 on.
    source = "{low: 13, likely: 25, high: 100, source: https://a.test/2, checked: 2026-06-20}"
    row = rows(evaluated(with_facts(rate_limit=source)), "Otherpay")["Rate limit"]
    assert row["text"] == "13 to 100 requests/s, most likely 25"
    assert row["worth"] == "30 to 100"


def test_a_vendor_says_how_many_facts_it_has_and_how_many_are_open(evaluated):
    (one, other) = facts(evaluated(with_facts()))
    assert {one["summary"], other["summary"]} == {
        "ExamplePay: 3 facts, 1 open",
        "Otherpay: 3 facts, 3 open",
    }


def test_scales_have_their_weights_and_reasons(evaluated):
    (api, scalability) = scales(evaluated(PLAIN))
    assert api["title"].startswith("API preference: ")
    (row,) = scalability["rows"]
    assert row["title"] == "Rate limit"
    assert row["scale"]
