"""The steps of a plan, and what to do next."""

from evalkit.report.page.certain.steps import next_steps, steps


def test_each_step_has_its_state_with_the_day_that_counts(golden):
    found = steps(golden("everything"))
    assert [(row["title"], row["state"], row["is_late"]) for row in found["rows"]] == [
        ("Contract signed", "was due 20 Nov 2026", True),
        ("Terms read", "done 12 Nov 2026", False),
        ("Keys in place", "held up since 20 Nov 2026", True),
        ("The shop takes payments by it", "from 7 Dec 2026", False),
    ]
    assert found["today"] == "The upright line is 23 November 2026."
    assert found["rows"][0]["picture"]["label"] == (
        "Contract signed: 2 November 2026 to 20 November 2026, was due 20 Nov 2026."
    )


def test_a_plan_without_steps_has_no_picture_of_them(golden):
    assert steps(golden("payback")) is None


def test_what_to_do_next_follows_from_what_is_open_and_stale(golden):
    assert next_steps(golden("everything"), 1) == [
        "Ask the vendor above.",
        "Check again the stale fact of Birch & Sons.",
        "Write the answers into the vendors' files, and evaluate again.",
    ]
    assert next_steps(golden("clear"), 0) == []
