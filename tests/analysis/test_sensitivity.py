"""Exact sensitivity: worked by hand, published, and put back to see whether it holds."""

import itertools

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from evalkit.analysis.sensitivity import Siblings, crossovers, leads_beside, smallest_shift
from tests.published import case, needs_cases


def group(weights, values, applies=None, base=None, scale=None):
    table = np.array(values, dtype=float)
    return Siblings(
        np.array(weights, dtype=float),
        table,
        np.ones_like(table) if applies is None else np.array(applies, dtype=float),
        np.zeros(len(table)) if base is None else np.array(base, dtype=float),
        np.ones(len(table)) if scale is None else np.array(scale, dtype=float),
    )


@needs_cases
def test_the_crossover_in_closed_form():
    # constructed there: x = (0.72 − 0.32) / (0.5 + 0.4) = 0.4444
    given_case = case("weight-crossover-closed-form")
    inside = group(given_case["weights"], 100 * np.array(given_case["matrix"]))
    (weight,) = crossovers(inside, 0, 0, 1)
    assert weight == pytest.approx(
        given_case["expected"]["crossover_weight"], abs=given_case["tolerance"] + 1e-10
    )


def test_two_criteria_by_hand():
    # A 100, 0 and B 0, 100: level at one half, whatever the weights are today
    inside = group([0.8, 0.2], [[100, 0], [0, 100]])
    assert crossovers(inside, 0, 0, 1) == pytest.approx((0.5,))
    assert crossovers(inside, 1, 0, 1) == pytest.approx((0.5,))


def test_no_weight_swaps_a_vendor_that_is_better_everywhere():
    assert crossovers(group([0.5, 0.5], [[80, 60], [70, 50]]), 0, 0, 1) == ()


def test_being_level_only_at_the_very_end_is_no_swap():
    # equal on the first criterion: level when it weighs everything, and never the other way round
    assert crossovers(group([0.5, 0.5], [[80, 60], [80, 50]]), 0, 0, 1) == ()


def test_inside_a_branch_the_rest_of_the_tree_counts_too():
    # the branch carries 0.4; outside it B is 10 points ahead. A leads by (60x − 20(1 − x)) × 0.4
    # inside: 24x − 8 + 8x = 10 → x = 18/32
    inside = group([0.5, 0.5], [[60, 0], [0, 20]], base=[0, 10], scale=[0.4, 0.4])
    assert crossovers(inside, 0, 0, 1) == pytest.approx((18 / 32,))


def test_where_a_criterion_does_not_apply_the_lines_bend():
    # c2 does not apply to A, so A = (90x + 40·(1 − x)/2) / (x + (1 − x)/2) = (140x + 40) / (x + 1);
    # B = 60 all over: 140x + 40 = 60x + 60 → x = 1/4
    inside = group([0.2, 0.4, 0.4], [[90, 0, 40], [60, 60, 60]], applies=[[1, 0, 1], [1, 1, 1]])
    assert crossovers(inside, 0, 0, 1) == pytest.approx((0.25,))


def test_others_that_weigh_nothing_today_divide_the_rest_evenly():
    assert group([1.0, 0.0, 0.0], [[1, 2, 3]]).shares(0, 0.4).tolist() == pytest.approx(
        [0.4, 0.3, 0.3]
    )


def test_the_smallest_shift_by_hand():
    # A 61, B 56. B gains most on c2 (+60), loses most on c1 (−50): each point moved closes 110
    # hundredths, so 5 / 110 of the whole has to move
    inside = group([0.5, 0.3, 0.2], [[90, 20, 50], [40, 80, 60]])
    shift = smallest_shift(inside, 0, 1)
    assert shift.moved == pytest.approx(5 / 110)
    assert shift.weights == pytest.approx([0.5 - 5 / 110, 0.3 + 5 / 110, 0.2])


def test_a_shift_takes_from_the_next_where_the_first_is_used_up():
    # gains −10, −5, +20; gap 8·10… : A leads by 0.2·10 + 0.7·5 − 0.1·20 = 3.5 points. Moving all
    # of c1 closes 0.2 × 30 = 6 ≥ 3.5, so 3.5 / 30 of it is enough
    inside = group([0.2, 0.7, 0.1], [[60, 55, 40], [50, 50, 60]])
    assert smallest_shift(inside, 0, 1).moved == pytest.approx(3.5 / 30)
    # with less on c1 it is used up: 0.05 × 30 = 1.5 of the gap of 2.75, the rest from c2
    inside = group([0.05, 0.85, 0.1], [[60, 55, 40], [50, 50, 60]])
    gap = 0.05 * 10 + 0.85 * 5 - 0.1 * 20
    assert smallest_shift(inside, 0, 1).moved == pytest.approx(0.05 + (gap - 1.5) / 25)


def test_no_shift_dethrones_a_vendor_that_is_better_everywhere():
    assert smallest_shift(group([0.5, 0.5], [[80, 60], [70, 50]]), 0, 1) is None


def test_no_shift_is_claimed_where_a_criterion_does_not_apply_to_one():
    inside = group([0.5, 0.5], [[80, 0], [0, 80]], applies=[[1, 0], [1, 1]])
    assert smallest_shift(inside, 0, 1) is None
    # nor where it applies to neither: its weight would move with every change
    inside = group([0.4, 0.3, 0.3], [[80, 0, 50], [0, 80, 50]], applies=[[1, 1, 0], [1, 1, 0]])
    assert smallest_shift(inside, 0, 1) is None


shares = st.lists(st.integers(1, 100), min_size=2, max_size=6)


@st.composite
def groups(draw, partly=False):
    raw = draw(shares)
    row = st.lists(st.floats(0, 100), min_size=len(raw), max_size=len(raw))
    values = draw(st.lists(row, min_size=2, max_size=2))
    flags = st.lists(st.sampled_from([0, 1]), min_size=len(raw), max_size=len(raw)).filter(any)
    applies = [draw(flags), draw(flags)] if partly else None
    return group(np.array(raw) / sum(raw), values, applies)


@given(st.booleans().flatmap(lambda partly: groups(partly=partly)), st.data())
def test_a_crossover_put_back_gives_equal_scores(inside, data):
    sibling = data.draw(st.integers(0, len(inside.weights) - 1))
    for weight in crossovers(inside, sibling, 0, 1):
        one, two = inside.scores(inside.shares(sibling, weight))
        assert one == pytest.approx(two, abs=1e-9)


@given(st.booleans().flatmap(lambda partly: groups(partly=partly)), st.data())
def test_no_crossover_is_missed(inside, data):
    sibling = data.draw(st.integers(0, len(inside.weights) - 1))
    found = crossovers(inside, sibling, 0, 1)
    grid = np.linspace(0.001, 0.999, 400)
    gaps = [np.subtract(*inside.scores(inside.shares(sibling, weight))) for weight in grid]
    for (low, before), (high, after) in itertools.pairwise(zip(grid, gaps, strict=True)):
        if min(abs(before), abs(after)) > 1e-6 and before * after < 0:
            assert any(low <= weight <= high for weight in found)


@given(groups())
def test_a_shift_makes_level_and_no_random_smaller_one_does(inside):
    today = inside.scores(inside.weights)
    assume(today[0] > today[1] + 1e-6)
    shift = smallest_shift(inside, 0, 1)
    if shift is None:
        assert (inside.values[0] > inside.values[1] - 1e-7).all()
        return
    one, two = inside.scores(shift.weights)
    assert one == pytest.approx(two, abs=1e-9)
    assert shift.weights.min() >= -1e-12
    assert shift.weights.sum() == pytest.approx(1)
    rng = np.random.default_rng(0)
    for _ in range(50):
        other = rng.dirichlet(np.ones(len(inside.weights)))
        # pulled towards today until it moves a little less than the smallest shift
        moved = np.abs(other - inside.weights).sum() / 2
        step = min(1.0, 0.999 * shift.moved / moved)
        tried = inside.scores(inside.weights + step * (other - inside.weights))
        assert tried[0] > tried[1]


def test_a_vendor_to_whom_nothing_in_a_branch_applies_keeps_its_points():
    # outside the branch A has 10 and B 50; inside A gains 40 on the first sibling, nothing applies
    # to B: 10 + 0.5 × 100 x = 50 → x = 0.8
    inside = group(
        [0.9, 0.1], [[100, 0], [0, 0]], applies=[[1, 1], [0, 0]], base=[10, 50], scale=[0.5, 0]
    )
    assert crossovers(inside, 0, 0, 1) == pytest.approx((0.8,))


def test_lines_that_bend_may_cross_twice():
    # A is 20, 20, 100 and B 0, –, 95 with 0.1 and 0.9 in proportion: B / (0.1 + 0.9 w…) crosses A
    # near 3 % and again near 93 % of the third
    inside = group([0.05, 0.45, 0.5], [[20, 20, 100], [0, 0, 95]], applies=[[1, 1, 1], [1, 0, 1]])
    found = sorted(crossovers(inside, 2, 0, 1))
    assert len(found) == 2
    for weight in found:
        one, two = inside.scores(inside.shares(2, weight))
        assert one == pytest.approx(two, abs=1e-9)
    assert found == pytest.approx([0.030, 0.928], abs=0.001)


def test_who_leads_on_either_side_of_a_weight_at_which_two_are_level():
    # A 30, 0, 0 and B 0, 0, 30 at a third each: both 10. More of the first is worth more to A,
    # of the third to B, and of the second nothing to either
    inside = group([1 / 3, 1 / 3, 1 / 3], [[30, 0, 0], [0, 0, 30]])
    assert [leads_beside(inside, at, 0, 1) for at in range(3)] == [(-1, 1), (0, 0), (1, -1)]
    # at a weight of nothing or of everything there is one side only
    ends = group([0.0, 1.0], [[30, 10], [20, 10]])
    assert leads_beside(ends, 0, 0, 1) == (0, 1)
    assert leads_beside(ends, 1, 0, 1) == (1, 0)


def test_lines_that_only_touch_leave_the_same_vendor_ahead_on_both_sides():
    # c2 does not apply to B: (75x + 30·(1 − x)/2) / (x + (1 − x)/2); A is 80x + 40·(1 − x).
    # A's lead, times (1 + x)/2, is 20 (x − 1/2)²
    bent = group([0.5, 0.25, 0.25], [[80, 40, 40], [75, 0, 30]], [[1, 1, 1], [1, 0, 1]])
    assert leads_beside(bent, 0, 0, 1) == (1, 1)
