"""`evalkit schema` as a user meets it."""

import json

import pytest


@pytest.mark.parametrize("kind", ["vendor", "criteria", "plan"])
def test_schemas_are_json_schema_2020_12(evalkit, kind):
    found = json.loads(evalkit("schema", kind).out)
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert found["additionalProperties"] is False


def test_schemas_say_what_each_key_is_for(evalkit):
    found = json.loads(evalkit("schema", "vendor").out)["$defs"]
    usage, tier = found["Usage"]["properties"], found["Tier"]["properties"]
    assert usage["scope"]["description"].startswith("What the price applies to")
    assert usage["per"]["description"] == "The volume of the plan, such as `order`."
    assert (
        tier["to"]["description"]
        == "The volume with which the tier ends; omitted in a last tier without an end."
    )
