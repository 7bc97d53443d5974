"""Workbooks need a library that not everybody has."""

import sys

import pytest

from evalkit.errors import EvalkitError
from evalkit.evidence.excel import as_bytes


def test_without_the_library_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(EvalkitError, match=r"vendor-evalkit\[excel\]"), as_bytes("A title"):
        pass
