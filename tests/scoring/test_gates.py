"""Whether a vendor passes its gates."""

import numpy as np
import pytest

from evalkit.model.project.questions import Gate
from evalkit.scoring import gates
from evalkit.scoring.levels import by_measure, levels
from tests.scoring.made import CRITERIA, vendor


def gate(**test):
    return Gate.model_validate({"because": "-", **test})


@pytest.mark.parametrize(
    ("fact", "test", "outcome"),
    [
        (25, {"measure": "rate", "at_least": 25}, "pass"), (24, {"measure": "rate", "at_least": 25}, "fail"),
        (25, {"measure": "rate", "at_most": 25}, "pass"), (26, {"measure": "rate", "at_most": 25}, "fail"),
        ({"low": 20, "high": 30}, {"measure": "rate", "at_least": 25}, "unverified"),
        ({"low": 26, "high": 30}, {"measure": "rate", "at_least": 25}, "pass"),
        ({"low": 25, "high": 30}, {"measure": "rate", "at_least": 25}, "pass"),
        ({"low": 20, "high": 25}, {"measure": "rate", "at_least": 25}, "unverified"),
        ({"low": 20, "high": 24}, {"measure": "rate", "at_least": 25}, "fail"),
        ({"low": 20, "high": 25}, {"measure": "rate", "at_most": 25}, "pass"),
        ({"low": 25, "high": 30}, {"measure": "rate", "at_most": 25}, "unverified"),
        ({"low": 26, "high": 30}, {"measure": "rate", "at_most": 25}, "fail"),
        ({"at_least": 25}, {"measure": "rate", "at_least": 25}, "pass"),
        ({"at_least": 24}, {"measure": "rate", "at_least": 25}, "unverified"),
        ({"at_least": 25}, {"measure": "rate", "at_most": 25}, "unverified"),
        ({"at_least": 26}, {"measure": "rate", "at_most": 25}, "fail"),
        # It may be any number, also one far beyond the end of the scale, which is 100.
        ({"at_least": 25}, {"measure": "rate", "at_most": 100}, "unverified"),
        ({"at_least": 25}, {"measure": "rate", "at_least": 1000}, "unverified"),
        ({"value": "unlimited"}, {"measure": "rate", "at_least": 1000}, "pass"),
        ({"value": "unlimited"}, {"measure": "rate", "at_most": 1000}, "fail"),
        ({"value": "unlimited", "conflicts": [{"value": 30}]}, {"measure": "rate", "at_least": 25}, "pass"),
        ({"value": "unlimited", "conflicts": [{"value": 30}]}, {"measure": "rate", "at_most": 40}, "unverified"),
        ({"value": 20, "conflicts": [{"at_least": 30}]}, {"measure": "rate", "at_least": 25}, "unverified"),
        ("unknown", {"measure": "rate", "at_least": 25}, "unverified"),
        ({"not_applicable": "-"}, {"measure": "rate", "at_least": 25}, "unverified"),
        (["rest", "soap"], {"measure": "style", "any_of": ["rest"]}, "pass"),
        (["soap"], {"measure": "style", "any_of": ["rest"]}, "fail"),
        (["a"], {"measure": "parts", "all_of": ["a", "b"]}, "fail"),
        (["a", "b"], {"measure": "parts", "all_of": ["a", "b"]}, "pass"),
        (["soap"], {"measure": "style", "none_of": ["none"]}, "pass"),
        ("soap", {"measure": "style", "equals": "soap"}, "pass"),
        (["rest", "soap"], {"measure": "style", "equals": "soap"}, "fail"),
        ("unknown", {"measure": "style", "equals": "soap"}, "unverified"),
        ({"value": "rest", "conflicts": [{"value": "soap"}]}, {"measure": "style", "equals": "rest"}, "unverified"),
        ({"value": "none", "conflicts": [{"value": "soap"}]}, {"measure": "style", "equals": "rest"}, "fail"),
        ({"at_least": ["a"]}, {"measure": "parts", "all_of": ["a"]}, "pass"),
        ({"at_least": ["a"]}, {"measure": "parts", "all_of": ["a", "b"]}, "unverified"),
        ({"at_least": ["soap"]}, {"measure": "style", "any_of": ["soap"]}, "pass"),
        ({"at_least": ["soap"]}, {"measure": "style", "any_of": ["rest"]}, "unverified"),
        ({"at_least": ["soap"]}, {"measure": "style", "none_of": ["soap"]}, "fail"),
        ({"at_least": ["soap"]}, {"measure": "style", "none_of": ["rest"]}, "unverified"),
        ({"at_least": ["soap"]}, {"measure": "style", "equals": "soap"}, "unverified"),
        ({"at_least": ["rest"]}, {"measure": "style", "equals": "soap"}, "fail"),
    ],
)  # fmt: skip
def test_gates_have_three_outcomes(fact, test, outcome):
    frame = levels([vendor(**{test["measure"]: fact})], CRITERIA)
    assert gates.outcomes(by_measure(frame), gate(**test)).tolist() == [outcome]


def test_one_fail_decides_then_one_unverified():
    each = [np.array(["pass", "pass", "fail"]), np.array(["pass", "unverified", "unverified"])]
    assert gates.overall(each, 3).tolist() == ["pass", "unverified", "fail"]
    assert gates.overall([], 2).tolist() == ["pass", "pass"]
