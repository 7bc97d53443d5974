"""Near names: found as long as there are not too many, and never at any length."""

import difflib
import sys

import pytest

from evalkit.source.near import Names, Near, did_you_mean, nearest, shortened

MANY = [f"measure_{n:03}" for n in range(300)]


def test_a_near_name_or_what_is_known():
    assert did_you_mean("ordr", ["orders", "refunds"]) == "did you mean `orders`?"
    assert did_you_mean("zzz", ["orders", "refunds"]) == "known here: orders, refunds"
    assert did_you_mean("zzz", []) == ""


def test_what_is_known_is_told_in_short():
    told = did_you_mean("zzz", MANY)
    assert told == f"known here: {', '.join(MANY[:12])}, …"


def test_a_near_name_is_searched_for_the_first_20_names_of_a_file():
    near, known = Near(), Names(["orders", "refunds"])
    hints = [near.hint(f"order{n}", known) for n in range(21)]
    assert set(hints[:20]) == {"did you mean `orders`?"}
    assert hints[20] == "known here: orders, refunds"
    assert near.hint("order0", known) == "did you mean `orders`?"  # it was found before


def test_a_name_itself_is_not_the_one_that_was_meant():
    known = Names(["refunds", "orders"])
    assert Near().hint("refund", known) == "did you mean `refunds`?"
    assert Near().hint("refund", known, but="refunds") == "known here: orders"


def test_of_many_known_names_those_that_begin_alike_and_are_about_as_long_are_compared():
    assert nearest("rate_limi", [*MANY, "rate_limit"]) == ["rate_limit"]
    assert nearest("xate_limit", [*MANY, "rate_limit"]) == []
    assert nearest("xate_limit", ["rate_limit"]) == ["rate_limit"]


@pytest.mark.parametrize("length", [64, 65])
def test_nothing_longer_than_a_name_is_compared(length):
    word = "x" * length
    assert bool(nearest(word, [word])) is (length == 64)
    assert bool(nearest(word, ["x" * 60])) is (length == 64)
    assert nearest("x" * 60, ["x" * length]) == (["x" * length] if length == 64 else [])


def test_long_names_that_are_all_alike_are_not_all_compared_in_full():
    known = Names("z" * 60 + f"{n:03}" for n in range(150))
    compared = 0

    def note(frame, event, arg):
        nonlocal compared
        compared += event == "call" and frame.f_code is difflib.SequenceMatcher.ratio.__code__

    sys.setprofile(note)
    try:
        assert nearest("z" * 60 + "149", known) == ["z" * 60 + "149"]
    finally:
        sys.setprofile(None)
    assert compared <= 2 * 20_000 // 64**2


def test_a_list_is_cut_and_says_so():
    assert shortened(["a", "b"], 2) == "a, b"
    assert shortened(["a", "b", "c"], 2) == "a, b, …"
