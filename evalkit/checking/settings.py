"""The settings for checks, from `evalkit.toml` or `[tool.evalkit]` in a pyproject.toml."""

import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from evalkit.checking.codes import prefixes
from evalkit.checking.globs import parts_of
from evalkit.checking.reading import text_in
from evalkit.diagnostics.formats.table import FORMATS
from evalkit.errors import EvalkitError
from evalkit.source.near import nearest

OWN_FILE = "evalkit.toml"
SHARED_FILE = "pyproject.toml"
# Parsing time grows with the square of a key's parts: a line of dots could take minutes.
MAX_KEY_PARTS = 100
# Strings and comments; an unclosed one runs to the end, so that no text is scanned twice.
_STRING_OR_COMMENT = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+"{0,5}|'
    r"'''(?:[^']|'(?!''))*+'{0,5}|"
    r'"(?:[^"\\\n]|\\.)*+"?|'
    r"'[^'\n]*+'?|#[^\n]*+",
    re.DOTALL,
)
MAX_PATTERNS = 100
_PLACE = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)")


@dataclass(frozen=True, slots=True)
class Settings:
    """The checked keys of one file; None if a key is missing."""

    file: Path
    select: tuple[str, ...] | None = None
    """Beginnings of codes."""
    ignore: tuple[str, ...] | None = None
    per_path_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Patterns for paths below the file's folder, each with the codes to ignore there."""
    fail_on: str | None = None
    exit_zero: bool | None = None
    formats: tuple[str, ...] | None = None
    """The one format for stdout; files can be named on the command line only."""
    baseline: Path | None = None
    """A file at or below the configuration's folder, which is read but never written."""


def settings(file: Path, content: bytes, known: Callable[[], Collection[str]]) -> Settings | None:
    """The settings in a configuration file with this content; None if it does not mention evalkit.

    `known` returns the codes of all rules. Raises EvalkitError if a setting is unusable.
    """
    table = _table(_parsed(text_in(content, file), file), file)
    if table is None:
        return None
    if not isinstance(table, dict):
        raise EvalkitError(
            f"{file}: `tool.evalkit` must be a table; write [tool.evalkit] above its keys"
        )
    fields: dict[str, Any] = {}
    for key, given in table.items():
        if key not in _KEYS:
            raise EvalkitError(f"{file}: unknown key `{key[:40]}`; {_hint(key, file)}")
        name, read = _KEYS[key]
        fields[name] = read(given, f"`{key}` in {file}", file, known)
    return Settings(file, **fields)


def _parsed(text: str, file: Path) -> dict[str, Any]:
    keys = re.split(r"[={},\n]", _STRING_OR_COMMENT.sub("-", text))
    if any(key.count(".") >= MAX_KEY_PARTS for key in keys):
        raise EvalkitError(f"{file}: a key has more than {MAX_KEY_PARTS} parts")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise EvalkitError(_not_toml(str(error), text, file)) from error
    except ValueError as error:
        raise EvalkitError(f"{file} is not TOML: a number has too many digits") from error
    except RecursionError:
        raise EvalkitError(f"{file}: lists or tables are nested too deeply") from None


def _not_toml(message: str, text: str, file: Path) -> str:
    found = _PLACE.fullmatch(message)
    if not found:
        return f"{file} is not TOML: {message}"
    lines = text.split("\n")
    line, column = found[2] or len(lines), found[3] or len(lines[-1]) + 1
    return f"{file}:{line}:{column}: not TOML: {found[1][0].lower()}{found[1][1:]}"


def _table(content: dict[str, Any], file: Path) -> Any:
    if file.name != SHARED_FILE:
        return content
    tools = content.get("tool")
    return tools.get("evalkit") if isinstance(tools, dict) else None


def _hint(key: str, file: Path) -> str:
    if key == "tool" and file.name != SHARED_FILE:
        return f"{OWN_FILE} has its keys at the top level, without [tool.evalkit]"
    near = nearest(key, _KEYS)
    return f"did you mean `{near[0]}`?" if near else f"known here: {', '.join(_KEYS)}"


def _codes(given: Any, place: str, _: Path, known: Callable[[], Collection[str]]) -> Any:
    words = _texts(given, place, 'a list of codes, such as ["EK3", "EK401"]')
    return prefixes(words, known(), place)


def _per_path(given: Any, place: str, file: Path, known: Callable[[], Collection[str]]) -> Any:
    if not isinstance(given, dict):
        raise EvalkitError(
            f"{place} must be a table from patterns to lists of codes, such as "
            '"vendors/old/**" = ["EK3"]'
        )
    if len(given) > MAX_PATTERNS:
        raise EvalkitError(f"{place} has more than {MAX_PATTERNS} patterns")
    found = []
    for pattern, codes in given.items():
        steps = PurePosixPath(pattern).parts
        if not pattern.strip("/.") or pattern.startswith("/") or ".." in steps:
            raise EvalkitError(
                f"{place}: {pattern[:40]!r} is not a pattern for paths below {file.parent}; "
                "write one such as vendors/old/**"
            )
        try:
            parts_of(pattern)
        except ValueError as error:
            raise EvalkitError(f"{place}: the pattern {pattern[:40]!r} {error}") from error
        found.append((pattern, _codes(codes, f"{place} for {pattern[:40]!r}", file, known)))
    return tuple(found)


def _fail_on(given: Any, place: str, *_: object) -> Any:
    if given not in ("error", "warning"):
        raise EvalkitError(f'{place} must be "error" or "warning"')
    return given


def _flag(given: Any, place: str, *_: object) -> Any:
    if not isinstance(given, bool):
        raise EvalkitError(f"{place} must be true or false, without quotation marks")
    return given


def _formats(given: Any, place: str, *_: object) -> Any:
    styles = _texts(given, place, 'a list of one format, such as ["json"]')
    for style in styles:
        name, sign, _target = style.partition("=")
        if name not in FORMATS:
            known = ", ".join(FORMATS)
            raise EvalkitError(f"{place}: there is no format {name[:40]!r}; known: {known}")
        if sign or len(styles) > 1:
            raise EvalkitError(
                f"{place} must name one format and no file; name files on the command line, "
                f"such as --format {name}=FILE"
            )
    return tuple(styles) or None


def _place_of_file(given: Any, place: str, file: Path, _: object) -> Any:
    if not isinstance(given, str) or not given or "\0" in given:
        raise EvalkitError(f'{place} must be the path of a file, such as "baseline.json"')
    if Path(given).anchor or ".." in Path(given).parts:
        raise EvalkitError(
            f"{place} must be a file in or below {file.parent}; name any other on the command "
            "line, with --baseline FILE"
        )
    return file.parent / given


def _texts(given: Any, place: str, wanted: str) -> list[str]:
    if not isinstance(given, list) or not all(isinstance(part, str) for part in given):
        raise EvalkitError(f"{place} must be {wanted}")
    return given


_KEYS: Mapping[str, tuple[str, Callable[..., Any]]] = {
    "select": ("select", _codes),
    "ignore": ("ignore", _codes),
    "per-path-ignores": ("per_path_ignores", _per_path),
    "fail-on": ("fail_on", _fail_on),
    "exit-zero": ("exit_zero", _flag),
    "format": ("formats", _formats),
    "baseline": ("baseline", _place_of_file),
}
