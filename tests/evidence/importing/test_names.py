"""Ids of names."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.evidence.importing.names import ids, without_remark
from evalkit.model.base import ID_PATTERN, MEASURE_PATTERN


def test_names_become_words_joined_by_a_sign():
    names = ["Alder Suite", "Čedar & Søn GmbH", "Straße 7", "ALDER   suite!", "مورد"]
    assert list(ids(names, "-", "vendor").values()) == [
        "alder-suite", "cedar-and-son-gmbh", "strasse-7", "alder-suite-2", "vendor-1",
    ]  # fmt: skip


def test_a_name_that_is_taken_gets_a_number():
    assert ids(["Stripe"], "-", "vendor", ["stripe"]) == {"Stripe": "stripe-2"}


@given(st.lists(st.text(max_size=90), unique=True, max_size=20), st.sampled_from("-_"))
def test_every_id_is_valid_and_its_own(names, sign):
    found = ids(names, sign, "vendor")
    pattern = ID_PATTERN if sign == "-" else MEASURE_PATTERN
    assert all(re.fullmatch(pattern, each) for each in found.values())
    assert len(set(found.values())) == len(names)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Good (community)", "Good"), ("Score(1-5)", "Score"), ("Good (a) (b)", "Good"),
        ("Good", "Good"), ("(none)", "(none)"), ("Good (a", "Good (a"), ("(a) Good", "(a) Good"),
    ],
)  # fmt: skip
def test_a_remark_in_brackets_is_taken_off(text, word):
    assert without_remark(text) == word
