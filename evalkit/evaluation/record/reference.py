"""Build records with source and location."""

from collections.abc import Sequence
from typing import Any, TypeVar

from evalkit.evaluation.record.source import Reference, Source
from evalkit.model.source import Sourced

Result = TypeVar("Result", bound=Source)


def sourced(kind: type[Result], record: Sourced, **more: Any) -> Result:
    """A result that names the source of a record."""
    return kind(
        source=record.source or "",
        via=record.via or "",
        checked=record.checked,
        kind=record.source_kind.value if record.source_kind else "",
        note=record.note or "",
        **more,
    )


def reference(record: Sourced, path: str, way: Sequence[str | int]) -> Reference:
    """The source and location of a record: its file, and its route within it."""
    until = getattr(record, "until", None)
    return sourced(Reference, record, path=path, key=".".join(map(str, way)), until=until)
