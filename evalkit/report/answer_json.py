"""Explanations and differences for programs: numbered JSON."""

import json
from typing import Any

from pydantic import TypeAdapter

FORMAT = 1


def answer_json(name: str, record: Any) -> str:
    """`{"format": 1, NAME: {...}}`, with the fields of a record from `evalkit.evaluation`."""
    plain = TypeAdapter(type(record)).dump_python(record, mode="json")
    content = {"format": FORMAT, name: plain}
    return json.dumps(content, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
