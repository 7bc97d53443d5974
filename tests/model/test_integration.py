"""Limits as they are written."""

import math

import pytest
from pydantic import ValidationError

from evalkit.model.integration import Limits


@pytest.mark.parametrize(
    ("written", "least", "most"),
    [
        (620, 620, 620),
        ({"value": 620}, 620, 620),
        ({"at_least": 620}, 620, math.inf),
        ({"low": 620, "high": "unlimited"}, 620, math.inf),
        ({"low": 620, "high": 700}, 620, 700),
        ("unlimited", math.inf, math.inf),
    ],
)
@pytest.mark.parametrize("name", ["per_second", "per_minute", "per_hour", "per_day", "burst"])
def test_a_limit_is_written_in_the_words_of_amounts(name, written, least, most):
    (allowed,) = Limits.model_validate({name: written}).given.values()
    assert (allowed.least, allowed.most) == (least, most)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("much", "a number, a range, or `unlimited`"),
        (True, "a number, a range, or `unlimited`"),
        ({}, "needs `value`, `low` with `high`, or `at_least`"),
        ({"at_least": None}, "needs `value`, `low` with `high`, or `at_least`"),
        ({"low": 5}, "a range needs both `low` and `high`"),
        ({"low": 9, "high": 5}, "`low` is above `high`"),
        ({"value": 9, "at_least": 5}, "is either `value`, or `low` with `high`, or `at_least`"),
        ({"at_least": 0}, "greater than 0"),
        (-1, "greater than 0"),
    ],
)
def test_a_limit_of_another_form_is_refused(written, words):
    with pytest.raises(ValidationError, match=words):
        Limits.model_validate({"per_day": written})


def test_what_is_counted_has_no_fractions():
    assert Limits.model_validate({"burst": 20}).given["burst"].least == 20
    with pytest.raises(ValidationError, match="valid integer"):
        Limits.model_validate({"burst": {"at_least": 20.5}})
