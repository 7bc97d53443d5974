"""Write schemas into a workspace, and reference them in the first line of its files."""

import os
import re
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

from evalkit.checking.load import load
from evalkit.checking.reading import content_of
from evalkit.cli.shared.dates import today
from evalkit.cli.shared.output import answer, talk, write_files
from evalkit.diagnostics.formats.text import count_of
from evalkit.diagnostics.json_text import for_programs
from evalkit.editing.modeline import is_ours, naming_schema, schema_named_in
from evalkit.model.base import ID_PATTERN
from evalkit.resources import is_shipped
from evalkit.schema.category import vendor_schema
from evalkit.schema.schema import schema
from evalkit.source.document import Document
from evalkit.source.yaml.faults import MAX_BYTES
from evalkit.workspace.workspace import Workspace

FOLDER = ".evalkit"


def write_schemas(folder: Path, kinds: Collection[str], *, name_them: bool) -> None:
    """Write the schemas of these kinds; with `name_them`, also reference them in the files.

    Raises EvalkitError if something cannot be written, or `.evalkit` or a schema in it is a link.
    """
    workspace = load(folder.resolve(), today())
    schemas = _schemas(workspace, kinds)
    texts = {path: text for path, text in schemas.items() if not _says(path, text)}
    said = f"wrote {len(texts)} of {count_of(len(schemas), 'schema')} to {FOLDER}"
    if not texts:
        said = f"{count_of(len(schemas), 'schema')} in {FOLDER} up to date"
    if name_them:
        counts: Counter[str] = Counter()
        texts |= _named(workspace, kinds, counts)
        said += f"; reference added to {count_of(counts['added'], 'file')}"
        said += f", updated in {counts['renewed']}, unchanged in {counts['there']}"
    write_files(texts)
    answer(said[0].upper() + said[1:] + "\n")


def _schemas(workspace: Workspace, kinds: Collection[str]) -> dict[Path, str]:
    found = {kind: schema(kind) for kind in kinds}
    if "vendor" in kinds:
        for category in sorted(_categories(workspace)):
            found[f"vendor-{category}"] = vendor_schema(workspace.criteria[category])
    return {_place(workspace, name): for_programs(each) for name, each in found.items()}


def _place(workspace: Workspace, name: str) -> Path:
    return workspace.folder / FOLDER / f"{name}.schema.json"


def _categories(workspace: Workspace) -> set[str]:
    """The categories of the workspace's vendors that have usable criteria."""
    own = (document for _, document in _own_files(workspace) if document.kind == "vendor")
    return {category for each in own if (category := _category(each)) in workspace.criteria}


def _category(document: Document) -> str:
    """The category that a vendor file states, or else the name of its folder."""
    data = document.data if isinstance(document.data, dict) else {}
    category = data.get("category") or Path(document.path).parent.name
    is_id = isinstance(category, str) and re.fullmatch(ID_PATTERN, category)
    return category if is_id else ""


def _own_files(workspace: Workspace) -> Iterator[tuple[Path, Document]]:
    """The files of the workspace itself, each once, without the built-in ones."""
    seen = set()
    for path, document in workspace.documents.items():
        file = workspace.folder / path
        if os.path.lexists(file) and (real := file.resolve()) not in seen:
            seen.add(real)
            yield real, document


def _named(
    workspace: Workspace, kinds: Collection[str], counts: Counter[str]
) -> Iterator[tuple[Path, str]]:
    """The files whose first line changes, with their new text; reports those left unchanged."""
    documents = workspace.documents.values()
    stems = {Path(each.path).stem for each in documents if each.kind == "criteria"}
    for file, document in _own_files(workspace):
        if document.kind not in kinds:
            continue
        wanted = _schema_for(workspace, document, stems)
        reason = _reason_to_leave(file, document, wanted)
        if reason:
            talk(f"evalkit: {document.path} is left unchanged: {reason}")
            continue
        text = _text(file)
        place = _place(workspace, wanted)
        changed = naming_schema(text, Path(os.path.relpath(place, file.parent)).as_posix())
        state = "renewed" if schema_named_in(text) else "added"
        counts[state if changed != text else "there"] += 1
        if changed != text:
            yield file, changed


def _text(file: Path) -> str:
    return content_of(file, MAX_BYTES).decode("utf-8")


def _reason_to_leave(file: Path, document: Document, schema: str) -> str:
    if not document.sha256:
        return document.findings[0].message
    if is_shipped(file):
        return "it is part of evalkit"
    named = schema_named_in(_text(file))
    if named is not None and not is_ours(named):
        return f"it references another schema, {named}" if named else "it has an editor comment"
    if not schema:
        return f"the criteria {_category(document)} have errors"
    return ""


def _schema_for(workspace: Workspace, document: Document, stems: Collection[str]) -> str:
    """The name of a file's schema; empty for a vendor whose criteria are unusable.

    `stems` are those of all criteria files.
    """
    category = _category(document) if document.kind == "vendor" else ""
    if category in workspace.criteria:
        return f"vendor-{category}"
    return "" if category in stems else document.kind


def _says(path: Path, text: str) -> bool:
    wanted = text.encode("utf-8")
    # A file of another size has other content, and need not be read.
    return (
        path.is_file()
        and path.stat().st_size == len(wanted)
        and content_of(path, len(wanted)) == wanted
    )
