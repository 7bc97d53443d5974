"""The core schema of YAML 1.2.2, section 10.3.2, and what YAML 1.1 read differently."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.source.yaml.scalars import NotFiniteError, resolve


@pytest.mark.parametrize(
    "text", ["no", "yes", "on", "22:30", "12:30:45", "2026-06-20", "0b1", "1_000", "=", "٣"]
)
def test_what_yaml_1_1_would_turn_into_something_else_stays_text(text):
    assert resolve(text) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None), ("~", None), ("null", None), ("true", True), ("FALSE", False),
        ("12", 12), ("-7", -7), ("+3", 3), ("0o17", 15), ("0xff", 255),
        ("1.5", 1.5), (".5", 0.5), ("2.", 2.0), ("1e3", 1000.0), ("-1.5E-2", -0.015),
    ],
)  # fmt: skip
def test_values_of_the_core_schema(text, value):
    assert resolve(text) == value
    assert type(resolve(text)) is type(value)


@pytest.mark.parametrize(
    "text",
    [".inf", "-.INF", "+.Inf", ".nan", ".NaN", "1e999", "9" * 41, "0x" + "f" * 40, "1." + "0" * 60],
)
def test_numbers_that_are_no_facts_are_refused(text):
    with pytest.raises(NotFiniteError):
        resolve(text)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_finite_number_is_read_back(number):
    assert resolve(repr(number)) == number
