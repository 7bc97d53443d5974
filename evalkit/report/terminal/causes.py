"""The causes of a change in score, with weights grouped by criterion."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.text import Text

from evalkit.explanation.causes import PARTS, Cause, CauseName
from evalkit.explanation.evidence import Evidence
from evalkit.report.terminal.parts import DIM, because, line
from evalkit.wording.numbers import whole

_TOGETHER: tuple[CauseName, ...] = ("weights", "what applies")


@dataclass(frozen=True, slots=True)
class CauseGroup:
    """One line of causes, with its points and sub-causes."""

    points: float
    heading: str
    body: tuple[Text, ...]


def grouped(causes: Sequence[Cause]) -> list[CauseGroup]:
    """Causes grouped for display, the largest first.

    A change of weights moves many measures a little, so each criterion gets one line.
    """
    heaps: dict[tuple[str, ...], list[Cause]] = {}
    for cause in causes:
        within = cause.criterion if cause.cause in _TOGETHER else cause.measure
        heaps.setdefault((cause.cause, within), []).append(cause)
    groups = [_group(heap) for heap in heaps.values()]
    return sorted(groups, key=lambda group: -round(abs(group.points), 9))


def _group(heap: Sequence[Cause]) -> CauseGroup:
    first = heap[0]
    points = sum(cause.points for cause in heap)
    if first.cause in _TOGETHER:
        heading = f"{first.criterion_title}: {_WORDS[first.cause]}"
        lines = (line(f"{cause.title}: {cause.text}", DIM) for cause in heap)
        return CauseGroup(points, heading, tuple(lines))
    word = _WORDS.get(first.cause, first.text)
    return CauseGroup(
        points, f"{first.title} ({first.criterion_title}): {word}", tuple(_facts(first))
    )


_WORDS: dict[CauseName, str] = {
    "fact": "what is known changed",
    "scale": "its scale changed",
    "fact and scale": "what is known and its scale changed",
    "unknown rule": "unknowns are counted elsewhere",
    "scale and unknown rule": "its scale changed, and unknowns are counted elsewhere",
    "weights": "weights changed",
    "what applies": "what applies changed, and weight moved",
}


def _facts(cause: Cause) -> Iterator[Text]:
    before, after = cause.before, cause.after
    if before is None or after is None:
        yield from (each for known in (before, after) if known for each in because(known))
    elif "fact" in PARTS.get(cause.cause, ()):
        yield from because(before, "before: ")
        yield from because(after, "now: ")
    else:
        yield from because(after, f"{_worth(before)} before; now: ")


def _worth(evidence: Evidence) -> str:
    return f"{whole(evidence.value or 0.0)} of 100"
