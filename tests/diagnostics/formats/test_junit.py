"""JUnit, by its usual schema, and readable whatever a file holds."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from evalkit.diagnostics.formats.junit import to_junit
from evalkit.diagnostics.record import Span
from tests.diagnostics.formats import readers
from tests.diagnostics.formats.hostile import CONTROL
from tests.diagnostics.formats.schemas import junit_faults, needs_schemas
from tests.diagnostics.formats.seeded import FAULTS, diagnostic


def test_every_fault_stands_at_its_line_and_column_in_junit(written):
    assert sorted(readers.junit_places(written("junit"))) == [fault[:4] for fault in FAULTS]


@needs_schemas
def test_junit_is_valid_by_its_usual_schema(written):
    assert junit_faults(written("junit")) == []


@needs_schemas
def test_the_usual_schema_is_really_asked(written):
    (fault,) = junit_faults(written("junit").replace(' hostname="localhost"', ""))
    assert "hostname" in fault


def test_junit_counts_what_it_holds(written):
    text = written("junit")
    assert 'tests="20" failures="16" errors="0" skipped="4"' in text
    assert (text.count("<failure "), text.count("<skipped ")) == (16, 4)


def test_junit_writes_out_control_characters_and_what_xml_cannot_hold():
    (case,) = ElementTree.fromstring(to_junit([diagnostic(CONTROL, "")], 1)).iter("testcase")
    shown = r"a\u0000b\u0008c\u001b[0md\u007fe\u009ff\ufffeg\uffffh😀𝒳"
    assert case[0].get("message") == f"6:23: {shown}"
    assert case[0].text == f"vendors/erp/x.yaml:6:23: error[EK303] {shown}"


@given(st.text(), st.text(), st.text())
def test_junit_can_always_be_read_back(message, hint, path):
    text = to_junit([diagnostic(message, hint, path=path, route=(message, 3))], 1)
    (case,) = ElementTree.fromstring(text.encode()).iter("testcase")
    assert case[0].get("message").startswith("6:23: ")


def test_junit_has_names_that_differ_and_stay_when_lines_shift():
    two = [diagnostic(span=Span(line, 1, line, 2)) for line in (3, 9)]
    names = [case.get("name") for case in ElementTree.fromstring(to_junit(two, 1)).iter("testcase")]
    assert names == ["EK303 facts.api_style.value.0", "EK303 facts.api_style.value.0 (2)"]
