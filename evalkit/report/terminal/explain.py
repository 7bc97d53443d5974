"""Why a vendor has its points, for a terminal."""

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.explanation.explain import (
    Explanation,
    LeftOut,
    MeasurePoints,
    as_shown,
    most,
    totals,
)
from evalkit.report.terminal.facts import Facts
from evalkit.report.terminal.parts import caption, section
from evalkit.report.terminal.screen import BOLD, DIM, Screen
from evalkit.report.terminal.table import Row, figure, table, text
from evalkit.wording.numbers import fixed, percent_tenths
from evalkit.wording.words import listed, lower_first

MOST = 3
"""Facts that a line names."""


def to_explanation(
    evaluation: Evaluation, explanation: Explanation, screen: Screen, facts: Facts | None = None
) -> list[Text]:
    """A vendor's standing, its points by criterion, what they rest on and what to find out."""
    parts = [line for each in _lines(explanation) for line in screen.prose(each)]
    listed_facts = facts.of_vendor(explanation, screen) if facts else ()
    return [
        *screen.answer(explanation.sentences),
        *section(screen.prose(caption(evaluation), DIM)),
        *(_table(explanation, screen) if explanation.score is not None else ()),
        *section(listed_facts),
        *section([*parts, *screen.prose(_more(evaluation, explanation, facts), DIM)]),
    ]


def _table(explanation: Explanation, screen: Screen) -> Iterator[Text]:
    shown = as_shown(explanation.criteria)
    columns = [text("Criterion"), *map(figure, ("Worth", "Secured", "Open", "Lost"))]
    pairs = zip(explanation.criteria, shown, strict=True)
    rows = [_row(each.title, cells) for each, cells in pairs if each.measures]
    yield from table(screen, columns, [*rows, _row("Total", totals(shown), BOLD)])


def _row(title: str, cells: Sequence[float], style: str = "") -> Row:
    return Row((title, *(fixed(each, 1) for each in (sum(cells), *cells))), style=style)


def _lines(explanation: Explanation) -> Iterator[str]:
    lost = most(explanation.measures, "lost")[:MOST]
    if lost:
        yield f"Lost: {', '.join(_by(each) for each in lost)}."
    if explanation.caveat:
        yield f"Caveat: {explanation.caveat}"
    for reason, found in _by_reason(explanation.left_out):
        share = percent_tenths(sum(each.share for each in found))
        titles = listed([_called(each) for each in found])
        yield f"Not applicable: {titles}, {share} of the weight: {reason.rstrip('.')}."
    for reason, found in _by_reason(explanation.left_out_for_all):
        yield f"Left out for everybody: {listed([_called(each) for each in found])}; {reason}."
    still = most(explanation.measures, "open")[:MOST]
    if still:
        said = ", ".join(f"{_called(each)} ({fixed(each.open, 1)})" for each in still)
        yield f"Find out: {said}."


def _by_reason(left_out: Sequence[LeftOut]) -> Iterable[tuple[str, list[LeftOut]]]:
    reasons: dict[str, list[LeftOut]] = {}
    for each in left_out:
        reasons.setdefault(each.reason, []).append(each)
    return reasons.items()


def _by(measure: MeasurePoints) -> str:
    return f"{fixed(measure.lost, 1)} by {_called(measure)}"


def _called(measure: MeasurePoints | LeftOut) -> str:
    return lower_first(measure.title)


def _more(evaluation: Evaluation, explanation: Explanation, facts: Facts | None) -> str:
    shown = {"--facts (with file and line)": facts and facts.with_places}
    shown["--sources"] = facts and facts.with_sources
    further = [option for option, is_shown in shown.items() if not is_shown]
    others = [each for each in evaluation.vendors if each.id != explanation.vendor and each.rank]
    further += [f"--versus {others[0].id}"] if others else []
    return f"More: add {listed(further, 'or')}" if further else "More: -f json"
