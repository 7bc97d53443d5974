"""Dask gives the bits of the stream, on threads and processes, also where a worker is killed."""

import hashlib
import os
import signal
import threading
import time

import pytest
from distributed import LocalCluster

from evalkit.catalogue.engines.stream import PartError
from evalkit.catalogue.screen import Job, screen
from evalkit.catalogue.screening import Screening
from evalkit.errors import EvalkitError
from tests.catalogue.made import (
    digest,
    opened_list,
    screened,
    sellers,
    workspace,
    write_parquet,
)

# What Dask itself leaves open when a cluster ends is not ours to close.
pytestmark = pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)
COUNT = 1_000


@pytest.fixture(scope="module")
def threads():
    with LocalCluster(
        n_workers=1, threads_per_worker=3, processes=False, dashboard_address=None
    ) as cluster:
        yield cluster.scheduler_address


@pytest.fixture
def folder(tmp_path):
    workspace(tmp_path)
    write_parquet(tmp_path, sellers(COUNT), row_group_size=COUNT // 16)
    return tmp_path


def both(folder, **options):
    _, table = screened(folder, order="id", **options)
    return digest(table), hashlib.sha256((folder / "out.parquet").read_bytes()).hexdigest()


@pytest.mark.parametrize("parts", [1, 16])
def test_columns_and_file_are_those_of_the_stream(folder, threads, parts):
    rows = 65_536 if parts == 16 else COUNT
    assert both(folder, engine="dask", scheduler=threads, rows=rows) == both(folder)


def test_a_csv_is_cut_first(folder, threads):
    import pyarrow.csv

    from tests.catalogue.made import MAPPING

    pyarrow.csv.write_csv(sellers(COUNT), folder / "list.csv")
    (folder / "map.yaml").write_text(MAPPING + "locale: en\n")
    dask = both(folder, name="list.csv", engine="dask", scheduler=threads, rows=300)
    assert dask == both(folder, name="list.csv")


class Breaking(Screening):
    """A screening that fails where a row has a certain id."""

    def __call__(self, part):
        if (part["row"] == 500).any():
            raise ZeroDivisionError("nothing to divide by")
        return super().__call__(part)


@pytest.mark.parametrize("engine", ["stream", "dask"])
def test_a_part_that_fails_is_named_with_its_rows_and_nothing_is_written(folder, threads, engine):
    source, screening = opened_list(folder, "list.parquet")
    odd = Breaking(screening.prospect, screening.columns, screening.has_names)
    (folder / "work").mkdir()
    job = Job(
        folder / "out.parquet",
        folder / "odd.csv",
        folder / "work",
        engine=engine,
        scheduler=threads if engine == "dask" else None,
    )
    with pytest.raises(
        PartError,
        match="rows 497 to 558 of the list could not be scored: ZeroDivisionError: nothing to",
    ):
        screen(source, odd, job, lambda _: None)
    assert not (folder / "out.parquet").exists()


def test_rows_that_a_worker_cannot_read_are_named(folder, threads):
    raw = bytearray((folder / "list.parquet").read_bytes())
    raw[4 : len(raw) // 3] = bytes(len(raw) // 3 - 4)
    (folder / "list.parquet").write_bytes(raw)
    with pytest.raises(
        EvalkitError, match=r"cannot read list\.parquet, rows 1 to 62: they are damaged"
    ):
        screened(folder, engine="dask", scheduler=threads)


def test_an_address_where_nobody_answers_is_said(folder):
    import dask

    with (
        dask.config.set({"distributed.comm.timeouts.connect": "500ms"}),
        pytest.raises(EvalkitError, match=r"no scheduler answers at tcp://127\.0\.0\.1:9"),
    ):
        screened(folder, engine="dask", scheduler="tcp://127.0.0.1:9")


@pytest.mark.long
def test_a_thousand_parts_on_processes_have_the_same_bits(folder):
    assert both(folder, engine="dask", rows=1) == both(folder)


@pytest.mark.long
def test_a_worker_that_is_killed_changes_nothing(folder):
    killed = []
    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    ) as cluster:

        def kill():
            # Once parts are being written.
            while len(list(folder.glob("work-*/results/*.arrow"))) < 20:
                time.sleep(0.02)
            pid = cluster.workers[0].pid
            os.kill(pid, signal.SIGKILL)
            killed.append(pid)

        watching = threading.Thread(target=kill)
        watching.start()
        found = both(folder, engine="dask", scheduler=cluster.scheduler_address, rows=4)
        watching.join()
    assert killed
    assert found == both(folder)
