"""The same 20 faults in every format, each at its place, in the form that its readers publish."""

import json
import re
from collections import Counter

import pytest

from evalkit.diagnostics.formats.table import FORMATS, writer
from evalkit.diagnostics.record import Severity
from tests.diagnostics.formats import readers
from tests.diagnostics.formats.schemas import junit_faults, needs_schemas, sarif_faults
from tests.diagnostics.formats.seeded import FAULTS, FILES


@pytest.fixture
def written(loaded):
    """The diagnostics of the seeded workspace in a format."""
    workspace = loaded(FILES)
    return lambda name: writer(name)(workspace.diagnostics, len(workspace.documents))


def test_there_are_20_faults_of_two_severities_by_20_rules(loaded):
    found = loaded(FILES).diagnostics
    assert len(FAULTS) == len(found) == len({d.code for d in found}) == 20
    assert Counter(d.severity for d in found) == {Severity.ERROR: 16, Severity.WARNING: 4}


@pytest.mark.parametrize("name", ["github", "gitlab", "sarif"])
def test_every_fault_stands_at_its_line_and_columns(written, name):
    found = getattr(readers, f"{name}_places")(written(name))
    assert sorted(found) == FAULTS


def test_every_fault_stands_at_its_line_and_column_in_junit(written):
    assert sorted(readers.junit_places(written("junit"))) == [fault[:4] for fault in FAULTS]


def test_every_fault_stands_at_its_line_and_columns_in_json(written):
    found = json.loads(written("json"))["diagnostics"]
    keys = ("path", "code", "line", "column", "end_column")
    assert sorted(tuple(d[key] for key in keys) for d in found) == FAULTS


def test_every_fault_stands_at_its_line_and_column_in_text(written):
    found = re.findall(r"^(\S.*):(\d+):(\d+): \w+\[(EK\d+)\] ", written("text"), re.MULTILINE)
    places = [(path, code, int(line), int(column)) for path, line, column, code in found]
    assert sorted(places) == [fault[:4] for fault in FAULTS]


@needs_schemas
def test_sarif_is_valid_by_the_official_schema(written):
    assert sarif_faults(written("sarif")) == []


@needs_schemas
def test_the_official_schema_is_really_asked(written):
    spoilt = written("sarif").replace('"startLine": 1,', '"startLine": 0,')
    assert sarif_faults(spoilt) == ["0 is less than the minimum of 1"]


@needs_schemas
def test_junit_is_valid_by_its_usual_schema(written):
    assert junit_faults(written("junit")) == []


@needs_schemas
def test_the_usual_schema_is_really_asked(written):
    (fault,) = junit_faults(written("junit").replace(' hostname="localhost"', ""))
    assert "hostname" in fault


def test_gitlab_gets_its_documented_fields(written):
    found = json.loads(written("gitlab"))
    for each in found:
        assert set(each) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert each["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert isinstance(each["location"]["lines"]["begin"], int)
        assert not each["location"]["path"].startswith(("/", "./"))
        assert each["description"]
    assert len({each["fingerprint"] for each in found}) == 20


def test_github_gets_errors_first(written):
    names = [command.name for command in readers.github_commands(written("github"))]
    assert names == ["error"] * 16 + ["warning"] * 4


def test_junit_counts_what_it_holds(written):
    text = written("junit")
    assert 'tests="20" failures="16" errors="0" skipped="4"' in text
    assert (text.count("<failure "), text.count("<skipped ")) == (16, 4)


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


def test_no_format_holds_a_place_outside_the_workspace(written, tmp_path):
    for name in FORMATS:
        assert str(tmp_path) not in written(name)


def test_the_same_files_give_the_same_bytes(written):
    for name in FORMATS:
        assert written(name) == written(name)
