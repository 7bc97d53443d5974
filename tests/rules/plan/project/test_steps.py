"""Rules about the steps of a plan."""

import pytest

from tests.conftest import PLAN

FIRST = "id: contract, title: Signed, from: 2026-12-01, to: 2026-12-15"
SECOND = "id: keys, title: Keys in place, from: 2026-12-15, to: 2026-12-18"


@pytest.fixture
def steps(told):
    """What is told of a plan with steps: code, marked text and message."""

    def tell(*each, **files):
        return told(plan="steps:\n" + "".join(f"  - {{{one}}}\n" for one in each), **files)

    return tell


def test_a_step_may_begin_on_the_day_on_which_the_one_before_ends(steps):
    assert steps(FIRST, f"{SECOND}, after: [contract]") == []


def test_an_id_names_one_step(steps):
    assert steps(FIRST, SECOND.replace("keys", "contract")) == [
        ("EK440", "contract", "the id `contract` is used twice")
    ]


def test_a_step_ends_on_the_day_on_which_it_begins_or_later(steps):
    assert steps(FIRST.replace("2026-12-15", "2026-12-01")) == []
    assert steps(FIRST.replace("2026-12-15", "2026-11-30")) == [
        ("EK441", "2026-11-30", "`contract` ends on 2026-11-30, before it begins on 2026-12-01")
    ]


def test_a_step_follows_steps_of_the_plan(steps, diagnosed):
    assert steps(FIRST, f"{SECOND}, after: [contact]") == [
        ("EK442", "contact", "there is no step `contact`")
    ]
    text = f"steps:\n  - {{{FIRST}}}\n  - {{{SECOND}, after: [contact]}}\n"
    assert diagnosed(plan=text)[0].hint == "did you mean `contract`?"


def test_a_step_that_waits_for_itself(steps):
    assert steps(f"{FIRST}, after: [contract]") == [
        ("EK443", "[contract]", "`contract` waits for itself")
    ]


def test_steps_in_a_circle_are_told_once(steps):
    day = "from: 2026-12-01, to: 2026-12-01"
    circle = [f"id: {name}, title: S, {day}, after: [{of}]" for name, of in ("ac", "ba", "cb")]
    assert steps(*circle, f"id: d, title: S, {day}, after: [a]") == [
        ("EK443", "[c]", "`a` waits for itself, by way of `c`, `b`")
    ]


def test_two_ways_to_the_same_step_are_no_circle(steps):
    day = "from: 2026-12-01, to: 2026-12-01"
    ways = (("a", ""), ("b", "a"), ("c", "a"), ("d", "b, c"))
    assert steps(*(f"id: {name}, title: S, {day}, after: [{of}]" for name, of in ways)) == []


def test_a_step_that_begins_before_the_one_that_it_follows_ends(steps):
    early = SECOND.replace("2026-12-15", "2026-12-14")
    assert steps(FIRST, f"{early}, after: [contract]") == [
        ("EK444", "2026-12-14", "`keys` begins on 2026-12-14, before `contract` ends on 2026-12-15")
    ]


def test_a_step_that_is_done_has_ended(steps):
    done = f"{FIRST.replace('2026-12-01', '2026-11-01')}, done: 2026-11-20"
    early = SECOND.replace("2026-12-15", "2026-11-21")
    assert steps(done, f"{early}, after: [contract]") == []


def test_nothing_is_done_after_the_plans_day(steps):
    assert steps(f"{FIRST}, done: 2026-11-23") == []
    assert steps(f"{FIRST}, done: 2026-11-24") == [
        ("EK445", "2026-11-24", "`contract` was done on 2026-11-24, after 2026-11-23")
    ]


def test_without_a_plans_day_today_counts_and_tomorrow_somewhere(steps):
    # Where it is already tomorrow, what was done today has tomorrow's date here.
    undated = {"files": {"plans/storefront-payments.yaml": PLAN.replace("as_of: 2026-11-23\n", "")}}
    text = f"steps: [{{{FIRST}, done: %s}}]\n"

    def of(day):
        plan = undated["files"]["plans/storefront-payments.yaml"] + text % day
        return steps(files={"plans/storefront-payments.yaml": plan})

    assert of("2026-11-24") == []
    assert of("2026-11-25") == [
        ("EK445", "2026-11-25", "`contract` was done on 2026-11-25, after 2026-11-23")
    ]
