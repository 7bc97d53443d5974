"""A look through a workbook's XML, in constant memory, before a tree of it is built.

It counts what is there, refuses what would take too much or reach outside, and notes what a reader
of values does not see: formulas, hidden rows and columns, and merged cells.
"""

import zipfile
from dataclasses import dataclass, field
from xml.sax import SAXException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from evalkit.errors import EvalkitError
from evalkit.tables.cells import LONGEST, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, address, place
from evalkit.tables.gate import refused

_BINARY = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".bin", ".vml", ".svg", ".odttf")
"""Parts that nobody reads; whatever else there is counts as XML."""
_UNREAD = ("xl/charts/", "xl/drawings/", "xl/pivotcache/", "xl/pivottables/", "xl/theme/",
           "xl/comments", "xl/threadedcomments/", "xl/tables/", "customxml/")  # fmt: skip
"""Parts that no tree is built of."""
_MOST_ELEMENTS = 2_000_000
_MOST_IN_TREES = 50_000
"""Elements of which a tree is built, such as styles and merged cells; a kilobyte for each."""
_DEEPEST = 50
_HYPERLINK, _WORKSHEET = "/hyperlink", "/worksheet"
_FILLED = frozenset({"v", "f", "is"})
_IN_PASSING = frozenset({"row", "c", "v", "f", "is", "t", "r"})
"""Elements of a sheet that are freed row by row."""
_SHEETS, _STRINGS = "xl/worksheets/", "xl/sharedstrings.xml"
_PLACES = {
    ".main+xml": "/xl/workbook.xml",
    "worksheet+xml": "/xl/worksheets/",
    "sharedstrings+xml": "/xl/sharedstrings.xml",
    "styles+xml": "/xl/styles.xml",
}
"""Where the parts are that openpyxl reads, by the end of their type."""
_TOO_MUCH = "it holds more XML than a table of this size needs; copy its values into a new workbook"


@dataclass(slots=True)
class Seen:
    """What a sheet holds beside its values."""

    formulas: set[tuple[int, int]] = field(default_factory=set)
    texts: set[tuple[int, int]] = field(default_factory=set)
    """Formulas whose saved result is a text, which may be empty."""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[str] = field(default_factory=list)
    last_row: int = 1
    last_column: int = 1

    def hides(self, row: int, column: int) -> bool:
        """Whether a place lies in a hidden row or column."""
        return row in self.hidden_rows or column in self.hidden_columns


@dataclass(slots=True)
class _Count:
    """What all parts of a workbook hold together."""

    elements: int = 0
    in_trees: int = 0
    rows: int = 0
    cells: int = 0
    strings: int = 0


def scanned(archive: zipfile.ZipFile, name: str) -> dict[str, Seen]:
    """What each XML part of a workbook holds beside values, by its name in the archive.

    Raises EvalkitError if a part is too large, no XML, or holds what may reach outside.
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.sax import parse

    found: dict[str, Seen] = {}
    count = _Count()
    for entry in archive.infolist():
        if entry.filename.lower().endswith(_BINARY) or entry.is_dir():
            continue
        look = _Look(name, entry.filename.lower(), count)
        try:
            with archive.open(entry) as part:
                parse(part, look, forbid_dtd=True)
        except DefusedXmlException as error:
            raise refused(
                name, "its XML declares a DOCTYPE or entities, as in an attack"
            ) from error
        except SAXException as error:
            raise refused(name, f"its part {entry.filename} is damaged") from error
        found[entry.filename] = look.seen
    return found


class _Look(ContentHandler):
    """Follow the elements of one part."""

    def __init__(self, name: str, part: str, count: _Count) -> None:
        super().__init__()
        self.seen = Seen()
        self._name = name
        self._count = count
        self._is_sheet = part.startswith(_SHEETS)
        self._is_tree = part != _STRINGS and not part.startswith(_UNREAD)
        self._depth = self._length = self._row = self._column = 0
        self._is_filled = self._is_cell = self._is_text = False

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802
        """Count an element, and note what it says."""
        self._depth += 1
        local = name.rpartition(":")[2]
        self._hold_count(local)
        if local in {"c", "si"}:
            self._is_cell, self._length = True, 0
        elif not self._is_cell:
            self._length = 0
        if note := _NOTES.get(local):
            note(self, attrs)
        elif local in _FILLED and self._column:
            self._fill(is_formula=local == "f")

    def endElement(self, name: str) -> None:  # noqa: N802
        """Leave an element."""
        self._depth -= 1
        if name.rpartition(":")[2] in {"c", "si"}:
            self._is_cell, self._length = False, 0

    def characters(self, content: str) -> None:
        """Hold the text of a cell against what Excel allows."""
        self._length += len(content)
        if self._length > 4 * LONGEST:
            raise self._refused(f"a cell holds more than {LONGEST:,} characters")

    def _hold_count(self, local: str) -> None:
        """Hold what there is so far against what a table needs."""
        count = self._count
        count.elements += 1
        count.in_trees += self._is_tree and not (self._is_sheet and local in _IN_PASSING)
        count.rows += local == "row" and self._is_sheet
        count.strings += local == "si"
        if (
            count.elements > _MOST_ELEMENTS
            or count.in_trees > _MOST_IN_TREES
            or count.rows > MOST_ROWS
            or count.strings > MOST_CELLS
            or self._depth > _DEEPEST
        ):
            raise self._refused(_TOO_MUCH)

    def _enter_row(self, attrs: AttributesImpl) -> None:
        self._row = _whole(attrs.get("r"), self._row + 1)
        self._column = 0
        if attrs.get("hidden") in {"1", "true"}:
            self.seen.hidden_rows.add(self._row)

    def _enter_cell(self, attrs: AttributesImpl) -> None:
        self._is_filled, self._is_text = False, attrs.get("t") == "str"
        self._row, self._column = place(attrs.get("r", "")) or (self._row, self._column + 1)

    def _fill(self, *, is_formula: bool) -> None:
        """Note that the cell holds something: blank ones may be anywhere."""
        here = (self._row, self._column)
        if self._row > MOST_ROWS or self._column > MOST_COLUMNS:
            raise self._refused(
                f"cell {address(*here)} lies beyond the first {MOST_ROWS:,} rows and "
                f"{MOST_COLUMNS:,} columns; delete what is there"
            )
        self.seen.last_row = max(self.seen.last_row, self._row)
        self.seen.last_column = max(self.seen.last_column, self._column)
        # A formula and its result are two elements of one cell.
        self._count.cells += not self._is_filled
        self._is_filled = True
        if self._count.cells > MOST_CELLS:
            raise self._refused(f"it has more than {MOST_CELLS:,} filled cells")
        if is_formula:
            self.seen.formulas.add(here)
            if self._is_text:
                self.seen.texts.add(here)

    def _columns(self, attrs: AttributesImpl) -> None:
        if attrs.get("hidden") in {"1", "true"}:
            low = _whole(attrs.get("min"), 1)
            high = min(_whole(attrs.get("max"), low), MOST_COLUMNS)
            self.seen.hidden_columns.update(range(low, high + 1))

    def _merge(self, attrs: AttributesImpl) -> None:
        self.seen.merged.append(attrs.get("ref", ""))

    def _relation(self, attrs: AttributesImpl) -> None:
        outside = attrs.get("TargetMode", "").lower() == "external"
        if outside and not attrs.get("Type", "").lower().endswith(_HYPERLINK):
            raise self._refused("it refers to other files; save it without such links")
        if "chartsheet" in attrs.get("Type", ""):
            # openpyxl builds these as a whole, with all that they name.
            raise self._refused("a sheet of it is a chart; delete that sheet")
        if attrs.get("Type", "").endswith(_WORKSHEET):
            self._hold_place(attrs.get("Target", ""), "worksheets/")

    def _part(self, attrs: AttributesImpl) -> None:
        kind = attrs.get("ContentType", "").lower()
        if "macro" in kind:
            raise self._refused("it contains macros; save it as .xlsx, without them")
        for end, where in _PLACES.items():
            if kind.endswith(end) and (part := attrs.get("PartName")):
                self._hold_place(part, where)

    def _hold_place(self, part: str, where: str) -> None:
        """Refuse a part that is read, but by its name would not be looked through."""
        if where not in part.lower() or not part.lower().endswith(".xml"):
            raise self._refused("a part of it has the wrong name, as in an attack")

    def _refused(self, why: str) -> EvalkitError:
        return refused(self._name, why)


_NOTES = {
    "row": _Look._enter_row,
    "c": _Look._enter_cell,
    "col": _Look._columns,
    "mergeCell": _Look._merge,
    "Relationship": _Look._relation,
    "Default": _Look._part,
    "Override": _Look._part,
}
"""What to note of an element, by its name."""


def _whole(text: str | None, otherwise: int) -> int:
    """A row or column as its attribute gives it."""
    is_number = text is not None and text.isascii() and text.isdigit() and len(text) < 10  # noqa: PLR2004
    return int(text) if is_number and text else otherwise
