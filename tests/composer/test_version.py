"""Versions in Composer's order."""

import contextlib
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.composer.version import ConstraintError, Stability, Version, parse_version
from tests.composer.made import versions

RISING = [
    "0-dev",
    "0",
    "1.9.9",
    "2.4.8-dev",
    "2.4.8-alpha",
    "2.4.8-alpha1",
    "2.4.8-alpha2.1",
    "2.4.8-beta1-dev",
    "2.4.8-beta1",
    "2.4.8-beta2",
    "2.4.8-beta10",
    "2.4.8-RC1",
    "2.4.8",
    "2.4.8-p1-dev",
    "2.4.8-p1",
    "2.4.8-p5",
    "2.4.8-p10",
    "2.4.8.1",
    "2.4.9-dev",
    "2.4.x-dev",
    "2.5",
    "2.10",
    "10.0",
    "99999.9",
]


@pytest.mark.parametrize(("lower", "higher"), list(itertools.pairwise(RISING)))
def test_versions_rise_as_in_composer(lower, higher):
    # versions.md, «Minimum Stability» names dev, alpha, beta, RC and stable; that a patch is newer
    # than its release is seen from 2.4.8-p5 of May 2026 after 2.4.8 of April 2025.
    assert parse_version(lower) < parse_version(higher)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("8.4", "8.4.0.0"),
        ("v2.4.8", "2.4.8"),
        ("V2.4.8", "2.4.8"),
        ("2.04.008", "2.4.8"),
        ("2.4.8-stable", "2.4.8"),
        ("2.4.8-STABLE", "2.4.8"),
        ("2.4.8b2", "2.4.8-beta2"),
        ("2.4.8.a.1", "2.4.8-alpha1"),
        ("2.4.8_rc1", "2.4.8-RC1"),
        ("2.4.8-rc.1", "2.4.8-RC1"),
        ("2.4.8pl5", "2.4.8-p5"),
        ("2.4.8-patch5", "2.4.8-p5"),
        ("2.4.8dev", "2.4.8-dev"),
        ("2.4.8+20260512", "2.4.8"),
        (" 2.4.8 ", "2.4.8"),
        ("2.4.8-", "2.4.8"),
        ("2.4.X-dev", "2.4.9999999.9999999-dev"),
    ],
)
def test_versions_are_the_same_however_they_are_written(text, same):
    assert parse_version(text) == parse_version(same)


def test_a_version_has_four_numbers_a_stability_and_counts():
    assert parse_version("2.4.8-p5") == Version((2, 4, 8, 0), Stability.PATCH, (5,))
    assert parse_version("1.0-beta.2.1") == Version((1, 0, 0, 0), Stability.BETA, (2, 1))
    assert parse_version("8.4") == Version((8, 4, 0, 0))


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("8.4", "8.4.0"),
        ("1.2.3.4", "1.2.3.4"),
        ("v2.4.8pl5", "2.4.8-p5"),
        ("1.0b2", "1.0.0-beta2"),
        ("1.0-rc1.dev", "1.0.0-RC1-dev"),
        ("1.0-alpha.2.1", "1.0.0-alpha2.1"),
    ],
)
def test_a_version_prints_in_one_way(text, printed):
    assert str(parse_version(text)) == printed


@pytest.mark.parametrize(
    "text",
    ["", "abc", "8.4.0.0.1", "8.4-meh", "8.4 beta", "dev-main", "20240101", "1.2.3.4.x-dev",
     "8.٤", "8.4.ſtable", "-1", "8.4-beta-x", "v", "1" * 600],
)  # fmt: skip
def test_anything_else_is_no_version(text):
    with pytest.raises(ConstraintError) as raised:
        parse_version(text)
    assert len(str(raised.value)) < 120


def test_the_message_names_the_text():
    with pytest.raises(ConstraintError, match=r"^'8,4' is not a version like 8\.4 "):
        parse_version("8,4")
    with pytest.raises(ConstraintError, match="four parts"):
        parse_version("1.2.3.4.x-dev")


@given(st.text(max_size=30))
def test_reading_a_version_fails_in_one_way_only(text):
    with contextlib.suppress(ConstraintError):
        assert isinstance(parse_version(text), Version)


@given(versions)
def test_what_a_version_prints_is_read_as_the_same(text):
    version = parse_version(text)
    assert parse_version(str(version)) == version


@given(st.lists(versions, min_size=3, max_size=3))
def test_the_order_is_total(texts):
    a, b, c = map(parse_version, texts)
    assert (a < b) + (a == b) + (a > b) == 1
    assert not (a <= b <= c) or a <= c
