"""The console that prints pages to stdout."""

import io
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console, RenderableType
from rich.segment import Segment, Segments
from rich.text import Text

from evalkit.cli.shared.output import (
    PIPED_WIDTH,
    deliver,
    encoding_of,
    is_colourful,
    is_plain,
    is_terminal,
    width,
    write_files,
)
from evalkit.diagnostics.writable import is_readable
from evalkit.report.terminal.screen import Screen

if TYPE_CHECKING:
    from evalkit.evaluation.record.evaluation import Evaluation

_ANY_WIDTH = 100_000
"""Width of a console for lines that are as wide as they should be."""


class _Page(io.StringIO):
    """A buffer for a console, with the encoding and terminal of stdout."""

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """The encoding of stdout."""
        return encoding_of(sys.stdout)

    def isatty(self) -> bool:
        """Whether stdout is a terminal."""
        return is_terminal(sys.stdout)


def _width() -> int:
    """The width of the terminal, or what COLUMNS says; 80 in a pipe."""
    is_set = is_terminal(sys.stdout) or "COLUMNS" in os.environ
    return width() if is_set else PIPED_WIDTH


def screen() -> Screen:
    """What stdout can show."""
    return Screen(_width(), encoding_of(sys.stdout), is_plain())


def screen_for(evaluation: "Evaluation", output: Path | None = None, subject: str = "") -> Screen:
    """What a file, or stdout if there is none, can show of the pages about an evaluation."""
    names = {*(vendor.name for vendor in evaluation.vendors), subject}
    tried = _scenario(evaluation)
    if output is not None:
        return Screen(PIPED_WIDTH, names=names, subject=subject, scenario=tried)
    encoding = encoding_of(sys.stdout)
    ids = {v.name: v.id for v in evaluation.vendors if not is_readable(v.name, encoding)}
    return Screen(_width(), encoding, is_plain(), ids, names, subject, tried)


def _scenario(evaluation: "Evaluation") -> Sequence[str]:
    if evaluation.scenario is None:
        return ()
    # Pages without a scenario skip the imports.
    from evalkit.report.scenario import in_sentences

    return in_sentences(evaluation)


def console(output: Path | None = None, cells: int | None = None) -> Console:
    """A console for a file or stdout: colour on a terminal only, and data never read as markup."""
    return Console(
        file=_Page(),
        width=cells or (_width() if output is None else PIPED_WIDTH),
        # Without a height, a dumb terminal counts as 80 wide, whatever it is.
        height=25,
        markup=False,
        highlight=False,
        emoji=False,
        # Without colour there is no bold either: no escapes at all.
        color_system="auto" if output is None and is_colourful() else None,
        legacy_windows=False,
    )


def show_lines(*pages: Sequence[Text], output: Path | None = None) -> None:
    """Write pages of lines, separated by empty lines, to a file or else to stdout."""
    if output is not None:
        write_files({output: lines_text(*pages)})
        return
    show(console(cells=_ANY_WIDTH), *(Text("\n").join(page) for page in pages))


def lines_text(*pages: Sequence[Text]) -> str:
    """Pages of lines as plain text, for a file."""
    return "\n".join("".join(f"{line.plain.rstrip()}\n" for line in page) for page in pages)


def show(screen: Console, *pages: RenderableType, output: Path | None = None) -> None:
    """Write pages, separated by empty lines, to a file or else to stdout."""
    deliver("\n".join(_as_text(screen, page) for page in pages), "text", output)


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
