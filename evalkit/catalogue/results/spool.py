"""Results of all parts on disk, in the order of the list, until it is known who is ranked where."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow as pa

_SUFFIX = ".arrow"


def keep(
    tables: Iterable[pa.Table],
    schema: pa.Schema,
    folder: Path,
    first: int = 0,
    rows: int | None = None,
) -> int:
    """Write results to a file of a folder, and return how many there are.

    `first` is the number of the first of them, by which files are put in order; `rows` are read
    at once. The file is there as a whole or not at all, as whoever writes it may be stopped.
    """
    file, count = folder / f"{first:015}{_SUFFIX}", 0
    draft = file.with_suffix(".draft")
    with pa.OSFile(str(draft), "wb") as sink, pa.ipc.new_stream(sink, schema) as writer:
        for table in tables:
            writer.write_table(table, max_chunksize=rows)
            count += len(table)
    draft.replace(file)
    return count


def kept(folder: Path) -> Iterator[pa.Table]:
    """The results in a folder, in order, as they were written."""
    for file in sorted(folder.glob(f"*{_SUFFIX}")):
        with pa.OSFile(str(file)) as source, pa.ipc.open_stream(source) as reader:
            for batch in reader:
                yield pa.Table.from_batches([batch])
