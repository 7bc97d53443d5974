"""How the totals in a table compare, in sentences."""

from collections.abc import Iterator, Sequence

from evalkit.evidence.importing.totals import WAYS, Compared, Way
from evalkit.wording.numbers import fixed, significant
from evalkit.wording.numbers import number as printed

_MOST = 20
"""Totals that are shown one by one if all agree."""


def total_sentences(
    way: Way | None, rows: Sequence[Compared], ends: tuple[float, float] | None
) -> Iterator[str]:
    """A sentence for each total; one for all if they are many and agree."""
    if not rows:
        return
    if way is not None and ends is not None:
        yield f"Your sheet adds up {way.words}{_from(ends)}."
    differ = [row for row in rows if row.why]
    if len(rows) > _MOST and not differ:
        yield f"All {len(rows)} totals agree with evalkit's points."
        return
    for row in rows if len(rows) <= _MOST else differ[:_MOST]:
        yield _sentence(row, way, ends)
    if len(rows) > _MOST:
        yield f"{len(rows) - len(differ)} of {len(rows)} totals agree."


def _from(ends: tuple[float, float]) -> str:
    """What the worst possible total is to evalkit, unless both begin at 0."""
    worst, best = map(printed, ends)
    return f": {worst} to {best}, which are 0 and 100 to evalkit" if ends[0] else ""


def _sentence(row: Compared, way: Way | None, ends: tuple[float, float] | None) -> str:
    is_points = way is WAYS[0]
    # Where less is better, the best total is no most.
    is_most = ends is not None and not is_points and ends[1] > max(ends[0], 0)
    of = f" of {printed(ends[1])}" if ends and is_most else ""
    said = f"{row.name}: your sheet says {printed(row.given)}{of}, evalkit "
    if row.points is None:
        return f"{said}nothing: {row.why}"
    said += fixed(row.points, 2) if is_points else f"{fixed(row.points, 1)} of 100"
    if not is_points and row.on_its_scale is not None:
        said += f", which is {significant(row.on_its_scale, 6)}{of}"
    return f"{said} – {row.why}" if row.why else said
