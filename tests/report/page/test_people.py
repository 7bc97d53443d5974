"""What people would choose, on the pages."""

import dataclasses
import re

from evalkit.report.page.html import to_html
from evalkit.report.page.markdown import to_markdown
from evalkit.report.page.people import people
from tests.report.priced import plain


def section(page):
    return re.search(r'<section id="people".*?</section>', page, re.DOTALL)[0]


def asked(evaluation, **changes):
    """An evaluation with other results of people."""
    found = dataclasses.replace(evaluation.stakeholders, **changes)
    return dataclasses.replace(evaluation, stakeholders=found)


def test_each_person_has_a_row_and_each_ranked_vendor_a_column(golden):
    shown = people(golden("everything"))["table"]
    assert shown["heads"] == ["Alder Pay", "Birch & Sons"]
    assert [row["name"] for row in shown["rows"]] == [
        "Finance", "Technology", "Support", "Purchasing", "Management", "Audit",
    ]  # fmt: skip
    finance = shown["rows"][0]
    # Two of 6.5 shares of influence; 60 of 100 points for cost.
    assert finance["notes"] == ["31% influence", "cares most about cost (60%)"]
    assert [cell["place"] for cell in finance["cells"]] == ["1", "2"]
    assert shown["group"]["name"] == "Group"


def test_both_reports_say_who_would_choose_whom_and_why(golden):
    page = plain(section(to_html(golden("everything"))))
    text = to_markdown(golden("everything"))[0]
    for said in (
        "Finance, Technology, Support and 3 others would each choose Alder Pay.",
        "That holds even if every open fact turns out at its worst.",
        "Half a percent is 14,000 EUR a year.", "Gave points to the criteria.",
        "Compared the criteria in pairs.", "Put the criteria in order",
        "Interface: Gave points to the criteria. Calls 70% and Events 30%.",
        "Operation divides them most: 20% of the weight for Finance, 67% for Support.",
        "Finance and Support are furthest apart: 47% of the weight",
        "Their orders of criteria agree to 0.20",
    ):  # fmt: skip
        assert said in page, said
        assert said in text, said


def test_there_is_a_picture_for_each_of_two_readings(golden):
    evaluation = golden("everything")
    shown = people(evaluation)
    middle, worst = shown["figures"]
    assert middle["picture"]["label"].startswith("Finance: 1 Alder Pay 57, 2 Birch & Sons 44; ")
    # The plan counts what is open as the worst, and Finance has 44.5 and 29.0 points there.
    assert worst["picture"]["label"].startswith("Finance: 1 Alder Pay 45, 2 Birch & Sons 29; ")
    assert "Group" in worst["picture"]["label"]
    assert section(to_html(evaluation)).count('<svg xmlns="http://www.w3.org/2000/svg" class="picture"') == 2  # fmt: skip
    files = to_markdown(evaluation, charts="r")[1]
    assert {"r-people.svg", "r-worst.svg"} <= files.keys()


def test_of_many_people_those_with_most_influence_are_drawn(golden):
    evaluation = golden("everything")
    shown = people(evaluation)
    assert shown["drawn"] == "The pictures show the 4 people with the most influence."
    assert "Audit" not in shown["figures"][0]["picture"]["label"]
    few = asked(evaluation, people=evaluation.stakeholders.people[:4])
    assert people(few)["drawn"] == ""


def test_many_people_are_folded_after_the_first(golden):
    evaluation = golden("everything")
    some = evaluation.stakeholders.people
    many = [dataclasses.replace(some[0], id=f"p{n}", name=f"Person {n}") for n in range(20)]
    shown = people(asked(evaluation, people=(*some, *many)))
    assert len(shown["table"]["rows"]) + len(shown["table"]["more_rows"]) == 26
    assert len(shown["table"]["rows"]) == 8
    assert [len(each["heads"]) for each in shown["weights"]] == [8, 8, 8, 2]


def test_where_nobody_is_ranked_people_have_weights_and_no_choice(golden):
    evaluation = golden("everything")
    unranked = tuple(
        dataclasses.replace(each, ranking=(), first={}, first_alike={})
        for each in evaluation.stakeholders.people
    )
    vendors = tuple(
        dataclasses.replace(each, standing="not_ranked", rank=None) for each in evaluation.vendors
    )
    nobody = dataclasses.replace(
        asked(evaluation, people=unranked, group_ranking=()), vendors=vendors, robustness=None
    )
    shown = people(nobody)
    assert shown["lead"][0].startswith("No vendor is ranked, so nobody has a choice yet.")
    assert (shown["figures"], shown["table"]["heads"]) == ([], [])
    assert "cares most about cost (60%)" in section(to_html(nobody))


def test_with_one_ranked_vendor_nobody_has_a_choice(golden):
    evaluation = golden("everything")
    vendors = tuple(
        dataclasses.replace(each, standing="not_ranked", rank=None) if place else each
        for place, each in enumerate(evaluation.vendors)
    )
    lead = people(dataclasses.replace(evaluation, vendors=vendors))["lead"]
    assert lead == ["Only Alder Pay is ranked, so nobody has a choice yet."]


def test_a_plan_without_people_has_no_section(golden):
    assert people(golden("clear")) is None
    assert 'id="people"' not in to_html(golden("clear"))
