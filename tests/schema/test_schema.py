"""The schemas: complete, valid, and of one mind with the records that read the files."""

import json
import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from evalkit.checking.load import load
from evalkit.model.criteria import Criteria
from evalkit.schema.category import vendor_schema
from evalkit.schema.schema import MODELS, schema
from evalkit.source.shape.shape import shape
from tests.conftest import BASE, DAY, ROOT
from tests.schema.refusals import VALIDATORS, by_model, by_schema
from tests.schema.samples import SAMPLES, shipped_documents
from tests.schema.seeded import (
    FAULTS,
    ONLY_THE_MODEL_REFUSES,
    UNKNOWN_KINDS,
    seeded,
    steps,
)


@pytest.fixture(scope="module")
def categories():
    """The schema of vendors for each category that is shipped."""
    criteria = load(ROOT, DAY).criteria
    return {name: vendor_schema(each) for name, each in criteria.items()}


def records(content):
    """Every part of a schema that lists the keys of a record."""
    for name, definition in {"": content, **content["$defs"]}.items():
        for part in (definition, *definition.get("anyOf", ()), content.get("else", {})):
            if "properties" in part:
                yield name, part


def keys(content):
    return [(name, key, part) for name, record in records(content) for key, part in record["properties"].items()]  # fmt: skip


@pytest.mark.parametrize("kind", MODELS)
def test_every_schema_is_json_schema_2020_12(kind):
    assert schema(kind)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema(kind))


def test_the_schemas_of_categories_are_json_schema_too(categories):
    assert len(categories) == 10
    for each in categories.values():
        Draft202012Validator.check_schema(each)


@pytest.mark.parametrize("kind", MODELS)
def test_no_key_at_any_depth_is_without_title_and_description(kind):
    found = keys(schema(kind))
    assert len(found) > 10
    bare = [where[:2] for where in found if not {"title", "description"} <= where[2].keys()]
    assert bare == []


@pytest.mark.parametrize("kind", MODELS)
def test_descriptions_are_sentences_and_titles_are_words(kind):
    for name, key, part in keys(schema(kind)):
        assert part["description"].endswith((".", "…")), (name, key)
        assert "Examples:" not in part["description"], (name, key)
        assert part["title"][0].isupper(), (name, key)
        assert "_" not in part["title"], (name, key)


@pytest.mark.parametrize("kind", MODELS)
def test_every_example_is_valid_where_it_stands(kind):
    content, count = schema(kind), 0
    for name, key, part in keys(content):
        for example in part.get("examples", ()):
            found = Draft202012Validator({**part, "$defs": content["$defs"]}).iter_errors(example)
            assert [error.message for error in found] == [], (name, key)
            count += 1
    assert count >= 5


def test_a_charge_says_what_belongs_into_each_key():
    usage = schema("vendor")["$defs"]["Usage"]["properties"]
    assert usage["percent"] == {
        "title": "Percent",
        "description": "A percentage of the value of one: of `average_order_value` for an order.",
        "anyOf": [{"$ref": "#/$defs/Amount"}, {"type": "null"}],
        "examples": [2.9],
    }


def test_there_are_46_shipped_files_of_four_kinds():
    documents = shipped_documents()
    assert len(documents) == 46
    assert {document.kind for document in documents} == set(MODELS)


@pytest.mark.parametrize("document", shipped_documents(), ids=lambda document: document.path)
def test_every_shipped_file_is_valid_by_its_schema(document, categories):
    assert document.findings == ()
    assert by_schema(document.kind, document.data) == set()
    if document.kind == "vendor":
        validator = Draft202012Validator(categories[document.data["category"]])
        assert [error.message for error in validator.iter_errors(document.data)] == []


@pytest.mark.parametrize("kind", MODELS)
def test_the_sample_uses_every_record_and_is_fine_by_both(kind):
    assert (by_model(kind, SAMPLES[kind]), by_schema(kind, SAMPLES[kind])) == (set(), set())


@pytest.mark.parametrize(
    ("kind", "route", "value", "place"),
    [(kind, *fault) for kind, faults in FAULTS.items() for fault in faults],
    ids=lambda part: part if isinstance(part, str) and len(part) < 80 else "",
)
def test_both_refuse_a_seeded_fault_at_the_same_place(kind, route, value, place):
    data = seeded(SAMPLES[kind], route, value)
    assert by_model(kind, data) == {steps(place)}
    assert by_schema(kind, data) == {steps(place)}


def test_there_are_more_than_a_hundred_seeded_faults():
    assert sum(map(len, FAULTS.values())) > 100


@pytest.mark.parametrize(("kind", "route", "value", "place"), UNKNOWN_KINDS)
def test_both_refuse_a_record_of_unknown_kind_the_schema_as_a_whole(kind, route, value, place):
    data = seeded(SAMPLES[kind], route, value)
    assert by_model(kind, data) == {steps(place)}
    assert by_schema(kind, data) == {steps(route)[:-1]}


@pytest.mark.parametrize(("kind", "route", "value", "reason"), ONLY_THE_MODEL_REFUSES)
def test_what_a_schema_cannot_say_is_known(kind, route, value, reason):
    data = seeded(SAMPLES[kind], route, value)
    assert by_model(kind, data) != set()
    assert by_schema(kind, data) == set(), reason


def places(data, here=()):
    yield here
    items = data.items() if isinstance(data, dict) else enumerate(data if isinstance(data, list) else ())  # fmt: skip
    for step, value in items:
        yield from places(value, (*here, step))


def at(data, route):
    for step in route:
        data = data[step]
    return data


WHOLE = [
    *SAMPLES.items(),
    *((d.kind, d.data) for d in shipped_documents() if "extends" not in d.data),
]
# What stands anywhere in the samples may turn up anywhere else.
WORDS = sorted({route[-1] for d in SAMPLES.values() for route in places(d) if route and isinstance(route[-1], str)})  # fmt: skip
PIECES = [at(data, route) for data in SAMPLES.values() for route in places(data)]
ODD = [
    None, True, 0, -1, 7, 1.5, 2e15 + 0.5, "", "x", "a b", "x" * 65, "unknown", "2026-02-30", "2026-06-20", "EUR", "Euro",
    "javascript:alert(1)", "https://a.test", [], ["x", 1], {}, {"value": 2}, {"low": 1, "high": 2}, {"low": 1}, [[1, 2], [2, 3]],
]  # fmt: skip


def copied(data):
    return json.loads(json.dumps(data))


def change(draw, around, step):
    """Drop, replace, add or rename one thing in a mapping or a list."""
    value = copied(draw(st.sampled_from(ODD) | st.sampled_from(PIECES)))
    action = draw(st.sampled_from(["drop", "replace", "add", "rename"]))
    if action in {"drop", "rename"}:
        kept = around.pop(step)
        value = kept if action == "rename" else value
    if action == "replace":
        around[step] = value
    elif action != "drop" and isinstance(around, list):
        around.append(value)
    elif action != "drop":
        around[draw(st.sampled_from([*WORDS, "Not An Id"]))] = value


@st.composite
def mutated(draw):
    """A kind, and data of that kind in which one or two things were changed."""
    kind, data = draw(st.sampled_from(WHOLE))
    data = copied(data)
    for _ in range(draw(st.integers(1, 2))):
        assume(data)
        *above, step = draw(st.sampled_from([each for each in places(data) if each]))
        change(draw, at(data, above), step)
    return kind, data


KNOWN_WORDS = re.compile(
    r"`peak_per_hour` is below the average hour .*|this takes a whole number, not the number \d+"
)


def is_known_difference(findings):
    """The kinds of fault above that chance may find."""
    words = [finding.message for finding in findings]
    return bool(words) and all(map(KNOWN_WORDS.fullmatch, words))


@settings(deadline=None, max_examples=400)
@given(mutated())
def test_schema_and_record_are_of_one_mind_about_files_changed_at_random(case):
    kind, data = case
    record, findings = shape(MODELS[kind], data)
    assume("extends" not in data)
    assume(not is_known_difference(findings))
    assert (record is not None) == VALIDATORS[kind].is_valid(data)


EXTENDING = {"id": "three", "extends": "integration"}


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"title": "Three", "criteria": {"cost": None}},
        {"criteria": {"api": {"weight": 3}}},
        {"criteria": {"api": {"measures": {"api_style": {"weight": 3}, "webhooks": None}}}},
        {"criteria": {"api": {"measures": None, "criteria": {"x": {"title": "X"}}}}},
        {"background": None, "data_objects": {"order": {"about": "What was bought."}}},
    ],
)
def test_criteria_that_extend_others_state_only_what_differs(more):
    assert by_schema("criteria", {**EXTENDING, **more}) == set()
    # The same without `extends` is no complete file.
    assert by_schema("criteria", {"id": "three", **more}) != set()


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"criteria": {"api": {"wieght": 3}}}, "criteria/api/wieght"),
        ({"criteria": {"api": {"measures": {"x": {"weight": "3"}}}}}, "criteria/api/measures/x/weight"),
        ({"criteria": {"api": {"measures": {"x": {"scale": {"kind": "linear"}}}}}}, "criteria/api/measures/x/scale"),
        ({"data_objects": {"order": {"titel": "x"}}}, "data_objects/order/titel"),
    ],
)  # fmt: skip
def test_criteria_that_extend_others_are_still_checked(more, place):
    assert by_schema("criteria", {**EXTENDING, **more}) == {steps(place)}


LEVELS = """
id: c
title: C
criteria:
  all:
    title: All
    weight: 1
    measures:
      style: {title: API style, question: Which style?, weight: 1, scale: {kind: levels, levels: {rest: 100, "true": 50, "24": 0}}}
      extras: {weight: 1, scale: {kind: checklist, items: {refunds: 1}}}
      limit: {unit: requests/s, weight: 1, scale: {kind: linear, worst: 1, best: 9}}
      total: {unit: EUR, weight: 1, derived: total_cost, scale: {kind: linear, worst: 9, best: 1}}
background:
  pages: {unit: pages}
"""


@pytest.fixture
def facts():
    """Whether the schema of a category takes a fact."""
    from evalkit.source.document import parse

    record, _ = shape(Criteria, parse(LEVELS, "criteria/c.yaml").data)
    validator = Draft202012Validator(vendor_schema(record))
    vendor = {"id": "a", "name": "A", "category": "c"}
    return lambda **stated: validator.is_valid({**vendor, "facts": stated})


def test_the_schema_of_a_category_completes_its_measures():
    record, _ = shape(Criteria, SAMPLES["criteria"])
    content = vendor_schema(record)
    offered = content["properties"]["facts"]["properties"]
    assert list(offered) == ["api_style", "features", "rate_limit", "latency", "headroom", "api_description"]  # fmt: skip
    assert offered["api_style"]["title"] == "Api style"
    assert offered["api_style"]["description"] == (
        "Which styles of API does it offer?\n\nCounts towards: API preference › Style."
    )
    assert "Unit: requests/s." in offered["rate_limit"]["description"]
    assert content["$defs"]["value_api_style"]["anyOf"][0]["enum"] == ["rest", "soap", "none", "unknown"]  # fmt: skip
    carried = content["$defs"]["Plugin"]["properties"]["data"]["properties"]
    assert carried["order"]["title"] == "Orders"


@pytest.mark.parametrize(
    "stated",
    [
        {"style": "rest"},
        {"style": True},
        {"style": "24"},
        {"style": 24},
        {"style": ["rest", 24]},
        {"style": "unknown"},
        {"style": {"value": "rest", "source": "a call", "conflicts": [{"value": True}]}},
        {"style": {"not_applicable": "It has no API."}},
        {"extras": ["refunds"]},
        {"limit": 3},
        {"limit": {"low": 1, "high": 2, "unit": "requests/s"}},
        {"limit": {"value": "unknown"}},
        {"pages": "many"},
        {"pages": {"value": 3, "unit": "pages"}},
    ],
)
def test_a_category_takes_what_its_measures_take(facts, stated):
    assert facts(**stated)


@pytest.mark.parametrize(
    "stated",
    [
        {"stile": "rest"},
        {"style": "rset"},
        {"style": 25},
        {"style": ["rest", "unknown"]},
        {"style": {"value": "rset"}},
        {"style": {"value": "rest", "conflicts": [{"value": "rset"}]}},
        {"style": {"value": "rest", "low": 1, "high": 2}},
        {"limit": "plenty"},
        {"limit": True},
        {"limit": {"value": 3, "unit": "requests/min"}},
        {"total": 3},
        {"pages": {"value": 3, "unit": "leaves"}},
    ],
)
def test_a_category_refuses_what_the_rules_for_facts_refuse(facts, stated):
    assert not facts(**stated)


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("vendors/payment-gateways/examplepay.yaml", "value: 25", "low: 30, high: 20", "EK306"),
        ("vendors/payment-gateways/examplepay.yaml", "id: examplepay", "id: exemplepay", "EK111"),
        ("criteria/payment-gateways.yaml", "weight: 40", "weight: 0", "EK205"),
        ("plans/storefront-payments.yaml", "api: 25", "api: 0", "EK405"),
        ("plans/storefront-payments.yaml", "measure: rate_limit", "measure: rate", "EK406"),
    ],
)
def test_what_depends_on_other_values_or_files_is_left_to_the_rules(loaded, path, old, new, code):
    assert BASE[path].count(old) == 1
    workspace = loaded({path: BASE[path].replace(old, new)})
    assert code in {d.code for d in workspace.diagnostics if d.path == path}
    document = workspace.documents[path]
    assert by_schema(document.kind, document.data) == set()
