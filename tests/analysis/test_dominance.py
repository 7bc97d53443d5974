"""Results for all weights and unknowns: by hand, and against draws and exact bounds."""

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from evalkit.analysis.dominance import Region, dominated_by, potentially_optimal
from evalkit.analysis.sampling import ordered, uniform
from tests.conftest import examples
from tests.published import case, needs_cases

# A is best from w1 = 0.6 on, B up to w1 = 0.4, C between.
A, B, C = (100.0, 0.0), (0.0, 100.0), (60.0, 60.0)


def region(*ends, order=()):
    lows, highs = np.array(ends, dtype=float).T
    return Region(lows, highs, order)


def anywhere(count, order=()):
    return region(*[(0, 1)] * count, order=order)


def optimal(*settled, within):
    return potentially_optimal(np.array(settled), np.array(settled), within).tolist()


def dominators(low, high=None, comparable=None):
    low = np.array(low, dtype=float)
    high = low if high is None else np.array(high, dtype=float)
    pairs = np.ones((len(low), len(low)), dtype=bool) if comparable is None else comparable
    return dominated_by(low, high, pairs)


@st.composite
def ranges(draw, vendors=(1, 6), criteria=(1, 4)):
    """Low and high ends in whole tens, so that ties are common."""
    shape = draw(st.tuples(st.integers(*vendors), st.integers(*criteria)))
    ends = draw(arrays(np.int64, (2, *shape), elements=st.integers(0, 10))) * 10.0
    return ends.min(axis=0), ends.max(axis=0)


def test_dominance_by_hand():
    # 60, 60 beats 40, 40 and 60, 40; it does not beat its equal, nor 40, 70
    found = dominators([[60, 60], [40, 40], [60, 40], [60, 60], [40, 70]])
    assert found == [(), (0, 2, 3, 4), (0, 3), (), ()]


def test_an_unknown_can_be_worth_anything_so_nobody_is_sure_to_beat_it():
    low, high = [[60, 60], [40, 0]], [[60, 60], [40, 100]]
    assert dominators(low, high) == [(), ()]
    # only its best matters when it is to be beaten, only its worst when it is to beat
    assert dominators(low, [[60, 60], [40, 60]]) == [(), (0,)]
    assert dominators([[60, 60], [90, 0]], [[60, 60], [90, 100]]) == [(), ()]


def test_the_noise_of_arithmetic_neither_hides_nor_makes_dominance():
    assert dominators([[0.3, 50], [0.1 + 0.2, 40]]) == [(), (0,)]
    assert dominators([[0.1 + 0.2, 50], [0.3, 50]]) == [(), ()]


def test_only_comparable_pairs_are_compared_and_what_does_not_apply_is_left_out():
    low = [[60, 60, np.nan], [40, 40, np.nan], [30, 30, 30]]
    same = np.array([[1, 1, 0], [1, 1, 0], [0, 0, 1]], dtype=bool)
    assert dominators(low, comparable=same) == [(), (0,), ()]


def test_a_vendor_without_comparison_is_not_dominated():
    assert dominators([[1.0, 2.0]]) == [()]
    assert dominators(np.zeros((0, 3))) == []


@given(ranges(), st.data())
def test_who_dominates_scores_at_least_as_much_for_all_weights_and_facts(ends, data):
    low, high = ends
    worths = data.draw(arrays(np.float64, low.shape[1], elements=st.floats(0.01, 1)))
    shares = data.draw(arrays(np.float64, low.shape, elements=st.floats(0, 1)))
    scores = (low + shares * (high - low)) @ (worths / worths.sum())
    for vendor, others in enumerate(dominators(low, high)):
        assert vendor not in others
        assert all(scores[other] >= scores[vendor] - 1e-9 for other in others)


@needs_cases
def test_the_three_of_the_closed_form_case_can_all_come_first():
    given = case("smaa2-closed-form-2crit")
    values = 100 * np.array(given["params"]["values"])
    shares = np.array(given["expected"]["first_rank_acceptability"])
    assert potentially_optimal(values, values, anywhere(2)).tolist() == (shares > 0).tolist()


def test_who_is_dominated_by_nobody_may_still_never_come_first():
    # d = 70 − 30 w1 is above C's 60 up to w1 = 1/3, but above B's 100 − 100 w1 only from 3/7 on
    d = (40.0, 70.0)
    assert dominators([A, B, C, d])[3] == ()
    assert optimal(A, B, C, d, within=anywhere(2)) == [True, True, True, False]
    # e = 76 − 36 w1: up to 4/9, and from 24/64 on
    e = (40.0, 76.0)
    assert optimal(A, B, C, e, within=anywhere(2)) == [True, True, True, True]


def test_an_order_of_criteria_rules_vendors_out():
    # c1 ≥ c2 is w1 ≥ 0.5: B's 50 is below C's 60
    assert optimal(A, B, C, within=anywhere(2, order=((0,), (1,)))) == [True, False, True]
    assert optimal(A, B, C, within=anywhere(2, order=((1,), (0,)))) == [False, True, True]
    # a tie leaves w1 = 0.5 only
    assert optimal(A, B, C, within=anywhere(2, order=((0, 1),))) == [False, False, True]


def test_ends_of_weights_rule_vendors_out():
    assert optimal(A, B, C, within=region((0.45, 0.55), (0, 1))) == [False, False, True]
    # the ends of the second say as much about the first
    assert optimal(A, B, C, within=region((0, 1), (0.65, 1))) == [False, True, False]


def test_an_order_and_ends_together():
    # 0.5 ≤ w1 ≤ 0.55; with three criteria the order bites inside the ends too
    within = region((0, 0.55), (0, 1), order=((0,), (1,)))
    assert optimal(A, B, C, within=within) == [False, False, True]
    # w1 ≥ w2 = w3 and w1 ≤ 0.4: w2 = w3 ≥ 0.3, so the first scores at most 40, the second 60
    within = region((0, 0.4), (0, 1), (0, 1), order=((0,), (1, 2)))
    assert optimal((100, 0, 0), (0, 100, 100), within=within) == [False, True]


def test_a_criterion_that_the_order_leaves_out_is_free():
    # all weight may lie on the third, which is in no group
    within = anywhere(3, order=((0,), (1,)))
    assert optimal((100, 0, 0), (0, 100, 0), (0, 0, 100), within=within) == [True, True, True]
    # at w = (0.5, 0.5, 0) the second only ties with the first; one point less and it cannot
    assert optimal((100, 0, 0), (0, 99, 0), (0, 0, 100), within=within) == [True, False, True]


def test_to_tie_for_the_first_place_is_to_come_first():
    # at w1 = 0.5 B scores 60 like C, if its unknown is 20
    low, high = np.array([A, B, C]), np.array([A, (20.0, 100.0), C])
    for within in (region((0.5, 1), (0, 1)), anywhere(2, order=((0,), (1,)))):
        assert potentially_optimal(low, high, within).tolist() == [True, True, True]
    high[1, 0] = 19.99
    assert potentially_optimal(low, high, region((0.5, 1), (0, 1))).tolist() == [True, False, True]


def test_clones_come_first_together():
    assert optimal(C, C, within=region((0.2, 0.4), (0, 1))) == [True, True]


def test_a_vendor_that_is_alone_comes_first():
    assert optimal(C, within=region((0.2, 0.4), (0, 1))) == [True]
    assert potentially_optimal(np.zeros((0, 2)), np.zeros((0, 2)), anywhere(2)).tolist() == []


def test_an_empty_region_is_refused():
    empty = region((0.6, 1), (0.6, 1))
    with pytest.raises(ValueError, match="no weights lie in the region"):
        optimal(A, B, C, within=empty)


def test_who_was_seen_first_is_not_asked_again_and_the_solver_stays_unloaded():
    program = """
import sys
import numpy as np
from evalkit.analysis.dominance import Region, potentially_optimal
values = np.array([[100.0, 0.0], [60.0, 60.0], [50.0, 50.0]])
within = Region(np.array([0.3, 0.0]), np.array([0.8, 1.0]))
print(potentially_optimal(values, values, within, np.array([True, True, False])).tolist())
print("highspy" in sys.modules)
"""
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout.splitlines() == ["[True, True, False]", "False"]


def test_what_was_witnessed_is_not_changed():
    witnessed = np.array([False, False, True])
    values = np.array([A, B, C])
    assert potentially_optimal(values, values, anywhere(2), witnessed).tolist() == [True] * 3
    assert witnessed.tolist() == [False, False, True]


@given(ranges(vendors=(2, 5), criteria=(2, 2)), st.data())
def test_two_criteria_agree_with_exact_breakpoints(ends, data):
    # A lead is a straight line in w1, so the smallest of several peaks at an end or where two cross.
    low, high = ends
    least, most = sorted(data.draw(st.tuples(st.integers(0, 10), st.integers(0, 10))))
    found = potentially_optimal(low, high, region((least / 10, most / 10), (0, 1)))
    for vendor in range(len(low)):
        leads = high[vendor] - np.delete(low, vendor, axis=0)
        falls, starts = leads[:, 0] - leads[:, 1], leads[:, 1]
        slopes, gaps = falls[:, None] - falls, starts - starts[:, None]
        crossings = gaps[slopes != 0] / slopes[slopes != 0]
        places = np.clip([*crossings, least / 10, most / 10], least / 10, most / 10)
        best = (np.outer(places, falls) + starts).min(axis=1).max()
        assert found[vendor] == (best >= -1e-9)


@settings(max_examples=examples(50))
@given(ranges(vendors=(2, 6), criteria=(3, 3)), st.integers(0, 2**32 - 1))
def test_who_comes_first_in_a_draw_is_potentially_optimal(ends, seed):
    low, high = ends
    rng = np.random.default_rng(seed)
    groups = ((2,), (0, 1))
    for within, weights in (
        (anywhere(3), uniform(rng, 3, 50)),
        (anywhere(3, order=groups), ordered(rng, groups, 3, 50)),
    ):
        found = potentially_optimal(low, high, within)
        values = low + rng.random(low.shape) * (high - low)
        assert found[(values @ weights).argmax(axis=0)].all()
        assert found.any()


@settings(max_examples=examples(50))
@given(ranges(vendors=(2, 6)), st.data())
def test_who_is_beaten_on_every_criterion_never_comes_first(ends, data):
    low, high = ends
    count = low.shape[1]
    beaten = low.max(axis=0) - data.draw(st.integers(1, 50))
    found = potentially_optimal(
        np.vstack([low, low.max(axis=0), beaten]), np.vstack([high, low.max(axis=0), beaten]), anywhere(count)
    )  # fmt: skip
    assert not found[-1]


@settings(max_examples=examples(50))
@given(ranges(vendors=(2, 5)), st.data())
def test_more_unknowns_and_more_weights_never_rule_a_vendor_out(ends, data):
    low, high = ends
    count = low.shape[1]
    order = tuple((each,) for each in data.draw(st.permutations(range(count))))
    narrow = potentially_optimal(low, high, anywhere(count, order=order))
    wider = potentially_optimal(low - 10, high + 10, anywhere(count, order=order))
    assert (wider >= narrow).all()
    assert (potentially_optimal(low, high, anywhere(count)) >= narrow).all()
