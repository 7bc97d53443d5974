"""Stakeholders' weights, for a terminal."""

from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from evalkit.diagnostics.visible import visible
from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.evaluation.record.robustness import StakeholderResult, StakeholdersResult
from evalkit.report.page.sentences import apart, order
from evalkit.report.terminal.parts import DIM, fill, heading, item, line
from evalkit.wording.numbers import one_decimal, percent_tenths, percent_whole

COLUMN = 9
"""Width of a stakeholder's column, including the gap."""
BY = 18
"""Maximum width of the name beside a ranking."""
TITLE = 26
"""Width reserved for the criterion."""


def to_weights_table(evaluation: Evaluation, width: int) -> RenderableType:
    """The weights of each stakeholder and of the group, with winners and differences."""
    return Group(*_parts(evaluation, width))


def _parts(evaluation: Evaluation, width: int) -> Iterator[RenderableType]:
    found = evaluation.stakeholders
    yield Text(visible(evaluation.plan.title), style="bold")
    if found is None:
        yield from _alone(evaluation)
        return
    names = {vendor.id: vendor.name for vendor in evaluation.vendors}
    titles = {criterion.id: criterion.title for criterion in evaluation.criteria}
    yield from _weights(found, titles, width)
    yield from _statements(found)
    yield from _winners(found, names, width)
    yield from _distance(found)
    yield from _scales(evaluation)


def _scales(evaluation: Evaluation) -> Iterator[RenderableType]:
    yield Text()
    yield line(
        f"Scales as they are: write `scales: {evaluation.plan.scales}` beside weights, to be told "
        "when a scale changes after they were set.",
        DIM,
    )


def _alone(evaluation: Evaluation) -> Iterator[RenderableType]:
    """The implied weights of a plan without stakeholders."""
    whose = "The plan's own" if evaluation.plan.has_weights else "The criteria's own"
    yield Text(f"{whose} weights; the plan names no stakeholders.")
    yield Text()
    for criterion in sorted(evaluation.criteria, key=lambda each: -each.weight):
        yield item(
            f"{percent_tenths(criterion.weight):>6}",
            f"the swing from worst to best on {criterion.title}",
        )
    yield Text()
    ask = f"evalkit weigh {visible(evaluation.plan.id)} --ask NAME"
    first = "take `weights:` out of the plan and run " if evaluation.plan.has_weights else "run "
    yield Text(f"To hear people instead, {first}{ask}")
    yield from _scales(evaluation)


def _weights(
    found: StakeholdersResult, titles: dict[str, str], width: int
) -> Iterator[RenderableType]:
    yield from heading("What the swing from worst to best is worth, in percent")
    fit = max(1, (width - TITLE - COLUMN) // COLUMN)
    for start in range(0, len(found.people), fit):
        if start:
            yield Text()
        yield _columns(found, found.people[start : start + fit], titles, width)


def _columns(
    found: StakeholdersResult,
    voices: tuple[StakeholderResult, ...],
    titles: dict[str, str],
    width: int,
) -> Table:
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("criterion", overflow="ellipsis", no_wrap=True)
    for voice in voices:
        name = visible(voice.name)
        shown = set_cell_size(name, COLUMN + 2) if cell_len(name) > COLUMN + 2 else name
        table.add_column(line(shown), justify="right", no_wrap=True)
    table.add_column("group", justify="right", no_wrap=True)
    rows = []
    for criterion, weight in found.group.items():
        cells = [one_decimal(v.weights[criterion] * 100 if v.weights else None) for v in voices]
        rows.append(((titles[criterion], *cells, one_decimal(weight * 100)), ""))
    influence = [percent_whole(voice.influence) for voice in voices]
    rows.append((("influence", *influence, ""), DIM))
    fill(table, [([line(cell) for cell in row], style) for row, style in rows], 0, width)
    return table


def _statements(found: StakeholdersResult) -> Iterator[RenderableType]:
    yield from heading("What each said")
    for voice in found.people:
        for statement in voice.statements:
            day = f", {voice.stated.isoformat()}" if voice.stated else ""
            yield item(" •", f"{voice.name} ({statement.method}{day}): {statement.text}")
            if statement.consistency is not None:
                yield item("  ", statement.consistency.text)


def _winners(
    found: StakeholdersResult, names: dict[str, str], width: int
) -> Iterator[RenderableType]:
    yield from heading("Whose weights elect whom")
    yield Text(visible(found.elects_text))
    yield Text()
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("by", overflow="ellipsis", no_wrap=True, max_width=BY)
    table.add_column("ranking", overflow="fold", max_width=max(width - BY - 1, 10))
    for voice in found.people:
        ranking = order(voice.ranking, names)
        table.add_row(Text(visible(voice.name)), Text(visible(ranking)))
    table.add_row(Text("group"), Text(visible(order(found.group_ranking, names))), style="bold")
    yield table


def _distance(found: StakeholdersResult) -> Iterator[RenderableType]:
    """The criteria on which stakeholders differ, and their overall distance."""
    lines = apart(found, 3)
    if lines:
        yield from heading("How far apart they are")
    for text in lines:
        yield item(" •", text)
