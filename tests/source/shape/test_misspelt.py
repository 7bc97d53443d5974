"""Misspelt words: the one that is meant, where it can only be one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.diagnostics.record import Fix
from evalkit.source.near import Near
from evalkit.source.shape.misspelt import _slips, answers, word_meant

KEYS = ("id", "name", "category", "website", "note", "facts", "charges", "source", "source_kind")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("categry", "category"),  # a letter missing
        ("categoryy", "category"),  # one too many
        ("cetegory", "category"),  # a wrong one
        ("catgeory", "category"),  # two that changed places
        ("naem", "name"),
        ("Name", "name"),
        ("WEBSITE", "website"),
        ("source-kind", "source_kind"),
        ("sorce", "source"),
        ("sourcekind", "source_kind"),
        ("cattegorry", "category"),  # two slips in a long word
        ("facs", "facts"),
    ],
)
def test_one_slip_away_or_two_from_a_long_word(word, meant):
    assert word_meant(word, KEYS) == meant


@pytest.mark.parametrize(
    "word", ["nme_of", "nema", "not_e_s", "ie", "i", "", "type", "title", "x" * 100_000, "cahgrse"]
)
def test_what_is_further_away_is_not_guessed(word):
    assert word_meant(word, KEYS) is None


def test_two_that_are_near_leave_it_open():
    assert word_meant("rote", ("rate", "role")) is None
    assert word_meant("minimum_montly", ("minimum_monthly", "maximum_monthly")) == "minimum_monthly"


def test_a_word_that_is_right_elsewhere_is_not_misspelt():
    assert word_meant("minimum_monthly", ("maximum_monthly",)) == "maximum_monthly"
    assert word_meant("minimum_monthly", ("maximum_monthly",), {"minimum_monthly"}) is None


def test_an_unknown_key_gets_a_hint_and_where_it_is_clear_a_fix():
    (_, near, fix), (_, far, none) = answers(["naem", "zzzz"], KEYS, Near())
    assert (near, fix) == ("did you mean `name`?", Fix("rename", "name"))
    assert far.startswith("known here: category, charges, facts")
    assert none is None


def test_only_for_the_first_20_keys_a_near_one_is_searched_for():
    found = list(answers(["naem"] * 21, KEYS, Near()))
    assert {hint for _, hint, _ in found[:20]} == {"did you mean `name`?"}
    assert (found[20][1].split(":")[0], found[20][2]) == ("known here", None)


def test_among_too_many_known_words_none_is_meant():
    many = [f"word_{n}" for n in range(199)]
    assert word_meant("categry", [*many, "category"]) == "category"
    assert word_meant("categry", [*many, "another", "category"]) is None


def distance(word, other):
    """Every row in full, as the optimal string alignment distance is defined."""
    rows = {(i, 0): i for i in range(len(word) + 1)} | {(0, j): j for j in range(len(other) + 1)}
    for i, letter in enumerate(word, start=1):
        for j, wanted in enumerate(other, start=1):
            ways = [rows[i - 1, j] + 1, rows[i, j - 1] + 1, rows[i - 1, j - 1] + (letter != wanted)]
            if i > 1 < j and (letter, word[i - 2]) == (other[j - 2], wanted):
                ways.append(rows[i - 2, j - 2] + 1)
            rows[i, j] = min(ways)
    return rows[len(word), len(other)]


@given(st.text("ab", max_size=8), st.text("ab", max_size=8), st.integers(1, 3))
def test_slips_are_counted_as_far_as_they_matter(word, other, most):
    assert min(_slips(word, other, most), most + 1) == min(distance(word, other), most + 1)
