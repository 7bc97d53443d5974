"""From somebody's spreadsheet to an answer that changed, one command after another."""

import datetime
import re

import openpyxl
import pytest

DAY = "2026-11-30"
TABLE = """\
bidder;offer;presentation;total
weight;60;40;100
Alder Works;4,6;3,8;85,6
Birch Studio;4,2;3,5;78,4
Cedar House;4,8;;
"""
"""Alder has 4.6 × 60 + 3.8 × 40 = 428 of 500, 85.6%; from 1 to 5 that is 0.9 × 60 + 0.7 × 40 = 82."""


@pytest.fixture
def step(evalkit, tmp_path):
    """Run a command in a folder that has a table, and nothing else, at first."""
    (tmp_path / "agencies.csv").write_text(TABLE, "utf-8")

    def run(line, code=0):
        ran = evalkit(*line.split(), cwd=tmp_path)
        assert ran.code == code, ran.err
        return ran

    return run


def filled(file, back, **answers):
    """Fill in the only question of a workbook by the heads of its columns, as a vendor would."""
    book = openpyxl.load_workbook(file)
    sheet = book["Questions"]
    heads = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value in answers}
    assert heads.keys() == answers.keys()
    for head, value in answers.items():
        sheet.cell(heads[head].row + 1, heads[head].column).value = value
    book.save(back)


def test_a_spreadsheet_is_taken_over_a_vendor_asked_and_the_answer_changes(step, tmp_path):
    # The scale is not guessed, and why totals differ is told.
    assert "--scale" in step("import agencies.csv", code=2).err
    taken = step(f"import agencies.csv --scale 1:5 --checked {DAY} --write")
    assert "in percent of the largest possible sum: 20 to 100, which are 0 and 100" in taken.err
    assert (
        "Alder Works: your sheet says 85.6 of 100, evalkit 82.0 of 100, which is 85.6" in taken.err
    )
    assert "1 empty cell: not looked for" in taken.err
    assert taken.out.endswith("Next: evalkit score agencies\n")
    assert step(f"validate --as-of {DAY}").out.startswith("0 errors, 0 warnings")

    # 0.95 × 60 = 57, and up to 40 for the presentation: 57 to 97 points.
    before = step(f"score agencies --as-of {DAY}").out
    assert "Cedar House" in before
    assert "57 to 97" in before
    # 25 of 40 points are missing to the 82 of Alder Works, at 3.5 of 1 to 5.
    assert "Cedar House is ahead if its presentation is over 3.5 points." in " ".join(
        before.split()
    )

    assert "1. Presentation (could change who is first)" in step(f"ask agencies --as-of {DAY}").out
    asked = step(f"ask agencies cedar-house --due 2026-12-10 --as-of {DAY} -o questions")
    assert asked.out == "Wrote:\n  questions/agencies-cedar-house.xlsx: 1 question\n"
    assert "1 waited for" in step(f"ask --status --as-of {DAY}").out
    assert "1 overdue" in step("ask --status --as-of 2026-12-11").out

    filled(
        tmp_path / "questions/agencies-cedar-house.xlsx",
        tmp_path / "back.xlsx",
        **{"Answer": 4.5, "Answered by": "Jo Doe", "Date": datetime.date(2026, 11, 29)},
    )
    file = tmp_path / "vendors/agencies/cedar-house.yaml"
    old = file.read_text("utf-8")
    shown = step(f"take back.xlsx --as-of {DAY}")
    assert "taken: back.xlsx, Questions, G6: Cedar House, Presentation" in shown.err
    assert file.read_text("utf-8") == old
    done = step(f"take back.xlsx --write --as-of {DAY}")
    assert done.out == "Wrote 2 files.\nNext: evalkit score agencies\n"
    assert file.read_text("utf-8").startswith(old)
    assert "nothing to take" in step(f"take back.xlsx --write --as-of {DAY}").err
    assert step(f"validate --as-of {DAY}").out.startswith("0 errors, 0 warnings")
    assert "1 of 1 question answered" in step(f"ask --status --as-of {DAY}").out

    # 57 + 0.875 × 40 = 92.
    after = step(f"score agencies --as-of {DAY}").out
    assert after.startswith("Cedar House is the clear choice")
    assert re.search(r"^1 Cedar House +92 ", after, re.MULTILINE)
    assert "the vendor's word alone" in after
