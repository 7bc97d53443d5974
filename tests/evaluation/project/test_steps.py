"""Steps as they stand on a day."""

import datetime

import pytest

from evalkit.evaluation.project.steps import steps
from evalkit.model.plan import Plan

CONTRACT = {"id": "contract", "title": "Contract", "from": "2026-12-01", "to": "2026-12-15"}
KEYS = {"id": "keys", "title": "Keys", "from": "2026-12-16", "to": "2026-12-18"}


def stands(day, *given, **more):
    plan = {"id": "p", "title": "P", "category": "c", "steps": list(given), **more}
    found = steps(Plan.model_validate(plan), datetime.date.fromisoformat(day))
    return [(each.state, each.text) for each in found]


@pytest.mark.parametrize(
    ("day", "state", "text"),
    [
        ("2026-11-30", "planned", "planned"),
        ("2026-12-01", "under_way", "under way"),
        ("2026-12-15", "under_way", "under way"),
        ("2026-12-16", "due", "due 15 Dec 2026, 1 day ago"),
        ("2026-12-18", "due", "due 15 Dec 2026, 3 days ago"),
    ],
)
def test_a_step_is_due_from_the_day_after_its_last(day, state, text):
    assert stands(day, CONTRACT) == [(state, text)]


def test_what_is_done_is_never_due():
    assert stands("2027-01-01", CONTRACT | {"done": "2026-12-20"}) == [("done", "done 20 Dec 2026")]


def test_a_step_is_held_up_while_one_that_it_follows_is_not_done():
    keys = KEYS | {"after": ["contract"]}
    late = "due 15 Dec 2026, 2 days ago"
    assert stands("2026-12-17", CONTRACT, keys) == [
        ("due", late),
        ("held_up", "should have begun 16 Dec 2026, 1 day ago; waits for “Contract”"),
    ]
    assert stands("2026-12-16", CONTRACT, keys)[1] == ("under_way", "under way")
    done = CONTRACT | {"done": "2026-12-15"}
    assert stands("2026-12-17", done, keys)[1] == ("under_way", "under way")


def test_what_is_due_says_what_it_waits_for():
    legal = CONTRACT | {"id": "legal", "title": "Terms read"}
    keys = KEYS | {"after": ["contract", "legal"]}
    assert stands("2026-12-20", CONTRACT, legal, keys)[2] == (
        "due",
        "due 18 Dec 2026, 2 days ago; waits for “Contract” and “Terms read”",
    )


def test_steps_keep_their_order_and_their_dates(evaluated):
    found = evaluated().steps
    assert [each.id for each in found] == ["contract", "keys"]
    assert found[0].who == "Head of the warehouse"
    assert (found[1].start, found[1].end) == (
        datetime.date(2026, 11, 22),
        datetime.date(2026, 11, 27),
    )
    assert found[1].after == ("contract",)


def test_the_plans_day_counts(evaluated):
    # It is the 23rd, whatever day it is today.
    found = evaluated(day=datetime.date(2030, 1, 1)).steps
    assert [each.text for each in found] == [
        "due 20 Nov 2026, 3 days ago",
        "should have begun 22 Nov 2026, 1 day ago; waits for “Contract signed”",
    ]
