"""Patterns for paths mean what people who write .gitignore files expect."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.selection.globs import matches

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


def test_a_pattern_made_to_take_forever_takes_no_time():
    # Tried one way after the other, this would end after the sun does.
    pattern = "/".join(["**/a*a*a*a*"] * 60) + "/b"
    assert not matches("/".join(["a" * 60] * 100), pattern)
