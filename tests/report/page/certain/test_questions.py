"""What to ask, vendor by vendor."""

from evalkit.report.page.certain.questions import questions


def test_open_must_haves_come_before_other_facts(golden):
    found = questions(golden("everything"))
    (row,) = found["rows"]
    assert row["vendor"] == "Dogwood"
    assert row["facts"] == (
        "its style of the API (must-have), rate limit (must-have) and screening for fraud (must-have)"
    )
    assert (row["chance"], row["gain"]) == ("40%", "7.7")
    assert row["decides"] == "Dogwood is ahead if its cost over the years is under 42000 EUR."
    assert found["note"] == "Drop a vendor that does not meet a must-have."


def test_how_many_facts_it_takes_is_said_where_no_single_one_is_enough(golden):
    (row,) = questions(golden("payback"))["rows"]
    assert row["decides"].startswith("At least 2 of its ")


def test_the_likeliest_to_change_the_winner_comes_first_and_five_at_most(golden):
    rows = questions(golden("researched"))["rows"]
    shares = [int(row["chance"].rstrip("%")) for row in rows]
    assert shares == sorted(shares, reverse=True)
    assert 0 < len(rows) <= 5


def test_that_nothing_is_worth_asking_is_said(golden):
    assert questions(golden("clear")) == {
        "rows": [],
        "note": "",
        "none": "Nothing that is open would change the answer.",
    }
