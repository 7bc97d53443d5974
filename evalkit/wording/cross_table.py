"""Rounding that makes a table add up in every row and every column."""

import math
from collections.abc import Iterator, Sequence

from evalkit.wording.apportion import NOISE
from evalkit.wording.numbers import fixed, number
from evalkit.wording.rounding import step_of

Cells = list[list[int]]
Cell = tuple[int, int]
_WHOLE = 10**NOISE
"""A unit of the last printed digit, in the whole numbers that are calculated with."""


def cross_table(
    rows: Sequence[Sequence[float]], digits: int, total: float | None = None
) -> list[tuple[float, ...]]:
    """Round a table so that its rows, its columns and all of it add up as printed.

    Every cell and every sum of a row or a column is rounded up or down by less than a unit, and
    what needs no rounding stays as it is. `total` replaces the sum of all cells if it was already
    rounded; the largest cell takes the difference before. Raises ValueError if a number is not
    finite.

    Cells that are not whole form cycles through rows and columns, by turns. Along a cycle, what is
    added to one cell is taken from the next, until one of them is whole.
    """
    if not all(math.isfinite(cell) for row in rows for cell in row):
        raise ValueError("only finite numbers can be rounded")
    unit = 10**digits
    cells = [[round(cell * unit * _WHOLE) for cell in row] for row in rows]
    everything = sum(map(sum, cells))
    goal = round((everything / _WHOLE / unit if total is None else total) * unit) * _WHOLE
    if cells and cells[0]:
        at, place = max(_places(cells), key=lambda cell: abs(cells[cell[0]][cell[1]]))
        cells[at][place] += goal - everything
    _close(cells)
    while cycle := _cycle(cells):
        _shift(cells, cycle)
    return [tuple(cell // _WHOLE / unit for cell in row[:-1]) for row in cells[:-1]]


def shares_in_table(rows: Sequence[Sequence[float]], draws: int) -> list[tuple[str, ...]]:
    """Shares of draws in percent that add up by row and by column, in the steps they support.

    What is rounded to nothing or to everything says so, as in `about`.
    """
    step = step_of(draws)
    shown = cross_table([[100 * share / step for share in row] for row in rows], 0)
    return [
        tuple(_percent(cell * step, share, step) for cell, share in zip(*pair, strict=True))
        for pair in zip(shown, rows, strict=True)
    ]


def _percent(percent: float, share: float, step: float) -> str:
    if percent == 0 < share:
        return f"under {number(step)}%"
    if share < 1 and percent == 100:  # noqa: PLR2004
        return f"over {number(100 - step)}%"
    return f"{fixed(percent, 1 if step < 1 else 0)}%"


def _places(cells: Cells) -> Iterator[Cell]:
    yield from ((at, place) for at, row in enumerate(cells) for place in range(len(row)))


def _close(cells: Cells) -> None:
    """Add a column and a row that bring every sum to a whole number."""
    for row in cells:
        row.append(-sum(row) % _WHOLE)
    cells.append([-sum(column) % _WHOLE for column in zip(*cells, strict=True)])


def _cycle(cells: Cells) -> list[Cell]:
    """Cells that are not whole, each in the row or the column of the next, by turns.

    No sum is broken, so a row or a column with one such cell has another. A column is counted from
    the end, as ~0, ~1 and so on.
    """
    edges = [cell for cell in _places(cells) if _rest(cells, cell)][:1]
    if not edges:
        return []
    nodes = [edges[0][0], ~edges[0][1]]
    while True:
        here = nodes[-1]
        edge = next(cell for cell in _line(cells, here) if cell != edges[-1] and _rest(cells, cell))
        edges.append(edge)
        node = edge[0] if here < 0 else ~edge[1]
        if node in nodes:
            return edges[nodes.index(node) :]
        nodes.append(node)


def _line(cells: Cells, node: int) -> Iterator[Cell]:
    """The cells of a row, or of a column."""
    if node >= 0:
        yield from ((node, place) for place in range(len(cells[node])))
    else:
        yield from ((at, ~node) for at in range(len(cells)))


def _rest(cells: Cells, cell: Cell) -> int:
    at, place = cell
    rest: int = cells[at][place] % _WHOLE
    return rest


def _shift(cells: Cells, cycle: Sequence[Cell]) -> None:
    """Move the cells of a cycle up and down by turns, the shorter way, until one is whole."""
    rests = [_rest(cells, cell) for cell in cycle]
    ups = [_WHOLE - rest if number % 2 else rest for number, rest in enumerate(rests)]
    step = min(min(_WHOLE - each for each in ups), min(ups), key=abs)
    step = -step if step == min(ups) else step
    for turn, (at, place) in enumerate(cycle):
        cells[at][place] += -step if turn % 2 else step
