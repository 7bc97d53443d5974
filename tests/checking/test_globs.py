"""Patterns for paths work as in .gitignore files."""

from fnmatch import fnmatchcase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.checking.globs import Patterns


def matches(path, pattern):
    return Patterns([pattern]).matching(path) == [0]


names = st.text(st.sampled_from("ab.*"), min_size=1, max_size=4).filter(lambda n: n.strip("."))
paths = st.lists(names.map(lambda n: n.replace("*", "c")), min_size=1, max_size=5).map("/".join)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("vendors/erp/sap.yaml", "vendors/erp/sap.yaml"),
        ("./vendors/erp/sap.yaml", "vendors/erp/sap.yaml"),
        ("vendors/*/sap.yaml", "vendors/erp/sap.yaml"),
        ("vendors/**", "vendors/erp/sap.yaml"),
        ("vendors/**/sap.yaml", "vendors/erp/sap.yaml"),
        ("vendors/**/sap.yaml", "vendors/sap.yaml"),
        ("**/erp/**", "clients/a/vendors/erp/sap.yaml"),
        ("**", "sap.yaml"),
        ("vendors", "vendors/erp/sap.yaml"),
        ("vendors/erp/", "vendors/erp/sap.yaml"),
        ("erp", "vendors/erp/sap.yaml"),
        ("sap.yaml", "vendors/erp/sap.yaml"),
        ("*.yaml", "vendors/erp/sap.yaml"),
        ("vendors/e?p/[rs]ap.yaml", "vendors/erp/sap.yaml"),
        ("vendors/[!x]*", "vendors/erp/sap.yaml"),
        ("vendors/[", "vendors/["),
    ],
)
def test_a_path_is_meant(pattern, path):
    assert matches(path, pattern)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("vendors/*.yaml", "vendors/erp/sap.yaml"),
        ("erp/sap.yaml", "vendors/erp/sap.yaml"),
        ("vendors/er", "vendors/erp/sap.yaml"),
        ("vendors/?/sap.yaml", "vendors/erp/sap.yaml"),
        ("Vendors/**", "vendors/erp/sap.yaml"),
        ("plans/**", "vendors/erp/sap.yaml"),
        ("vendors/erp/sap.yaml/x", "vendors/erp/sap.yaml"),
        ("sap.yml", "vendors/erp/sap.yaml"),
    ],
)
def test_a_path_is_not_meant(pattern, path):
    assert not matches(path, pattern)


@given(paths)
def test_a_path_means_itself_and_each_folder_means_what_is_in_it(path):
    steps = path.split("/")
    assert all(matches(path, "./" + "/".join(steps[:n]) + "/**") for n in range(1, len(steps)))
    assert matches(path, path)
    assert matches(path, "**")


def one_by_one(path, parts):
    """The meaning of a pattern, tried one way after the other."""
    if not parts or not path:
        return set(parts) <= {"**"}
    if parts[0] == "**":
        return one_by_one(path, parts[1:]) or one_by_one(path[1:], parts)
    return fnmatchcase(path[0], parts[0]) and one_by_one(path[1:], parts[1:])


some_parts = st.lists(st.sampled_from(["**", "a", "a*", "?", "b", "*"]), min_size=2, max_size=6)


@given(st.lists(some_parts, max_size=4), st.lists(st.sampled_from(["a", "b", "ab"]), min_size=1))
def test_many_patterns_at_once_mean_what_each_means_by_itself(patterns, path):
    found = Patterns(["/".join(parts) for parts in patterns]).matching("/".join(path))
    assert found == [n for n, parts in enumerate(patterns) if one_by_one(path, parts)]


def test_each_name_is_tried_once_however_often_it_comes_up():
    patterns = Patterns(["/".join(["**/a*a*a*b"] * 25)] * 100)
    (tried,) = patterns._wild
    names = []
    patterns._wild = [(lambda step: names.append(step) or tried[0](step), tried[1])]
    assert patterns.matching("/".join(["a" * 200] * 1000)) == []
    assert patterns.matching("/".join(["aaab"] * 1000)) == list(range(100))
    assert names == ["a" * 200, "aaab"]


def test_a_row_of_any_folders_is_one():
    assert matches("a/x", "**/" * 300 + "x")
    assert matches("a/b", "a" + "/**" * 300 + "/b")


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("/".join("a" * 51), "has more than 50 parts"),
        ("a/" + "b" * 999, "has more than 1,000 characters"),
        ("**/" * 400, "has more than 1,000 characters"),
    ],
)
def test_a_pattern_that_is_longer_than_any_path_is_refused(pattern, message):
    with pytest.raises(ValueError, match=message):
        Patterns([pattern])
    assert Patterns([pattern[: len(pattern) // 2].rstrip("/")])
