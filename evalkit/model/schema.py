"""JSON Schema of the files, so that an editor can complete keys and show help."""

import ast
import functools
import inspect
import itertools
import textwrap
from typing import Any

from evalkit.model.base import Record
from evalkit.model.criteria import Criteria
from evalkit.model.plan import Plan
from evalkit.model.platform import Platform
from evalkit.model.vendor import Vendor

MODELS: dict[str, type[Record]] = {
    "vendor": Vendor,
    "criteria": Criteria,
    "plan": Plan,
    "platform": Platform,
}
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def _descriptions() -> dict[str, dict[str, str]]:
    """What the text below each field says, by the name of its record.

    Read from the sources when a schema is asked for: pydantic would do it for every record at every
    start.
    """
    waiting, found = [Record], {}
    while waiting:
        record = waiting.pop()
        waiting += record.__subclasses__()
        found[record.__name__] = {
            name: text
            for parent in reversed(record.__mro__)
            if issubclass(parent, Record)
            for name, text in _texts(parent).items()
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


def _describe(content: dict[str, Any], model: type[Record]) -> None:
    """Put the texts into a schema, at fields that have none of their own."""
    described = _descriptions()
    records = {model.__name__: content, **content.get("$defs", {})}
    for record, definition in records.items():
        for mapping in (definition, *definition.get("anyOf", [])):
            for name, text in described.get(record, {}).items():
                key = {"from_": "from"}.get(name, name)
                if key in mapping.get("properties", {}):
                    mapping["properties"][key].setdefault("description", text)


def schema(kind: str) -> dict[str, Any]:
    """The schema of a file of a kind, in JSON Schema 2020-12."""
    content = MODELS[kind].model_json_schema()
    _describe(content, MODELS[kind])
    if kind == "criteria":
        _allow_partial(content)
    return {"$schema": DIALECT, **content}


def _allow_partial(content: dict[str, Any]) -> None:
    """A file that extends another states only what differs, and drops an entry by `null`."""
    content["required"] = ["id", "title"]
    for name in ("Criterion", "Measure"):
        content["$defs"][name].pop("required")
    for record in (content, content["$defs"]["Criterion"]):
        for key in ("criteria", "measures", "background", "data_objects"):
            for entries in _mappings(record["properties"].get(key, {})):
                entries["additionalProperties"] = {
                    "anyOf": [entries["additionalProperties"], {"type": "null"}]
                }


def _mappings(entry: dict[str, Any]) -> list[dict[str, Any]]:
    return [part for part in (entry, *entry.get("anyOf", [])) if "additionalProperties" in part]
