"""A cache of findings between runs, in the workspace's `.evalkit_cache/`.

The folder may come with someone else's repository, so a cache that is not sealed with this user's
key is ignored before it is parsed.
"""

import hashlib
import hmac
import json
import platform
from collections.abc import Iterable, Mapping
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from evalkit import __version__
from evalkit.checking.cache_key import cache_key, put
from evalkit.diagnostics.record import Diagnostic, Fix, Severity, Span
from evalkit.resources import shipped
from evalkit.source.links import Links
from evalkit.source.reading import UnreadableError, content
from evalkit.source.yaml.comments import Ignore
from evalkit.workspace.checked import Checked
from evalkit.workspace.folder import SHIPPED

FOLDER = ".evalkit_cache"
FORMAT = 3
LEAST_LIMIT = 1024 * 1024
BYTES_PER_FILE = 8 * 1024
"""The most bytes of a cache for each file of the workspace: 1,000 vendors with twelve findings each
take 3 KiB per file."""
PACKAGES = (
    "checking", "composer", "diagnostics", "model", "rules", "source", "weighting", "workspace",
)  # fmt: skip
MODULES = ("regions.py",)
"""The packages and modules of this package that affect findings."""
_LIBRARIES = {"pydantic": "version.py", "yaml": "__init__.py"}
"""Other packages that affect findings, with the file that states their version."""


def digest(*parts: str) -> str:
    """A digest of several texts in order."""
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def rule_set() -> str:
    """A digest of everything that affects findings besides the workspace's files.

    The version alone is not enough: in a checkout, rules change without it.
    """
    home = Path(__file__).resolve().parent.parent
    files = [file for name in PACKAGES for file in sorted((home / name).rglob("*.py"))]
    files += [home / name for name in MODULES]
    files += [file for name in SHIPPED for file in sorted(shipped(name).iterdir())]
    for name, said in _LIBRARIES.items():
        spec = find_spec(name)
        files += [Path(place) / said for place in (spec and spec.submodule_search_locations) or ()]
    known = hashlib.sha256(f"{__version__} {platform.python_version()}".encode())
    for file in files:
        known.update(file.name.encode() + b"\0" + file.read_bytes())
    return known.hexdigest()


class Cache:
    """Results by path, each with a digest of everything that it depends on.

    `files` is the number of files in the workspace. Raises EvalkitError if the key from the
    environment is unusable.
    """

    def __init__(self, folder: Path, files: int) -> None:
        self._folder = folder / FOLDER
        self._limit = max(LEAST_LIMIT, BYTES_PER_FILE * files)
        # A link could lead out of the workspace, and would be written through.
        self._key = None if self._folder.is_symlink() else cache_key(folder)
        self._kept = self._read(self._key) if self._key else {}

    def get(self, path: str, key: str) -> Checked | None:
        """The result for a file, if nothing that it depends on has changed."""
        kept_key, plain = self._kept.get(path, ("", None))
        return _checked(path, plain) if kept_key == key else None

    @property
    def has_any(self) -> bool:
        """Whether the cache has any results."""
        return bool(self._kept)

    def all(self, key: str, paths: Iterable[str]) -> dict[str, Checked]:
        """The results for these files, by path, that have exactly this key."""
        found = {path: self.get(path, key) for path in paths}
        return {path: checked for path, checked in found.items() if checked is not None}

    def keep(self, results: Mapping[str, tuple[str, Checked]]) -> None:
        """Replace the cached results; if that fails, nothing is cached.

        The file is replaced as a whole, so that another run sees the old one or the new one.
        """
        if self._key is None:
            return
        kept = {path: [key, _plain(checked)] for path, (key, checked) in results.items()}
        body = json.dumps({"format": FORMAT, "files": kept}, separators=(",", ":")).encode()
        sealed = _seal(self._key, body) + b"\n" + body
        if len(sealed) > self._limit:
            return
        with suppress(OSError):
            self._make_folder()
            put(self._file, sealed)

    @property
    def _file(self) -> Path:
        return self._folder / "checked.json"

    def _make_folder(self) -> None:
        if not self._folder.is_dir():
            self._folder.mkdir()
            # The cache belongs to one machine, and should not be committed.
            (self._folder / ".gitignore").write_text("*\n", encoding="ascii")

    def _read(self, key: bytes) -> dict[str, Any]:
        try:
            kept = content(self._file, self._limit)
            body = memoryview(kept)[_SEAL + 1 :]
            if not hmac.compare_digest(kept[:_SEAL], _seal(key, body)):
                return {}
            found: dict[str, Any] = json.loads(str(body, "ascii"))
        except (UnreadableError, ValueError, MemoryError):
            return {}
        return found["files"] if found["format"] == FORMAT else {}


_SEAL = 64
"""The bytes of the seal at the start of the file, before a line end and the results."""


def _seal(key: bytes, body: bytes | memoryview) -> bytes:
    return hmac.digest(key, body, "sha256").hex().encode()


def _plain(checked: Checked) -> list[Any]:
    lines = {each.span.line: each.line_text for each in checked.diagnostics}
    lines |= {each.span.line: each.line_text for each in checked.ignores}
    links = checked.links
    return [
        [_plain_diagnostic(each) for each in checked.diagnostics],
        [[_plain_span(each.span), each.codes, each.reason] for each in checked.ignores],
        [links.id, links.category, links.is_candidate],
        checked.is_record,
        # Each line once: thousands of findings may share one that is as long as the file.
        list(lines.items()),
    ]


def _plain_diagnostic(diagnostic: Diagnostic) -> list[Any]:
    return [
        _plain_span(diagnostic.span), diagnostic.code, diagnostic.severity, diagnostic.message,
        diagnostic.hint, diagnostic.route,
        [diagnostic.fix.kind, diagnostic.fix.to] if diagnostic.fix else None,
        diagnostic.entries, diagnostic.content,
    ]  # fmt: skip


def _plain_span(span: Span) -> list[int]:
    return [span.line, span.column, span.end_line, span.end_column]


def _checked(path: str, plain: Any) -> Checked:
    diagnostics, ignores, links, is_record, lines = plain
    text = dict(lines)
    return Checked(
        tuple(_diagnostic(path, each, text) for each in diagnostics),
        tuple(
            Ignore(Span(*span), tuple(codes), reason, text[span[0]])
            for span, codes, reason in ignores
        ),
        Links(*links),
        is_record,
    )


def _diagnostic(path: str, plain: Any, lines: Mapping[int, str]) -> Diagnostic:
    span, code, severity, message, hint, route, fix, entries, content = plain
    return Diagnostic(
        path, Span(*span), code, Severity(severity), message, hint, tuple(route), lines[span[0]],
        Fix(*fix) if fix else None, tuple(entries), content,
    )  # fmt: skip
