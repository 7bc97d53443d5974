"""The schema of a category: it knows its measures."""

import pytest
from jsonschema import Draft202012Validator

from evalkit.model.criteria import Criteria
from evalkit.schema.category import vendor_schema
from evalkit.source.document import parse
from evalkit.source.shape.shape import shape
from tests.conftest import LONG
from tests.schema.samples import SAMPLES


def test_the_schemas_of_categories_are_json_schema_too(categories):
    assert len(categories) == 12
    # That of measures takes a second each, and is made by the same code for all.
    for each in categories if LONG else ("my-category", "payment-gateways", "pim"):
        Draft202012Validator.check_schema(categories[each])


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
      limit: {unit: requests/s, weight: 1, may_not_apply: false, scale: {kind: linear, worst: 1, best: 9}}
      released: {weight: 1, age: days, scale: {kind: linear, worst: 365, best: 30}}
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
    for record in ("Fact", "Reading", "Variant"):
        keys = content["$defs"][record]["properties"]
        assert not {"examples"} & {*keys["value"], *keys["at_least"]}
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
        {
            "style": {
                "at_least": [24, "rest"],
                "source": "a call",
                "conflicts": [{"at_least": [True]}],
            }
        },
        {"style": {"value": "rest", "at_least": None}},
        {"style": {"unknown": True, "looked": [{"source": "a call", "checked": "2026-06-20"}]}},
        {"extras": ["refunds"]},
        {"extras": {"at_least": ["refunds"]}},
        {"limit": 3},
        {"limit": {"low": 1, "high": 2, "unit": "requests/s"}},
        {"limit": {"value": "unknown"}},
        {"limit": "unlimited"},
        {"limit": {"value": "unlimited", "unit": "requests/s"}},
        {"limit": {"at_least": 620}},
        {"limit": {"low": 620, "high": "unlimited"}},
        {"limit": {"value": 3, "conflicts": [{"at_least": 620}, {"value": "unlimited"}]}},
        {"pages": {"at_least": 620}},
        {"limit": {"by": [{"value": 3, "region": "EEA"}, {"at_least": 5, "region": "US"}]}},
        {"limit": {"value": 3, "region": "DE", "conflicts": [{"value": 5, "region": "EU"}]}},
        {"style": {"by": [{"value": ["rest", 24], "region": "world"}]}},
        {"limit": {"value": 3, "at_least": None, "not_applicable": None}},
        {"pages": {"at_least": ["one", "two"]}},
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
        {"style": {"at_least": ["rset"]}},
        {"style": {"at_least": ["unknown"]}},
        {"style": {"value": "rest", "conflicts": [{"at_least": ["rset"]}]}},
        {"style": {"unknown": True, "looked": [{"checked": "2026-06-20"}]}},
        {"limit": {"at_least": [3]}},
        {"limit": {"at_least": "unlimited"}},
        {"limit": {"low": "unlimited", "high": 3}},
        {"limit": {"low": 1, "likely": 2, "high": "unlimited"}},
        {"limit": {"low": 1, "high": "unlimited", "at_least": 1}},
        {"limit": {"high": "unlimited"}},
        {"style": "unlimited"},
        {"style": {"at_least": 24}},
        {"limit": {"by": [{"value": 3}]}},
        {"limit": {"by": [{"value": 3, "region": "UK"}]}},
        {"limit": {"by": [{"value": "plenty", "region": "EEA"}]}},
        {"limit": {"by": [{"value": 3, "region": "EEA", "unit": "requests/min"}]}},
        {"limit": {"by": [{"value": 3, "region": "EEA"}], "value": 3}},
        {"style": {"by": [{"value": "rset", "region": "EEA"}]}},
        {"limit": {"value": 3, "conflicts": [{"at_least": [3]}]}},
        {"limit": {"not_applicable": "It has none."}},
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
    ("fact", "fits"),
    [
        ("2024-09-27", True), ({"value": "2024-09-27", "conflicts": [{"value": "2024-09-26"}]}, True),
        ("unknown", True), ({"unknown": True}, True), ({"not_applicable": "it has none"}, True),
        (57, False), ({"value": 57}, False), ("27.9.2024", False), ({"low": 40, "high": 60}, False),
        ({"value": "2024-09-27", "conflicts": [{"value": 57}]}, False),
        ({"at_least": ["2024-09-27"]}, False), ({"value": "2024-09-27", "unit": "weeks"}, False),
        ({"value": "2024-09-27", "unit": "days"}, True),
    ],
)  # fmt: skip
def test_a_fact_from_which_an_age_is_counted_is_a_date(facts, fact, fits):
    assert facts(released=fact) is fits


RATED = """
id: c
title: C
ratings:
  fit: {1: does not fit, 2: "fits, with work", 3: fits}
criteria:
  all:
    title: All
    measures:
      checkout: {weight: 1, scale: {kind: rating, of: fit}}
      average: {weight: 1, scale: {kind: rating, of: fit, between: true}}
"""


def test_an_editor_offers_the_levels_of_a_rating_with_what_they_mean():
    criteria, _ = shape(Criteria, parse(RATED, "criteria/c.yaml").data)
    content = vendor_schema(criteria)
    levels = content["$defs"]["value_checkout"]["anyOf"]
    assert levels[1] == {"const": 2, "description": "fits, with work"}
    help_ = content["properties"]["facts"]["properties"]["checkout"]["description"]
    assert "1: does not fit" in help_
    takes = Draft202012Validator(content).is_valid
    start = {"id": "a", "name": "A", "category": "c"}
    for fact, fits in [
        ({"checkout": 2}, True),
        ({"checkout": {"value": 3, "source": "panel"}}, True),
        ({"checkout": 2.5}, False),
        ({"checkout": 4}, False),
        ({"average": 2.5}, True),
        ({"average": 4}, False),
        ({"average": "unknown"}, True),
    ]:
        assert takes({**start, "facts": fact}) is fits, fact


def test_an_editor_offers_the_roles_of_the_category_and_no_others():
    roles = "roles:\n  boat: {title: Boats, about: It swims.}\n  pond: {title: Ponds}\n"
    for given, sound in ((LEVELS + roles, {"boat", "pond", None}), (LEVELS, {None})):
        record, _ = shape(Criteria, parse(given, "criteria/c.yaml").data)
        offered = vendor_schema(record)["properties"]["role"]
        takes = Draft202012Validator(offered).is_valid
        assert {role for role in ("boat", "pond", "bridge", None) if takes(role)} == sound
