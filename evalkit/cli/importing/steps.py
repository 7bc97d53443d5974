"""The steps of `evalkit import`: read the table, propose files, and write them."""

import datetime
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from evalkit.checking.reading import content_of, text_in
from evalkit.cli.shared.exit_codes import FINDINGS, INTERRUPTED
from evalkit.cli.shared.loading import stop_for
from evalkit.cli.shared.output import answer, is_colourful, is_terminal, talk, write_files
from evalkit.cli.shared.shell import proposed
from evalkit.diagnostics.formats.diff import to_diff
from evalkit.diagnostics.formats.text import count_of
from evalkit.diagnostics.visible import visible
from evalkit.errors import EvalkitError, NoWorkspaceError
from evalkit.evidence.importing.proposal import (
    NoScaleError,
    Proposal,
    completed,
    proposal,
    started,
)
from evalkit.source.near import shortened
from evalkit.source.yaml.faults import MAX_BYTES
from evalkit.tables.cells import Book
from evalkit.tables.mapping import (
    TableMapping,
    ends_of,
    levels_in,
    mapping_in,
    mapping_of,
    mapping_text,
)
from evalkit.tables.reading import read_book
from evalkit.workspace.folder import find, own_files

_MOST_FAULTS = 20
_LONGEST_FAULT = 300
_HOW = (
    "Say what words are worth with --levels FILE, which columns are not read with --leave HEAD; or "
    "write the mapping alone with --draft, and say there what single columns and cells mean."
)
_OF_FILE = ("encoding", "delimiter")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line says."""

    table: Path
    place: Path | None
    levels: Path | None
    workspace: Path | None
    said: Mapping[str, Any]
    """What it says about the table, as keys of a mapping."""
    write: bool
    replace: bool
    draft: bool


def run(wanted: Wanted, today: datetime.date) -> None:
    """Show what a table becomes, and write it if that is wanted."""
    folder = _folder(wanted.workspace)
    place = wanted.place or folder / "imports" / f"{wanted.table.stem}.yaml"
    book, mapping, is_new = _read(wanted, place, today)
    if wanted.draft:
        _draft(mapping, place, is_new=is_new)
        return
    made = _made(book, mapping, _taken(folder, mapping), is_new=is_new)
    _stop_for_faults(made, wanted.table)
    files = {folder / path: text for path, text in made.texts.items()}
    if is_new:
        files = {place: mapping_text(made.mapping), **files}
    before = {file: _text(file) if file.exists() else None for file in files}
    changed = {file: text for file, text in files.items() if before[file] != text}
    if not wanted.replace:
        _keep(sorted(str(file) for file in changed if before[file] is not None))
    if not wanted.write:
        answer("".join(_diff(file, folder, before[file], text) for file, text in changed.items()))
    for line in (*made.remarks, *_others(folder, made), *made.totals):
        talk(visible(f"evalkit: {line}"))
    if wanted.write:
        write_files(changed)
    _tell_next(changed, made, wanted)


def _keep(taken: Sequence[str]) -> None:
    """Raise EvalkitError if files would change that are there already."""
    if taken:
        raise EvalkitError(
            f"nothing was written, because these already exist: {shortened(taken)}; choose "
            "another --category or --workspace, or add --replace"
        )


def _folder(given: Path | None) -> Path:
    """The workspace that is named, that around the current folder, or a new one there."""
    if given is not None:
        return given
    try:
        return find(Path.cwd())
    except NoWorkspaceError:
        return Path()


def _read(wanted: Wanted, place: Path, today: datetime.date) -> tuple[Book, TableMapping, bool]:
    """The table, its mapping, and whether that is new."""
    said = dict(wanted.said)
    if wanted.levels is not None:
        said["levels"] = levels_in(_text(wanted.levels), str(wanted.levels))
    is_new = not place.exists()
    mapping = None if is_new else mapping_in(_text(place), str(place))
    hints = {key: said.get(key) or getattr(mapping, key, None) for key in _OF_FILE}
    book = read_book(wanted.table, **hints)
    mapping = started(book, said) if mapping is None else _with(mapping, said, place)
    return book, completed(mapping, book, today), is_new


def _draft(mapping: TableMapping, place: Path, *, is_new: bool) -> None:
    """Write a mapping alone, for a person to say more in it."""
    if not is_new:
        raise EvalkitError(f"{place} is there already; change it, or name another --map")
    write_files({place: mapping_text(mapping)})
    answer(f"Wrote {visible(str(place))}.\n")


def _taken(folder: Path, mapping: TableMapping) -> frozenset[str]:
    """The ids of vendors that are there already, in other categories."""
    there = (Path(file.path) for file in own_files(folder) if file.kind == "vendor")
    return frozenset(path.stem for path in there if path.parent.name != mapping.category)


def _others(folder: Path, made: Proposal) -> Iterator[str]:
    """A remark about each vendor of the category that the table does not have."""
    around = f"vendors/{made.mapping.category}/"
    for file in own_files(folder):
        if file.path.startswith(around) and file.path not in made.texts:
            yield f"{file.path} is not in the table, and stays as it is"


def _made(book: Book, mapping: TableMapping, taken: frozenset[str], *, is_new: bool) -> Proposal:
    while True:
        try:
            return proposal(book, mapping, taken)
        except NoScaleError as error:
            if not (is_new and is_terminal(sys.stdin)):
                raise
            mapping = mapping.model_copy(update={"scale": _asked(str(error))})


def _with(mapping: TableMapping, said: Mapping[str, Any], place: Path) -> TableMapping:
    """A mapping with what only the command line says; EvalkitError if the two contradict."""
    usual = TableMapping.model_fields
    for key, value in said.items():
        own = getattr(mapping, key)
        if own not in (value, usual[key].get_default()):
            raise EvalkitError(
                f"{place} says something else about `{key}`; change it there, or name another --map"
            )
    return mapping_of({**mapping.model_dump(exclude_unset=True), **said})


def _asked(why: str) -> str:
    """The scale that a person types; asked again until it is one."""
    talk(f"evalkit: {why}")
    while True:
        talk("Scale of the ratings, worst:best, such as 1:5 > ", end="")
        line = sys.stdin.readline()
        if not line:
            talk("\nevalkit: interrupted; nothing was written")
            raise typer.Exit(INTERRUPTED)
        try:
            ends_of(line.strip())
        except EvalkitError as error:
            talk(f"evalkit: {error}")
            continue
        return line.strip()


def _stop_for_faults(made: Proposal, table: Path) -> None:
    """Show the cells that are not understood, and end with exit code 1."""
    for fault in made.faults[:_MOST_FAULTS]:
        talk(visible(f"{table.name} {fault}")[:_LONGEST_FAULT])
    if made.faults:
        more = len(made.faults) - _MOST_FAULTS
        rest = f" ({_MOST_FAULTS} shown)" if more > 0 else ""
        count = count_of(len(made.faults), "cell")
        talk(f"evalkit: {count} not understood{rest}; nothing was written. {_HOW}")
        raise typer.Exit(FINDINGS)
    stop_for(made.errors, "nothing was written")


def _diff(file: Path, folder: Path, before: str | None, text: str) -> str:
    shown = file.relative_to(folder) if file.is_relative_to(folder) else file
    return to_diff(shown.as_posix(), before, text, colour=is_colourful())


def _tell_next(changed: Mapping[Path, str], made: Proposal, wanted: Wanted) -> None:
    count = count_of(len(changed), "file")
    if not changed:
        talk("evalkit: everything is there already; nothing to write")
    elif wanted.write:
        subject = proposed(str(made.mapping.category), wanted.workspace)
        answer(f"Wrote {count}.\nNext: evalkit score {subject}\n")
    else:
        talk(f"evalkit: {count} to write; add --write to write them")


def _text(file: Path) -> str:
    return text_in(content_of(file, MAX_BYTES), file)
