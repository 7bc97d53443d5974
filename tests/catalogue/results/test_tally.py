"""What is counted keeps no more in memory than it counts."""

import pyarrow as pa

from evalkit.catalogue.engines.stream import results
from evalkit.catalogue.results.spool import keep, kept
from evalkit.catalogue.results.tally import Tally
from tests.catalogue.made import opened_list, sellers, workspace, write_parquet


def test_a_part_is_let_go_once_it_is_counted(tmp_path):
    workspace(tmp_path)
    write_parquet(tmp_path, sellers(2_000))
    source, screening = opened_list(tmp_path, "list.parquet")
    (tmp_path / "spool").mkdir()
    for part in source.parts(500):
        first = part["row"][0].as_py()
        keep([results(part, screening)], screening.schema, tmp_path / "spool", first)
    del part
    tally, before = Tally(screening), pa.total_allocated_bytes()
    for table in kept(tmp_path / "spool"):
        tally.add(table)
    size = table.nbytes
    del table
    assert tally.rows == 2_000
    assert pa.total_allocated_bytes() - before < size / 2
