"""Manuals as text."""

import re

from evalkit.rules.run import all_rules


def test_one_rule_says_since_when_it_is_there(evalkit):
    first, *_ = evalkit("rule", "EK301").out.splitlines()
    assert first == "EK301 fact-without-source (warning, vendors and facts, since 0.1.0)"


def test_all_rules_as_text_are_their_pages_one_after_the_other(evalkit):
    ran = evalkit("rule", "--all")
    codes = [rule.code for rule in all_rules()]
    assert (ran.code, ran.err) == (0, "")
    assert re.findall(r"^(EK\d{3}) [a-z0-9-]+ \(", ran.out, re.MULTILINE) == codes
    for rule in all_rules():
        assert evalkit("rule", rule.code).out in ran.out
