"""Results in order, whatever fits into memory."""

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evalkit.catalogue.results.order import gathered, ordered
from tests.conftest import examples

rows = st.lists(
    st.tuples(st.integers(0, 3), st.text("ab\u00e9\U0001f600", max_size=2)), max_size=60
)


def tables(rows, size):
    for start in range(0, len(rows), size):
        some = rows[start : start + size]
        yield pa.table(
            {
                "row": pa.array(range(start, start + len(some)), pa.int64()),
                "place": pa.array([place for place, _ in some], pa.int64()),
                "id": pa.array([name for _, name in some], pa.string()),
            }
        )


@settings(max_examples=examples(200))
@given(rows, st.integers(1, 9), st.integers(1, 9), st.integers(1, 5))
@pytest.mark.parametrize("order", ["rank", "id"])
def test_runs_are_merged_into_the_order_of_a_stable_sort(
    tmp_path_factory, order, rows, size, run, head
):
    folder = tmp_path_factory.mktemp("runs")
    found = [
        at
        for table in ordered(tables(rows, size), order, folder, run, head)
        for at in table["row"].to_pylist()
    ]
    key = {"rank": lambda at: (rows[at][0], rows[at][1]), "id": lambda at: rows[at][1]}[order]
    assert found == sorted(range(len(rows)), key=key)


@given(st.lists(st.integers(0, 9), max_size=9), st.integers(1, 7))
def test_tables_are_cut_anew_without_a_loss(sizes, size):
    numbers = iter(range(1_000))
    made = [
        pa.table({"n": pa.array([next(numbers) for _ in range(count)], pa.int64())})
        for count in sizes
    ]
    found = list(gathered(made, size))
    assert [at for table in found for at in table["n"].to_pylist()] == list(range(sum(sizes)))
    assert all(len(table) == size for table in found[:-1])
    assert all(0 < len(table) <= size for table in found[-1:])
