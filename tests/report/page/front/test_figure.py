"""The figure of page one: each vendor's range, settled share and cost."""

import dataclasses

from evalkit.report.page.front.figure import figure
from tests.conftest import PLAN, VENDOR
from tests.report.made import HALF, OTHERPAY, PLAN_FILE, UNKNOWN


def rows(found):
    return {row["name"]: row for group in found["groups"] for row in group["rows"]}


def shapes(row):
    return [(shape["is"], shape["class"]) for shape in row["picture"]["shapes"]]


def test_points_are_rounded_outward_and_the_settled_share_down(evaluated):
    # ExamplePay: 18.75 + 45, and its webhooks are worth 6.25; half of that is 3.125.
    found = rows(figure(evaluated({PLAN_FILE: HALF, OTHERPAY: UNKNOWN})))
    one, other = found["ExamplePay"], found["Otherpay"]
    assert (one["rank"], one["points"], one["middle"], one["settled"]) == (
        "1",
        "63 to 70",
        "middle 67",
        "93%",
    )
    assert (other["rank"], other["points"], other["middle"], other["settled"]) == (
        "",
        "18 to 100",
        "",
        "18%",
    )


def test_points_that_are_an_end_of_the_range_are_not_said_twice(evaluated):
    assert rows(figure(evaluated({})))["ExamplePay"]["middle"] == ""


def test_only_a_ranked_vendor_has_a_bar_from_nothing(evaluated):
    found = rows(figure(evaluated({PLAN_FILE: HALF, OTHERPAY: UNKNOWN})))
    assert ("rect", "first") in shapes(found["ExamplePay"])
    assert ("hatch", "first") in shapes(found["ExamplePay"])
    other = found["Otherpay"]["picture"]["shapes"]
    assert [s for s in other if s["is"] == "rect" and s["class"] == "first"] == []
    (hatched,) = [shape for shape in other if shape["is"] == "hatch"]
    assert (hatched["x"], hatched["width"]) == ("18.75%", "81.25%")
    assert not found["Otherpay"]["tall"]


def test_the_points_that_both_finalists_may_have_are_shaded(golden):
    # Alder Pay has 56 to 75 points, Birch & Sons 37 to 67: both may have 56 to 67.
    found = figure(golden("everything"))
    for name in ("Alder Pay", "Birch & Sons"):
        first = rows(found)[name]["picture"]["shapes"][0]
        assert first["class"] == "overlap"
        assert int(float(first["x"][:-1])) == 56
    assert ("rect", "overlap") not in shapes(rows(found)["Dogwood"])
    assert found["key"]["overlap"] == "Overlap of Alder Pay and Birch & Sons"
    assert figure(golden("clear"))["key"]["overlap"] == ""


def test_who_is_ruled_out_has_a_sentence_and_no_picture(golden):
    found = figure(golden("everything"))
    assert found["out"] == [
        {"name": "Cedar", "reason": "style of the API: soap, where rest or graphql is needed"}
    ]
    assert "Cedar" not in rows(found)


def test_costs_have_their_range_their_bound_or_the_reason_why_there_is_none(golden):
    found = rows(figure(golden("everything")))
    assert (found["Alder Pay"]["cost"], found["Alder Pay"]["cost_note"]) == (
        "€165,000",
        "€120,000 to €280,000",
    )
    assert (found["Dogwood"]["cost"], found["Dogwood"]["cost_note"]) == ("we found no price", "")
    assert found["Dogwood"]["cost_open"]
    assert figure(golden("clear"))["cost"] == ""


def test_of_many_vendors_the_first_are_shown_and_the_rest_are_counted(evaluated):
    many = {
        f"vendors/payment-gateways/v{n}.yaml": VENDOR.replace("examplepay", f"v{n}").replace(
            "ExamplePay", f"V{n}"
        )
        for n in range(29)
    }
    found = figure(evaluated({**many, PLAN_FILE: PLAN}))
    assert len(rows(found)) == 5
    assert found["more"] == "25 more vendors are shown further down."


def test_where_nobody_is_ranked_those_whose_research_is_worth_most_come_first(golden):
    (group,) = figure(golden("unresearched"))["groups"]
    assert (
        group["title"]
        == "Not ranked: the range of what is possible, those first whose research is worth most"
    )
    assert [(row["name"], row["tall"]) for row in group["rows"]] == [
        ("Wren", True),
        ("Heron", True),
    ]


def test_a_vendor_to_which_no_measure_applies_has_no_picture(golden):
    (row,) = rows(figure(golden("inapplicable"))).values()
    assert (row["picture"], row["points"]) == (None, "no measure applies")


def test_all_rows_are_one_picture_for_a_file(golden):
    found = golden("everything")
    drawn = figure(found)["whole"]
    words = [shape["text"] for shape in drawn["shapes"] if shape["is"] == "text"]
    assert words == [
        "Alder Pay: 56 to 75 of 100 points",
        "Birch & Sons: 37 to 67 of 100 points",
        "Dogwood: 0 to 100 of 100 points",
    ]
    none = dataclasses.replace(found, vendors=found.vendors[-1:])
    assert figure(none)["whole"] is None
