"""The summary of a long list for a terminal."""

from collections.abc import Iterator

from rich.text import Text

from evalkit.catalogue.pages.words import answer, caption, first_rows, remarks
from evalkit.catalogue.screen import Summary
from evalkit.report.terminal.parts import section
from evalkit.report.terminal.screen import DIM, Screen
from evalkit.report.terminal.table import Row, figure, table, text
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record import long_list as words


def to_terminal(summary: Summary, name: str, screen: Screen) -> list[Text]:
    """The answer, the first rows, and what else there is to say about a list."""
    lines = [*screen.answer(list(answer(summary)))]
    lines += section(screen.prose(caption(summary, name), DIM))
    if summary.first:
        lines += _first(summary, screen)
    return [*lines, *section(_remarks(summary, screen))]


def _first(summary: Summary, screen: Screen) -> Iterator[Text]:
    rule = summary.screening.prospect.plan.unknown
    found = list(first_rows(summary))
    width = max(len(rank) for rank, *_ in found)
    columns = [
        text(" " * (width + 1) + say(words.VENDOR)),
        figure(say(words.POINTS), "{} points"),
        figure(say(words.MIDDLE if rule == "middle" else words.AT_WORST)),
        figure(say(words.SETTLED), "{} settled"),
    ]
    rows = [
        Row((f"{rank:>{width}} {name}", *figures), remark, is_first=rank == "1")
        for rank, name, *figures, remark in found
    ]
    yield from table(screen, columns, rows)
    yield from screen.prose(say(words.LEGEND[rule]), DIM)


def _remarks(summary: Summary, screen: Screen) -> Iterator[Text]:
    for head, said in remarks(summary):
        yield from screen.prose(f"{head}: {said}", "", "", "  ")
