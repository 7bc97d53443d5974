"""Codes and their prefixes: which of two matching ones takes precedence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.checking.codes import Named, Selection, prefixes
from evalkit.errors import EvalkitError
from evalkit.rules.run import all_rules

KNOWN = frozenset(rule.code for rule in all_rules())
codes = st.sampled_from(sorted(KNOWN))
beginnings = codes.flatmap(lambda code: st.integers(0, len(code)).map(lambda n: code[:n]))
several = st.lists(beginnings, max_size=5).map(tuple)
maybe = st.none() | st.builds(Named, st.just("x"), several, st.booleans())


def by(select=None, ignore=None):
    named = (("--select", select), ("--ignore", ignore))
    return Selection(*(None if codes is None else Named(who, tuple(codes)) for who, codes in named))


def test_without_options_every_rule_counts():
    assert all(not Selection().left_out_by(code) for code in KNOWN)


@pytest.mark.parametrize(
    ("select", "ignore", "code", "left_out"),
    [
        (["EK3"], None, "EK301", ""),
        (["EK3"], None, "EK401", "--select"),
        (None, ["EK3"], "EK301", "--ignore"),
        (None, ["EK3"], "EK401", ""),
        # The longer beginning knows more about it, whichever option it stands in.
        (["EK3"], ["EK301"], "EK301", "--ignore"),
        (["EK301"], ["EK3"], "EK301", ""),
        (["EK301"], ["EK3"], "EK303", "--ignore"),
        (["", "EK301"], ["EK30"], "EK301", ""),
        # Equally long: leaving out wins.
        (["EK301"], ["EK301"], "EK301", "--ignore"),
        ([""], [""], "EK301", "--ignore"),
    ],
)
def test_the_longer_beginning_wins(select, ignore, code, left_out):
    assert by(select, ignore).left_out_by(code) == left_out


@given(codes)
def test_what_is_typed_wins_over_what_is_configured(code):
    typed, configured = Named("--select", (code,)), Named("evalkit.toml", (code,), typed=False)
    assert Selection(typed, configured).left_out_by(code) == ""


@given(codes, maybe, maybe)
def test_naming_a_whole_code_decides_about_it(code, select, ignore):
    chosen = Named("y", (*(select.prefixes if select else ()), code))
    others = ignore and Named("x", tuple(p for p in ignore.prefixes if p != code))
    assert Selection(chosen, others).left_out_by(code) == ""
    assert Selection(select, Named("y", (code,))).left_out_by(code) == "y"


@given(codes, several, st.randoms())
def test_the_order_in_which_codes_are_named_does_not_matter(code, named, random):
    shuffled = list(named)
    random.shuffle(shuffled)
    assert by(named).left_out_by(code) == by(shuffled).left_out_by(code)


@given(codes, maybe, several, beginnings)
def test_one_more_code_to_leave_out_never_brings_one_back(code, select, ignored, more):
    fewer = Selection(select, Named("x", ignored)).left_out_by(code)
    assert Selection(select, Named("x", (*ignored, more))).left_out_by(code) or not fewer


def test_codes_are_read_in_any_case_and_several_to_a_word():
    words = ("ek3, EK401", "Ek30", "all")
    assert prefixes(words, KNOWN, "--select") == ("EK3", "EK401", "EK30", "")


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("EK33O1", "there is no rule 'EK33O1'; did you mean `EK3"),
        ("EX301", "there is no rule 'EX301'; did you mean `EK301`? `evalkit rule` lists them all"),
        ("EK3011", "there is no rule 'EK3011'; did you mean `EK301`?"),
        ("frites", "there is no rule 'frites'; `evalkit rule` lists them all"),
        ("EK9", "there is no rule 'EK9'"),
        ("EK3,", "--select names no rule; write a code or its beginning, such as EK3"),
        ("", "--select names no rule"),
        ("x" * 9999, f"there is no rule '{'x' * 40}'"),
    ],
)
def test_a_code_that_no_rule_has_is_refused(word, message):
    with pytest.raises(EvalkitError) as refused:
        prefixes((word,), KNOWN, "--select")
    assert message in str(refused.value)
    assert len(str(refused.value)) < 160


def test_a_code_that_is_named_again_and_again_is_kept_once():
    assert prefixes(["EK3, ek3", "EK401", "EK3"] * 1000, KNOWN, "--ignore") == ("EK3", "EK401")
