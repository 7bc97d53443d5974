"""The description of every rule."""

import re

from packaging.version import Version

from evalkit import __version__
from evalkit.rules.run import all_rules


def test_every_rule_says_since_which_version_and_none_is_from_the_future():
    for rule in all_rules():
        assert re.fullmatch(r"\d+\.\d+\.\d+", rule.since), rule.code
        assert Version(rule.since) <= Version(__version__), rule.code
