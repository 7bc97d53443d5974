"""The terminal, pipe or file that a page is made for."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from rich.text import Text

from evalkit.diagnostics.visible import visible
from evalkit.diagnostics.writable import writable
from evalkit.wording.wrapping import WIDEST, wrapped

DIM, BOLD = "dim", "bold"
_WARNED = {"red": ("ruled out",), "yellow": ("must-have open", "must-haves open")}
"""Words that are coloured wherever they stand."""


@dataclass(frozen=True)
class Screen:
    """How wide a page may be, which signs it may hold, and whether it is read aloud."""

    width: int
    encoding: str = "utf-8"
    is_aloud: bool = False
    """Whether rows are sentences, without bars."""
    ids: Mapping[str, str] = field(default_factory=dict)
    """What stands for vendors' names that cannot be written: their ids, by name."""
    names: Collection[str] = ()
    """Names that are never parted."""
    subject: str = ""
    """How proposed commands name what this page is about; empty for the plan's id."""
    scenario: Collection[str] = ()
    """The sentences of a scenario, which stand above every answer; none without one."""

    def fit(self, text: str) -> str:
        """A text with only what this screen can show."""
        return writable(visible(text), self.encoding, self.ids)

    def line(self, text: str, style: str = "") -> Text:
        """A line of text, as wide as it is."""
        found = Text(self.fit(text), style=style, no_wrap=True, overflow="ignore")
        for colour, words in _WARNED.items():
            found.highlight_words(words, colour)
        return found

    def prose(self, text: str, style: str = "", first: str = "", later: str = "") -> Iterator[Text]:
        """Wrapped lines of text; `first` stands before the first line, `later` before others."""
        width = min(self.width, WIDEST)
        names = [self.fit(name) for name in self.names]
        for each in wrapped(self.fit(text), width, names, first, later):
            yield self.line(each, style)

    def source(self, text: str, style: str = "", first: str = "") -> Iterator[Text]:
        """A source: one with a link, which is never broken, on one line, and any other wrapped."""
        if "://" in text:
            yield self.line(f"{first}{text}", style)
        else:
            yield from self.prose(text, style, first, f"{first}  ")

    def answer(self, sentences: Collection[str]) -> Iterator[Text]:
        """The sentences of an answer as one paragraph, the first in bold."""
        if self.scenario:
            yield from self._paragraph(self.scenario)
            yield self.line("")
        yield from self._paragraph(sentences)

    def _paragraph(self, sentences: Collection[str]) -> Iterator[Text]:
        bold = len(self.fit(next(iter(sentences), "")))
        for line in self.prose(" ".join(sentences)):
            line.stylize(BOLD, 0, max(bold, 0))
            bold -= len(line) + 1
            yield line
