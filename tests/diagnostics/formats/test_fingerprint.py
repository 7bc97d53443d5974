"""A finding keeps its fingerprint while lines move, and shares it with no other."""

import json

from evalkit.diagnostics.formats.fingerprint import fingerprints
from evalkit.diagnostics.formats.gitlab import to_gitlab
from evalkit.diagnostics.formats.sarif import to_sarif
from evalkit.diagnostics.record import START, Span
from tests.diagnostics.formats.seeded import FILES, diagnostic


def gitlab(workspace):
    found = json.loads(to_gitlab(workspace.diagnostics, 0))
    return {each["fingerprint"]: each["location"]["lines"]["begin"] for each in found}


def test_they_stay_when_lines_shift(loaded):
    before = gitlab(loaded(FILES))
    after = gitlab(loaded({path: f"# one\n# two\n\n{text}" for path, text in FILES.items()}))
    assert after == {name: line + 3 for name, line in before.items()}


def test_they_stay_when_other_words_are_found_at_the_same_value():
    one, other = diagnostic("`rset` is not a level"), diagnostic("`tser` is not a level")
    assert list(fingerprints([one])) == list(fingerprints([other]))


def test_findings_of_one_rule_about_one_value_differ_by_their_order():
    # Two anchors in one file: both belong to its root.
    two = [diagnostic(code="EK007", route=(), span=Span(line, 1, line, 2)) for line in (3, 9)]
    first, second = fingerprints(two)
    assert first != second
    assert list(fingerprints(two[:1])) == [first]


def test_rule_path_and_every_step_of_the_route_tell_findings_apart():
    others = [
        diagnostic(),
        diagnostic(code="EK304"),
        diagnostic(path="vendors/erp/y.yaml"),
        diagnostic(entries=("rset",)),
        diagnostic(route=("facts", "api_style", "value")),
        diagnostic(route=("facts", "api_style.value", 0)),
    ]
    assert len(set(fingerprints(others))) == 6


def test_sarif_and_gitlab_know_a_finding_by_the_same_name():
    made = [diagnostic(span=START), diagnostic()]
    results = json.loads(to_sarif(made, 1))["runs"][0]["results"]
    ours = [found["partialFingerprints"]["ruleAndEntry/v1"] for found in results]
    assert ours == [found["fingerprint"] for found in json.loads(to_gitlab(made, 1))]


def test_findings_of_one_name_keep_their_own_in_another_order():
    one, two = (diagnostic(entries=("Fee",), content=content) for content in "ab")
    assert list(fingerprints([one, two])) == list(reversed(list(fingerprints([two, one]))))


def test_findings_without_a_route_keep_their_own_below_another():
    one, two = (diagnostic(code="EK016", route=(), content=content) for content in "ab")
    assert list(fingerprints([one, two]))[1] == next(fingerprints([two]))
