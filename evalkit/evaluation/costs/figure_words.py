"""Financial figures with range and bound, as numbers and as text."""

from evalkit.evaluation.record.costs import Bound, Figure, bounded
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record.costs import AT_BEST, WITH_ENDS
from evalkit.wording.money import Write
from evalkit.wording.rounding import DOWN, NEAREST, UP, Number, is_same_amount

Ends = tuple[Number | None, Number | None, Number | None]
"""Low, likely and high; None where there is no number."""


def figure(
    ends: Ends, bound: Bound, write: Write, missing: str, write_likely: Write | None = None
) -> Figure:
    """A figure for the record; `missing` is its text if there is no number.

    `write_likely` writes the likely number, if it needs further digits.
    """
    low, likely, high = (None if end is None else float(end) for end in ends)
    shown, around, text = _printed(ends, bound, write, missing, write_likely or write)
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
    ends: Ends, bound: Bound, write: Write, missing: str, write_likely: Write
) -> tuple[str, tuple[str, str] | None, str]:
    """The number shown, the two ends of its range, and the full text."""
    low, likely, high = ends
    if bound == "open":
        return "", None, missing
    if likely is None:
        if low is None:
            return "", None, missing
        return "", None, say(AT_BEST, missing=missing, amount=write(low, DOWN))
    if bound != "exact":
        end, way = (low, DOWN) if bound == "at_least" else (high, UP)
        # What has no end, such as a payback that may never come, is bounded by the likely number.
        shown = write(likely if end is None else end, way)
        return shown, None, bounded(shown, bound)
    shown = write_likely(likely, NEAREST)
    if low is not None and high is not None and is_same_amount(low, high):
        return shown, None, shown
    least = missing if low is None else write(low, DOWN)
    most = missing if high is None else write(high, UP)
    return shown, (least, most), say(WITH_ENDS, amount=shown, low=least, high=most)
