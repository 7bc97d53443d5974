"""Every key has a title, a description and examples that are valid."""

import pytest
from jsonschema import Draft202012Validator

from evalkit.schema.schema import MODELS, schema


def records(content):
    """Every part of a schema that lists the keys of a record."""
    for name, definition in {"": content, **content.get("$defs", {})}.items():
        for part in (definition, *definition.get("anyOf", ()), content.get("else", {})):
            if "properties" in part:
                yield name, part


def keys(content):
    return [(name, key, part) for name, record in records(content) for key, part in record["properties"].items()]  # fmt: skip


FEWEST = {"vendor": 100, "criteria": 40, "plan": 100, "platform": 15, "from": 5, "scenario": 5}
"""Keys of each kind of file, at the least."""


@pytest.mark.parametrize("kind", MODELS)
def test_no_key_at_any_depth_is_without_title_and_description(kind):
    found = keys(schema(kind))
    assert len(found) >= FEWEST[kind]
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
            found = Draft202012Validator({**part, "$defs": content.get("$defs", {})}).iter_errors(
                example
            )
            assert [error.message for error in found] == [], (name, key)
            count += 1
    assert count >= (1 if kind == "from" else 5)


def test_a_charge_says_what_belongs_into_each_key():
    usage = schema("vendor")["$defs"]["Usage"]["properties"]
    assert usage["percent"] == {
        "title": "Percent",
        "description": "A percentage of the value of one: of `average_order_value` for an order.",
        "anyOf": [{"$ref": "#/$defs/Amount"}, {"type": "null"}],
        "examples": [2.9],
    }
