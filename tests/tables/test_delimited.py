"""CSV and TSV as other programs write them."""

import pytest

from evalkit.errors import EvalkitError
from evalkit.tables.delimited import delimited, text_of


def texts(text, delimiter=None):
    return {cell.address: cell.text for cell in delimited(text, "a.csv", delimiter).cells()}


TWO = {"A1": "a", "B1": "b", "A2": "1", "B2": "2"}


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_a_delimiter_that_divides_evenly_is_found(sign):
    assert texts(f"a{sign}b\n1{sign}2\n") == TWO


def test_commas_of_numbers_divide_nothing_where_semicolons_do():
    assert texts("a;b\n0,4;1,2\n")["B2"] == "1,2"


def test_commas_of_texts_divide_nothing_where_their_number_differs():
    assert texts("a|b, c\n1|2, 3, 4\n")["B2"] == "2, 3, 4"


def test_a_quoted_cell_holds_delimiters_and_lines():
    assert texts('a,b\n"1, 2\nand 3",4\n')["A2"] == "1, 2 and 3"


def test_a_first_line_for_excel_names_the_delimiter_and_counts_as_a_row():
    assert texts("sep=;\na;b\n") == {"A2": "a", "B2": "b"}


def test_blank_cells_are_left_out_and_keep_their_place():
    assert texts("a,b,c\n1, \u200b,3\n") == {"A1": "a", "B1": "b", "C1": "c", "A2": "1", "C2": "3"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a,b;c\n1,2;3\n", "could be divided in several ways"),
        ("only one column\nx\n", "no delimiter divides it evenly"),
        ('a,b\n1,"2" x\n', "a.csv:2: "),
        ('a,b\n1,"2\n', "a.csv:2: "),
        ("a,b\n" + "," * 1100, "divided|rows or"),
    ],
)
def test_a_table_that_leaves_doubt_is_refused(text, why):
    with pytest.raises(EvalkitError, match=why):
        texts(text)


def test_more_columns_than_a_table_has_are_refused():
    with pytest.raises(EvalkitError, match="more than 100,000 rows or 1,000 columns"):
        texts("," * 1100, ",")


def test_an_empty_file_is_said_to_be_empty():
    with pytest.raises(EvalkitError, match=r"cannot read a\.csv: it is empty"):
        texts("")


def test_a_flood_of_delimiters_is_refused_before_it_is_divided():
    with pytest.raises(EvalkitError, match="more than 250,000 cells"):
        texts("," * 1_000_001, ",")


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        ("Ä,1".encode(), None), ("Ä,1".encode("utf-8-sig"), None), ("Ä,1".encode("utf-16"), None),
        ("Ä,1".encode("cp1252"), "cp1252"),
    ],
)  # fmt: skip
def test_text_is_read_in_the_encoding_that_it_names_or_is_said_to_have(raw, encoding):
    assert text_of(raw, "a.csv", encoding) == "Ä,1"


@pytest.mark.parametrize(
    ("raw", "encoding", "why"),
    [
        (b"a\n\xc4,1", None, "a.csv:2: it is not UTF-8; name its encoding, such as --encoding cp1252"),
        (b"\xc4", "ascii", "it is not ascii"),
        (b"a", "no-such", "no encoding 'no-such'"),
        (b"a\0b", None, "it is no text"),
        (b"ab", "hex", "no encoding 'hex'"), (b"ab", "rot13", "no encoding 'rot13'"),
        (b"ab", "zip", "no encoding 'zip'"),
    ],
)  # fmt: skip
def test_what_is_not_text_is_refused(raw, encoding, why):
    with pytest.raises(EvalkitError, match=why):
        text_of(raw, "a.csv", encoding)
