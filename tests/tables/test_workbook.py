"""Workbooks as Excel writes them."""

import datetime
import sys
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.errors import EvalkitError
from evalkit.tables.workbook import workbook
from tests.tables.made import PARTS, packed, table, written
from tests.tables.made import sheet as xml


def sheet(fill):
    (found,) = workbook(written(fill), "a.xlsx").sheets
    return {cell.address: cell for cell in found.cells()}


def test_texts_numbers_truths_and_days_are_told_apart():
    def fill(book, sheet):
        sheet.write_row(0, 0, ["Alder", 3, 0.5, True, " \u200b"])
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write(0, 5, datetime.date(2026, 6, 20), day)

    found = {at: cell.content for at, cell in sheet(fill).items()}
    day = datetime.date(2026, 6, 20)
    assert found == {"A1": "Alder", "B1": 3.0, "C1": 0.5, "D1": True, "F1": day}


def test_a_percentage_is_the_number_that_is_seen():
    cell = sheet(lambda b, s: s.write(0, 0, 0.999, b.add_format({"num_format": "0.0%"})))["A1"]
    assert (cell.content, cell.is_percent) == (99.9, True)


def test_formulas_are_marked_and_hold_their_saved_result():
    cell = sheet(lambda _, s: s.write_formula("B7", "=1+2", None, 3))["B7"]
    assert (cell.content, cell.is_formula) == (3.0, True)


def test_a_formula_whose_saved_result_is_an_empty_text_is_an_empty_cell():
    # As LibreOffice and Excel save =IF(B2="","",B2*3) in the rows below a table.
    rows = (
        '<row r="1"><c r="A1" t="str"><f>IF(C1="","",C1)</f><v></v></c>'
        '<c r="B1" t="str"><f>"a"</f><v>a</v></c></row>'
    )
    (found,) = workbook(packed({"xl/worksheets/sheet1.xml": xml(rows)}), "a.xlsx").sheets
    assert [(c.address, c.content, c.is_formula) for c in found.cells()] == [("B1", "a", True)]


def test_a_formula_without_a_saved_result_is_not_taken_for_an_empty_cell():
    rows = '<row r="1"><c r="A1"><f>1+2</f></c><c r="B1"><v>4</v></c></row>'
    raw = packed({"xl/worksheets/sheet1.xml": xml(rows)})
    (found,) = workbook(raw, "a.xlsx").sheets
    assert [(c.content, c.is_formula) for c in found.cells()] == [("", True), (4.0, False)]


def test_comments_on_cells_are_noticed():
    def fill(book, sheet):
        sheet.write(0, 0, "yes")
        sheet.write_comment(0, 0, "only in the enterprise edition")

    assert workbook(written(fill), "a.xlsx").has_comments
    assert not workbook(table(["yes"]), "a.xlsx").has_comments


def test_what_is_hidden_is_marked():
    def fill(book, sheet):
        for row in range(3):
            sheet.write_row(row, 0, ["a", "b", "c"])
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.set_column(2, 2, None, None, {"hidden": True})
        book.add_worksheet("Ids").write(0, 0, "x")
        book.get_worksheet_by_name("Ids").hide()

    shown, hidden = workbook(written(fill), "a.xlsx").sheets
    assert [c.address for c in shown.cells() if not c.is_hidden] == ["A1", "B1", "A3", "B3"]
    assert hidden.is_hidden
    assert [c.is_hidden for c in hidden.cells()] == [True]


def test_merged_cells_are_told_and_hold_their_content_once():
    raw = written(lambda _, s: s.merge_range("A1:C2", "x"))
    (found,) = workbook(raw, "a.xlsx").sheets
    assert (found.merged, [c.address for c in found.cells()]) == (("A1:C2",), ["A1"])


def test_drop_downs_pictures_and_notes_are_left_alone():
    def fill(book, sheet):
        sheet.write(0, 0, "x")
        sheet.data_validation("A2", {"validate": "list", "source": ["a", "b"]})
        sheet.write_comment("A1", "a note")
        sheet.write_url("A3", "https://a.test", string="here")

    assert {at: cell.text for at, cell in sheet(fill).items()} == {"A1": "x", "A3": "here"}


def test_what_openpyxl_leaves_out_is_no_warning():
    more = '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"/></extLst>'
    rows = '<row r="1"><c r="A1"><v>4</v></c></row>'
    (found,) = workbook(packed({"xl/worksheets/sheet1.xml": xml(rows, more)}), "a.xlsx").sheets
    assert [cell.content for cell in found.cells()] == [4.0]


def test_the_extra_is_named_where_it_is_missing(monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(EvalkitError, match=r"pip install 'vendor-evalkit\[excel\]'"):
        workbook(table(["a"]), "a.xlsx")


def reads_or_refuses(raw):
    """Any other exception fails the test."""
    with suppress(EvalkitError):
        assert workbook(raw, "a.xlsx").sheets is not None


SMALL = table(["vendor", "cost"], ["Alder", 3])


@given(st.integers(0, len(SMALL) - 1), st.binary(min_size=1, max_size=8))
def test_a_damaged_workbook_is_read_or_refused(at, noise):
    reads_or_refuses(SMALL[:at] + noise + SMALL[at + len(noise) :])


@given(st.sampled_from(sorted(PARTS)), st.data())
def test_damaged_xml_is_read_or_refused(name, data):
    text = PARTS[name]
    at = data.draw(st.integers(0, len(text)))
    noise = data.draw(
        st.sampled_from(["", "<", '"', "9" * 40, "x", "-1", "A0", "rId9", "<v>", "NaN"])
    )
    skip = data.draw(st.integers(0, 12))
    reads_or_refuses(packed({name: text[:at] + noise + text[at + skip :]}))
