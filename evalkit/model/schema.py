"""JSON Schema of the files, so that an editor can complete keys and show help."""

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


def schema(kind: str) -> dict[str, Any]:
    """The schema of a file of a kind, in JSON Schema 2020-12."""
    content = MODELS[kind].model_json_schema()
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
