"""Why one vendor is ahead of another, for a terminal."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from evalkit.explanation.versus import CriterionGap, MeasureGap, Versus
from evalkit.report.terminal.parts import BOLD, because, figures, line, listed_titles, paragraph
from evalkit.wording.apportion import apportioned
from evalkit.wording.decimals import EQUAL, difference
from evalkit.wording.numbers import signed


def versus_text(versus: Versus) -> RenderableType:
    """The leader of two vendors, and the criteria and measures behind the gap, largest first.

    Rounded figures add up: measures to their criterion, criteria to the difference in score.
    """
    return Group(*_parts(versus))


def _parts(versus: Versus) -> Iterator[RenderableType]:
    yield line(versus.plan_title, BOLD)
    yield Text()
    yield line(" ".join(versus.sentences))
    if versus.first.score is None or versus.second.score is None:
        return
    total = difference(versus.first.score, versus.second.score, versus.digits)
    yield Text()
    yield line(f"Where the difference comes from (+ speaks for {versus.first.name}):", BOLD)
    yield _differences(versus, total)
    alike = [each.title for each in versus.criteria if not any(map(_differs, each.measures))]
    if alike:
        yield Text()
        yield listed_titles("No difference in", alike)


def _differs(gap: MeasureGap) -> bool:
    return abs(gap.points) > EQUAL or bool(gap.remark)


def _differences(versus: Versus, total: float) -> Table:
    shown = apportioned([each.points for each in versus.criteria], versus.digits, total)
    table = figures(2)
    for criterion, points in zip(versus.criteria, shown, strict=True):
        if any(map(_differs, criterion.measures)):
            figure = line(signed(points, versus.digits), BOLD)
            table.add_row(figure, "", line(criterion.title, BOLD))
            _add_measures(table, versus, criterion, points)
    table.add_row(line(signed(total, versus.digits), BOLD), "", line("together", BOLD))
    return table


def _add_measures(table: Table, versus: Versus, criterion: CriterionGap, total: float) -> None:
    shown = apportioned([each.points for each in criterion.measures], versus.digits, total)
    for measure, points in zip(criterion.measures, shown, strict=True):
        if _differs(measure):
            cell = paragraph(_facts(versus, measure))
            table.add_row("", line(signed(points, versus.digits)), cell)
    alike = [each.title for each in criterion.measures if not _differs(each)]
    if alike:
        table.add_row("", "", listed_titles("no difference in", alike))


def _facts(versus: Versus, gap: MeasureGap) -> Sequence[Text]:
    first = because(gap.first, f"{versus.first.name}: ")
    second = because(gap.second, f"{versus.second.name}: ")
    remark = [line(gap.remark)] if gap.remark else []
    return [line(gap.title, BOLD), *remark, *first, *second]
