"""What checking files gave, kept from one run to the next.

Kept in `.evalkit_cache/` of the workspace as JSON: a cache may come with a repository of strangers,
and reading it must not run anything. What does not read exactly as it was written is ignored.
"""

import hashlib
import json
import os
import platform
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any, cast, get_args

from evalkit import __version__
from evalkit.diagnostics.record import Diagnostic, Fix, FixKind, Severity, Span
from evalkit.resources import shipped
from evalkit.source.comments import Ignore
from evalkit.source.links import Links
from evalkit.source.reading import UnreadableError, content
from evalkit.workspace.checked import Checked
from evalkit.workspace.folder import SHIPPED

FOLDER = ".evalkit_cache"
MAX_BYTES = 256 * 1024 * 1024
PACKAGES = ("constraints", "diagnostics", "model", "rules", "source", "weighting", "workspace")
"""Where in this package is written what a check finds."""
_LIBRARIES = {"pydantic": "version.py", "yaml": "__init__.py"}
"""What else can change a finding, with the file that says its version."""
_CODE = re.compile(r"EK\d{3}")


def digest(*parts: str) -> str:
    """One name for several texts in their order."""
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def rule_set() -> str:
    """A name for everything besides a workspace's files on which findings depend.

    The version alone would not do: in a checkout rules change without it.
    """
    home = Path(__file__).resolve().parent.parent
    files = [file for name in PACKAGES for file in sorted((home / name).glob("*.py"))]
    files += [file for name in SHIPPED for file in sorted(shipped(name).iterdir())]
    for name, said in _LIBRARIES.items():
        spec = find_spec(name)
        files += [Path(place) / said for place in (spec and spec.submodule_search_locations) or ()]
    known = hashlib.sha256(f"{__version__} {platform.python_version()}".encode())
    for file in files:
        known.update(file.name.encode() + b"\0" + file.read_bytes())
    return known.hexdigest()


class Cache:
    """Results by path, each with the name of everything that it depends on."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER
        # A link could lead out of the workspace, and would be written through.
        self._is_ours = not self._folder.is_symlink()
        self._kept = self._read() if self._is_ours else {}

    def get(self, path: str, key: str) -> Checked | None:
        """What was found about a file when everything it depends on was as it is now."""
        kept = self._kept.get(path)
        if not (isinstance(kept, list) and len(kept) == 2 and kept[0] == key):  # noqa: PLR2004
            return None
        try:
            return _checked(path, kept[1])
        except (AttributeError, IndexError, KeyError, TypeError, ValueError):
            return None

    @property
    def has_any(self) -> bool:
        """Whether anything at all is known from earlier runs."""
        return bool(self._kept)

    def all(self, key: str) -> dict[str, Checked]:
        """Every result, by path, that depends on exactly this."""
        found = {path: self.get(path, key) for path in self._kept}
        return {path: checked for path, checked in found.items() if checked is not None}

    def keep(self, results: Mapping[str, tuple[str, Checked]]) -> None:
        """Put these results in place of what was kept; where that fails, nothing is kept.

        The file appears whole, so that another run sees the old one or the new one.
        """
        if not self._is_ours:
            return
        kept = {path: [key, _plain(checked)] for path, (key, checked) in results.items()}
        text = json.dumps({"format": 1, "files": kept}, separators=(",", ":"))
        temporary = self._folder / f".{os.getpid()}-{os.urandom(4).hex()}"
        with suppress(OSError):
            self._make_folder()
            try:
                temporary.write_text(text, encoding="ascii")
                temporary.replace(self._file)
            finally:
                temporary.unlink(missing_ok=True)

    @property
    def _file(self) -> Path:
        return self._folder / "checked.json"

    def _make_folder(self) -> None:
        if not self._folder.is_dir():
            self._folder.mkdir()
            # It belongs to one machine, and in no history.
            (self._folder / ".gitignore").write_text("*\n", encoding="ascii")

    def _read(self) -> dict[str, Any]:
        try:
            kept = json.loads(content(self._file, MAX_BYTES))
        except (UnreadableError, ValueError, RecursionError):
            return {}
        files = kept.get("files") if isinstance(kept, dict) and kept.get("format") == 1 else None
        return files if isinstance(files, dict) else {}


def _plain(checked: Checked) -> list[Any]:
    lines = {each.span.line: each.line_text for each in checked.diagnostics}
    lines |= {each.span.line: each.line_text for each in checked.ignores}
    links = checked.links
    return [
        [_plain_diagnostic(each) for each in checked.diagnostics],
        [[_plain_span(each.span), each.codes, each.reason] for each in checked.ignores],
        [links.id, links.category, links.extends, links.vendors, links.platforms],
        checked.is_record,
        # Once for each line: thousands of findings may share one that is as long as the file.
        list(lines.items()),
    ]


def _plain_diagnostic(diagnostic: Diagnostic) -> list[Any]:
    return [
        _plain_span(diagnostic.span), diagnostic.code, diagnostic.severity, diagnostic.message,
        diagnostic.hint, diagnostic.route,
        [diagnostic.fix.kind, diagnostic.fix.to] if diagnostic.fix else None,
    ]  # fmt: skip


def _plain_span(span: Span) -> list[int]:
    return [span.line, span.column, span.end_line, span.end_column]


def _checked(path: str, plain: Any) -> Checked:
    """What was kept, as it was; raises one of several errors if it is anything else."""
    diagnostics, ignores, links, is_record, lines = plain
    text = {_whole(number): _text(line) for number, line in lines}
    return Checked(
        tuple(_diagnostic(path, each, text) for each in diagnostics),
        tuple(_ignore(each, text) for each in ignores),
        _links(links),
        is_record is True,
    )


def _diagnostic(path: str, plain: Any, lines: Mapping[int, str]) -> Diagnostic:
    span, code, severity, message, hint, route, fix = plain
    place = _span(span)
    return Diagnostic(
        path, place, _code(code), Severity(severity), _text(message), _text(hint),
        tuple(step if type(step) is int else _text(step) for step in route), lines[place.line],
        None if fix is None else _fix(fix),
    )  # fmt: skip


def _fix(plain: Any) -> Fix:
    kind, to = map(_text, plain)
    if kind not in get_args(FixKind):
        raise ValueError
    return Fix(cast("FixKind", kind), to)


def _ignore(plain: Any, lines: Mapping[int, str]) -> Ignore:
    span, codes, reason = plain
    place = _span(span)
    return Ignore(place, tuple(map(_code, codes)), _text(reason), lines[place.line])


def _links(plain: Any) -> Links:
    name, category, extends, vendors, platforms = plain
    return Links(
        _text_or_none(name), _text_or_none(category), _text_or_none(extends),
        None if vendors is None else _texts(vendors), _texts(platforms),
    )  # fmt: skip


def _span(plain: Any) -> Span:
    line, column, end_line, end_column = map(_whole, plain)
    return Span(line, column, end_line, end_column)


def _whole(value: Any) -> int:
    if type(value) is not int or value < 1:
        raise ValueError
    return value


def _code(value: Any) -> str:
    if not _CODE.fullmatch(value):
        raise ValueError
    return _text(value)


def _texts(value: Iterable[Any]) -> tuple[str, ...]:
    return tuple(map(_text, value))


def _text_or_none(value: Any) -> str | None:
    return None if value is None else _text(value)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
