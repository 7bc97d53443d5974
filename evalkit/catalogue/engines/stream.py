"""Score a list part by part in this process."""

from collections.abc import Iterator

import pyarrow as pa

from evalkit.catalogue.screening import Screening, to_frame
from evalkit.catalogue.sources.table import ROWS, Source
from evalkit.wording.numbers import thousands

_FAILURES = (
    ArithmeticError, AttributeError, LookupError, MemoryError, TypeError, ValueError,
    pa.ArrowException,
)  # fmt: skip
"""What may go wrong with the numbers of a part."""


class PartError(Exception):
    """A part of a list that could not be scored; the text names its rows."""


def results(part: pa.Table, screening: Screening) -> pa.Table:
    """The results of a part. Raises PartError with its rows if it cannot be scored."""
    try:
        scored = screening(to_frame(part))
    except _FAILURES as error:
        raise PartError(failed(part["row"][0].as_py(), part["row"][-1].as_py(), error)) from error
    return to_table(scored, screening)


def failed(first: int, last: int, error: BaseException) -> str:
    """What is said about a part that failed."""
    rows = f"{thousands(first + 1)} to {thousands(last + 1)}"
    return f"rows {rows} of the list could not be scored: {type(error).__name__}: {error}"


def to_table(frame: object, screening: Screening) -> pa.Table:
    """A frame of results as a table."""
    return pa.Table.from_pandas(frame, schema=screening.schema, preserve_index=False)


def stream(source: Source, screening: Screening, rows: int = ROWS) -> Iterator[pa.Table]:
    """The results of every part in order."""
    for part in source.parts(rows):
        if len(part):
            yield results(part, screening)
