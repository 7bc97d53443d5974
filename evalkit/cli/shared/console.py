"""The console that prints pages to stdout."""

import io
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Console, RenderableType
from rich.segment import Segment, Segments
from rich.text import Text

from evalkit.cli.shared.output import NARROWEST, answer, is_terminal
from evalkit.report.terminal.screen import Screen

if TYPE_CHECKING:
    from evalkit.evaluation.record.evaluation import Evaluation

PIPED_WIDTH = 80
_ANY_WIDTH = 100_000
"""Width of a console for lines that are as wide as they should be."""


class _Page(io.StringIO):
    """A buffer for a console, with the encoding and terminal of stdout."""

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """The encoding of stdout."""
        return getattr(sys.stdout, "encoding", None) or "utf-8"

    def isatty(self) -> bool:
        """Whether stdout is a terminal."""
        return is_terminal(sys.stdout)


def _width() -> int:
    """The width of the terminal, or what COLUMNS says; 80 in a pipe."""
    is_set = is_terminal(sys.stdout) or "COLUMNS" in os.environ
    width = shutil.get_terminal_size((PIPED_WIDTH, 24)).columns if is_set else PIPED_WIDTH
    return max(width, NARROWEST)


def _is_aloud() -> bool:
    """Whether pages are read aloud, or by a program that shows no escapes."""
    return os.environ.get("TERM") == "dumb" or bool(os.environ.get("EVALKIT_PLAIN"))


def screen_for(evaluation: "Evaluation") -> Screen:
    """What stdout can show of the pages about an evaluation."""
    names = {vendor.name for vendor in evaluation.vendors}
    return Screen(_width(), _Page().encoding, _is_aloud(), frozenset(names))


def console(width: int | None = None) -> Console:
    """A console for stdout: colour on a terminal only, and data never read as markup."""
    is_seen = is_terminal(sys.stdout) and not _is_aloud()
    return Console(
        file=_Page(),
        width=width or _width(),
        markup=False,
        highlight=False,
        emoji=False,
        no_color=bool(os.environ.get("NO_COLOR")) or None,
        color_system="auto" if is_seen else None,
        legacy_windows=False,
    )


def show_lines(*pages: Sequence[Text]) -> None:
    """Write pages of lines to stdout, separated by empty lines; none is wrapped again."""
    show(console(_ANY_WIDTH), *(Text("\n").join(page) for page in pages))


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


def lines_text(*pages: Sequence[Text]) -> str:
    """Pages of lines as plain text, for a file."""
    return "\n".join("".join(f"{line.plain.rstrip()}\n" for line in page) for page in pages)
