"""The facts on which vendors differ, with their sources."""

from evalkit.report.page.compared.facts import facts
from evalkit.report.page.compared.sides import sides


def found_in(evaluation):
    return facts(evaluation, sides(evaluation))


def by_title(evaluation):
    return {row["title"]: row for row in found_in(evaluation)["rows"]}


def test_the_largest_difference_comes_first_and_what_is_alike_is_counted(golden):
    found = found_in(golden("everything"))
    assert [(row["title"], row["winner"], row["ahead"]) for row in found["rows"][:3]] == [
        ("Kinds of events", "Alder Pay", "+4.0"),
        ("Screening for fraud", "Alder Pay", "+3.5"),
        ("Rate limit", "Alder Pay", "+2.1"),
    ]
    assert found["same"] == "On 1 other measure the facts are the same."


def test_each_fact_has_its_sources_with_their_days(golden):
    one, other = by_title(golden("everything"))["Kinds of events"]["cells"]
    assert one["text"] == "payment, refund, dispute, payout"
    assert [(each["link"], each["day"]) for each in one["sources"]] == [
        ("https://alder.test/events", "checked 1 July 2026"),
    ]  # fmt: skip
    # Its second source disagrees.
    assert [(each["link"], each["day"]) for each in other["sources"]] == [
        ("https://birch.test/events", "checked 11 August 2026"),
        ("https://forum.test/birch", "checked 1 September 2026"),
    ]


def test_what_is_worked_out_has_no_day_of_its_own(golden):
    one, _ = by_title(golden("everything"))["Cost over the years"]["cells"]
    assert one["text"].endswith(", beyond the worst end of the scale")
    assert [each["day"] for each in one["sources"]] == [""]


def test_what_nobody_looked_for_says_so(golden):
    cells = [cell for row in found_in(golden("researched"))["rows"] for cell in row["cells"]]
    assert {"text": "not looked for", "sources": []} in cells
