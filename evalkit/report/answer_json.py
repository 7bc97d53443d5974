"""Explanations and differences as versioned JSON."""

from typing import Any

from pydantic import TypeAdapter

from evalkit.diagnostics.json_text import for_programs

FORMAT = 2


def answer_json(name: str, record: Any) -> str:
    """`{"format": 2, NAME: {...}}`, with the fields of a record from `evalkit.explanation`."""
    plain = TypeAdapter(type(record)).dump_python(record, mode="json")
    content = {"format": FORMAT, name: plain}
    return for_programs(content)
