"""The summary of a long list as a page in HTML and Markdown."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from evalkit import __version__
from evalkit.catalogue.pages import words as told
from evalkit.catalogue.screen import Summary
from evalkit.templates.render import render, style
from evalkit.templates.sealed import sealed
from evalkit.templates.view import View
from evalkit.wording.messages import frame
from evalkit.wording.messages.catalogue import Message, say
from evalkit.wording.messages.record import long_list as words
from evalkit.wording.words import capital


def to_pages(summary: Summary, name: str, templates: Path | None) -> dict[str, str]:
    """The page by its suffix. Raises EvalkitError if a template is wrong."""
    plan = summary.screening.prospect.plan
    view: View = {
        "title": say(words.PAGE, plan=plan.title),
        "caption": told.caption(summary, name),
        "answer": list(told.answer(summary)),
        "tables": [table for table in _tables(summary) if table["rows"]],
        "remarks": [{"head": head, "text": text} for head, text in told.odd(summary)],
        "made": say(frame.INDEX_MADE, version=__version__),
    }
    return {
        ".md": render("long-list.md.j2", view, templates),
        ".html": render("long-list.html.j2", view | sealed(style(templates)), templates),
    }


def _tables(summary: Summary) -> Iterable[View]:
    rule = summary.screening.prospect.plan.unknown
    at_rule = words.MIDDLE if rule == "middle" else words.AT_WORST
    heads = [words.RANK, words.VENDOR, words.POINTS, at_rule, words.SETTLED, words.NOTE]
    first = list(told.first_rows(summary))
    if not any(remark for *_, remark in first):
        heads, first = heads[:-1], [row[:-1] for row in first]
    yield _table(words.TOP, heads, first, say(words.LEGEND[rule])) | {"has_ranks": True}
    bands = (words.POINTS, words.ROWS)
    yield _table(words.BANDS, bands, told.bands(summary), capital(told.spread(summary)))
    gates = (words.REQUIREMENT, words.MET, words.FAILED, words.OPEN)
    yield _table(words.WHY, gates, told.gates(summary))
    yield _table(words.LACKS, (words.MEASURE, words.SHARE), told.missing(summary))
    odd = (words.PLACE, words.COLUMN, words.TEXT, words.REASON)
    cells = [
        (told.place_of(each), each["column"], each["text"], each["reason"])
        for each in summary.refusals.examples
    ]
    count = summary.refusals.cells.total()
    yield _table(words.ODD, odd, cells, say(words.ODD_WORDS, count))


def _table(
    title: Message, heads: Sequence[Message], rows: Iterable[Sequence[str]], note: str = ""
) -> View:
    return {
        "title": say(title),
        "heads": [say(head) for head in heads],
        "has_ranks": False,
        "rows": [list(row) for row in rows],
        "note": note,
    }
