"""Messages about keys of a record that do not go together."""

from itertools import product

import pytest
from jsonschema import Draft202012Validator

from evalkit.model.forms import Formed, Never, NotBoth, OneOf, SomeOf, Together
from evalkit.schema.forms import add_forms
from evalkit.schema.schema import MODELS
from evalkit.source.shape.shape import shape
from tests.schema.samples import SAMPLES
from tests.schema.seeded import DROP, seeded

RANGE = {"low": 1, "high": 2}
PRICE = {"months": 3, "amount": 1}
READING = "needs exactly one of: `value`, `low` with `high`, `at_least`"
FACT = f"{READING}, `unknown`, `not_applicable`, `by`"
LOOKED = "`looked` goes with `unknown: true`"
AMOUNT = "is either `value`, or `low` with `high`, or `at_least`"
HALF = "a range needs both `low` and `high`"
CURRENCY = "an amount needs its `currency`"
PROMOTION = "a promotion has either `percent_off` or `amount`"
PERCENT_OFF = "`promotion: amount` is for a recurring charge; write `percent_off`"
TIERS = "needs either `tiers`, or `included` with `overage`"
SHARE = "`share` and `of` go together"
MARGIN = "needs `amount` with `every`, or `percent` with `per`"
GATE = "a gate makes exactly one test: any_of, all_of, none_of, at_least, at_most, equals"
CRITERION = "a criterion holds either `measures` or further `criteria`"

FAULTS = [
    ("vendor", "facts/rate_limit", {"source": "x"}, FACT),
    ("vendor", "facts/rate_limit", {"value": 1, **RANGE}, FACT),
    ("vendor", "facts/rate_limit", {"value": 1, "not_applicable": "x"}, FACT),
    ("vendor", "facts/rate_limit", {"value": 1, "unknown": True}, FACT),
    ("vendor", "facts/rate_limit", {"value": ["a"], "at_least": ["a"]}, FACT),
    ("vendor", "facts/rate_limit", {"value": 1, "looked": [{"source": "x"}]}, LOOKED),
    ("vendor", "facts/rate_limit", {"high": 1}, HALF),
    ("vendor", "facts/rate_limit", {"likely": 1}, HALF),
    ("vendor", "facts/refunds/conflicts/0", {"value": 1, **RANGE}, READING),
    ("vendor", "facts/refunds/conflicts/0", {"low": 1}, HALF),
    ("vendor", "charges/0/amount", {}, "needs `value`, or `low` with `high`"),
    ("vendor", "charges/0/amount", {"value": 1, "likely": 1}, AMOUNT),
    ("vendor", "charges/0/amount", {"low": 1}, HALF),
    ("vendor", "charges/0/amount", {"value": "unknown", **RANGE}, "is either `unknown`, or a number or a range"),
    ("vendor", "charges/0/currency", DROP, CURRENCY),
    ("vendor", "charges/2/currency", DROP, CURRENCY),
    ("vendor", "charges/3/currency", DROP, CURRENCY),
    ("vendor", "charges/5/currency", DROP, CURRENCY),
    ("vendor", "charges/2/promotion", {"months": 3}, PROMOTION),
    ("vendor", "charges/2/promotion", {**PRICE, "percent_off": 1}, PROMOTION),
    ("vendor", "charges/3/promotion", PRICE, PERCENT_OFF),
    ("vendor", "charges/5/promotion", PRICE, PERCENT_OFF),
    ("vendor", "charges/7/promotion", {"months": 3, "percent_off": 1}, "own work has no `promotion`"),
    ("vendor", "charges/4/minimum_monthly", DROP, "needs at least one of: `percent`, `fixed`, `minimum_monthly`"),
    ("vendor", "charges/5/included", 10, TIERS),
    ("vendor", "charges/5/tiers", DROP, TIERS),
    ("vendor", "charges/5/fixed", 1, "write `fixed` into the first tier"),
    ("vendor", "charges/6/overage", DROP, "`included` and `overage` go together"),
    ("criteria", "criteria/api/criteria", DROP, CRITERION),
    ("plan", "gates/0/at_most", 3, GATE),
    ("plan", "gates/0/at_least", DROP, GATE),
    ("plan", "stakeholders/points/weights", DROP, "a stakeholder says something: `weights`, or `within` a criterion"),
    ("plan", "money/volumes/refunds", {"value": 1, **RANGE}, AMOUNT),
    ("plan", "money/volumes/refunds", {"low": 1}, HALF),
    ("plan", "money/volumes/refunds", {"share": 0.5}, SHARE),
    ("plan", "money/volumes/refunds", {"value": 1, "of": "orders"}, SHARE),
    ("plan", "money/volumes/refunds", {"value": 1, "share": 0.5, "of": "orders"}, "is either a number or a `share` of another volume"),
    ("plan", "money/benefits/0/per", DROP, "needs either `every` or `per`"),
    ("plan", "money/benefits/1/amount", 3, MARGIN),
    ("plan", "money/benefits/2/every", DROP, MARGIN),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "route", "value", "words"), FAULTS)
def test_keys_that_do_not_go_together_are_told_in_these_words(kind, route, value, words):
    _, problems = shape(MODELS[kind], seeded(SAMPLES[kind], route, value))
    assert [(each.code, each.message) for each in problems] == [("EK109", words)]


def test_a_key_that_is_given_as_nothing_counts_as_left_out():
    fact = {"value": 3, "low": None, "not_applicable": None}
    _, problems = shape(MODELS["vendor"], seeded(SAMPLES["vendor"], "facts/rate_limit", fact))
    assert problems == []
    _, problems = shape(MODELS["vendor"], seeded(SAMPLES["vendor"], "charges/5/currency", None))
    assert [each.message for each in problems] == [CURRENCY]


class Made(Formed):
    a: int | None = None
    b: int | None = None
    c: dict[str, int] | None = None


class OneForm(Made):
    go_together = (OneOf("a", "b c?", words="x"),)


class SomeKey(Made):
    go_together = (SomeOf("a", "b", words="x"),)


class WholeForm(Made):
    go_together = (Together("a b c?", "x"),)


class EitherKey(Made):
    go_together = (NotBoth("a", "b", "c", words="x"),)


class NoKey(Made):
    go_together = (Never("b", "x"),)


# Which keys may be given, worked out by hand.
HOLDS = {
    OneForm: {"a", "b", "bc"},
    SomeKey: {"a", "b", "ab", "ac", "bc", "abc"},
    WholeForm: {"", "ab", "abc"},
    EitherKey: {"", "a", "b", "c", "bc"},
    NoKey: {"", "a", "c", "ac"},
}


@pytest.mark.parametrize("record", HOLDS, ids=lambda record: record.__name__)
def test_record_and_schema_read_the_same_condition(record):
    content = {"$defs": {record.__name__: record.model_json_schema()}}
    add_forms(content)
    validator = Draft202012Validator(content["$defs"][record.__name__])
    for given in product([None, 0], [None, 0, DROP], [None, {"x": 1}, DROP]):
        data = {key: value for key, value in zip("abc", given, strict=True) if value is not DROP}
        keys = "".join(key for key, value in data.items() if value is not None)
        holds = keys in HOLDS[record]
        assert (shape(record, data)[0] is not None, validator.is_valid(data)) == (holds, holds)
