"""The schema for vendors of one category: its measures with their titles, units and levels."""

import json
from collections.abc import Iterator

from evalkit.model.base import DAY_SCHEMA, NUMBER_SCHEMA
from evalkit.model.criteria import Criteria, Leaf, in_words
from evalkit.model.fact import UNKNOWN
from evalkit.model.forms import UNLIMITED
from evalkit.model.scale import NAMED, OF_PLUGINS, names_of
from evalkit.model.scales.rating import Rating
from evalkit.model.scales.stated import level_name
from evalkit.schema.json import Json
from evalkit.schema.schema import schema

_HELP = "description"
_NOTHING: Json = {"type": "null"}
_NUMBER: Json = {"anyOf": [NUMBER_SCHEMA, {"enum": [UNLIMITED, UNKNOWN]}]}
_DATE: Json = {"anyOf": [DAY_SCHEMA, {"const": UNKNOWN}]}


def vendor_schema(criteria: Criteria) -> Json:
    """The schema of a vendor file for these criteria.

    Like the rules for facts, it refuses unknown measures, words that are not a level, a list of
    them for a number, other units, and `not_applicable` where a measure applies to everybody.
    """
    content = schema("vendor")
    types = content["$defs"]
    types["Value"], types["Fact"] = types["Fact"]["anyOf"]
    types |= {"Number": _NUMBER, "Date": _DATE, **_values(criteria)}
    facts = content["properties"]["facts"]
    facts.pop("propertyNames")
    facts |= {"properties": dict(_facts(criteria)), "additionalProperties": False}
    for record in ("Fact", "Reading", "Variant"):
        # An editor offers for a fact only what its measure takes.
        value = types[record]["properties"]["value"]
        types[record]["properties"]["value"] = {key: value[key] for key in ("title", _HELP)}
        types[record]["properties"]["at_least"].pop("examples")
    for record in ("Interface", "Plugin"):
        types[record]["properties"]["data"]["properties"] = _data_objects(criteria)
    content["properties"]["category"] |= {"default": criteria.id, "examples": [criteria.id]}
    content["properties"]["role"] = _role(criteria, content["properties"]["role"])
    return {**content, "title": f"Vendor: {criteria.title}"}


def _role(criteria: Criteria, given: Json) -> Json:
    """One of the category's roles, or none; an editor shows what each of them means."""
    known = [
        {"const": name, "title": role.title, _HELP: role.about or role.title}
        for name, role in criteria.roles.items()
    ]
    return {"title": given["title"], _HELP: given[_HELP], "anyOf": [*known, _NOTHING]}


def _values(criteria: Criteria) -> Json:
    """The allowed values of measures whose scales have names, or are ratings."""
    return {
        f"value_{name}": _names(names_of(leaf.measure.scale))
        for name, leaf in criteria.leaves.items()
        if isinstance(leaf.measure.scale, NAMED)
    } | {
        f"value_{name}": _levels(leaf.measure.scale)
        for name, leaf in criteria.leaves.items()
        if isinstance(leaf.measure.scale, Rating)
    }


def _facts(criteria: Criteria) -> Iterator[tuple[str, Json]]:
    for name, leaf in criteria.leaves.items():
        if leaf.measure.derived is None or leaf.measure.derived in OF_PLUGINS:
            above = " › ".join(criteria.title_of(each) for each in leaf.above)
            counts = f"Counts towards: {above}."
            age = leaf.measure.age
            counted = f"A date; its age counts, in {age}. {counts}" if age else counts
            unit = None if age else leaf.measure.unit
            meant = "\n\n".join(f"{at:g}: {text}." for at, text in criteria.texts_of(name).items())
            help_ = _help(leaf.title, leaf.measure.question, unit, counted, meant)
            yield name, help_ | _fact_on(leaf, help_)
    for name, entry in criteria.background.items():
        help_ = _help(
            entry.title or in_words(name),
            entry.question,
            entry.unit,
            "Background information; does not affect the score.",
        )
        yield name, help_ | _fact("Value", entry.unit, help_)


def _help(
    title: str, question: str | None, unit: str | None, counts: str, levels: str = ""
) -> Json:
    lines = [question, levels, f"Unit: {unit}." if unit else None, counts]
    return {"title": title, "description": "\n\n".join(line for line in lines if line)}


def _fact_on(leaf: Leaf, help_: Json) -> Json:
    """A fact on a measure, which takes the names of its scale, a number or a date."""
    named = isinstance(leaf.measure.scale, NAMED)
    is_age = leaf.measure.age is not None
    rated = isinstance(leaf.measure.scale, Rating)
    value = f"value_{leaf.measure_id}" if named or rated else "Date" if is_age else "Number"
    least = {"$ref": f"#/$defs/{value}/anyOf/1"} if named else NUMBER_SCHEMA
    known = {"at_least": _NOTHING if is_age else {"anyOf": [least, _NOTHING]}}
    of_dates = {"low": _NOTHING, "likely": _NOTHING, "high": _NOTHING} if is_age else {}
    whole = {} if leaf.measure.may_not_apply else {"not_applicable": _NOTHING}
    return _fact(value, leaf.measure.unit, help_, {**known, **of_dates}, whole)


def _fact(
    value: str,
    unit: str | None,
    help_: Json,
    reading: Json | None = None,
    whole: Json | None = None,
) -> Json:
    """A fact with limited values: bare, with a source, by region, or in conflicts.

    `reading` limits further keys of every reading, `whole` those of the fact only.
    """
    bare: Json = {"$ref": f"#/$defs/{value}"}
    limits: Json = {"value": {**bare, _HELP: help_[_HELP]}, **(reading or {})}
    if unit:
        limits["unit"] = {
            _HELP: f"{unit}, the unit of this measure.",
            "enum": [unit, None],
        }
    items = {"items": {"properties": limits}}
    keys = {**limits, **(whole or {}), "by": items, "conflicts": items}
    return {"anyOf": [bare, {"allOf": [{"$ref": "#/$defs/Fact"}, {"properties": keys}]}]}


def _names(names: tuple[str, ...]) -> Json:
    written = [each for name in names for each in _written(name)]
    several = {"type": "array", "items": {"enum": written}}
    return {"anyOf": [{"enum": [*written, UNKNOWN]}, several]}


def _levels(scale: Rating) -> Json:
    """A rating's levels; an editor shows what the chosen one means."""
    if scale.between:
        return {"anyOf": [{**NUMBER_SCHEMA, **_span(scale)}, {"const": UNKNOWN}]}
    levels = [
        {"const": int(level) if level.is_integer() else level, _HELP: text}
        for level, text in scale.texts.items()
    ]
    return {"anyOf": [*levels, {"const": UNKNOWN}]}


def _span(scale: Rating) -> Json:
    return {"minimum": min(scale.texts), "maximum": max(scale.texts)}


def _written(name: str) -> Iterator[str | float | bool]:
    """The ways to write the name of a level in a file: `true` and `24` also without quotes."""
    yield name
    try:
        bare = json.loads(name)
    except ValueError:
        return
    if isinstance(bare, (bool, int, float)) and level_name(bare) == name:
        yield bare


def _data_objects(criteria: Criteria) -> Json:
    return {
        name: {
            "title": each.title,
            "description": each.about or each.title,
            "allOf": [{"$ref": "#/$defs/Carried"}],
        }
        for name, each in criteria.data_objects.items()
    }
