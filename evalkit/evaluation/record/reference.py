"""Where a number comes from, and where it is written."""

from collections.abc import Sequence

from evalkit.evaluation.record.costs import Reference
from evalkit.model.prices.amount import Sourced


def reference(record: Sourced, path: str, way: Sequence[str | int]) -> Reference:
    """The source of a record and its place: the file, and the way in it."""
    return Reference(
        source=record.source or "",
        via=record.via or "",
        checked=record.checked,
        kind=record.source_kind.value if record.source_kind else "",
        note=record.note or "",
        path=path,
        key=".".join(str(step) for step in way),
    )
