"""Workbooks need a library that not everybody has."""

import sys
import zipfile

import pytest

from evalkit.errors import EvalkitError
from evalkit.evidence.excel import as_bytes


def test_without_the_library_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(EvalkitError, match=r"vendor-evalkit\[excel\]"), as_bytes("A title"):
        pass


def test_a_workbook_has_no_day_of_its_own():
    with as_bytes("A title") as (book, raw):
        book.add_worksheet()
    with zipfile.ZipFile(raw) as archive:
        assert "2000-01-01T00:00:00Z" in archive.read("docProps/core.xml").decode()
