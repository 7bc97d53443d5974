"""A file that is a single record, or an error with its first fault."""

import re

import pytest

from evalkit.diagnostics.record import Severity
from evalkit.errors import EvalkitError
from evalkit.model.base import Record
from evalkit.source.document import parse
from evalkit.source.shape.record import record_in


class Shelf(Record):
    name: str
    books: tuple[str, ...] = ()


def test_a_record_is_read():
    assert record_in(Shelf, parse("name: top\n", "shelf.yaml")) == Shelf(name="top")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name: top\nname: low\n", "shelf.yaml:2: `name` appears twice"),
        ("name: top\nbooks: 3\n", "shelf.yaml:2: this takes a list, not the number 3"),
        ("name: top\nbok: []\n", "shelf.yaml:2: unknown key `bok`"),
        ("- top\n", "shelf.yaml:1: this takes a mapping, not a list"),
        ("name: [\n", "shelf.yaml:2: this is not valid YAML"),
        ("", "shelf.yaml:1: this file is empty; write the shelf, or delete the file"),
    ],
)
def test_the_first_fault_is_said_with_its_line(text, said):
    with pytest.raises(EvalkitError, match=re.escape(said)):
        record_in(Shelf, parse(text, "shelf.yaml", kind="shelf"))


def test_a_warning_about_the_text_refuses_no_record():
    document = parse("name: top #1\n", "shelf.yaml")
    assert [finding.severity for finding in document.findings] == [Severity.WARNING]
    assert record_in(Shelf, document) == Shelf(name="top")
