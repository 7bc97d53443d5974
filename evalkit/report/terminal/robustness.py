"""Robustness of the ranking, for a terminal."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from evalkit.diagnostics.visible import visible
from evalkit.evaluation.record.evaluation import Evaluation, OpenPoint
from evalkit.evaluation.record.robustness import (
    ENOUGH,
    OpinionResult,
    RobustnessResult,
    SensitivityResult,
)
from evalkit.report.page.sentences import CAN_LEAD, dominated, steady_text
from evalkit.report.terminal.parts import BOLD, fill, heading, item, line
from evalkit.wording.numbers import about, significant, thousands

MOST_TO_DO = 10
MOST_CROSSOVERS = 8
PLACE = 9
"""Width of the column of one rank, including the gap."""
NAMES = 30
"""Width of all columns other than the ranks."""
ORDINALS = ("first", "second", "third")


def to_robustness_table(evaluation: Evaluation, width: int) -> RenderableType:
    """The verdict, rank frequencies, facts to find out, and changes that would affect it."""
    return Group(*_parts(evaluation, width))


def _parts(evaluation: Evaluation, width: int) -> Iterator[RenderableType]:
    yield Text(visible(evaluation.plan.title), style="bold")
    yield Text(visible(evaluation.verdict.text))
    if evaluation.robustness is None or len(evaluation.robustness.vendors) == 1:
        return
    names = {vendor.id: vendor.name for vendor in evaluation.vendors}
    yield from _acceptability(evaluation, evaluation.robustness, width)
    yield from _to_do(evaluation, names)
    if evaluation.sensitivity is not None:
        yield from _sensitivity(evaluation.sensitivity)
    if evaluation.second_opinions:
        yield from _opinions(evaluation.second_opinions)


def _acceptability(
    evaluation: Evaluation, robustness: RobustnessResult, width: int
) -> Iterator[RenderableType]:
    names = {vendor.id: vendor.name for vendor in evaluation.vendors}
    ranks = {vendor.id: vendor.rank for vendor in evaluation.vendors}
    yield from heading(f"Places in {thousands(robustness.draws)} draws")
    places = max(1, min(len(robustness.vendors), (width - NAMES) // PLACE, 5))
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("#", justify="right", no_wrap=True)
    table.add_column("vendor", overflow="ellipsis", no_wrap=True)
    for place in range(places):
        name = ORDINALS[place] if place < len(ORDINALS) else f"{place + 1}th"
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("can lead", no_wrap=True)
    rows = []
    for vendor in robustness.vendors:
        shares = (about(share, robustness.draws) for share in vendor.ranks[:places])
        cells = [
            str(ranks[vendor.id]),
            visible(names[vendor.id]),
            *shares,
            CAN_LEAD[vendor.potentially_optimal],
        ]
        rows.append(([Text(cell) for cell in cells], BOLD if ranks[vendor.id] == 1 else ""))
    fill(table, rows, 1, width)
    yield table
    yield Text()
    error = 100 * (0.25 / robustness.draws) ** 0.5
    yield Text(
        f"Standard error at most {significant(error, 2)} points, seed {robustness.seed}.",
        style="dim",
    )
    yield Text(visible(robustness.text), style="dim")
    if robustness.left_out:
        yield Text(f"{robustness.left_out} more vendors were not drawn over.")
    for vendor in robustness.vendors:
        if vendor.ranks[0] >= ENOUGH:
            yield item(" •", vendor.favoured_text)
    for text in dominated(robustness, names):
        yield line(text)


def _to_do(evaluation: Evaluation, names: dict[str, str]) -> Iterator[RenderableType]:
    points = evaluation.verdict.open_points
    if not points or evaluation.robustness is None:
        return
    yield from heading("What to find out first")
    titles = {m.id: m.title for criterion in evaluation.criteria for m in criterion.measures}
    draws = evaluation.robustness.draws
    for number, point in enumerate(points[:MOST_TO_DO], start=1):
        subject = f"{names[point.vendor]}: {titles[point.measure]}"
        yield item(f"{number:>2}", f"{subject}. {to_do_text(point, draws)}.")
    if len(points) > MOST_TO_DO:
        yield Text(f"   and {len(points) - MOST_TO_DO} more that matter less", style="dim")


def to_do_text(point: OpenPoint, draws: int) -> str:
    """The effect of settling a fact, in a sentence."""
    state = "Not known" if point.status == "unknown" else "Known as a range"
    decides = f"decides who is first in {about(point.changes, draws)} of draws"
    return f"{state}; {decides if point.changes else 'never decides who is first'}; {point.text}"


def _sensitivity(sensitivity: SensitivityResult) -> Iterator[RenderableType]:
    yield from heading("What weights would change the order")
    yield item(" •", sensitivity.shift_text)
    swaps = [each for each in sensitivity.crossovers if each.weight is not None]
    for crossover in swaps[:MOST_CROSSOVERS]:
        yield item(" •", crossover.text)
    rest = len(sensitivity.crossovers) - len(swaps)
    if not swaps:
        yield item(" •", "No weight of a single criterion swaps any of the first vendors.")
    elif rest:
        yield item(" •", steady_text(rest))


def _opinions(opinions: tuple[OpinionResult, ...]) -> Iterator[RenderableType]:
    yield from heading("Second opinions, on the same values; they never change the answer")
    for opinion in opinions:
        yield item(" •", f"{opinion.method} {opinion.text}.")
        for disagreement in opinion.disagreements[:3]:
            yield item("  ", f" It {disagreement.text}.")
