"""A questionnaire that was filled in and saved by LibreOffice, as vendors do."""

import csv
import io
import os
import random
import shutil
import subprocess

import openpyxl
import pytest

from evalkit.errors import EvalkitError
from evalkit.evidence.asking.questions import COLUMNS
from evalkit.evidence.asking.workbook import HEAD, SHOWN, to_workbook
from evalkit.evidence.taking.reading import read_returned
from tests.evidence.made import asked, rows_of

FIVE = {
    "style": "rest", "hooks": "yes", "rate": "100", "uptime": "99.9%", "released": "2026-06-20",
}  # fmt: skip


def filled(shuffled):
    """The workbook with five answers; sorted anew and with another name of its sheet, if wanted."""
    book = openpyxl.load_workbook(io.BytesIO(to_workbook(asked())))
    sheet = book["Questions"]
    heads = [cell.value for cell in sheet[HEAD + 1]]
    at = heads.index(COLUMNS["answer"])
    rows = list(sheet.iter_rows(min_row=HEAD + 2))
    for row in rows:
        answer = FIVE.get(row[0].value.split("/")[2])
        if answer is not None:
            row[at].value = answer
    if shuffled:
        sheet.title = "Fragen"
        values = [[cell.value for cell in row] for row in rows]
        random.Random(3).shuffle(values)
        for row, new in zip(rows, values, strict=True):
            for cell, value in zip(row, new, strict=True):
                cell.value = value
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


def saved_by_libreoffice(folder, raw):
    """The file as LibreOffice saves it."""
    (folder / "in").mkdir()
    (folder / "in/answers.xlsx").write_bytes(raw)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder, folder / "in/answers.xlsx"],
        check=True, capture_output=True,
    )  # fmt: skip
    return folder / "answers.xlsx"


def answers(found):
    return {
        each.id.split("/")[2]: each.given["answer"] for each in found.replies if not each.is_blank
    }


@pytest.mark.parametrize("shuffled", [False, True])
def test_openpyxl_fills_in_five_cells_and_exactly_these_come_back(tmp_path, shuffled):
    (tmp_path / "answers.xlsx").write_bytes(filled(shuffled))
    found = read_returned(tmp_path / "answers.xlsx")
    assert answers(found) == FIVE
    assert (found.mark, found.remarks) == (asked().mark, ())


@pytest.mark.long
@pytest.mark.parametrize("shuffled", [False, True])
def test_libreoffice_saves_five_cells_and_exactly_these_come_back(tmp_path, shuffled):
    if not shutil.which("soffice") and not os.environ.get("EVALKIT_REQUIRE_LIBREOFFICE"):
        pytest.skip("Debian's libreoffice-calc-nogui is not installed")
    found = read_returned(saved_by_libreoffice(tmp_path, filled(shuffled)))
    assert answers(found) == FIVE
    assert (found.mark, found.remarks) == (asked().mark, ())
    cells = {each.cell: each.sheet for each in found.replies if not each.is_blank}
    assert len(cells) == 5
    assert set(cells.values()) == {"Fragen" if shuffled else "Questions"}


def test_what_a_vendor_reads_is_what_comes_back(tmp_path):
    (tmp_path / "answers.xlsx").write_bytes(filled(shuffled=False))
    found = read_returned(tmp_path / "answers.xlsx")
    expected = {each.measure: each for each in asked().questions}
    for reply in found.replies:
        question = expected[reply.id.split("/")[2]]
        assert reply.shown == {
            "question": question.text,
            "unit": question.unit,
            "form": question.form,
        }
    assert {"question", "unit", "form"} < SHOWN.keys()


@pytest.mark.parametrize("name", ["ANSWERS.XLSX", "answers.xlsm"])
def test_a_workbooks_ending_may_be_another_of_its_kind(tmp_path, name):
    (tmp_path / name).write_bytes(filled(shuffled=False))
    assert answers(read_returned(tmp_path / name)) == FIVE


@pytest.mark.parametrize("name", ["answers.yaml", "answers.csv"])
def test_a_renamed_workbook_is_refused_with_the_reason(tmp_path, name):
    (tmp_path / name).write_bytes(filled(shuffled=False))
    with pytest.raises(EvalkitError, match="it is a workbook, though its name ends in"):
        read_returned(tmp_path / name)


def test_a_table_of_text_is_no_questionnaire(tmp_path):
    (tmp_path / "answers.csv").write_text("Vendor,Points\nVee,5\n")
    with pytest.raises(EvalkitError, match=r"answers\.csv is no questionnaire"):
        read_returned(tmp_path / "answers.csv")


def test_a_form_that_nobody_saved_answers_from_is_refused_with_what_to_take(tmp_path):
    (tmp_path / "stripe.html").write_text("<!doctype html>", encoding="utf-8")
    with pytest.raises(EvalkitError, match=r"or \.json; take the \.json that the form saves"):
        read_returned(tmp_path / "stripe.html")


@pytest.mark.parametrize("name", ["letter.docx", "letter.pdf", "letter"])
def test_other_files_hold_no_answers(tmp_path, name):
    (tmp_path / name).write_bytes(b"PK\x03\x04")
    with pytest.raises(EvalkitError, match=r"letter.* holds no answers: they come back as \.xlsx"):
        read_returned(tmp_path / name)


def test_a_workbook_that_was_saved_as_text_names_each_place_once(tmp_path):
    rows = rows_of(asked("rate"), {"rate": {"answer": 100}})
    with (tmp_path / "answers.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    found = read_returned(tmp_path / "answers.csv")
    assert found.place(found.replies[0]) == "answers.csv, G2"
