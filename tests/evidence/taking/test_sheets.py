"""Answers in a workbook, found by hidden ids and never by their position."""

import io
import random

import openpyxl
import pytest
from openpyxl.comments import Comment

from evalkit.errors import EvalkitError
from evalkit.evidence.asking.questions import ANSWER, EVIDENCE
from evalkit.evidence.asking.workbook import to_workbook
from evalkit.evidence.taking.reading import read_returned
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
    rows = rows_of(asked("rate"), {"rate": {"answer": 100, "evidence": "https://a.test"}})
    rows[0][rows[0].index(EVIDENCE)] = "Proof"
    rows.append([None, *rows[1][1:]])
    found = returned(tmp_path, book_of(rows))
    assert found.remarks == (
        f"Questions: there is no column “{EVIDENCE}” any more",
        "Questions, J2: “https://a.test” stands beside the questions; not read",
        "Questions, B3: this row has no hidden id; not taken",
    )


def test_what_a_vendor_writes_beside_the_questions_is_told(tmp_path):
    rows = rows_of(asked("rate", "style"), {"rate": {"answer": 100}})
    rows[0].append("Our remarks")
    rows[1].append("only in the enterprise edition")
    rows.append([None, None, "We also offer webhooks."])
    found = returned(tmp_path, book_of(rows))
    assert found.remarks == (
        "Questions, N2: “only in the enterprise edition” stands beside the questions; not read",
        "Questions, C4: this row has no hidden id; not taken",
    )


def test_of_many_cells_beside_the_questions_the_first_are_told(tmp_path):
    rows = rows_of(asked("rate"), {})
    rows[1] += ["x"] * 25
    found = returned(tmp_path, book_of(rows))
    assert len(found.remarks) == 21
    assert found.remarks[-1] == "Questions: 5 more cells beside the questions; not read"


def test_of_two_columns_with_the_same_head_neither_is_read(tmp_path):
    rows = rows_of(asked("rate"), {"rate": {"answer": 100}})
    rows[0].append(ANSWER)
    rows[1].append(200)
    found = returned(tmp_path, book_of(rows))
    assert found.replies[0].given["answer"] == ""
    assert (
        found.remarks[0]
        == f"Questions: several columns are headed “{ANSWER}”; none of them is read"
    )


def test_comments_on_cells_are_told(tmp_path):
    book = openpyxl.load_workbook(io.BytesIO(to_workbook(asked("rate"))))
    book["Questions"]["G6"].comment = Comment("only in the enterprise edition", "Jane Doe")
    book.save(tmp_path / "a.xlsx")
    assert read_returned(tmp_path / "a.xlsx").remarks == (
        "there are comments on cells; read them, as they are not taken",
    )


def test_another_sheet_with_something_in_it_is_told(tmp_path):
    book = openpyxl.load_workbook(io.BytesIO(to_workbook(asked("rate"))))
    book.create_sheet("Remarks")["A1"] = "See our web site."
    book.save(tmp_path / "a.xlsx")
    assert read_returned(tmp_path / "a.xlsx").remarks == (
        "the sheet “Remarks” is no part of it; not read",
    )


def test_names_with_hidden_signs_are_shown_as_they_are(tmp_path):
    raw = book_of(rows_of(asked("rate"), {"rate": {"answer": 100}}), name="Q\u202e")
    found = returned(tmp_path, raw, name="a\u202eb.xlsx")
    assert (found.file, found.replies[0].sheet) == ("a\\u202eb.xlsx", "Q\\u202e")


def test_two_questionnaires_in_one_workbook_have_no_mark(tmp_path):
    one, other = rows_of(asked("rate"), {}), rows_of(asked("style"), {})
    found = returned(tmp_path, book_of([*one, *other]))
    assert found.mark == ""


def test_another_workbook_is_no_questionnaire(tmp_path):
    with pytest.raises(EvalkitError, match=r"answers.xlsx is no questionnaire"):
        returned(tmp_path, book_of([["Vendor", "Points"], ["Vee", 5]]))
