"""Open a long list: a file of any kind, or a folder of files of one kind."""

import datetime
from pathlib import Path

from evalkit.catalogue.columns import columns
from evalkit.catalogue.prospect import Prospect
from evalkit.catalogue.sources.delimited import DelimitedFile
from evalkit.catalogue.sources.parquet import ParquetFile
from evalkit.catalogue.sources.sheets import SheetFile
from evalkit.catalogue.sources.table import Source, Wanted
from evalkit.errors import EvalkitError
from evalkit.tables.cells import Cell
from evalkit.tables.mapping import TableMapping
from evalkit.tables.numbers import COMMA, POINT, locale_named, locale_of

_PARQUET = {".parquet", ".pq"}
_TEXT = {".csv", ".tsv", ".tab", ".txt"}
_SAMPLE = 1_000
"""The rows from which it is told how numbers are written, if the mapping does not say so."""

File = ParquetFile | DelimitedFile | SheetFile


def opened(path: Path, mapping: TableMapping, prospect: Prospect, today: datetime.date) -> Source:
    """A long list, whose columns are those that a mapping names.

    Raises EvalkitError if it cannot be read, or has no such columns.
    """
    files = [_file(each, mapping) for each in _files(path)]
    # How numbers are written is told from the columns, which do not depend on it.
    wanted = Wanted(mapping, columns(prospect, mapping, path.name, POINT, today))
    for file in files:
        wanted.hold(file.heads, file.name)
        if isinstance(file, ParquetFile):
            file.hold(wanted)
    locale = locale_named(mapping.locale) if mapping.locale else _told(files[0], wanted)
    if locale != POINT:
        wanted = Wanted(mapping, columns(prospect, mapping, path.name, locale, today))
    return Source(wanted, files)


def _files(path: Path) -> list[Path]:
    """The files of a list in order of their names."""
    if not path.exists():
        raise EvalkitError(f"there is no {path}")
    found = [path] if path.is_file() else _in_folder(path)
    if len({_kind(file) for file in found}) > 1:
        raise EvalkitError(f"{path} holds files of several kinds; keep those of one list")
    return found


def _in_folder(path: Path) -> list[Path]:
    if not path.is_dir():
        raise EvalkitError(f"cannot read {path}: it is not a regular file")
    known = _PARQUET | _TEXT
    found = [
        file
        for file in sorted(path.iterdir())
        if file.suffix.lower() in known and file.is_file() and file.name[0] not in "._"
    ]
    if not found:
        raise EvalkitError(f"{path} holds no Parquet and no CSV file")
    return found


def _kind(file: Path) -> str:
    suffix = file.suffix.lower()
    return "parquet" if suffix in _PARQUET else "text" if suffix in _TEXT else "sheet"


def _file(path: Path, mapping: TableMapping) -> File:
    kind = _kind(path)
    if kind == "parquet":
        return ParquetFile(path)
    return DelimitedFile(path, mapping) if kind == "text" else SheetFile(path, mapping)


def _told(file: File, wanted: Wanted) -> str:
    """Whether the first rows have a decimal point or comma; EvalkitError if they leave a doubt."""
    heads = [column.head for column in wanted.columns if column.takes_numbers]
    if isinstance(file, SheetFile):
        return locale_of(file.cells(heads))
    first = next(file.read(wanted, _SAMPLE), None)
    if first is None:
        return POINT
    try:
        return locale_of(
            Cell(1, 1, text)
            for head in heads
            # Each text once: a long one may stand in every row.
            for text in first[head].unique().to_pylist()
            if isinstance(text, str)
        )
    except EvalkitError as error:
        raise EvalkitError(
            f"{file.name} leaves a doubt how numbers are written; write `locale: {POINT}` for "
            f"1,234.5 or `locale: {COMMA}` for 1.234,5 into the mapping"
        ) from error
