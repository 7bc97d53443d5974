"""Tables in files of every kind."""

import hashlib

import pytest

from evalkit.errors import EvalkitError
from evalkit.tables.reading import read_book
from tests.tables.made import table

ROWS = {"A1": "vendor", "B1": "cost", "A2": "Alder", "B2": "3"}
FILES = {
    "a.csv": b"vendor,cost\nAlder,3\n",
    "a.tsv": b"vendor\tcost\nAlder\t3\n",
    "a.md": b"| vendor | cost |\n|---|---|\n| Alder | 3 |\n",
    "a.xlsx": table(["vendor", "cost"], ["Alder", 3]),
    "A.XLSX": table(["vendor", "cost"], ["Alder", 3]),
    "no-suffix": b"vendor;cost\nAlder;3\n",
}


@pytest.mark.parametrize("name", FILES)
def test_a_table_is_the_same_whatever_file_it_is_in(tmp_path, name):
    file = tmp_path / name
    file.write_bytes(FILES[name])
    book = read_book(file)
    (sheet,) = book.sheets
    assert {cell.address: cell.text for cell in sheet.cells()} == ROWS
    assert (book.name, book.sha256) == (name, hashlib.sha256(FILES[name]).hexdigest())


def test_a_delimiter_can_be_named(tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes(b"a,b;c\n1,2;3\n")
    cells = [each.text for each in read_book(file, delimiter="semicolon").sheets[0].cells()]
    assert cells == ["a,b", "c", "1,2", "3"]
    with pytest.raises(EvalkitError, match="no delimiter 'dot'; name one of comma, semicolon"):
        read_book(file, delimiter="dot")


@pytest.mark.parametrize(
    ("name", "raw", "why"),
    [
        ("a.md", b"no table", "there is no table in it"),
        ("a.csv", b"a," + b"x" * 9_000_000, "larger than 8 MiB"),
        ("a.csv", b"x" * 21_000_000, "larger than 20,480 KiB"),
    ],
    ids=["none", "long", "longer"],
)
def test_what_holds_no_table_is_refused(tmp_path, name, raw, why):
    file = tmp_path / name
    file.write_bytes(raw)
    with pytest.raises(EvalkitError, match=why):
        read_book(file)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(EvalkitError, match=r"cannot read .*a\.csv: no such file"):
        read_book(tmp_path / "a.csv")


def test_a_text_of_more_cells_than_people_fill_in_is_refused(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("a,b,c\n" * 83_334)
    with pytest.raises(EvalkitError, match="it has 250,002 filled cells, more than 250,000"):
        read_book(file)
