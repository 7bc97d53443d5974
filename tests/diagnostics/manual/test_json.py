"""Manuals in JSON."""

import json

from evalkit import __version__
from evalkit.diagnostics.manual.json import manuals_in_json
from evalkit.rules.run import all_rules
from tests.diagnostics.manual.made import ODD

KEYS = ("code", "name", "severity", "subject", "since", "summary", "why", "bad", "good")


def test_all_rules_in_json_have_every_part_of_their_manuals(evalkit):
    found = json.loads(evalkit("rule", "--all", "--format", "json").out)
    assert (found["format"], found["evalkit"], list(found)) == (
        1, __version__, ["format", "evalkit", "rules"],
    )  # fmt: skip
    assert [each["code"] for each in found["rules"]] == [rule.code for rule in all_rules()]
    assert all(tuple(each) == KEYS for each in found["rules"])
    # Some rules need no reason beyond what they say; all else is always there.
    assert all(each[key] for each in found["rules"] for key in KEYS if key != "why")
    by_code = {each["code"]: each for each in found["rules"]}
    assert by_code["EK301"] == {
        "code": "EK301",
        "name": "fact-without-source",
        "severity": "warning",
        "subject": "vendors and facts",
        "since": "0.1.0",
        "summary": "A fact should name its source.",
        "why": "A number that cannot be looked up is hard to defend to a client.",
        "bad": "facts:\n  rate_limit: 100",
        "good": "facts:\n  rate_limit: {value: 100, source: https://examplepay.test/limits, checked: 2026-06-20}",
    }


def test_one_rule_in_json_has_the_same_form_as_all(evalkit):
    one = json.loads(evalkit("rule", "EK301", "-f", "json").out)
    every = json.loads(evalkit("rule", "-f", "json").out)
    assert one["rules"] == [each for each in every["rules"] if each["code"] == "EK301"]
    assert {**one, "rules": []} == {**every, "rules": []}


def test_reasons_in_json_have_no_line_breaks_within_a_paragraph():
    (found,) = json.loads(manuals_in_json([ODD]))["rules"]
    assert found["why"] == (
        "1. is no list, # no heading, and - no item either; `--all` is code.\n\n+ A second paragraph."
    )
