"""A questionnaire as an Excel workbook."""

import dataclasses
import io

import openpyxl
import pytest

from evalkit.evidence.asking.questions import COLUMNS, HOW
from evalkit.evidence.asking.workbook import HEAD, MARK, to_workbook
from tests.evidence.made import CRITERIA, asked


def opened(questionnaire):
    return openpyxl.load_workbook(io.BytesIO(to_workbook(questionnaire)))


def heads(sheet):
    return [cell.value for cell in sheet[HEAD + 1]]


def test_every_question_is_a_row_with_a_hidden_id():
    made = asked()
    sheet = opened(made)["Questions"]
    ids = [row[0].value for row in sheet.iter_rows(min_row=HEAD + 2)]
    assert ids == [made.id_of(each) for each in made.questions]
    assert sheet.column_dimensions["A"].hidden
    assert heads(sheet)[0] == f"{MARK}{made.mark}"
    assert heads(sheet)[-len(COLUMNS) :] == list(COLUMNS.values())


def test_ids_stay_with_their_rows_when_these_are_sorted():
    assert (
        opened(asked())["Questions"].auto_filter.ref
        == f"A{HEAD + 1}:M{HEAD + 1 + len(CRITERIA.leaves)}"
    )


def test_levels_and_ways_of_offering_are_drop_downs():
    book = opened(asked("style", "rate"))
    sheet, lists = book["Questions"], book["Lists"]
    offered = {}
    for each in sheet.data_validations.dataValidation:
        place = each.formula1.partition("!")[2]
        offered[str(each.sqref)] = [cell[0].value for cell in lists[place.replace("$", "")]]
    assert offered == {
        f"G{HEAD + 2}": ["rest", "soap", "none"], f"H{HEAD + 2}": list(HOW), f"H{HEAD + 3}": list(HOW),
    }  # fmt: skip
    assert lists.sheet_state == "veryHidden"


def test_it_is_the_same_bytes_whenever_it_is_written():
    assert to_workbook(asked()) == to_workbook(asked())


@pytest.mark.parametrize("text", ["=1+1", "https://a.test", "@SUM(A1)"])
def test_what_a_file_says_stays_text(text):
    sheet = opened(asked("rate", name=text, title=text))["Questions"]
    assert sheet["B2"].value == text
    assert (sheet["B2"].data_type, sheet["B2"].hyperlink) == ("s", None)


def test_levels_of_any_name_are_texts():
    made = asked("style")
    question = dataclasses.replace(made.questions[0], choices=("=1+1", "https://a.test"))
    lists = opened(dataclasses.replace(made, questions=(question,)))["Lists"]
    cells = [row[2 * (HEAD + 1)] for row in lists.iter_rows(max_row=2)]
    assert [(cell.data_type, cell.value) for cell in cells] == [
        ("s", "=1+1"), ("s", "https://a.test"),
    ]  # fmt: skip
    assert not any(cell.hyperlink for cell in cells)


def test_rows_are_as_high_as_their_texts():
    made = asked("rate")
    (question,) = made.questions
    long = dataclasses.replace(made, questions=(dataclasses.replace(question, text="word " * 100),))
    plain, high = (
        opened(each)["Questions"].row_dimensions[HEAD + 2].height for each in (made, long)
    )
    # 500 letters in a column of 48 are 11 lines or more, of 15 points each
    assert high >= 11 * 15 > 4 * 15 >= plain


def test_the_day_is_printed_on_it():
    assert "by 10 December 2026" in opened(asked(due="10 December 2026"))["Questions"]["B3"].value


def test_an_answer_is_kept_as_it_was_typed():
    # Else 1-2 would become a day, and 99.9% a share.
    sheet = opened(asked("rate", "released"))["Questions"]
    assert sheet[f"G{HEAD + 2}"].number_format == "@"
    assert sheet[f"G{HEAD + 3}"].number_format == "yyyy-mm-dd"
