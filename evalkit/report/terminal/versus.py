"""Why one vendor is ahead of another, for a terminal."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from evalkit.explanation.versus import MeasureGap, Versus, as_shown
from evalkit.explanation.versus_words import digits_of_lead
from evalkit.report.terminal.explain import MOST
from evalkit.report.terminal.facts import Facts
from evalkit.report.terminal.parts import AT, section
from evalkit.report.terminal.screen import BOLD, DIM, Screen
from evalkit.report.terminal.table import Row, figure, table, text
from evalkit.wording.numbers import fixed, signed
from evalkit.wording.words import listed, lower_first

SHOWN = 0.05
"""Points below which a difference would be printed as 0.0."""


def to_versus(versus: Versus, screen: Screen, facts: Facts | None = None) -> list[Text]:
    """Who is ahead, by which criteria, on what is known and on what is open."""
    lines = [line for each in _lines(versus) for line in screen.prose(each)]
    further = [
        option
        for option, is_shown in (
            ("--facts (each pair, with file and line)", facts and facts.with_places),
            ("--sources", facts and facts.with_sources),
        )
        if not is_shown
    ]
    more = f"More: add {listed(further, 'or')}" if further else "More: -f json"
    return [
        *screen.answer(versus.sentences),
        *section(_table(versus, screen)),
        *section(facts.of_both(versus, screen) if facts else ()),
        *section([*lines, *screen.prose(more, DIM)]),
    ]


def _table(versus: Versus, screen: Screen) -> Iterator[Text]:
    if versus.points is None:
        return
    caption = f"{versus.first.name} less {versus.second.name}, points {AT[versus.unknown]}"
    yield from screen.prose(caption, DIM)
    shown = as_shown(list(versus.criteria), versus.points)
    columns = [text("Criterion"), *map(figure, ("Known", "Open", "Together"))]
    digits = digits_of_lead(versus.points)
    rows = [
        _row(gap.title, cells, digits) for gap, cells in zip(versus.criteria, shown, strict=True)
    ]
    total = [sum(column) for column in zip(*shown, strict=True)]
    yield from table(screen, columns, [*rows, _row("Total", total, digits, BOLD)])


def _row(title: str, cells: Sequence[float], digits: int, style: str = "") -> Row:
    figures = (signed(round(each, digits), digits) for each in (*cells, sum(cells)))
    return Row((title, *figures), style=style)


def _lines(versus: Versus) -> Iterator[str]:
    gaps = [gap for gap in versus.measures if abs(gap.points) >= SHOWN]
    known = [gap for gap in gaps if gap.is_known][:MOST]
    if known:
        yield f"Known: {', '.join(f'{signed(gap.points, 1)} by {_called(gap)}' for gap in known)}."
    still = [gap for gap in gaps if not gap.is_known][:MOST]
    if still:
        said = ", ".join(f"{_called(gap)} ({fixed(abs(gap.points), 1)})" for gap in still)
        yield f"Find out: {said}."


def _called(gap: MeasureGap) -> str:
    return lower_first(gap.title)
