"""The console that prints tables to stdout."""

import io
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Console, RenderableType
from rich.segment import Segment, Segments

from evalkit.cli.shared.output import answer, is_terminal

if TYPE_CHECKING:
    from evalkit.evaluation.record.evaluation import Evaluation

PIPED_WIDTH = 80


class _Page(io.StringIO):
    """A buffer for a console, with the encoding and terminal of stdout."""

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """The encoding of stdout."""
        return getattr(sys.stdout, "encoding", None) or "utf-8"

    def isatty(self) -> bool:
        """Whether stdout is a terminal."""
        return is_terminal(sys.stdout)


def console() -> Console:
    """A console for stdout: colour on a terminal only, and data never read as markup."""
    is_seen = is_terminal(sys.stdout)
    width = None if is_seen or "COLUMNS" in os.environ else PIPED_WIDTH
    return Console(
        file=_Page(),
        width=width,
        markup=False,
        highlight=False,
        emoji=False,
        no_color=bool(os.environ.get("NO_COLOR")) or None,
        color_system="auto" if is_seen else None,
        legacy_windows=False,
    )


def show(screen: Console, *pages: RenderableType) -> None:
    """Write pages to stdout, separated by empty lines."""
    answer("\n".join(_as_text(screen, page) for page in pages))


def _as_text(screen: Console, page: RenderableType) -> str:
    """A page as text, without the trailing spaces of tables."""
    lines = screen.render_lines(page, pad=False)
    # The console's own `capture` would still write to stdout, if only an empty text.
    screen.file = text = _Page()
    screen.print(Segments(part for line in lines for part in _trimmed(line)), end="")
    return text.getvalue()


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
    """The ranking table as plain text, for a file."""
    from evalkit.report.terminal.ranking import to_table

    page = io.StringIO()
    screen = Console(file=page, width=PIPED_WIDTH, markup=False, highlight=False, color_system=None)
    return _as_text(screen, to_table(evaluation, PIPED_WIDTH))
