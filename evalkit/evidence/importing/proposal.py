"""A table and its mapping → the files that it becomes, checked and scored beforehand."""

import datetime
import tempfile
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evalkit.checking.load import load
from evalkit.diagnostics.formats.text import count_of
from evalkit.diagnostics.record import Diagnostic
from evalkit.errors import EvalkitError
from evalkit.evaluation.evaluate import evaluate
from evalkit.evidence.importing.files import files, vendor_ids
from evalkit.evidence.importing.layout import layout
from evalkit.evidence.importing.matrix import Matrix, matrix
from evalkit.evidence.importing.names import plain
from evalkit.evidence.importing.total_words import total_sentences
from evalkit.evidence.importing.totals import compared
from evalkit.evidence.importing.values import Values, values
from evalkit.model.criteria import in_words
from evalkit.source.near import did_you_mean
from evalkit.tables.cells import Book, Sheet
from evalkit.tables.mapping import Mapped, TableMapping, mapping_of
from evalkit.tables.numbers import locale_named, locale_of, number
from evalkit.workspace.folder import shipped_files


class NoScaleError(EvalkitError):
    """Ratings without a scale, which is never guessed from them."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a table becomes, and what there is to say about it."""

    mapping: TableMapping
    texts: Mapping[str, str]
    """The texts of the files, by path in the workspace; empty if there are faults."""
    faults: tuple[str, ...] = ()
    """The cells that are not understood, each with its address."""
    remarks: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()
    """How the totals in the table compare."""
    errors: tuple[Diagnostic, ...] = ()
    """Findings about the files that are errors."""


def started(book: Book, given: Mapping[str, Any]) -> TableMapping:
    """A first mapping of a table, from the words in its heads and from options."""
    sheet = sheet_of(book, given.get("sheet"))
    leave = given.get("leave", ())
    found = layout(sheet, given.get("vendors"), given.get("head"), leave)
    return mapping_of(
        {**found.keys, "measures": found.measures, **given, "leave": found.keys["leave"]}
    )


def completed(mapping: TableMapping, book: Book, day: datetime.date) -> TableMapping:
    """A mapping with what the name of the file and the day of the import say."""
    stem = Path(book.name).stem
    category = mapping.category or plain(stem, "-") or "imported"
    if category in shipped_files("criteria"):
        raise EvalkitError(
            f"evalkit comes with criteria named {category!r}, which the table would replace; "
            "choose another name with --category"
        )
    given = {
        "category": category,
        "title": mapping.title or in_words(category),
        "source": mapping.source or book.name,
        "checked": mapping.checked or day,
    }
    return mapping.model_copy(update=given)


def proposal(book: Book, mapping: TableMapping, taken: Collection[str] = ()) -> Proposal:
    """The files that a table becomes by a complete mapping.

    `taken` are the ids of vendors in other categories of the workspace. Raises NoScaleError if
    ratings have no scale, EvalkitError if the table cannot be used.
    """
    sheet = sheet_of(book, mapping.sheet)
    locale = locale_named(mapping.locale) if mapping.locale else locale_of(sheet.cells())
    found = matrix(sheet, mapping)
    if not found.lines or not found.heads:
        raise EvalkitError(f"{book.name} has no vendors, or nothing about them")
    made = values(found, mapping, locale)
    if made.faults:
        return Proposal(mapping, {}, tuple(made.faults))
    _hold_scales(found, made, mapping)
    names = vendor_ids(found, taken)
    texts = files(found, made, mapping, names)
    points, errors = _scored(texts, mapping)
    if errors:
        return Proposal(mapping, texts, errors=errors)
    by_name = {name: points.get(each) for name, each in names.items()}
    totals = compared(found, made, mapping, locale, by_name)
    remarks = tuple(_remarks(sheet, found, made, mapping, locale))
    if book.has_comments:
        remarks += ("comments on cells were not read",)
    return Proposal(mapping, texts, remarks=remarks, totals=tuple(total_sentences(*totals)))


def sheet_of(book: Book, name: str | None) -> Sheet:
    """The sheet that is meant: the one with a name, or the only one that holds something.

    Raises EvalkitError if there is none, or if it holds formulas without a result.
    """
    sheet = _sheet(book, name)
    if without := [cell.address for cell in sheet.cells() if not cell.text]:
        raise EvalkitError(
            f"{book.name} {_some(without)}: a formula without a saved result; open the file in "
            "Excel or LibreOffice and save it"
        )
    return sheet


def _sheet(book: Book, name: str | None) -> Sheet:
    if name is not None:
        for sheet in book.sheets:
            if sheet.name == name:
                return sheet
        hint = did_you_mean(name, [sheet.name for sheet in book.sheets])
        raise EvalkitError(f"{book.name} has no sheet {name!r}; {hint}")
    filled = [sheet for sheet in book.sheets if sheet.rows and not sheet.is_hidden]
    if len(filled) != 1:
        names = ", ".join(sheet.name for sheet in book.sheets)
        raise EvalkitError(f"{book.name} has several tables; choose one with --sheet: {names}")
    return filled[0]


def _hold_scales(found: Matrix, made: Values, mapping: TableMapping) -> None:
    without = [
        repr(head)
        for head in found.heads
        if not made.levels[head]
        and not (mapping.measures.get(head, Mapped()).scale or mapping.scale)
    ]
    if without:
        raise NoScaleError(
            f"nothing says from which number to which {_some(without)} can go; say the worst and "
            "the best, such as --scale 1:5"
        )


def _some(texts: Sequence[str]) -> str:
    """The first few of some texts, and how many there are beside them."""
    shown = ", ".join(texts[:3])
    return f"{shown} and {len(texts) - 3} more" if len(texts) > 3 else shown  # noqa: PLR2004


def _scored(
    texts: Mapping[str, str], mapping: TableMapping
) -> tuple[dict[str, float | None], tuple[Diagnostic, ...]]:
    """The points of each vendor by the files alone, and the errors in these."""
    day = mapping.checked or datetime.date.min
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, text in texts.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        workspace = load(folder, day)
        if workspace.errors:
            return {}, workspace.errors
        plan = workspace.plans[mapping.category or ""]
        evaluation = evaluate(workspace, plan, day, full=False)
    return {vendor.id: vendor.score for vendor in evaluation.vendors}, ()


def _remarks(
    sheet: Sheet, found: Matrix, made: Values, mapping: TableMapping, locale: str
) -> Iterator[str]:
    """What a reader of the files would otherwise not know."""
    if not found.weights and not any(each.weight for each in mapping.measures.values()):
        yield "the table has no weights: every criterion counts the same"
    if mapping.leave:
        yield f"not read: {_some(mapping.leave)}"
    totals = (cell for line in found.lines if (cell := line.cells.get(mapping.total or "")))
    odd = (cell.address for cell in totals if number(cell, locale) is None)
    yield from _counted(odd, "totals, but no numbers, and were not compared")
    idle = (line.name.address for line in found.lines if not made.facts[line.name.text])
    yield from _counted(idle, "names of vendors without any value")
    cells = list(sheet.cells())
    yield from _counted((c.address for c in cells if c.is_hidden), "hidden and were read")
    yield from _counted(
        (c.address for c in cells if c.is_formula), "formulas, whose saved results were taken"
    )
    if sheet.merged:
        yield f"merged cells hold their content once, in the first: {', '.join(sheet.merged[:5])}"
    kinds = Counter(
        "not_applicable" if "not_applicable" in fact else "known"
        for facts in made.facts.values()
        for fact in facts.values()
    )
    empty = len(found.lines) * len(found.heads) - kinds.total()
    if empty:
        yield f"{count_of(empty, 'empty cell')}: not looked for"


def _counted(addresses: Iterable[str], what: str) -> Iterator[str]:
    if found := list(addresses):
        yield f"cells that are {what}: {_some(found)}"
