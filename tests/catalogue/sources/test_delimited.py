"""CSV of any length, as text: read like a table for `import`, and refused with its place."""

import csv

import pytest

from evalkit.catalogue.sources import delimited
from evalkit.errors import EvalkitError
from tests.catalogue.made import opened_list, screened, workspace

MAPPING = """\
vendors: down
name: Key
measures:
  Orders: {unit: orders/day, factor: 2, words: {many: {at_least: 80}}}
  Support: {}
  Latest: {}
"""
HEAD = "Key,Orders,Support,Latest\n"


def read(folder, text, more="", name="list.csv", **options):
    """The summary and the results of a text, in order of id."""
    workspace(folder)
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return screened(folder, name, MAPPING + more, order="id", **options)


def reason(folder, text, more=""):
    with pytest.raises(EvalkitError) as caught:
        read(folder, text, more)
    return str(caught.value)


def test_numbers_words_and_dates_are_read_as_the_mapping_says(tmp_path):
    text = "Key;Orders;Support;Latest\na;1.000,5;full;24.12.2025\nb;2,25 orders/day;PARTIAL;30.11.2026\nc;many;?;\n"
    _, found = read(tmp_path, text, "locale: de\ndates: day.month.year\nmissing: ['?']\n")
    assert found["gate.orders"].to_pylist() == ["pass", "fail", "pass"]  # 2001, 4.5, at least 160
    assert found["gate.support"].to_pylist() == ["pass", "pass", "unverified"]
    source, _ = opened_list(tmp_path, "list.csv", MAPPING + "locale: de\n")
    assert next(source.parts())["row"].to_pylist() == [0, 1, 2]


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "a,3,full,\nb,9,none,2026-01-01\n",
        HEAD.replace(",", ";") + "a;3;full;\nb;9;none;2026-01-01\n",
        HEAD.replace(",", "\t") + "a\t3\tfull\t\nb\t9\tnone\t2026-01-01\n",
        "sep=|\n" + HEAD.replace(",", "|") + "a|3|full|\nb|9|none|2026-01-01\n",
        "\ufeff" + HEAD + "a,3,full,\r\nb,9,none,2026-01-01",
        HEAD + '"a","3","full",""\n\n"b","9","none","2026-01-01"\n',
        (HEAD + "a,3,full,\nb,9,none,2026-01-01\n").encode("utf-16"),
        (HEAD + " a ,3,full,\nb,9, none ,2026-01-01\n").encode("cp1252"),
    ],
    ids=["comma", "semicolon", "tab", "declared", "mark", "quotes", "utf-16", "cp1252"],
)
def test_a_list_is_the_same_however_it_is_written(tmp_path, text):
    more = "encoding: cp1252\n" if isinstance(text, bytes) and text[:1] == b"K" else ""
    _, found = read(tmp_path, text, more)
    assert found["id"].to_pylist() == ["a", "b"]
    assert found["gate.orders"].to_pylist() == ["pass", "pass"]
    assert found["gate.support"].to_pylist() == ["pass", "fail"]


def test_a_cell_may_have_several_lines_over_two_blocks(tmp_path, monkeypatch):
    monkeypatch.setattr(delimited, "_BLOCK", 256)
    rows = "".join(f'"k\n{at:03}",{at},full,\n' for at in range(100))
    summary, found = read(tmp_path, HEAD + rows)
    assert summary.tally.rows == 100
    assert found["id"].to_pylist()[:2] == ["k\n000", "k\n001"]


def test_rows_are_numbered_as_in_the_file(tmp_path):
    text = "A list\n" + HEAD + "a,3,full,\nb,few,none,\n"
    summary, _ = read(tmp_path, text, "head: 2\ndelimiter: comma\n")
    assert [(each["row"], each["text"]) for each in summary.refusals.examples] == [(4, "few")]


def test_a_comma_and_a_point_that_leave_a_doubt_are_asked_for(tmp_path):
    assert reason(tmp_path, HEAD.replace(",", ";") + "a;1,234;full;\n") == (
        "list.csv leaves a doubt how numbers are written; write `locale: en` for 1,234.5 or "
        "`locale: de` for 1.234,5 into the mapping"
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "it is empty"),
        ("a,3,full,\nb,9,none,\n", "list.csv has no column 'Key'"),
        ("Key,Orders,Support,Latest,Orders\na,1,full,,2\n", "two columns are named 'Orders'; rename one"),
        (HEAD + "a,3,full,\nb,9,none\n", "after row 1: a row has 3 cells, not 4"),
        (HEAD + "a,3,full,\nb,9,no\0ne,\n", "it is no text"),
        (HEAD.encode() + b"a,3,full,\nb\xff,9,none,\n", "row 3: it is not UTF-8; write its encoding into the mapping"),
        (HEAD + 'a,3,"full,\n', "after row 1: a row has 3 cells"),
        (",".join(f"c{at}" for at in range(10_000)) + "\n", "it has 10,000 columns, more than 1,000"),
    ],
    ids=["empty", "no head", "doubled", "uneven", "nul", "bytes", "quote", "columns"],
)  # fmt: skip
def test_what_is_no_table_is_refused_with_its_place(tmp_path, text, said):
    found = reason(tmp_path, text)
    assert found.startswith(("cannot read list.csv", "list.csv"))
    assert said in found


def test_bytes_far_down_are_refused_with_their_row(tmp_path):
    rows = b"".join(b"k%06d,1,full,\n" % at for at in range(400_000))
    bad = rows[:-10] + b"\xff" + rows[-9:]
    assert "row 400,001: it is not UTF-8" in reason(tmp_path, HEAD.encode() + bad)


def test_a_sign_that_no_text_has_is_refused_far_down_too(tmp_path, monkeypatch):
    monkeypatch.setattr(delimited, "_BLOCK", 4_096)
    rows = "".join(f"k{at},1,full,\n" for at in range(1_000)) + "last\0,1,full,\n"
    assert "it is no text" in reason(tmp_path, HEAD + rows)


@pytest.mark.parametrize("place", ["head", "row"])
def test_a_line_of_a_gigabyte_is_refused_without_being_read(tmp_path, place):
    workspace(tmp_path)
    with (tmp_path / "list.csv").open("wb") as stream:
        stream.write(b"" if place == "head" else HEAD.encode() + b"a,3,full,\n")
        # A hole in the file, which takes no place on the disk.
        stream.truncate(1_000_000_000)
    with pytest.raises(
        EvalkitError, match=r"cannot read list\.csv.*(it is no text|longer than 4 MiB)"
    ):
        screened(tmp_path, "list.csv", MAPPING)


def test_a_row_longer_than_a_block_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(delimited, "_BLOCK", 4_096)
    rows = "".join(f"k{at},1,full,\n" for at in range(1_000)) + f"long,{'9' * 20_000},full,\n"
    assert "a row is longer than" in reason(tmp_path, HEAD + rows)


def test_results_as_csv_hold_no_formula(tmp_path):
    text = HEAD + '=cmd()|x,3,full,\n@sum,9,full,\n-1,9,full,\n"a;=b",9,full,\nplain,9,full,\n'
    read(tmp_path, text, is_csv=True)
    rows = csv.DictReader((tmp_path / "out.csv").read_text().splitlines())
    assert [row["id"] for row in rows] == ["'-1", "'=cmd()|x", "'@sum", "a;'=b", "plain"]


def test_a_list_without_rows_is_one(tmp_path):
    summary, found = read(tmp_path, HEAD)
    assert (summary.tally.rows, len(found), summary.first, summary.quartiles) == (0, 0, [], None)
