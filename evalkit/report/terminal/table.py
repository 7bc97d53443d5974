"""Tables of any width, and what they become where they do not fit."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rich.cells import cell_len
from rich.text import Text

from evalkit.report.terminal.screen import BOLD, Screen
from evalkit.wording.words import lower_first

GAP = "  "
NAMED = "{head} {}"
"""How a cell is read aloud whose head is a name, and keeps its capitals."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column, with the lines of its head."""

    head: tuple[str, ...]
    is_text: bool = False
    """Whether it is aligned left, as text is; figures are aligned right."""
    aloud: str = ""
    """How a cell is read aloud, as in `{} points` or `{head} {}`; by itself, the head in small
    letters before the cell."""

    @property
    def title(self) -> str:
        """The head in one line."""
        return " ".join(self.head)

    def said(self, cell: str) -> str:
        """A cell as part of a sentence."""
        wanted = self.aloud or "{head} {}"
        head = self.title if self.aloud else lower_first(self.title)
        return wanted.format(cell, head=head)


def text(head: str = "") -> Column:
    """A column of text."""
    return Column((head,), is_text=True)


def figure(head: str, aloud: str = "") -> Column:
    """A column of figures."""
    return Column((head,), aloud=aloud)


@dataclass(frozen=True, slots=True)
class Row:
    """A row: what identifies it, and a cell for each further column from the left."""

    cells: tuple[str, ...]
    remark: str = ""
    """What stands in place of the columns that are left, or behind them."""
    style: str = ""
    is_first: bool = False
    """Whether what identifies it is in bold."""


@dataclass(frozen=True, slots=True)
class Extra:
    """Further columns with their cells by row, rows that go first, and a legend of their own."""

    columns: tuple[Column, ...] = ()
    cells: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: defaultdict(tuple))
    first_rows: tuple[Row, ...] = ()
    legend: str = ""

    def before(self, other: "Extra") -> "Extra":
        """The columns of both."""
        cells = {name: (*mine, *other.cells[name]) for name, mine in self.cells.items()}
        return replace(self, columns=(*self.columns, *other.columns), cells=cells)


def width_of(columns: Sequence[Column], rows: Sequence[Row]) -> int:
    """The width of a table without remarks."""
    widths = _widths(columns, rows)
    return sum(widths) + len(GAP) * (len(widths) - 1)


def table(screen: Screen, columns: Sequence[Column], rows: Sequence[Row]) -> Iterator[Text]:
    """Heads and rows; a block for each row where they do not fit, a sentence if read aloud."""
    rows = [_fitted(screen, row) for row in rows]
    if screen.is_aloud:
        for row in rows:
            yield from screen.prose(_sentence(columns, row))
    elif width_of(columns, rows) > screen.width:
        for row in rows:
            yield from _block(screen, columns, row)
    else:
        yield from _table(screen, columns, rows)


def _table(screen: Screen, columns: Sequence[Column], rows: Sequence[Row]) -> Iterator[Text]:
    widths = _widths(columns, rows)
    height = max(len(column.head) for column in columns)
    for at in range(height):
        heads = [_head(column, height, at) for column in columns]
        if any(heads):
            yield screen.line(_placed(columns, heads, widths), BOLD)
    for row in rows:
        shown = _placed(columns, row.cells, widths, padded=bool(row.remark))
        with_remark = f"{shown}{GAP}{row.remark}" if row.remark else shown
        is_inside = cell_len(with_remark) <= screen.width
        line = screen.line(with_remark if is_inside else shown.rstrip(), row.style)
        if row.is_first:
            line.stylize(BOLD, 0, len(row.cells[0]))
        yield line
        if row.remark and not is_inside:
            yield from screen.prose(row.remark, row.style, "  ", "  ")


def _head(column: Column, height: int, at: int) -> str:
    """A line of a head; short heads stand at the bottom."""
    number = at - height + len(column.head)
    return column.head[number] if number >= 0 else ""


def _placed(
    columns: Sequence[Column], cells: Sequence[str], widths: Sequence[int], *, padded: bool = False
) -> str:
    shown = [
        cell + " " * (width - cell_len(cell))
        if column.is_text
        else " " * (width - cell_len(cell)) + cell
        for column, cell, width in zip(columns, cells, widths, strict=False)
    ]
    line = GAP.join(shown)
    return line if padded else line.rstrip()


def _widths(columns: Sequence[Column], rows: Sequence[Row]) -> list[int]:
    return [
        max(
            [cell_len(head) for head in column.head]
            + [cell_len(row.cells[at]) for row in rows if at < len(row.cells)]
        )
        for at, column in enumerate(columns)
    ]


def _block(screen: Screen, columns: Sequence[Column], row: Row) -> Iterator[Text]:
    yield from screen.prose(row.cells[0].strip(), row.style or BOLD, "", "  ")
    for column, cell in zip(columns[1:], row.cells[1:], strict=False):
        if cell:
            yield from screen.prose(f"{column.title}: {cell}", row.style, "  ", "    ")
    if row.remark:
        yield from screen.prose(row.remark, row.style, "  ", "  ")


def _sentence(columns: Sequence[Column], row: Row) -> str:
    pairs = zip(columns[1:], row.cells[1:], strict=False)
    said = ", ".join(column.said(cell) for column, cell in pairs if cell)
    parts = "; ".join(part for part in (said, row.remark) if part)
    return f"{row.cells[0].strip()}: {parts}." if parts else f"{row.cells[0].strip()}."


def _fitted(screen: Screen, row: Row) -> Row:
    return replace(row, cells=tuple(map(screen.fit, row.cells)), remark=screen.fit(row.remark))
