"""The comment with which a file references its schema; every other byte stays the same."""

import re

from evalkit.source.yaml.lines import BYTE_ORDER_MARK

# As the YAML language server finds it; no text block has a line that starts at the margin.
_LINE = re.compile(r"(?<![^\r\n])#[ \t]+yaml-language-server[ \t]*:[^\r\n]*")
_SCHEMA = re.compile(r"\$schema=(\S+)")
_OURS = re.compile(r"(?:.*/)?\.evalkit/[^/]+\.schema\.json")
_LINE_BREAK = re.compile("\r\n|\n|\r")


def schema_named_in(text: str) -> str | None:
    """The schema that a file references; empty if its comment names none, None if it has none."""
    line = _LINE.search(text.removeprefix(BYTE_ORDER_MARK))
    if line is None:
        return None
    schema = _SCHEMA.search(line[0])
    return schema[1] if schema else ""


def is_ours(schema: str) -> bool:
    """Whether evalkit wrote a schema."""
    return _OURS.fullmatch(schema) is not None


def naming_schema(text: str, schema: str) -> str:
    """The text with a first line that references the schema, in place of an earlier one of ours."""
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    text = text.removeprefix(BYTE_ORDER_MARK)
    line = _LINE.search(text)
    named = line and _SCHEMA.search(text, line.start(), line.end())
    if named:
        return mark + text[: named.start(1)] + schema + text[named.end(1) :]
    line_break = _LINE_BREAK.search(text)
    end = line_break[0] if line_break else "\n"
    return f"{mark}# yaml-language-server: $schema={schema}{end}{text}"
