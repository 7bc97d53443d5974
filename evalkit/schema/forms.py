"""Conditions on which keys go together, in JSON Schema: one function for each kind.

A key with an empty value counts as omitted, as in a record. Keys are tested inside `not` wherever
possible, because an editor suggests the keys that it finds elsewhere.
"""

from collections.abc import Callable, Iterator
from typing import Any

from evalkit.model.fact import UNKNOWN
from evalkit.model.forms import (
    Alone,
    Condition,
    Form,
    Formed,
    Never,
    NotBoth,
    OneOf,
    SomeOf,
    Together,
)
from evalkit.model.prices.currency import MONEY_KEYS, NeedsCurrency
from evalkit.schema.json import Json
from evalkit.schema.texts import mappings

_SAID = "errorMessage"
"""The YAML language server's key for the message of a `not`, which JSON Schema lacks."""
_NOTHING: Json = {"type": "null"}
_NOT_ZERO: Json = {"type": "number", "not": {"const": 0}}
_NOT_KNOWN = {"$ref": "#/$defs/NotKnown"}
_NOT_FREE = {"$ref": "#/$defs/NotFree"}
_HELPERS: dict[str, Json] = {
    "NotKnown": {
        "title": "Not known",
        "description": "An amount that is omitted, or `unknown`.",
        "anyOf": [
            _NOTHING,
            {"const": UNKNOWN},
            {
                "type": "object",
                "required": ["value"],
                "not": {"properties": {"value": {"not": {"const": UNKNOWN}}}},
            },
        ],
    },
    "NotFree": {
        "title": "Not free",
        "description": "An amount that is not 0.",
        "anyOf": [
            _NOT_ZERO,
            {
                "type": "object",
                "anyOf": [
                    {"required": [key], "properties": {key: _NOT_ZERO}}
                    for key in ("value", "low", "likely", "high", "at_least")
                ],
            },
        ],
    },
}


def add_forms(content: Json) -> None:
    """Add the conditions on keys to every record of a schema."""
    conditions = {record.__name__: record.go_together for record in _formed(Formed)}
    definitions = content.get("$defs", {})
    for name, record in tuple(definitions.items()):
        for mapping in mappings(record) if conditions.get(name) else ():
            keys = mapping["properties"]
            mapping["allOf"] = [_PARTS[type(each)](each, keys) for each in conditions[name]]
    if "OneOff" in definitions:
        definitions |= _HELPERS


def _formed(record: type[Formed]) -> Iterator[type[Formed]]:
    yield record
    for each in record.__subclasses__():
        yield from _formed(each)


def _one_of(condition: OneOf, keys: Json) -> Json:
    return {"oneOf": [_form(form, condition.forms, keys) for form in condition.forms]}


def _form(form: Form, forms: tuple[Form, ...], keys: Json) -> Json:
    known = dict.fromkeys(key for each in forms for key in each.keys)
    wrong = [_as_nothing(key) for key in form.needed if _may_be_nothing(keys[key])]
    wrong += [_present(key, keys) for key in known if key not in form.keys]
    words = ", ".join(_in_words(each) for each in forms)
    return {
        _SAID: f"needs exactly one of: {words}",
        "required": list(form.needed),
        "not": {"anyOf": wrong},
    }


def _in_words(form: Form) -> str:
    return " with ".join(f"`{key}`" for key in form.needed)


def _some_of(condition: SomeOf, keys: Json) -> Json:
    return {"anyOf": [_given(key, keys) for key in condition.keys]}


def _together(condition: Together, keys: Json) -> Json:
    begun = {"anyOf": [_present(key, keys) for key in condition.form.keys]}
    whole = {"allOf": [_present(key, keys) for key in condition.form.needed]}
    return {_SAID: condition.words, "not": {"allOf": [begun, {"not": whole}]}}


def _not_both(condition: NotBoth, keys: Json) -> Json:
    others = {"anyOf": [_present(key, keys) for key in condition.others]}
    return {_SAID: condition.words, "not": {"allOf": [_present(condition.key, keys), others]}}


def _alone(condition: Alone, keys: Json) -> Json:
    others = {"anyOf": [_present(key, keys) for key in keys if key not in condition.beside]}
    return {_SAID: condition.words, "not": {"allOf": [_present(condition.key, keys), others]}}


def _never(condition: Never, _: Json) -> Json:
    return {_SAID: condition.words, "not": _at(*condition.route)}


def _at(key: str, *further: str) -> Json:
    """A value at the end of a route; for use inside `not`."""
    there = {"type": "object", **_at(*further)} if further else {"not": _NOTHING}
    return {"required": [key], "properties": {key: there}}


def _needs_currency(condition: NeedsCurrency, keys: Json) -> Json:
    free = {_SAID: condition.words, "not": {"anyOf": _money(keys)}}
    return {"anyOf": [_given("currency", keys), free]}


_PARTS: dict[type[Condition], Callable[[Any, Json], Json]] = {
    OneOf: _one_of,
    SomeOf: _some_of,
    Together: _together,
    NotBoth: _not_both,
    Alone: _alone,
    Never: _never,
    NeedsCurrency: _needs_currency,
}


def _given(key: str, keys: Json) -> Json:
    nothing: Json | None = None
    if _may_be_nothing(keys[key]):
        nothing = _as_nothing(key)
    elif keys[key].get("type") == "object":
        nothing = {"properties": {key: {"maxProperties": 0}}}
    return {"required": [key]} | ({"not": nothing} if nothing else {})


def _present(key: str, keys: Json) -> Json:
    """A condition for use inside `not`."""
    may_be_nothing = _may_be_nothing(keys[key])
    return {"required": [key]} | (
        {"properties": {key: {"not": _NOTHING}}} if may_be_nothing else {}
    )


def _as_nothing(key: str) -> Json:
    """A condition for use inside `not`."""
    return {"properties": {key: _NOTHING}}


def _may_be_nothing(key: Json) -> bool:
    return _NOTHING in key.get("anyOf", [])


def _money(keys: Json) -> list[Json]:
    """The keys that mention money, for use inside `not`."""
    ways: list[Json] = [
        {"required": [key], "properties": {key: {"not": _NOT_KNOWN}}}
        for key in MONEY_KEYS
        if key in keys
    ]
    if "promotion" in keys:
        ways.append(_at("promotion", "amount"))
    if "tiers" in keys:
        priced = [{"required": [key], "properties": {key: _NOT_FREE}} for key in ("price", "fixed")]
        some = {"type": "array", "contains": {"type": "object", "anyOf": priced}}
        ways.append({"required": ["tiers"], "properties": {"tiers": some}})
    return ways
