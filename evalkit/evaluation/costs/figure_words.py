"""A figure of money with its range and its bound, in numbers and as it is printed."""

from collections.abc import Callable

from evalkit.evaluation.record.costs import BOUNDS, Bound, Figure
from evalkit.wording.money import Number

Ends = tuple[Number | None, Number | None, Number | None]
"""The lowest, the likely and the highest number, as far as there are any."""
Write = Callable[[Number], str]


def figure(ends: Ends, bound: Bound, write: Write, missing: str) -> Figure:
    """A figure as the record keeps it; `missing` stands where there is no number."""
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
    """The likely number, the two ends of a range, and all of it in words."""
    low, likely, high = ends
    if bound == "open":
        return "", None, missing
    if likely is None:
        return "", None, missing if low is None else f"{missing}, at best {write(low)}"
    shown = write(likely)
    if bound != "exact":
        # At the likely volumes and rates: so that it is the sum of the items that are shown.
        return shown, None, f"{BOUNDS[bound]} {shown}"
    least, most = (missing if end is None else write(end) for end in (low, high))
    if least == most:
        return shown, None, shown
    return shown, (least, most), f"{shown} ({least} to {most})"
