"""The first rows of a list as files of vendors."""

import pyarrow as pa
import pytest

from evalkit.catalogue.short_list import short_list
from evalkit.checking.load import load
from evalkit.errors import EvalkitError
from evalkit.evaluation.evaluate import evaluate
from tests.catalogue.made import (
    CRITERIA,
    DAY,
    PLAN,
    opened_list,
    screened,
    sellers,
    workspace,
    write_parquet,
)


def rows_of(table):
    return [
        {"row": at, "id": key, "name": name}
        for at, (key, name) in enumerate(
            zip(table["Key"].to_pylist(), table["Name"].to_pylist(), strict=True)
        )
    ]


def test_a_role_that_cannot_have_a_measure_has_none_in_a_list_either(tmp_path):
    roles = "roles:\n  shop: {title: Shops, without: [stars]}\n  maker: {title: Makers}\n"
    workspace(
        tmp_path,
        PLAN + "roles: [shop]\n",
        CRITERIA.replace("criteria:\n", roles + "criteria:\n", 1),
    )
    table = sellers(40)
    write_parquet(tmp_path, table)
    _, found = screened(tmp_path, order="id")
    source, screening = opened_list(tmp_path, "list.parquet")
    for path, text in short_list(source, screening, rows_of(table)).items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
        assert "\nrole: shop\n" in text
    loaded = load(tmp_path, DAY)
    vendors = evaluate(loaded, loaded.plans["sellers"], DAY, full=False).vendors
    scores = {
        vendor.id: (vendor.low, vendor.score, vendor.settled, vendor.gate) for vendor in vendors
    }
    assert scores == {
        row["id"]: (row["at_least"], row["points"], row["settled"], row["gate"])
        for row in found.to_pylist()
    }


def test_a_fact_says_where_it_stands_and_what_is_not_understood_is_left_out(tmp_path):
    workspace(tmp_path)
    table = sellers(3).set_column(3, "Answers", pa.array(["soon", "0.5", None]))
    write_parquet(tmp_path, table)
    source, screening = opened_list(tmp_path, "list.parquet")
    list(source.parts())
    one, two, three = short_list(source, screening, rows_of(table)).values()
    assert 'answers: {value: 12, note: "list.parquet, row 2, Answers"}' in two
    assert "answers" not in one + three
    assert 'from: {source: "a list", checked: 2026-11-30}' in one


@pytest.mark.parametrize(
    ("keys", "why"),
    [(["a", "b", "a"], "'a' is there more than once"), (["a", "", "b"], "a row has no id")],
)
def test_rows_without_an_id_of_their_own_make_no_files(tmp_path, keys, why):
    workspace(tmp_path)
    table = sellers(3).set_column(0, "Key", pa.array(keys))
    write_parquet(tmp_path, table)
    source, screening = opened_list(tmp_path, "list.parquet")
    with pytest.raises(EvalkitError, match=why):
        short_list(source, screening, rows_of(table))


def test_names_that_become_the_same_id_or_one_that_is_taken_are_told_apart(tmp_path):
    workspace(tmp_path)
    table = sellers(3).set_column(0, "Key", pa.array(["A b", "a-b", "Taken"]))
    write_parquet(tmp_path, table)
    source, screening = opened_list(tmp_path, "list.parquet")
    paths = list(short_list(source, screening, rows_of(table), taken={"taken"}))
    assert [path.rpartition("/")[2] for path in paths] == ["a-b.yaml", "a-b-2.yaml", "taken-2.yaml"]
