"""Why a vendor has its score, for a terminal."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from evalkit.explanation.explain import Explanation
from evalkit.report.page.shares import MeasureShare, RoundedShare, criterion_shares, measure_shares
from evalkit.report.terminal.parts import BOLD, because, figures, line, paragraph
from evalkit.wording.apportion import apportioned
from evalkit.wording.numbers import fixed


def explanation_text(explanation: Explanation) -> RenderableType:
    """The rank, the largest gains and losses with their sources, and all criteria.

    Rounded figures add up: measures to their criterion, criteria to the score, possible points
    to 100.
    """
    return Group(*_parts(explanation))


def _parts(explanation: Explanation) -> Iterator[RenderableType]:
    yield line(explanation.plan_title, BOLD)
    yield Text()
    yield line(" ".join(explanation.sentences))
    if explanation.score is None:
        return
    criteria = criterion_shares(explanation, explanation.score)
    measures = measure_shares(explanation, criteria)
    yield from _measures("Brings most points:", explanation.strongest, measures)
    yield from _measures("Loses most points:", explanation.weakest, measures, lost=True)
    yield Text()
    yield line("Points by criterion:", BOLD)
    yield _criteria(explanation, explanation.score, criteria)
    for left_out in explanation.left_out:
        yield Text()
        yield line(
            f"{left_out.title} does not apply ({left_out.reason}); its weight went to what "
            "stands beside it."
        )


def _measures(
    heading: str,
    names: Sequence[str],
    shares: dict[str, MeasureShare],
    *,
    lost: bool = False,
) -> Iterator[RenderableType]:
    if not names:
        return
    yield Text()
    yield line(heading, BOLD)
    table = figures(1)
    for name in names:
        measure, share = shares[name]
        title = line(f"{measure.title} ({measure.criterion_title})", BOLD)
        figure = share.lost if lost else share.brought
        table.add_row(line(figure), paragraph([title, *because(measure.evidence)]))
    yield table


def _criteria(explanation: Explanation, score: float, shares: Sequence[RoundedShare]) -> Table:
    digits = explanation.digits
    unknown = [each.lost_unknown for each in explanation.criteria]
    shown = apportioned(unknown, digits, explanation.lost_unknown)
    table = figures(1)
    for each, share, open_part in zip(explanation.criteria, shares, shown, strict=True):
        figure = share.brought if each.measures else "does not apply"
        table.add_row(line(figure), line(each.title + _not_known(open_part, digits)))
    total = RoundedShare(score, 100.0, digits)
    together = "together" + _not_known(round(explanation.lost_unknown, digits), digits)
    table.add_row(line(total.brought, BOLD), line(together, BOLD))
    return table


def _not_known(points: float, digits: int) -> str:
    return f" ({fixed(points, digits)} not known)" if points else ""
