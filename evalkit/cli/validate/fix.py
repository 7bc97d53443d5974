"""`evalkit validate --fix` and `--diff`: write or show repairs."""

import datetime
import hashlib
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from evalkit.checking.check import Findings
from evalkit.checking.load import load
from evalkit.checking.repair import Repairs, own_files, repaired
from evalkit.cli.shared.output import answer, is_colourful, talk, write_files
from evalkit.cli.validate.filters import filters
from evalkit.cli.validate.options import Options
from evalkit.cli.validate.paths import paths_in
from evalkit.diagnostics.formats.diff import to_diff
from evalkit.diagnostics.formats.text import count_of
from evalkit.diagnostics.record import Diagnostic
from evalkit.diagnostics.visible import visible
from evalkit.errors import EvalkitError
from evalkit.source.links import links_of
from evalkit.source.reading import UnreadableError, content
from evalkit.source.yaml.lines import BYTE_ORDER_MARK
from evalkit.workspace.workspace import Workspace

if TYPE_CHECKING:
    from evalkit.checking.settings import Settings


def repair(
    options: Options, settings: "Settings | None", folder: Path, as_of: datetime.date
) -> bool:
    """Repair files, or show the repairs with --diff; whether there were any, or errors remain.

    Raises EvalkitError, with nothing written, if a file cannot be written or has changed.
    """
    if options.diff and (options.styles or options.output):
        raise EvalkitError("--diff shows changes, not findings; omit --format and --output")
    workspace = load(folder, as_of)
    links = {path: links_of(document.data) for path, document in workspace.documents.items()}
    own = frozenset(own_files(workspace, links))
    findings = Findings(folder, own, workspace.diagnostics, links)
    given = filters(options, settings, folder)
    paths = paths_in(findings, options)

    def wanted(diagnostic: Diagnostic) -> bool:
        return not given.left_out_by(diagnostic.path, diagnostic.code)

    repairs = repaired(workspace, paths, as_of, wanted)
    if not options.diff:
        write(workspace, repairs, paths)
        return bool(repairs.texts)
    errors = (d for d in repairs.workspace.errors if d.path in paths and wanted(d))
    left = sum(1 for _ in errors)
    _show(workspace, repairs, left)
    return bool(repairs.texts or left)


def write(workspace: Workspace, repairs: Repairs, checked: Collection[str]) -> None:
    """Write repaired files, and list the repairs on stderr.

    Raises EvalkitError, with nothing written, if a file cannot be written or has changed.
    """
    files = {path: workspace.folder / path for path in repairs.texts}

    def last_look() -> None:
        for path, file in files.items():
            _unchanged(file, workspace.documents[path].sha256)

    texts = {}
    for path, file in files.items():
        content = _unchanged(file, workspace.documents[path].sha256)
        mark = BYTE_ORDER_MARK if content.startswith(BYTE_ORDER_MARK.encode()) else ""
        texts[file] = mark + repairs.texts[path]
    write_files(texts, last_look)
    for diagnostic in repairs.done:
        talk(_told(diagnostic))
    for path in _left_alone(repairs, checked):
        talk(f"evalkit: {visible(path)} was left unchanged: it is a link to another file")


def _show(workspace: Workspace, repairs: Repairs, left: int) -> None:
    answer(
        "".join(
            to_diff(path, workspace.documents[path].text, text, colour=is_colourful())
            for path, text in sorted(repairs.texts.items())
        )
    )
    made = f"{count_of(len(repairs.done), 'repair')} in {count_of(len(repairs.texts), 'file')}"
    talk(f"evalkit: --fix would make {made}; {count_of(left, 'error')} would remain")


def _left_alone(repairs: Repairs, checked: Collection[str]) -> list[str]:
    """Files with repairs that were not made because the files are not the workspace's own."""
    found = repairs.workspace.diagnostics
    paths = {d.path for d in found if d.fix and d.path in checked}
    return sorted(paths - own_files(repairs.workspace, paths).keys())


def _unchanged(file: Path, sha256: str) -> bytes:
    """A file's bytes, if they are still those that were read before."""
    try:
        found = content(file)
        locked = not file.stat().st_mode & 0o222
    except UnreadableError as error:
        raise EvalkitError(f"cannot repair {file}: {error.reason}; nothing was written") from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise EvalkitError(f"cannot repair {file}: {reason}; nothing was written") from error
    if locked:
        raise EvalkitError(f"cannot repair {file}: it is read-only; nothing was written")
    if hashlib.sha256(found).hexdigest() != sha256:
        raise EvalkitError(f"{file} changed in the meantime; nothing was written, run this again")
    return found


def _told(diagnostic: Diagnostic) -> str:
    """A repair, described on one line."""
    span = diagnostic.span
    place = f"{visible(diagnostic.path)}:{span.line}:{span.column}"
    return f"{place}: repaired[{diagnostic.code}] {visible(_what(diagnostic))}"


def _what(diagnostic: Diagnostic) -> str:
    fix, span = diagnostic.fix, diagnostic.span
    if fix is None:
        raise ValueError("only a finding with a repair is repaired")
    old = diagnostic.line_text[span.column - 1 : span.end_column - 1]
    if fix.kind == "quote":
        return f"put `{old}` in quotes"
    return f"`{old}` is now `{fix.to}`"
