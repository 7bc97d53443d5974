"""Which keys go together: what the validators of records say, once more for a schema.

A key that is given as nothing counts as left out, as it does for a record. Keys are tested inside
`not` wherever that is possible, because an editor offers what it finds in other places.
"""

from typing import Any

from evalkit.model.charge import MONEY_KEYS
from evalkit.model.fact import UNKNOWN
from evalkit.model.plan import TESTS
from evalkit.schema.texts import mappings

Json = dict[str, Any]

_RANGE = "low high likely?"
FORMS: dict[str, tuple[str, ...]] = {
    "Amount": ("value", _RANGE),
    "KnownAmount": ("value", _RANGE),
    "Assumption": ("value", _RANGE),
    "Volume": ("value", _RANGE, "share of"),
    "Reading": ("value", _RANGE),
    "Fact": ("value", _RANGE, "not_applicable"),
    "Promotion": ("percent_off", "amount"),
    "Tiered": ("tiers", "included overage fixed?"),
    "HoursSaved": ("every", "per"),
    "ExtraMargin": ("amount every", "percent per"),
    "Criterion": ("measures", "criteria"),
    "Gate": TESTS,
}
"""Records that have exactly one of several forms, each with all its keys; `?` marks those that may
be left out."""
AT_LEAST_ONE: dict[str, tuple[str, ...]] = {
    "Usage": ("percent", "fixed", "minimum_monthly"),
    "Stakeholder": ("weights", "within"),
}
_PAID = ("OneOff", "Recurring", "Usage", "Tiered")
"""Records whose amounts of money need a currency."""
_SAID = "errorMessage"
"""What the YAML language server says of a `not`, where JSON Schema has no word for it."""
_NOTHING: Json = {"type": "null"}
_NOT_ZERO: Json = {"type": "number", "not": {"const": 0}}
_NOT_KNOWN = {"$ref": "#/$defs/NotKnown"}
_NOT_FREE = {"$ref": "#/$defs/NotFree"}
_HELPERS: dict[str, Json] = {
    "NotKnown": {
        "title": "Not known",
        "description": "An amount that is left out, or `unknown`.",
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
                    for key in ("value", "low", "likely", "high")
                ],
            },
        ],
    },
}


def add_forms(content: Json) -> None:
    """Add to every record of a schema which of its keys go together."""
    for name, record in tuple(content["$defs"].items()):
        for mapping in mappings(record):
            conditions = list(_conditions(name, mapping["properties"]))
            if conditions:
                mapping["allOf"] = conditions
    if "OneOff" in content["$defs"]:
        content["$defs"] |= _HELPERS


def _conditions(name: str, keys: Json) -> list[Json]:
    found: list[Json] = []
    if name in FORMS:
        found.append({"oneOf": [_form(form, FORMS[name], keys) for form in FORMS[name]]})
    if name in AT_LEAST_ONE:
        found.append({"anyOf": [_given(key, keys) for key in AT_LEAST_ONE[name]]})
    if name in _PAID:
        free = {_SAID: "an amount needs its `currency`", "not": {"anyOf": _money(keys)}}
        found.append({"anyOf": [_given("currency", keys), free]})
    if name == "Internal":
        found.append({_SAID: "own work has no `promotion`", "not": _present("promotion", keys)})
    if name in {"Usage", "Tiered"}:
        words = "`promotion: amount` is for a recurring charge; write `percent_off`"
        found.append({_SAID: words, "not": _promotion_with_an_amount()})
    return found


def _form(form: str, forms: tuple[str, ...], keys: Json) -> Json:
    needed = [key for key in form.split() if not key.endswith("?")]
    own = {key.rstrip("?") for key in form.split()}
    known = {key.rstrip("?"): None for each in forms for key in each.split()}
    wrong = [_as_nothing(key) for key in needed if _may_be_nothing(keys[key])]
    wrong += [_present(key, keys) for key in known if key not in own]
    words = ", ".join(_in_words(each) for each in forms)
    return {
        _SAID: f"needs exactly one of: {words}",
        "required": needed,
        "not": {"anyOf": wrong},
    }


def _in_words(form: str) -> str:
    return " with ".join(f"`{key}`" for key in form.split() if not key.endswith("?"))


def _given(key: str, keys: Json) -> Json:
    nothing: Json | None = None
    if _may_be_nothing(keys[key]):
        nothing = _as_nothing(key)
    elif keys[key].get("type") == "object":
        nothing = {"properties": {key: {"maxProperties": 0}}}
    return {"required": [key]} | ({"not": nothing} if nothing else {})


def _present(key: str, keys: Json) -> Json:
    """To be used inside `not`."""
    may_be_nothing = _may_be_nothing(keys[key])
    return {"required": [key]} | (
        {"properties": {key: {"not": _NOTHING}}} if may_be_nothing else {}
    )


def _as_nothing(key: str) -> Json:
    """To be used inside `not`."""
    return {"properties": {key: _NOTHING}}


def _may_be_nothing(key: Json) -> bool:
    return _NOTHING in key.get("anyOf", [])


def _money(keys: Json) -> list[Json]:
    """Ways to speak of money, to be used inside `not`."""
    ways: list[Json] = [
        {"required": [key], "properties": {key: {"not": _NOT_KNOWN}}}
        for key in MONEY_KEYS
        if key in keys
    ]
    if "promotion" in keys:
        ways.append(_promotion_with_an_amount())
    if "tiers" in keys:
        priced = [{"required": [key], "properties": {key: _NOT_FREE}} for key in ("price", "fixed")]
        some = {"type": "array", "contains": {"type": "object", "anyOf": priced}}
        ways.append({"required": ["tiers"], "properties": {"tiers": some}})
    return ways


def _promotion_with_an_amount() -> Json:
    """To be used inside `not`."""
    amount = {
        "type": "object",
        "required": ["amount"],
        "properties": {"amount": {"not": _NOTHING}},
    }
    return {"required": ["promotion"], "properties": {"promotion": amount}}
