"""SARIF, by its official schema, and with no link that a file wrote."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.diagnostics.formats.sarif import to_sarif
from evalkit.diagnostics.manual.markdown import page_in_markdown
from evalkit.diagnostics.manual.text import page
from evalkit.rules.run import all_rules
from tests.diagnostics.formats.schemas import needs_schemas, sarif_faults
from tests.diagnostics.formats.seeded import FAULTS, diagnostic


@needs_schemas
def test_sarif_is_valid_by_the_official_schema(written):
    assert sarif_faults(written("sarif")) == []


@needs_schemas
def test_the_official_schema_is_really_asked(written):
    spoilt = written("sarif").replace('"startLine": 1,', '"startLine": 0,')
    assert sarif_faults(spoilt) == ["0 is less than the minimum of 1"]


def test_sarif_explains_every_rule_that_found_something(written):
    (run,) = json.loads(written("sarif"))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(fault.code for fault in FAULTS)
    for found in run["results"]:
        assert rules[found["ruleIndex"]]["id"] == found["ruleId"]
        assert found["level"] == rules[found["ruleIndex"]]["defaultConfiguration"]["level"]
    (rule,) = (rule for rule in rules if rule["id"] == "EK301")
    assert rule["name"] == "fact-without-source"
    assert rule["shortDescription"]["text"] == "A fact should name its source."
    assert rule["fullDescription"]["text"].startswith("A fact should name its source.\n\n")
    assert rule["help"]["text"].startswith(
        "EK301 fact-without-source (warning, vendors and facts, since 0.1.0)"
    )
    assert "Bad:\n\n```yaml\nfacts:\n  rate_limit: 100\n```\n" in rule["help"]["markdown"]


def sarif_text(text):
    return json.loads(to_sarif([diagnostic(text, "")], 1))["runs"][0]["results"][0]["message"][
        "text"
    ]


def links_in(text):
    """Whether a reader of SARIF finds `[text](target)`, where a backslash takes a sign's meaning."""
    return re.search(r"\[[^\[\]]*\]\(", re.sub(r"\\.", "", text))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("[a](http://b)", r"\[a\](http://b)"),
        (r"[a\](http://b)", r"\[a\\\](http://b)"),
        (r"\[a\\](http://b)", r"\\\[a\\\\\](http://b)"),
        (r"C:\x", r"C:\\x"),
    ],
)
def test_sarif_makes_no_link_of_a_files_text(text, written):
    assert sarif_text(text) == written
    assert not links_in(written)


@given(st.text(st.sampled_from("[]()\\a!"), max_size=12))
def test_sarif_makes_no_link_of_any_text_and_keeps_it(text):
    assert not links_in(sarif_text(text))
    assert re.sub(r"\\(.)", r"\1", sarif_text(text)) == text


def test_no_rules_manual_holds_a_link():
    for rule in all_rules():
        assert not links_in(page(rule) + page_in_markdown(rule))


def test_a_file_name_that_is_not_utf8_is_written_by_its_bytes_in_sarif():
    made = [diagnostic(path="vendors/caf\udce9.yaml")]
    result = json.loads(to_sarif(made, 1))["runs"][0]["results"][0]
    where = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert where["uri"] == "vendors/caf%E9.yaml"
