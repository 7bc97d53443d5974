"""How a section is added to Markdown and to HTML for what has no place any more."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from evalkit.report.specification.keeping.lines import Line, html_lines, markdown_lines

TITLE = "No longer asked"
_WHY = "This was written in an earlier version, and has no place in this one."


@dataclass(frozen=True, slots=True)
class Form:
    """One form of the document."""

    lines: Callable[[Sequence[str]], Iterator[Line]]
    opening: tuple[str, ...]
    """The first lines of the section for what has no place any more."""
    closing: tuple[str, ...]
    entry: tuple[str, str]
    """What stands before and after an entry."""
    last: str
    """The line that the section stands before; empty if it is the end."""
    has_blocks: bool
    """Whether an empty line ends what belongs together."""


MARKDOWN = Form(markdown_lines, (f"## {TITLE}", "", _WHY, ""), (), ("- ", ""), "", True)
HTML = Form(
    html_lines,
    ('<section class="kept">', f"<h2>{TITLE}</h2>", f"<p>{_WHY}</p>"),
    ("</section><!-- kept -->",),
    ("<p>", "</p>"),
    "</main>",
    False,
)
FORMS = {"markdown": MARKDOWN, "html": HTML}
