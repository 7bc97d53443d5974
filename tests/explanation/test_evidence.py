"""The fact behind a value: what it says, where from, and how old it is."""

import pytest

from tests.conftest import VENDOR
from tests.explanation.made import EXAMPLEPAY, OTHERPAY, facts_of


def test_what_nobody_looked_for_says_so_and_where_it_is_missing(evaluated):
    found = facts_of(evaluated(), "examplepay")["webhooks"]
    assert (found.text, found.status, found.source) == ("not looked for", "not_looked_for", "")
    assert (found.path, found.key) == (EXAMPLEPAY, "facts.webhooks")


@pytest.mark.parametrize(
    "fact",
    [
        "{value: unknown, source: https://e.test/docs, checked: 2026-06-21}",
        "{unknown: true, looked: [{source: https://e.test/docs, checked: 2026-06-21}]}",
    ],
)
def test_what_was_not_found_says_where_and_when_it_was_looked_for(evaluated, fact):
    found = facts_of(evaluated({EXAMPLEPAY: VENDOR + f"  webhooks: {fact}\n"}), "examplepay")
    webhooks = found["webhooks"]
    assert (webhooks.text, webhooks.status) == ("not found", "not_found")
    assert webhooks.looked == ("https://e.test/docs, 21 Jun 2026",)
    # It has been looked at; it is no source of anything.
    assert (webhooks.source, webhooks.age) == ("", "")


def test_a_fact_comes_with_source_age_and_place(evaluated):
    found = facts_of(evaluated(), "otherpay")
    style, limit = found["api_style"], found["rate_limit"]
    assert (style.text, style.source) == ("soap", "https://a.test/1")
    assert style.age == "20 Jun 2026, 156 days old"
    assert (style.path, style.key) == (OTHERPAY, "facts.api_style")
    assert (limit.text, limit.age) == ("12 requests/s", "undated")


@pytest.mark.parametrize(
    ("checked", "age"),
    [
        ("2026-11-24", "24 Nov 2026, 1 day after the day of this evaluation"),
        ("2026-11-23", "23 Nov 2026, 0 days old"),
        ("2026-11-22", "22 Nov 2026, 1 day old"),
        ("2025-11-23", "23 Nov 2025, 365 days old"),
        ("2025-11-22", "22 Nov 2025, 366 days old, stale"),
    ],
)
def test_a_fact_is_stale_from_the_day_after_its_last_here_too(evaluated, checked, age):
    old = VENDOR.replace("limits, checked: 2026-06-20", f"limits, checked: {checked}")
    assert facts_of(evaluated({EXAMPLEPAY: old}), "examplepay")["rate_limit"].age == age


def test_every_source_that_disagrees_is_named(evaluated):
    conflicts = "[{value: 20, source: https://f.test, checked: 2026-01-02}, {value: 30}]"
    text = VENDOR.replace("limits, checked: 2026-06-20", f"limits, conflicts: {conflicts}")
    assert facts_of(evaluated({EXAMPLEPAY: text}), "examplepay")["rate_limit"].others == (
        "20 requests/s: https://f.test, 2 Jan 2026", "30 requests/s: no source, undated",
    )  # fmt: skip


def test_a_stale_fact_and_what_contradicts_it(evaluated):
    text = VENDOR.replace(
        "{value: 25, source: https://examplepay.test/limits, checked: 2026-06-20}",
        "{value: 25, source: https://e.test, via: https://copy.test, checked: 2025-01-01, "
        "conflicts: [{value: 20, source: https://f.test, checked: 2025-01-02}]}",
    )
    limit = facts_of(evaluated({EXAMPLEPAY: text}), "examplepay")["rate_limit"]
    assert (limit.age, limit.freshness) == ("1 Jan 2025, 691 days old, stale", "stale")
    assert limit.via == "https://copy.test"
    assert limit.others == ("20 requests/s: https://f.test, 2 Jan 2025",)


@pytest.mark.parametrize(
    ("dates", "age"),
    [
        ("checked: 2026-06-20, until: 2027-03-03",
         "20 Jun 2026, 156 days old, valid until 3 Mar 2027"),
        ("checked: 2026-06-20, until: 2026-11-22",
         "20 Jun 2026, 156 days old, expired on 22 Nov 2026"),
        ("checked: 2025-11-22, until: 2027-03-03",
         "22 Nov 2025, 366 days old, stale, valid until 3 Mar 2027"),
        ("until: 2027-03-03", "undated, valid until 3 Mar 2027"),
    ],
)  # fmt: skip
def test_a_fact_that_ends_says_so_beside_its_age(evaluated, dates, age):
    text = VENDOR.replace("limits, checked: 2026-06-20", f"limits, {dates}")
    assert facts_of(evaluated({EXAMPLEPAY: text}), "examplepay")["rate_limit"].age == age


def test_another_source_says_until_when_it_holds(evaluated):
    other = "{value: 12, source: https://e.test/2, checked: 2026-06-20, until: 2027-03-03}"
    text = VENDOR.replace("value: 25", f"value: 25, conflicts: [{other}]")
    (said,) = facts_of(evaluated({EXAMPLEPAY: text}), "examplepay")["rate_limit"].others
    assert said == "12 requests/s: https://e.test/2, 20 Jun 2026, until 3 Mar 2027"
