"""Titles, descriptions and examples of a schema, from the text below each field of a record.

They are read from the sources when a schema is needed: pydantic would read them at every start.
"""

import ast
import functools
import inspect
import itertools
import json
import re
import textwrap
from collections.abc import Iterator

from evalkit.model.base import Record
from evalkit.model.criteria import in_words
from evalkit.schema.json import Json

_EXAMPLES = "Examples: "
_SPELT = {"php": "PHP"}
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def describe(content: Json, model: type[Record]) -> None:
    """Add titles, descriptions and examples to every key of every record in a schema."""
    for name, record in records(content, model.__name__):
        for mapping in mappings(record):
            _name(name, record, mapping)
            for key, text in _by_record()[name].items():
                if key in mapping["properties"]:
                    mapping["properties"][key] |= _help(key, text)


def _name(name: str, record: Json, mapping: Json) -> None:
    """Give a record its title; editors show the title nearest to the value."""
    words = {"title": _HUMP.sub(" ", name).capitalize(), "description": mapping["description"]}
    if mapping is not record:
        del mapping["title"], mapping["description"]
    if name not in _ONLY_BY_KEY:
        record |= words


_ONLY_BY_KEY = ("Allowed", "AllowedCount", "Amount", "KnownAmount", "Assumption")
"""Records whose descriptions say less than those of their keys."""


def records(content: Json, name: str) -> Iterator[tuple[str, Json]]:
    """The parts of a schema that describe a record: the whole, and definitions."""
    yield name, content
    for each, definition in content.get("$defs", {}).items():
        if any(mappings(definition)):
            yield each, definition


def mappings(record: Json) -> Iterator[Json]:
    """The parts that list a record's keys; a record may also be written as a bare value."""
    return (part for part in (record, *record.get("anyOf", [])) if "properties" in part)


def _help(key: str, text: str) -> Json:
    words, _, examples = text.partition(_EXAMPLES)
    found: Json = {
        "title": _SPELT.get(key) or in_words(key),
        "description": " ".join(words.split()),
    }
    return found | ({"examples": json.loads(f"[{examples}]")} if examples else {})


@functools.cache
def _by_record() -> dict[str, dict[str, str]]:
    """The text below each field, by its key in a file and the name of its record."""
    waiting: list[type[Record]] = [Record]
    found: dict[str, dict[str, str]] = {}
    while waiting:
        record = waiting.pop()
        waiting += record.__subclasses__()
        parents = [each for each in reversed(record.__mro__) if issubclass(each, Record)]
        texts = dict(text for parent in parents for text in _texts(parent).items())
        fields = record.model_fields.items()
        found[record.__name__] = {
            field.alias or name: texts[name] for name, field in fields if name in texts
        }
    return found


@functools.cache
def _texts(record: type[Record]) -> dict[str, str]:
    (body,) = ast.parse(textwrap.dedent(inspect.getsource(record))).body
    lines = body.body if isinstance(body, ast.ClassDef) else []
    return {
        field.target.id: inspect.cleandoc(text.value.value)
        for field, text in itertools.pairwise(lines)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant)
        if isinstance(text.value.value, str)
    }
