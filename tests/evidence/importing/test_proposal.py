"""What a table becomes."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.errors import EvalkitError
from evalkit.evidence.importing.proposal import completed, proposal, started
from evalkit.tables.cells import Book, Cell, Sheet
from evalkit.tables.mapping import TableMapping
from tests.evidence.importing.made import DAY, mapping, sheet


def book(text, name="tools.csv"):
    return Book(name, "text", (sheet(text),))


TABLE = "vendor|cost|risk\nAlder|3|4\nBirch|5|2"


def test_what_nobody_says_comes_from_the_name_of_the_file_and_the_day():
    bare = TableMapping.model_validate({"vendors": "down", "name": "vendor"})
    found = completed(bare, book(TABLE, "Our Tools (2).csv"), DAY)
    assert (found.category, found.title) == ("our-tools-2", "Our tools 2")
    assert (found.source, found.checked) == ("Our Tools (2).csv", DAY)


def test_criteria_that_come_with_evalkit_are_not_replaced():
    with pytest.raises(EvalkitError, match="choose another name with --category"):
        completed(mapping(category="payment-gateways"), book(TABLE), DAY)


def test_a_vendor_of_another_category_keeps_its_id():
    found = proposal(book(TABLE), mapping(), taken=["alder"])
    assert "vendors/tools/alder-2.yaml" in found.texts


def test_criteria_of_a_group_stand_together_with_their_weight():
    measures = {"cost": {"group": "Money", "weight": 3}, "risk": {"group": "Money", "weight": 2}}
    text = proposal(book(TABLE), mapping(measures=measures)).texts["criteria/tools.yaml"]
    assert "  money:\n    title: Money\n    weight: 5\n    measures:\n      cost_rating:\n" in text


def test_more_criteria_than_people_weigh_are_put_into_parts():
    heads = "|".join(f"c{at}" for at in range(51))
    rows = "|".join("3" for _ in range(51))
    text = proposal(book(f"vendor|{heads}\nAlder|{rows}"), mapping()).texts["criteria/tools.yaml"]
    assert '  part-1:\n    title: "Part 1"\n    weight: 50\n' in text
    assert '  part-2:\n    title: "Part 2"\n    weight: 1\n' in text


def test_the_same_table_makes_the_same_files():
    assert proposal(book(TABLE), mapping()).texts == proposal(book(TABLE), mapping()).texts


@pytest.mark.parametrize(
    ("text", "keys", "why"),
    [
        ("vendor|cost", {}, "has no vendors"),
        ("vendor|x\nweight|1", {"weight": "weight"}, "has no vendors"),
        (TABLE, {"sheet": "Other"}, "has no sheet 'Other'"),
        (TABLE, {"scale": None}, "to which 'cost', 'risk' can go; say the worst and the best"),
        (TABLE, {"locale": "xx"}, "no locale 'xx'"),
    ],
)
def test_a_table_that_makes_no_comparison_is_refused(text, keys, why):
    with pytest.raises(EvalkitError, match=why):
        proposal(book(text), mapping(**keys))


def remarks(text, **keys):
    return proposal(book(text), mapping(**keys)).remarks


def test_what_is_not_read_and_totals_that_are_no_numbers_are_told():
    text = "vendor|cost|total|rank|sum\nAlder|3|n/a|1|3\nBirch|5|5|2|5"
    assert remarks(text, total="total", leave=["rank", "sum"])[1:] == (
        "not read: rank, sum",
        "cells that are totals, but no numbers, and were not compared: C2",
    )


def test_comments_on_cells_are_told():
    commented = Book("t.xlsx", "workbook", (sheet(TABLE),), has_comments=True)
    assert "comments on cells were not read" in proposal(commented, mapping()).remarks


def test_a_formula_without_a_saved_result_is_refused_with_its_cell():
    cells = {1: Cell(3, 1, "", is_formula=True), 2: Cell(3, 2, "", is_formula=True)}
    scores = sheet(TABLE)
    scores = Sheet("Scores", {**scores.rows, 3: cells})
    with pytest.raises(EvalkitError, match=r"t\.xlsx A3, B3: a formula without a saved result"):
        proposal(Book("t.xlsx", "workbook", (scores,)), mapping())


def test_what_is_not_as_files_must_be_is_found_before_anything_is_written():
    measures = {"cost": {"measure": "x"}, "risk": {"measure": "x"}}
    found = proposal(book(TABLE), mapping(measures=measures))
    assert found.errors


def test_a_rating_beyond_its_scale_is_an_error_and_a_figure_is_not():
    measures = {"cost": {"unit": "EUR", "scale": "9:0"}, "risk": {}}
    text = proposal(book(TABLE), mapping(measures=measures)).texts["criteria/tools.yaml"]
    assert "{kind: linear, worst: 9, best: 0, because:" in text
    assert "{kind: linear, worst: 1, best: 5, strict: true, because:" in text


WORDS = st.sampled_from(
    ["", "", "3", "5", "1,5", "2.5", "7", "20%", "N/A", "Yes", "No (soon)", "5 -> 15", "3+", "weight",
     "total", "average", "notes", "vendor", "criterion", "score", "cost (x3)", "compliant", "???",
     "عرض", "a: b", "- x", "#", "'", '"', "true", "null", "x" * 70, "2026-11-29", "maximum", "=1+1"]
)  # fmt: skip
LEVELS = {"there": {"Yes": 100, "No": 0}}


@given(
    st.lists(st.lists(WORDS, min_size=4, max_size=4), min_size=2, max_size=6),
    st.sampled_from(["vendor", "criterion", "question", "x"]),
    st.sampled_from([None, "down", "across"]),
)
def test_any_table_is_taken_over_without_errors_or_refused(rows, corner, vendors):
    rows[0][0] = corner
    text = "\n".join("|".join(row) for row in rows)
    said = {"scale": "1:5", "levels": LEVELS, "locale": "en"} | (
        {"vendors": vendors} if vendors else {}
    )
    with suppress(EvalkitError):
        found = proposal(book(text), completed(started(book(text), said), book(text), DAY))
        assert found.errors == ()
        assert bool(found.texts) != bool(found.faults)


def test_names_longer_than_an_id_stay_apart():
    heads = ["x" * 70, "x" * 70 + " y", "x" * 90]
    text = f"vendor|{'|'.join(heads)}\nAlder|3|4|5"
    assert proposal(book(text), mapping()).errors == ()
