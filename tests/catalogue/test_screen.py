"""A long list gives the same results however it is cut, and those that `score` gives."""

import csv
import hashlib
import itertools

import numpy as np
import pyarrow as pa
import pytest

from evalkit.catalogue.engines.stream import results
from evalkit.catalogue.prospect import prospect
from evalkit.checking.load import load
from evalkit.evaluation.evaluate import evaluate
from tests.catalogue.made import (
    DAY,
    digest,
    opened_list,
    screened,
    sellers,
    workspace,
    write_parquet,
)

COUNT = 600


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = workspace(tmp_path_factory.mktemp("list"))
    write_parquet(made, sellers(COUNT), row_group_size=100)
    return made


@pytest.fixture(scope="module")
def whole(folder):
    return screened(folder, order="id")[1]


def file_of(folder):
    return hashlib.sha256((folder / "out.parquet").read_bytes()).hexdigest()


@pytest.mark.parametrize("order", ["id", "rank"])
def test_columns_and_file_are_the_same_however_the_list_is_cut(folder, whole, order):
    screened(folder, order=order)
    expected = digest(whole), file_of(folder)
    for rows in (7, 100, 65_536):
        _, found = screened(folder, order=order, rows=rows)
        assert (digest(found), file_of(folder)) == expected


def test_one_row_alone_gets_the_same_bits(folder, whole):
    source, screening = opened_list(folder, "list.parquet")
    rows = {each["id"]: each for each in whole.to_pylist()}
    for part in itertools.islice(source.parts(1), 150):
        (row,) = results(part, screening).to_pylist()
        assert {name: row[name] for name in whole.column_names if name != "rank"} == {
            name: value for name, value in rows[row["id"]].items() if name != "rank"
        }


def test_the_order_of_the_list_changes_no_row(folder, whole, tmp_path):
    workspace(tmp_path)
    mixed = sellers(COUNT).take(pa.array(np.random.default_rng(3).permutation(COUNT)))
    write_parquet(tmp_path, mixed)
    assert digest(screened(tmp_path)[1]) == digest(whole)
    ids = screened(tmp_path, order="id")[1]["id"].to_pylist()
    assert ids == sorted(ids)


def test_a_list_that_is_in_order_already_makes_the_same_file_however_it_is_cut(tmp_path):
    workspace(tmp_path)
    write_parquet(tmp_path, sellers(COUNT).sort_by("Key"))
    files = set()
    for rows in (7, 250, 65_536):
        screened(tmp_path, order="id", rows=rows)
        files.add(file_of(tmp_path))
    assert len(files) == 1


def test_a_folder_of_files_is_one_list(folder, whole, tmp_path):
    workspace(tmp_path)
    (tmp_path / "lists").mkdir()
    for part in range(3):
        write_parquet(tmp_path / "lists", sellers(200, part * 200), f"part-{part}.parquet")
    summary, found = screened(tmp_path, "lists")
    assert digest(found) == digest(whole)
    assert summary.tally.rows == COUNT


def test_a_row_gets_what_score_gives_a_vendor_with_its_facts(folder, whole, tmp_path):
    # The files are written by what writes short lists, and read by what reads any vendor.
    from evalkit.catalogue.short_list import short_list

    source, screening = opened_list(folder, "list.parquet")
    rows = {each["id"]: each for each in whole.to_pylist()}
    numbers = [
        {"row": at, "id": key, "name": f"Seller {at}"}
        for at, key in enumerate(sellers(COUNT)["Key"].to_pylist())
    ]
    workspace(tmp_path)
    for path, text in short_list(source, screening, numbers).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    found = load(tmp_path, DAY)
    assert found.errors == ()
    evaluation = evaluate(found, found.plans["sellers"], DAY, full=False)
    assert len(evaluation.vendors) == COUNT
    for vendor in evaluation.vendors:
        row = rows[vendor.id]
        assert (vendor.low, vendor.high, vendor.score) == (
            row["at_least"],
            row["at_most"],
            row["points"],
        )
        assert (vendor.settled, vendor.excluded, vendor.researched) == (
            row["settled"],
            row["excluded"],
            row["researched"],
        )
        assert (vendor.standing, vendor.rank, vendor.gate) == (
            row["standing"],
            row["rank"],
            row["gate"],
        )
        assert vendor.contributions == {name: row[f"points.{name}"] for name in ("service", "size")}
        assert [gate.outcome for gate in vendor.gates] == [row["gate.orders"], row["gate.support"]]


def test_the_list_has_rows_of_every_kind(whole):
    # Otherwise the tests above would show little.
    assert {*whole["standing"].to_pylist()} == {"ranked", "not_ranked", "ruled_out"}
    assert {*whole["gate"].to_pylist()} == {"pass", "fail", "unverified"}
    ranks = [rank for rank in whole["rank"].to_pylist() if rank]
    assert len({*whole["excluded"].to_pylist()}) > 2
    assert len(ranks) > 50


def test_rows_are_in_order_of_rank_and_of_id_where_they_tie(tmp_path):
    workspace(tmp_path)
    twice = pa.concat_tables([sellers(40), sellers(40)])
    keys = [f"{'b' if at < 40 else 'a'}-{at % 40}" for at in range(80)]
    write_parquet(tmp_path, twice.set_column(0, "Key", pa.array(keys)))
    _, found = screened(tmp_path)
    rows = found.to_pylist()
    place = {"ranked": 0, "not_ranked": 1, "ruled_out": 2}
    keys = [(place[row["standing"]], row["rank"] or 0, row["id"]) for row in rows]
    assert keys == sorted(keys)
    ranks = [row["rank"] for row in rows if row["rank"]]
    # Each has a twin, so no rank is even.
    assert ranks
    assert all(rank % 2 for rank in ranks)


def test_what_is_not_understood_is_open_and_listed_with_its_row(folder, whole):
    summary, _ = screened(folder)
    listed = list(csv.reader((folder / "odd.csv").read_text().splitlines()))
    table = sellers(COUNT)
    soon = table["Answers"].to_pylist().count("soon")
    gifts = table["Parts"].to_pylist().count("gifts")
    sevens = table["Stars"].to_pylist().count(7.0)
    assert min(soon, gifts, sevens) > 5
    assert summary.refusals.cells == {"Answers": soon, "Parts": gifts, "Stars": sevens}
    assert len(listed) == 1 + soon + gifts + sevens
    first = table["Answers"].to_pylist().index("soon")
    key = table["Key"].to_pylist()[first]
    assert ["list.parquet", f"{first + 1}", key, "Answers", "soon", "'soon' is no number"] in listed


def test_what_is_counted_is_what_is_written(folder, whole):
    summary, _ = screened(folder)
    kinds = whole["standing"].to_pylist()
    assert summary.tally.standings.tolist() == [
        kinds.count(each) for each in ("ranked", "not_ranked", "ruled_out")
    ]
    gate = whole["gate.support"].to_pylist()
    assert summary.tally.gates["support"].tolist() == [
        gate.count(each) for each in ("pass", "fail", "unverified")
    ]
    points = [row["points"] for row in whole.to_pylist() if row["rank"]]
    assert summary.bands == np.histogram(points, bins=10, range=(0, 100))[0].tolist()
    assert summary.quartiles == pytest.approx(np.quantile(points, [0.25, 0.5, 0.75]))
    orders = sellers(COUNT)["Orders"].null_count
    assert (
        dict(zip(summary.screening.measures, summary.tally.open.tolist(), strict=True))["orders"]
        == orders
    )


def test_the_first_rows_are_the_first_of_the_results_in_either_order(folder):
    by_rank, found = screened(folder, top=7)
    by_id, _ = screened(folder, top=7, order="id")
    names = [row["id"] for row in by_rank.first]
    assert names == found["id"].to_pylist()[:7] == [row["id"] for row in by_id.first]


def test_ids_that_are_there_twice_or_missing_are_counted_and_listed(tmp_path):
    workspace(tmp_path)
    keys = [f"k{at}" for at in range(30)]
    keys[20], keys[5], keys[9] = "k3", "", None
    write_parquet(tmp_path, sellers(30).set_column(0, "Key", pa.array(keys)))
    for rows in (4, 65_536):
        summary, found = screened(tmp_path, rows=rows)
        assert (summary.refusals.repeated, summary.refusals.nameless) == (2, 2)
        assert len(found) == 30
        listed = [
            row[1:4] + row[5:]
            for row in csv.reader((tmp_path / "odd.csv").read_text().splitlines())
        ]
        twice, none = "another row has the same id", "the row has no id"
        assert [row for row in listed if row[3] in {twice, none}] == [
            ["4", "k3", "Key", twice],
            ["6", "", "Key", none],
            ["10", "", "Key", none],
            ["21", "k3", "Key", twice],
        ]


def test_money_and_flows_of_a_plan_count_for_rows_as_for_vendors(tmp_path):
    # Of a vendor without prices and interfaces, both are open.
    from tests.conftest import ROOT, SHIPPED_DAY

    shipped = load(ROOT, SHIPPED_DAY)
    plan = shipped.plans["storefront-payments"]
    seen = prospect(shipped, plan, SHIPPED_DAY)
    blank = shipped.vendors["stripe"].model_copy(
        update={"facts": {}, "charges": (), "integration": None}
    )
    known = evaluate(
        shipped.__class__(**{**shipped.__dict__, "vendors": {"stripe": blank}}),
        plan.model_copy(update={"vendors": ("stripe",)}), SHIPPED_DAY, full=False,
    ).vendors[0]  # fmt: skip
    from evalkit.catalogue.columns import columns
    from evalkit.catalogue.screening import Screening, to_frame
    from evalkit.tables.mapping import mapping_of

    mapping = mapping_of({"vendors": "down", "name": "n", "measures": {"rate_limit": {}}})
    screening = Screening(seen, columns(seen, mapping, "list", "en", SHIPPED_DAY), has_names=False)
    part = pa.table({"row": [0], "id": ["a"], "measure:rate_limit": pa.nulls(1, pa.float64())})
    row = screening(to_frame(part)).iloc[0]
    assert (row["at_least"], row["at_most"], row["points"]) == (known.low, known.high, known.score)
    assert (row["settled"], row["standing"], row["gate"]) == (
        known.settled,
        known.standing,
        known.gate,
    )
    assert [row[f"gate.{name}"] for name in screening.gates] == [
        each.outcome for each in known.gates
    ]
