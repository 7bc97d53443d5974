"""What terminal pages are made of; nothing here is read as markup."""

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from evalkit.diagnostics.visible import visible
from evalkit.explanation.evidence import Evidence
from evalkit.wording.numbers import whole

DIM, BOLD = "dim", "bold"
LEAST = 6
"""Columns that a name keeps however narrow the terminal is."""


def line(text: str, style: str = "") -> Text:
    """A line of text from files; a long link is broken rather than cut off."""
    return Text(visible(text), style=style, overflow="fold")


def figures(columns: int) -> Table:
    """Rows of `columns` right-aligned figures and a text beside them, as wide as there is room."""
    table = Table.grid(padding=(0, 1, 0, 0), pad_edge=False)
    for _ in range(columns):
        table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold")
    return table


def heading(text: str) -> Iterator[Text]:
    """A heading with a line before it."""
    yield Text()
    yield line(text, BOLD)


def item(mark: str, text: str) -> Table:
    """A line of a list, its further lines under its first word."""
    table = Table.grid(padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row(Text(mark), line(text))
    return table


def fill(
    table: Table, rows: Sequence[tuple[Sequence[Text], str]], flexible: int, width: int
) -> None:
    """Add rows, each with its style, and give one column just the room that the others leave.

    Long names are cut there before any figure is.
    """
    taken = 0
    for place, column in enumerate(table.columns):
        if place != flexible:
            lengths = [cell_len(str(cells[place])) for cells, _ in rows]
            taken += column.width or max([cell_len(str(column.header)), *lengths])
    table.columns[flexible].max_width = max(width - taken - len(table.columns), LEAST)
    for cells, style in rows:
        table.add_row(*cells, style=style)


def paragraph(lines: Iterable[Text]) -> Text:
    """Lines below each other in one cell."""
    return Text("\n").join(lines)


def because(evidence: Evidence, before: str = "") -> Iterator[Text]:
    """A fact with its sources and place; `before` says whose it is."""
    worth = "" if evidence.value is None else f" ({whole(evidence.value)} of 100)"
    yield line(f"{before}{evidence.text}{worth}")
    if evidence.source:
        yield line(evidence.source, DIM)
    if evidence.via:
        yield line(f"read through {evidence.via}", DIM)
    for other in evidence.others:
        yield line(f"another source says {other}", DIM)
    yield line("; ".join(filter(None, (evidence.age, evidence.place))), DIM)


def listed_titles(start: str, titles: Sequence[str]) -> Text:
    """Things of which there is nothing more to say."""
    return line(f"{start}: {', '.join(titles)}", DIM)
