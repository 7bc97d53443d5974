"""Answers in a workbook, found by hidden ids and never by their position."""

import random

import pytest

from evalkit.errors import EvalkitError
from evalkit.evidence.asking.questions import ANSWER, EVIDENCE
from tests.evidence.made import asked, book_of, returned, rows_of

FIVE = {
    "style": {"answer": "rest"},
    "hooks": {"answer": "yes"},
    "rate": {"answer": 100, "offered": "as standard"},
    "uptime": {"answer": "99.9%"},
    "released": {"answer": "2026-06-20"},
}


def given(found):
    """What was filled in, by id."""
    return {each.id: dict(each.given) for each in found.replies if not each.is_blank}


def test_five_cells_are_five_answers_with_their_addresses(tmp_path):
    made = asked()
    found = returned(tmp_path, book_of(rows_of(made, FIVE)))
    answered = {each.id.split("/")[2]: each.cell for each in found.replies if not each.is_blank}
    # heads in the first row of this sheet, then the ten questions in their order
    assert answered == {
        "style": "G2",
        "hooks": "G3",
        "rate": "G5",
        "uptime": "G6",
        "released": "G10",
    }
    assert {reply.sheet for reply in found.replies} == {"Questions"}
    assert (found.mark, found.remarks) == (made.mark, ())


def test_sorted_rows_moved_columns_and_other_names_of_sheets_change_nothing(tmp_path):
    rows = rows_of(asked(), FIVE)
    before = given(returned(tmp_path, book_of(rows)))
    mixed = random.Random(7)
    order = list(range(len(rows[0])))
    mixed.shuffle(order)
    body = rows[1:]
    mixed.shuffle(body)
    moved = [[row[at] for at in order] for row in [rows[0], *body]]
    shifted = [[], ["Our notes"], *([None, *row] for row in moved)]
    assert given(returned(tmp_path, book_of(shifted, "Fragen"))) == before


def test_formulas_and_hidden_rows_are_told_apart(tmp_path):
    rows = rows_of(asked("style", "rate"), {"style": {"answer": "rest"}, "rate": {"answer": 100}})
    at = rows[0].index(ANSWER)
    style, rate = returned(tmp_path, book_of(rows, hidden=[1], formulas=[(2, at)])).replies
    assert (style.is_hidden, style.formulas) == (True, ())
    assert (rate.is_hidden, rate.formulas) == (False, (ANSWER,))


def test_the_hidden_column_of_ids_hides_no_row(tmp_path):
    found = returned(tmp_path, book_of(rows_of(asked(), FIVE)))
    assert not any(reply.is_hidden for reply in found.replies)


def test_a_missing_column_and_a_row_without_id_are_remarks(tmp_path):
    rows = rows_of(asked("rate"), {"rate": {"answer": 100}})
    rows[0][rows[0].index(EVIDENCE)] = "Proof"
    rows.append([None, *rows[1][1:]])
    found = returned(tmp_path, book_of(rows))
    assert found.remarks == (
        f"Questions: there is no column “{EVIDENCE}” any more",
        "Questions, G3: this row has no hidden id; not taken",
    )


def test_two_questionnaires_in_one_workbook_have_no_mark(tmp_path):
    one, other = rows_of(asked("rate"), {}), rows_of(asked("style"), {})
    found = returned(tmp_path, book_of([*one, *other]))
    assert found.mark == ""


def test_another_workbook_is_no_questionnaire(tmp_path):
    with pytest.raises(EvalkitError, match=r"answers.xlsx is no questionnaire"):
        returned(tmp_path, book_of([["Vendor", "Points"], ["Vee", 5]]))
