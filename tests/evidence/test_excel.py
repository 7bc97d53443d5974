"""Workbooks need a library that not everybody has."""

import sys
import zipfile

import pytest

from evalkit.errors import EvalkitError
from evalkit.evidence.excel import as_bytes, height


def test_without_the_library_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(EvalkitError, match=r"vendor-evalkit\[excel\]"), as_bytes("A title"):
        pass


def test_a_workbook_has_no_day_of_its_own():
    with as_bytes("A title") as (book, raw):
        book.add_worksheet()
    with zipfile.ZipFile(raw) as archive:
        assert "2000-01-01T00:00:00Z" in archive.read("docProps/core.xml").decode()


def test_a_row_is_as_high_as_its_longest_text_and_as_excel_allows():
    # 20 letters a line, in a column of 24; a line has 15 points, and a row 409 at most.
    assert height([("x" * 50, 24), ("short", 24)]) == 45
    assert height([("", 24)]) == 15
    assert 15 <= height([("x" * 100_000, 24)]) <= 409
