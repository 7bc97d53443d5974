"""Every format shows all findings, each at its place, whatever a file contains."""

import json
import re
from collections import Counter

import pytest

from evalkit.diagnostics.formats.gitlab import to_gitlab
from evalkit.diagnostics.formats.junit import to_junit
from evalkit.diagnostics.formats.sarif import to_sarif
from evalkit.diagnostics.formats.table import FORMATS, writer
from evalkit.diagnostics.record import Severity
from tests.diagnostics.formats import readers
from tests.diagnostics.formats.hostile import CONTROL, HOSTILE
from tests.diagnostics.formats.schemas import junit_faults, needs_schemas, sarif_faults
from tests.diagnostics.formats.seeded import FAULTS, FILES, diagnostic


def test_there_are_20_faults_of_two_severities_by_20_rules(loaded):
    found = loaded(FILES).diagnostics
    assert len(FAULTS) == len(found) == len({d.code for d in found}) == 20
    assert Counter(d.severity for d in found) == {Severity.ERROR: 16, Severity.WARNING: 4}


@pytest.mark.parametrize("name", ["github", "gitlab", "sarif"])
def test_every_fault_stands_at_its_line_and_columns(written, name):
    found = getattr(readers, f"{name}_places")(written(name))
    assert sorted(found) == FAULTS


def test_no_format_holds_a_place_outside_the_workspace(written, tmp_path):
    for name in FORMATS:
        assert str(tmp_path) not in written(name)


def test_the_same_files_give_the_same_bytes(written):
    for name in FORMATS:
        assert written(name) == written(name)


@needs_schemas
@pytest.mark.parametrize("text", [*HOSTILE, CONTROL])
def test_junit_and_sarif_stay_valid(text):
    made = [diagnostic(text, text, path=f"vendors/{text}.yaml", route=(text,))]
    assert junit_faults(to_junit(made, 1)) == []
    assert sarif_faults(to_sarif(made, 1)) == []


@needs_schemas
@pytest.mark.parametrize("files", [0, 3])
def test_a_clean_workspace_gives_valid_reports(files):
    assert junit_faults(to_junit([], files)) == []
    assert 'tests="1" failures="0"' in to_junit([], files)
    assert sarif_faults(to_sarif([], files)) == []
    assert to_gitlab([], files) == "[]\n"


def test_sarif_and_gitlab_keep_every_character():
    made = [diagnostic(CONTROL, "", path="vendors/a b/100%,ü😀:.yaml")]
    result = json.loads(to_sarif(made, 1))["runs"][0]["results"][0]
    assert re.sub(r"\\(.)", r"\1", result["message"]["text"]) == CONTROL
    where = result["locations"][0]["physicalLocation"]["artifactLocation"]
    # é is C3 A9 and the like: bytes of UTF-8, each as % and two digits
    assert where == {"uri": "vendors/a%20b/100%25%2C%C3%BC%F0%9F%98%80%3A.yaml", "uriBaseId": "%SRCROOT%"}  # fmt: skip
    assert json.loads(to_gitlab(made, 1))[0]["description"] == CONTROL


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_ends_with_one_line_break_and_has_no_colour_unless_asked(name):
    text = writer(name)([diagnostic()], 1)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\x1b" not in text
