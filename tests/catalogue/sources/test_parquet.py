"""Parquet as people and programs write it, and as nobody should: one clear message each."""

import datetime
import decimal
import re

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from evalkit.errors import EvalkitError
from tests.catalogue.made import opened_list, screened, sellers, workspace, write_parquet


def with_column(name, column, count=3):
    table = sellers(count)
    return table.set_column(table.column_names.index(name), name, column)


def one(folder, name, column, result):
    """What a single column of a list comes to, row by row."""
    workspace(folder)
    table = with_column(name, column, len(column))
    write_parquet(
        folder, table.set_column(0, "Key", pa.array([f"{at:03}" for at in range(len(column))]))
    )
    summary, found = screened(folder, order="id")
    return found[result].to_pylist(), summary.refusals.cells.get(name, 0)


@pytest.mark.parametrize(
    "column",
    [
        pa.array([3, 9, None], pa.int8()),
        pa.array([3, 9, None], pa.uint64()),
        pa.array([3.0, 9.0, None], pa.float32()),
        pa.array(["3", "9", None]),
        pa.array(["3", "9", None]).dictionary_encode(),
        pa.array(["3", "9", None], pa.large_string()),
        pa.array([decimal.Decimal("3.00"), decimal.Decimal("9.00"), None], pa.decimal128(9, 2)),
    ],
    ids=lambda column: str(column.type),
)
def test_a_number_is_the_same_in_a_column_of_any_type(tmp_path, column):
    assert one(tmp_path, "Orders", column, "gate.orders") == (["fail", "pass", "unverified"], 0)


@pytest.mark.parametrize(
    ("column", "refused"),
    [
        (pa.array([np.nan, np.inf, -np.inf, 1e16, 1e-12, 7.0]), 5),
        (pa.array([True, False, True, True, False, None]), 5),
        (pa.array([datetime.date(2026, 1, 1)] * 5 + [None]), 5),
        (pa.array([datetime.datetime(2026, 1, 1, 5)] * 5 + [None]), 5),
        (pa.array(["nan", "inf", "1e3", "٣", "0x10", "7"]), 5),
        (pa.nulls(6), 0),
    ],
    ids=["floats", "truth", "dates", "times", "texts", "nothing"],
)
def test_what_is_no_number_is_refused_and_never_scored(tmp_path, column, refused):
    gates, count = one(tmp_path, "Orders", column, "gate.orders")
    assert gates == ["unverified"] * 5 + [
        "pass" if refused and column[5].is_valid else "unverified"
    ]
    assert count == refused


def test_decimals_are_read_to_the_nearest_number(tmp_path):
    many = [
        decimal.Decimal(number).scaleb(-17)
        for number in range(123456789012345678, 123456789012345878)
    ]
    workspace(tmp_path)
    write_parquet(tmp_path, with_column("Answers", pa.array(many, pa.decimal128(38, 17)), 200))
    source, screening = opened_list(tmp_path, "list.parquet")
    from evalkit.catalogue.parsing import parsed

    (part,) = source.parts()
    column = next(each for each in screening.columns if each.name == "answers")
    parts, _ = parsed(column, part[column.label].combine_chunks())
    assert parts["likely"].tolist() == [float(each) * 24 for each in many]


@pytest.mark.parametrize(
    "kind", [pa.date32(), pa.timestamp("us"), pa.timestamp("ns", "UTC"), pa.string()]
)
def test_dates_are_ages_on_the_day_of_the_plan(tmp_path, kind):
    days = [datetime.date(2026, 11, 30), datetime.date(2026, 11, 20), datetime.date(2026, 12, 24)]
    column = pa.array([f"{day}" for day in days] if kind == pa.string() else days).cast(kind)
    workspace(tmp_path)
    write_parquet(tmp_path, with_column("Latest", column))
    source, screening = opened_list(tmp_path, "list.parquet")
    from evalkit.catalogue.parsing import parsed

    (part,) = source.parts()
    column = next(each for each in screening.columns if each.name == "latest")
    parts, refused = parsed(column, part[column.label].combine_chunks())
    assert refused is None
    # What lies ahead is not younger than nothing.
    assert parts["likely"].tolist() == [0.0, 10.0, 0.0]


NESTED = {
    "list": pa.array([[1.0], [2.0], []]),
    "struct": pa.array([{"a": 1}, {"a": 2}, None]),
    "map": pa.array([[("a", 1)], [], None], pa.map_(pa.string(), pa.int64())),
    "bytes": pa.array([b"1", b"2", None]),
    "time": pa.array([datetime.time(1), None, None]),
}


@pytest.mark.parametrize("name", NESTED)
def test_a_column_that_holds_no_single_values_is_refused_by_name(tmp_path, name):
    workspace(tmp_path)
    write_parquet(tmp_path, with_column("Orders", NESTED[name]))
    with pytest.raises(
        EvalkitError, match=r"list\.parquet: the column 'Orders' holds .*, not single values"
    ):
        opened_list(tmp_path, "list.parquet")


def test_nested_columns_that_are_not_read_do_no_harm(tmp_path):
    workspace(tmp_path)
    write_parquet(tmp_path, sellers(3).append_column("Other", NESTED["list"]))
    summary, _ = screened(tmp_path)
    assert summary.unread == ["Other"]
    assert summary.tally.rows == 3


def broken(change):
    def make(folder):
        file = write_parquet(folder, sellers(2_000), compression="none")
        raw = bytearray(file.read_bytes())
        change(raw)
        file.write_bytes(raw)

    return make


def cut_off(raw):
    del raw[len(raw) // 2 :]


def no_footer(raw):
    raw[-4:] = b"XXXX"


def long_footer(raw):
    raw[-8:-4] = (2**31 - 1).to_bytes(4, "little")


def garbled_pages(raw):
    raw[4 : len(raw) // 2] = bytes(len(raw) // 2 - 4)


def garbled_footer(raw):
    raw[-200:-8] = bytes(192)


@pytest.mark.parametrize("change", [cut_off, no_footer, long_footer, garbled_pages, garbled_footer])
def test_a_file_that_is_damaged_is_refused_with_its_place(tmp_path, change):
    workspace(tmp_path)
    broken(change)(tmp_path)
    with pytest.raises(EvalkitError, match=r"cannot read list\.parquet.*damaged"):
        screened(tmp_path)


@pytest.mark.parametrize("raw", [b"", b"PAR1", b"PAR1PAR1", b"no Parquet", b"\0" * 100_000])
def test_what_is_no_parquet_is_refused(tmp_path, raw):
    workspace(tmp_path)
    (tmp_path / "list.parquet").write_bytes(raw)
    with pytest.raises(EvalkitError, match="it is no Parquet file, or it is damaged"):
        opened_list(tmp_path, "list.parquet")


def test_ten_thousand_columns_are_refused(tmp_path):
    workspace(tmp_path)
    write_parquet(tmp_path, pa.table({f"c{at}": [1] for at in range(10_000)}))
    with pytest.raises(EvalkitError, match="it has 10,000 columns, more than 1,000"):
        opened_list(tmp_path, "list.parquet")


def test_a_page_that_unpacks_to_a_thousand_times_its_size_is_refused(tmp_path):
    workspace(tmp_path)
    bomb = with_column("Support", pa.array(["x" * 40_000_000, "full", "none"]))
    file = write_parquet(tmp_path, bomb, compression="zstd", use_dictionary=False)
    assert file.stat().st_size < 100_000
    with pytest.raises(EvalkitError, match=r"the column 'Support' unpacks to .* MiB for 3 rows"):
        opened_list(tmp_path, "list.parquet")


@pytest.mark.parametrize("name", ["Key", "Name", "Support", "Orders"])
def test_a_long_entry_that_stands_in_many_rows_is_kept_once(tmp_path, name):
    # Written out, it would take 50 GB.
    workspace(tmp_path)
    entry = pa.DictionaryArray.from_arrays(np.zeros(50_000, np.int32), ["x" * 1_000_000])
    write_parquet(tmp_path, with_column(name, entry, 50_000))
    if name in {"Key", "Name"}:
        with pytest.raises(
            EvalkitError, match=rf"cannot read list\.parquet, row 1: '{name}' has more than"
        ):
            screened(tmp_path)
    else:
        assert screened(tmp_path)[0].refusals.cells[name] == 50_000


def test_columns_of_one_name_are_refused_where_they_are_wanted(tmp_path):
    workspace(tmp_path)
    table = sellers(3)
    names = [*table.column_names, "Orders"]
    pq.write_table(
        pa.Table.from_arrays([*table.columns, table["Staff"]], names), tmp_path / "list.parquet"
    )
    with pytest.raises(
        EvalkitError, match=r"list\.parquet: two columns are named 'Orders'; rename one"
    ):
        opened_list(tmp_path, "list.parquet")


def test_a_head_that_is_not_there_is_named_with_the_nearest(tmp_path):
    workspace(tmp_path)
    write_parquet(
        tmp_path, sellers(3).rename_columns(["Key", "Nome", *sellers(3).column_names[2:]])
    )
    with pytest.raises(
        EvalkitError, match=re.escape("list.parquet has no column 'Name'; did you mean")
    ):
        opened_list(tmp_path, "list.parquet")


def test_the_second_file_of_a_folder_is_held_to_the_same_columns(tmp_path):
    workspace(tmp_path)
    (tmp_path / "lists").mkdir()
    write_parquet(tmp_path / "lists", sellers(3), "a.parquet")
    write_parquet(tmp_path / "lists", sellers(3).drop_columns(["Orders"]), "b.parquet")
    with pytest.raises(EvalkitError, match=r"b\.parquet has no column 'Orders'"):
        opened_list(tmp_path, "lists")


@pytest.mark.parametrize("says", [301, 40_000])
def test_a_file_that_lies_about_its_rows_is_refused(tmp_path, says):
    workspace(tmp_path)
    file = write_parquet(tmp_path, sellers(300), compression="none", use_dictionary=False)
    raw = file.read_bytes()
    start = len(raw) - 8 - int.from_bytes(raw[-8:-4], "little")
    # Thrift writes numbers in steps of seven bits, twice as large as they are.
    footer = raw[start:-8].replace(varint(600), varint(2 * says))
    file.write_bytes(raw[:start] + footer + len(footer).to_bytes(4, "little") + b"PAR1")
    with pytest.raises(EvalkitError, match=r"cannot read list\.parquet"):
        screened(tmp_path)


def varint(number):
    found = bytearray()
    while number > 127:
        found.append(number & 127 | 128)
        number >>= 7
    return bytes([*found, number])
