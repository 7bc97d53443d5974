"""The comment with which a file references its schema; every other byte stays the same."""

import re
from bisect import bisect_right

from evalkit.source.yaml.comments import is_inside
from evalkit.source.yaml.lines import BYTE_ORDER_MARK, LINE_BREAK, line_starts
from evalkit.source.yaml.walk import Places, Walk

# A block has no line that starts at the margin; a text in quotes may.
_LINE = re.compile(r"(?<![^\r\n])#[ \t]+yaml-language-server[ \t]*:[^\r\n]*")
_QUOTE = re.compile("['\"]")
_SCHEMA = re.compile(r"\$schema=(\S+)")
_OURS = re.compile(r"(?:.*/)?\.evalkit/[^/]+\.schema\.json")


def schema_named_in(text: str) -> str | None:
    """The schema that a file references; empty if its comment names none, None if it has none."""
    line = _comment(text.removeprefix(BYTE_ORDER_MARK))
    if line is None:
        return None
    schema = _SCHEMA.search(line[0])
    return schema[1] if schema else ""


def _comment(text: str) -> re.Match[str] | None:
    """The first comment for the YAML language server, as the server itself finds it."""
    first = _LINE.search(text)
    if first is None or _QUOTE.search(text, 0, first.start()) is None:
        return first
    places, starts = Walk(text, with_places=True).places or Places(), line_starts(text)
    lines = _LINE.finditer(text, first.start())
    numbered = ((bisect_right(starts, line.start()), line) for line in lines)
    return next((line for at, line in numbered if not is_inside(places.texts, at, 1)), None)


def is_ours(schema: str) -> bool:
    """Whether evalkit wrote a schema."""
    return _OURS.fullmatch(schema) is not None


def naming_schema(text: str, schema: str) -> str:
    """The text with a first line that references the schema, in place of an earlier one of ours."""
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    text = text.removeprefix(BYTE_ORDER_MARK)
    line = _comment(text)
    named = line and _SCHEMA.search(text, line.start(), line.end())
    if named:
        return mark + text[: named.start(1)] + schema + text[named.end(1) :]
    line_break = LINE_BREAK.search(text)
    end = line_break[0] if line_break else "\n"
    return f"{mark}# yaml-language-server: $schema={schema}{end}{text}"
