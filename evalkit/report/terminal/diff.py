"""The differences between two evaluations, for a terminal."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from evalkit.explanation.causes import PARTS, Cause, CauseName
from evalkit.explanation.changed import FileChange
from evalkit.explanation.difference import Difference, Present
from evalkit.explanation.evidence import Evidence
from evalkit.explanation.moves import GateChange, VendorChange
from evalkit.report.terminal.parts import BOLD, DIM, because, figures, line, paragraph
from evalkit.wording.apportion import apportioned
from evalkit.wording.decimals import difference
from evalkit.wording.numbers import in_points, signed, whole


def difference_text(found: Difference, top: int) -> RenderableType:
    """Changes in the decision, and the `top` causes of each vendor's change.

    The causes shown and the remainder add up to the change in score.
    """
    return Group(*_parts(found, top))


def _parts(found: Difference, top: int) -> Iterator[RenderableType]:
    yield line(found.plan_title, BOLD)
    yield Text()
    if found.is_empty:
        yield line("Nothing changed.")
        return
    yield from map(line, found.remarks)
    yield from _verdict(found)
    yield from _decision(found)
    moved = [vendor for vendor in found.vendors if vendor.has_moved]
    for vendor in moved:
        yield Text()
        yield from _vendor(vendor, top)
    yield from _others(found)
    yield from _files(found.files)


def _verdict(found: Difference) -> Iterator[Text]:
    if found.verdict_before == found.verdict_after:
        yield line(f"The verdict is the same: {found.verdict_after}")
        return
    yield line(f"The verdict was: {found.verdict_before}")
    yield Text()
    yield line(f"The verdict is now: {found.verdict_after}")


def _decision(found: Difference) -> Iterator[Text]:
    if found.changes:
        yield Text()
        yield line("What changed in the decision:", BOLD)
    for change in found.changes:
        yield line(f"{change.what}: {change.before} → {change.after}")


def _vendor(vendor: VendorChange, top: int) -> Iterator[RenderableType]:
    yield line(vendor.text, BOLD)
    yield from (line(_gate(gate)) for gate in vendor.gates)
    if vendor.causes:
        yield _causes(vendor, top)


_OUTCOMES = {"pass": "passed", "fail": "failed", "unverified": "not verified", None: "not set"}


def _gate(gate: GateChange) -> str:
    outcomes = f"{_OUTCOMES[gate.before]} before, {_OUTCOMES[gate.after]} now"
    return f"Gate {gate.requirement}: {outcomes}; {gate.reason}."


def _causes(vendor: VendorChange, top: int) -> Table:
    """The largest causes, with the rest in one line."""
    total = difference(vendor.score_after or 0.0, vendor.score_before or 0.0, vendor.digits)
    groups = grouped(vendor.causes)
    shown = apportioned([group.points for group in groups], vendor.digits, total)
    table = figures(1)
    for group, points in list(zip(groups, shown, strict=True))[:top]:
        heading = line(group.heading, BOLD)
        table.add_row(line(signed(points, vendor.digits)), paragraph([heading, *group.body]))
    if len(groups) > top:
        left = round(sum(shown[top:]), vendor.digits)
        count = len(groups) - top
        said = "1 further cause" if count == 1 else f"{count} further causes together"
        table.add_row(line(signed(left, vendor.digits)), line(said))
    if len(groups) > 1:
        table.add_row(line(signed(total, vendor.digits), BOLD), line("together", BOLD))
    return table


def _others(found: Difference) -> Iterator[Text]:
    lines = [*_present("New", found.added), *_present("Not there any more", found.removed)]
    same = [vendor.name for vendor in found.vendors if not vendor.has_moved]
    if same:
        lines.append(line(f"Not moved: {', '.join(same)}."))
    if lines:
        yield Text()
    yield from lines


def _present(start: str, vendors: Iterable[Present]) -> Iterator[Text]:
    for vendor in vendors:
        rank = f"rank {vendor.rank}" if vendor.rank else "no rank"
        score = "no score" if vendor.score is None else in_points(vendor.score)
        yield line(f"{start}: {vendor.name}, {rank}, {score}.")


def _files(files: Iterable[FileChange]) -> Iterator[Text]:
    lines = [line(f"{file.path}: {_word(file)}", DIM) for file in files]
    if lines:
        yield Text()
        yield line("Files that are not as they were:", BOLD)
    yield from lines


def _word(file: FileChange) -> str:
    if not file.sha256_before:
        return "new"
    return "changed" if file.sha256_after else "not used any more"


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
