"""What people's statements imply, for a terminal."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from evalkit.diagnostics.visible import visible
from evalkit.evaluation.record import Evaluation
from evalkit.evaluation.record_robustness import PlaceResult, StakeholdersResult, VoiceResult
from evalkit.report.numbers import one_decimal
from evalkit.report.robustness_table import heading, item

COLUMN = 9
"""Columns that one voice's weights need, with the gap."""
TITLE = 26
"""Columns left for the criterion."""


def to_weights_table(evaluation: Evaluation, width: int) -> RenderableType:
    """Each statement as weights, each one's winner, how far apart people are, and the group's."""
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


def _alone(evaluation: Evaluation) -> Iterator[RenderableType]:
    """A plan without people: what its weights say."""
    whose = "The plan's own" if evaluation.plan.has_weights else "The criteria's own"
    yield Text(f"{whose} weights; the plan names no stakeholders.")
    yield Text()
    for criterion in sorted(evaluation.criteria, key=lambda each: -each.weight):
        yield item(
            f"{criterion.weight * 100:5.1f} %",
            f"the swing from worst to best on {criterion.title}",
        )
    yield Text()
    ask = f"evalkit weigh {visible(evaluation.plan.id)} --ask NAME"
    first = "take `weights:` out of the plan and run " if evaluation.plan.has_weights else "run "
    yield Text(f"To hear people instead, {first}{ask}")


def _weights(
    found: StakeholdersResult, titles: dict[str, str], width: int
) -> Iterator[RenderableType]:
    yield from heading("What the swing from worst to best is worth, in percent")
    fit = max(1, (width - TITLE - COLUMN) // COLUMN)
    for start in range(0, len(found.voices), fit):
        yield _columns(found, found.voices[start : start + fit], titles)


def _columns(
    found: StakeholdersResult, voices: tuple[VoiceResult, ...], titles: dict[str, str]
) -> Table:
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("criterion", overflow="ellipsis", no_wrap=True, min_width=8, ratio=1)
    for voice in voices:
        name = visible(voice.name)
        table.add_column(Text(name), justify="right", no_wrap=True, max_width=COLUMN + 3)
    table.add_column("group", justify="right", no_wrap=True)
    for criterion, weight in found.group.items():
        cells = [one_decimal(voice.weights[criterion] * 100) for voice in voices]
        row = (visible(titles[criterion]), *cells, one_decimal(weight * 100))
        table.add_row(*(Text(cell) for cell in row))
    influence = [f"{voice.influence * 100:.0f} %" for voice in voices]
    table.add_row(*(Text(cell) for cell in ("influence", *influence, "")), style="dim")
    return table


def _statements(found: StakeholdersResult) -> Iterator[RenderableType]:
    yield from heading("What each said")
    for voice in found.voices:
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
    table.add_column("by", overflow="ellipsis", no_wrap=True, min_width=6)
    table.add_column("ranking", overflow="fold", max_width=max(width - 20, 10))
    for voice in found.voices:
        order = _order(voice.ranking, names)
        table.add_row(Text(visible(voice.name)), Text(visible(order)))
    table.add_row(Text("group"), Text(visible(_order(found.group_ranking, names))), style="bold")
    yield table


def _order(ranking: tuple[PlaceResult, ...], names: dict[str, str]) -> str:
    return " · ".join(f"{p.rank} {names[p.vendor]} {p.score:.1f}" for p in ranking)


def _distance(found: StakeholdersResult) -> Iterator[RenderableType]:
    if len(found.voices) > 1:
        yield from heading("How far apart they are")
    for spread in found.spreads if len(found.voices) > 1 else ():
        yield item(" •", spread.text)
    names = {voice.id: voice.name for voice in found.voices}
    for pair in found.distances[:3]:
        yield item(
            " •",
            f"{names[pair.one]} and {names[pair.other]} would have to move "
            f"{pair.moved * 100:.1f} points of weight to agree.",
        )
    for concordance in found.concordance:
        yield item(" •", concordance.text)
