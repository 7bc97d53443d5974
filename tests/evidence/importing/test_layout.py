"""How a table seems to be laid out."""

import pytest

from evalkit.errors import EvalkitError
from evalkit.evidence.importing.layout import layout
from tests.evidence.importing.made import sheet


def keys(text, vendors=None, head=None, leave=()):
    return layout(sheet(text), vendors, head, leave).keys


def test_vendors_down_with_their_weights_totals_and_notes():
    text = "Supplier|cost|Total|Max|Comments\nWeights|2||\nAlder|3|6|10|x"
    found = layout(sheet(text), None, None, ())
    assert found.keys == {
        "vendors": "down", "head": 1, "name": "Supplier", "total": "Total", "maximum": "Max",
        "weight": "Weights", "note": ("Comments",), "leave": (),
    }  # fmt: skip
    assert list(found.measures) == ["cost"]


def test_vendors_across_with_a_column_of_weights_and_a_row_of_totals():
    text = "Requirement|Weight|Alder|Birch\ncost|2|3|4\nrisk|1|3|4\nTotal||9|12\nNotes||a|b"
    found = layout(sheet(text), None, None, ())
    assert (found.keys["vendors"], found.keys["weight"]) == ("across", "Weight")
    assert (found.keys["total"], found.keys["note"]) == ("Total", ("Notes",))
    assert list(found.measures) == ["cost", "risk"]


def test_a_long_form_is_told_by_its_three_heads():
    found = keys("Vendor|Criteria|Weight|Score (1-5)|Weighted\nA|b|1|2|2")
    assert found == {
        "vendors": "long", "head": 1, "name": "Vendor", "criterion": "Criteria",
        "value": "Score (1-5)", "weight": "Weight", "weighted": "Weighted", "leave": (),
    }  # fmt: skip


def test_a_questionnaire_is_told_by_its_compliant_answers():
    found = keys("Question|Compliant answer|Weight|Answer\nSandbox?|Yes|1|Yes")
    assert (found["vendors"], found["compliant"]) == ("across", "Compliant answer")


def test_a_title_above_the_table_is_no_head():
    assert keys("Our tools\n|\nvendor|cost\nAlder|3")["head"] == 3


def test_heads_that_say_nothing_are_asked_about():
    with pytest.raises(
        EvalkitError, match=r"'x' does not say .* --vendors down or --vendors across"
    ):
        keys("x|cost\nAlder|3")
    assert keys("x|cost\nAlder|3", "down")["name"] == "x"


@pytest.mark.parametrize(
    ("head", "title", "weight"),
    [
        ("Security (x5)", "Security", 5), ("Speed (×2.5)", "Speed", 2.5), ("Cost (20%)", "Cost", 20),
        ("Cost (12,5 %)", "Cost", 12.5),
        # No weights.
        ("Score (1-5)", None, None), ("Founded (2001)", None, None), ("Cost", None, None),
    ],
)  # fmt: skip
def test_a_weight_in_a_head_is_found_and_nothing_else_is_taken_for_one(head, title, weight):
    mapped = layout(sheet(f"vendor|{head}\nAlder|3"), None, None, ()).measures[head]
    assert (mapped.title, mapped.weight) == (title, weight)


def test_what_is_left_out_is_no_measure():
    found = layout(sheet("vendor|cost|chosen\nAlder|3|yes"), None, None, ("chosen",))
    assert (list(found.measures), found.keys["leave"]) == (["cost"], ("chosen",))


def test_numbers_before_the_names_and_averages_below_them_are_left_out():
    found = layout(sheet("No.|vendor|cost\n1|Alder|3\n2|Birch|5\n|Average|4"), None, None, ())
    assert (found.keys["name"], found.keys["leave"]) == ("vendor", ("No.", "Average"))
    assert list(found.measures) == ["cost"]


def test_averages_ranks_and_further_totals_beside_the_ratings_are_no_criteria():
    found = layout(
        sheet("vendor|cost|Total|Avg.|Weighted total|Rank\nAlder|3|6|3|3|1"), None, None, ()
    )
    assert (found.keys["total"], found.keys["leave"]) == (
        "Total",
        ("Avg.", "Weighted total", "Rank"),
    )
    assert list(found.measures) == ["cost"]


def test_remarks_of_a_long_form_are_left_out_and_the_mapping_says_so():
    assert keys("vendor|criterion|score|comment\nA|b|1|x")["leave"] == ("comment",)


def test_heads_that_differ_only_in_brackets_are_two():
    found = layout(sheet("vendor|cost (year 1)|cost (year 2)\nAlder|3|4"), None, None, ())
    assert list(found.measures) == ["cost (year 1)", "cost (year 2)"]
