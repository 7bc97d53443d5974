"""Financial figures with range and bound, as numbers and as text."""

from collections.abc import Callable

from evalkit.evaluation.record.costs import BOUNDS, Bound, Figure
from evalkit.wording.money import Number

Ends = tuple[Number | None, Number | None, Number | None]
"""Low, likely and high; None where there is no number."""
Write = Callable[[Number], str]


def figure(ends: Ends, bound: Bound, write: Write, missing: str) -> Figure:
    """A figure for the record; `missing` is its text if there is no number."""
    low, likely, high = (None if end is None else float(end) for end in ends)
    shown, around, text = _printed(ends, bound, write, missing)
    return Figure(
        low=None if bound in {"at_most", "open"} else low,
        likely=likely,
        high=None if bound in {"at_least", "open"} else high,
        bound=bound,
        text=text,
        shown=shown,
        ends=around,
    )


def _printed(
    ends: Ends, bound: Bound, write: Write, missing: str
) -> tuple[str, tuple[str, str] | None, str]:
    """The likely number, the two ends of its range, and the full text."""
    low, likely, high = ends
    if bound == "open":
        return "", None, missing
    if likely is None:
        return "", None, missing if low is None else f"{missing}, at best {write(low)}"
    shown = write(likely)
    if bound != "exact":
        # The likely number, because it equals the sum of the items shown.
        return shown, None, f"{BOUNDS[bound]} {shown}"
    least, most = (missing if end is None else write(end) for end in (low, high))
    if least == most:
        return shown, None, shown
    return shown, (least, most), f"{shown} ({least} to {most})"
