"""The schemas: complete, valid, and of one mind with the records that read the files."""

import pytest
from jsonschema import Draft202012Validator

from evalkit.schema.schema import MODELS, schema
from tests.conftest import BASE
from tests.schema.refusals import by_model, by_schema
from tests.schema.samples import SAMPLES, shipped_documents
from tests.schema.seeded import FAULTS, ONLY_THE_MODEL_REFUSES, UNKNOWN_KINDS, seeded, steps


@pytest.mark.parametrize("kind", MODELS)
def test_every_schema_is_json_schema_2020_12(kind):
    assert schema(kind)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema(kind))


def test_there_are_61_shipped_files_of_four_kinds():
    documents = shipped_documents()
    assert len(documents) == 61
    assert {document.kind for document in documents} == set(MODELS) - {"from", "scenario"}


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


@pytest.mark.parametrize(
    ("weights", "fits"),
    [(({},), True), (({"weight": 1},), True), (({"weight": 1}, {"weight": 2}), True),
     (({}, {"weight": 2}), False), (({}, {}), False)],
)  # fmt: skip
def test_the_schema_too_asks_for_a_weight_only_beside_siblings(weights, fits):
    measure = {"scale": {"kind": "linear", "worst": 0, "best": 1}}
    measures = {f"m{place}": {**measure, **each} for place, each in enumerate(weights)}
    inner = {"a": {"title": "A", "measures": measures}}
    outer = {f"c{n}": {**inner["a"], **each} for n, each in enumerate(weights)}
    for criteria in (inner, {"top": {"title": "T", "criteria": inner}}, outer):
        content = {"id": "c", "title": "C", "criteria": criteria}
        assert (not by_schema("criteria", content)) is fits
