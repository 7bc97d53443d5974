"""JSON Schemas of the files, with which an editor can complete keys and show help."""

from collections.abc import Iterator
from typing import Any

from evalkit.model.base import REGION_FORMAT, Record
from evalkit.model.comparison.scenario import Scenario
from evalkit.model.criteria import Criteria
from evalkit.model.plan import Plan
from evalkit.model.platform import Platform
from evalkit.model.prices import currency
from evalkit.model.source import Origin
from evalkit.model.vendor import Vendor
from evalkit.regions import REGIONS
from evalkit.schema.forms import add_forms
from evalkit.schema.json import Json
from evalkit.schema.layers import allow_layers
from evalkit.schema.texts import describe

MODELS: dict[str, type[Record]] = {
    "vendor": Vendor,
    "criteria": Criteria,
    "plan": Plan,
    "platform": Platform,
    "from": Origin,
    "scenario": Scenario,
}
DIALECT = "https://json-schema.org/draft/2020-12/schema"
_EMPTY: tuple[Any, ...] = (None, [], {})
_SHARED = {
    "date": "Day",
    "source": "Source",
    currency.FORMAT: "Currency",
    REGION_FORMAT: "Region",
}
"""Types that are defined once, by the format that marks them."""
_CODES = {"Currency": currency.CODES, "Region": REGIONS}


def schema(kind: str) -> Json:
    """The JSON Schema (2020-12) of a kind of file."""
    content = MODELS[kind].model_json_schema()
    for part in tuple(_parts(content)):
        _close(part)
        _tidy(part)
        _share(part, content)
    describe(content, MODELS[kind])
    _without_nothing_in_volumes(content)
    add_forms(content)
    if kind == "criteria":
        _weigh_siblings(content)
        allow_layers(content)
    return {"$schema": DIALECT, **content}


def _parts(content: Any) -> Iterator[Json]:
    """Every mapping within a schema."""
    if isinstance(content, dict):
        yield content
        content = list(content.values())
    if isinstance(content, list):
        for part in content:
            yield from _parts(part)


def _close(part: Json) -> None:
    """Refuse keys that do not match the pattern, which pydantic's schema would allow."""
    if isinstance(part.get("patternProperties"), dict):
        ((pattern, entry),) = part.pop("patternProperties").items()
        part["propertyNames"] = {"pattern": pattern}
        part["additionalProperties"] = entry


def _tidy(part: Json) -> None:
    """Remove defaults that an editor would insert needlessly."""
    if part.get("default", "") in _EMPTY or isinstance(part.get("default"), dict):
        part.pop("default", None)
    if "propertyName" in (part.get("discriminator") or {}):
        part.pop("discriminator")


def _share(part: Json, content: Json) -> None:
    name = _SHARED.get(str(part.get("format")))
    if name is not None:
        content["$defs"][name] = _shared(name, dict(part))
        part.clear()
        part["$ref"] = f"#/$defs/{name}"


def _shared(name: str, definition: Json) -> Json:
    if name in _CODES:
        definition["enum"] = sorted(_CODES[name])
    if name != "Day":
        definition.pop("format")
    return definition


_ALONE_OR_WEIGHED: list[Json] = [
    {"maxProperties": 1},
    {"additionalProperties": {"required": ["weight"]}},
]


def _weigh_siblings(content: Json) -> None:
    """Require a weight of every criterion and measure that has siblings."""
    for part in tuple(_parts(content)):
        entry = part.get("additionalProperties")
        name = entry.get("$ref", "") if isinstance(entry, dict) else ""
        if name.endswith(("/Criterion", "/Measure")):
            part["anyOf"] = _ALONE_OR_WEIGHED


def _without_nothing_in_volumes(content: Json) -> None:
    """Refuse an empty share in volumes, as in all amounts."""
    for part in content.get("$defs", {}).get("Volume", {}).get("anyOf", []):
        if "properties" in part:
            share = part["properties"]["share"]
            share["$ref"] = share.pop("anyOf")[0]["$ref"]
