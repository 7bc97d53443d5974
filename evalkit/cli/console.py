"""The one place where a console is made."""

import io
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Console, RenderableType
from rich.segment import Segment, Segments

if TYPE_CHECKING:
    from evalkit.evaluation.record import Evaluation

PIPED_WIDTH = 80


def console() -> Console:
    """For stdout: colour on a terminal only; data is never read as markup."""
    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else PIPED_WIDTH
    return Console(
        width=width,
        markup=False,
        highlight=False,
        emoji=False,
        no_color=bool(os.environ.get("NO_COLOR")) or None,
        color_system="auto" if sys.stdout.isatty() else None,
        legacy_windows=False,
    )


def show(screen: Console, page: RenderableType) -> None:
    """Print a page without the blanks with which tables fill their last column."""
    lines = screen.render_lines(page, pad=False)
    screen.print(Segments(part for line in lines for part in _trimmed(line)), end="")


def _trimmed(line: list[Segment]) -> Iterator[Segment]:
    parts = list(line)
    while parts and not parts[-1].text.rstrip():
        parts.pop()
    if parts:
        last = parts.pop()
        parts.append(Segment(last.text.rstrip(), last.style, last.control))
    yield from parts
    yield Segment.line()


def table_text(evaluation: "Evaluation") -> str:
    """The table as plain text, for a file."""
    from evalkit.report.table import to_table

    page = io.StringIO()
    screen = Console(file=page, width=PIPED_WIDTH, markup=False, highlight=False, color_system=None)
    show(screen, to_table(evaluation, PIPED_WIDTH))
    return page.getvalue()
