"""Schemas of criteria that extend others: a file states only changes; `null` drops an entry."""

import copy

from evalkit.schema.json import Json

_ENTRIES = ("criteria", "background", "data_objects", "roles")
_LAID_OVER = ("Criterion", "Measure", "Background", "DataObject", "Role")
_NOTHING: Json = {"type": "null"}


def allow_layers(content: Json) -> None:
    """Let a file that extends another omit and drop entries; any other must be complete."""
    whole = {key: copy.deepcopy(content["properties"][key]) for key in _ENTRIES}
    for name in _LAID_OVER:
        content["$defs"][_changed(name)] = _partial(content["$defs"][name])
    for key in _ENTRIES:
        content["properties"][key] |= _over(whole[key])
        for word in ("type", "propertyNames", "additionalProperties", "minProperties"):
            content["properties"][key].pop(word, None)
    complete = content["required"]
    content["required"] = ["id"]
    content["if"] = {
        "required": ["extends"],
        "not": {"properties": {"extends": _NOTHING}},
    }
    content["else"] = {"required": complete, "properties": whole}


def _changed(name: str) -> str:
    return f"Changed{name}"


def _partial(record: Json) -> Json:
    partial = copy.deepcopy(record)
    needed = partial.pop("required", [])
    partial.pop("allOf", None)
    partial["title"] = f"{record['title']}, changed"
    for key, value in partial["properties"].items():
        if key in {"criteria", "measures"}:
            mapping = next(part for part in value["anyOf"] if part != _NOTHING)
            value.update(_over(mapping))
        elif key not in needed and _NOTHING not in value.get("anyOf", []):
            kept = {word: value.pop(word) for word in tuple(value) if word not in _HELP}
            value["anyOf"] = [kept, _NOTHING]
    return partial


_HELP = {"title", "description", "examples", "default"}


def _over(mapping: Json) -> Json:
    """Entries that may each be changed, dropped or, if new, stated in full."""
    name = mapping["additionalProperties"]["$ref"].rpartition("/")[2]
    entries = {
        "type": "object",
        "propertyNames": mapping["propertyNames"],
        "additionalProperties": {"anyOf": [{"$ref": f"#/$defs/{_changed(name)}"}, _NOTHING]},
    }
    return {"anyOf": [entries, _NOTHING]}
