"""Comparisons two by two: by hand, against numpy, and what must hold for all of them."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.weighting.pairwise import RANDOM_INDEX, Judgement, islands, judge

CIRCLE = [Judgement(0, 1, 2), Judgement(1, 2, 2), Judgement(2, 0, 2)]
TIMES = st.floats(1, 9)


@st.composite
def complete_sets(draw):
    """Every pair of 1 to 7 criteria compared, in a random direction."""
    count = draw(st.integers(1, 7))
    judgements = [
        Judgement(*(pair if draw(st.booleans()) else pair[::-1]), draw(TIMES))
        for pair in itertools.combinations(range(count), 2)
    ]
    return count, judgements


@st.composite
def consistent_sets(draw):
    """Weights, and judgements that are exactly their ratios: a tree, and some further pairs."""
    raw = draw(st.lists(st.floats(0.05, 1), min_size=2, max_size=7))
    pairs = {(draw(st.integers(0, n - 1)), n) for n in range(1, len(raw))}
    further = [pair for pair in itertools.combinations(range(len(raw)), 2) if pair not in pairs]
    pairs |= set(draw(st.lists(st.sampled_from(further), unique=True)) if further else [])
    judgements = [
        Judgement(a, b, raw[a] / raw[b])
        if draw(st.booleans())
        else Judgement(b, a, raw[b] / raw[a])
        for a, b in sorted(pairs)
    ]
    return [part / sum(raw) for part in raw], judgements


def filled(count, judgements, weights):
    """The matrix of comparisons; what was not compared has the ratio of the weights."""
    matrix = np.array([[a / b for b in weights] for a in weights])
    for each in judgements:
        matrix[each.more, each.less] = each.times
        matrix[each.less, each.more] = 1 / each.times
    return matrix


def test_two_criteria_by_hand():
    # 3 to 1
    found = judge(2, [Judgement(1, 0, 3)])
    assert found.weights == pytest.approx([0.25, 0.75])
    assert (found.method, found.complete) == ("pairwise-eigenvector", True)
    assert (found.consistency_ratio, found.worst) == (0.0, None)


def test_one_criterion_alone_has_all_the_weight():
    found = judge(1, [])
    assert (found.weights, found.consistency_ratio, found.complete) == ((1.0,), 0.0, True)


def test_a_circle_of_three_by_hand():
    # Each beats the next 2 to 1: by symmetry all weights are 1/3, and every row of the matrix sums
    # to 1 + 2 + 1/2 = 3.5, the principal eigenvalue. CI = (3.5 − 3) / 2 = 0.25, CR = 0.25 / 0.58.
    found = judge(3, CIRCLE)
    assert found.weights == pytest.approx([1 / 3] * 3)
    assert found.consistency_index == pytest.approx(0.25)
    assert (found.random_index, found.consistency_ratio) == (0.58, pytest.approx(0.25 / 0.58))
    # all are off by the same; the first one is named
    assert (found.worst.position, found.worst.said) == (0, 2)
    assert found.worst.implied == pytest.approx(1)


def test_a_contradiction_of_three_by_hand():
    # For three criteria the eigenvector is the row's geometric mean: (1·2·1)^⅓, (½·1·2)^⅓,
    # (1·½·1)^⅓ = 1.26, 1, 0.794. Each judgement then misses by a factor of 2^⅓ or its inverse.
    found = judge(3, [Judgement(0, 1, 2), Judgement(1, 2, 2), Judgement(0, 2, 1)])
    total = 2 ** (1 / 3) + 1 + 2 ** (-1 / 3)
    assert found.weights == pytest.approx([2 ** (1 / 3) / total, 1 / total, 2 ** (-1 / 3) / total])
    assert found.worst.implied == pytest.approx(2 ** (1 / 3))


def test_the_worst_judgement_is_the_one_that_was_turned_round():
    weights = [8, 4, 2, 1]
    judgements = [
        Judgement(a, b, weights[a] / weights[b]) for a, b in itertools.combinations(range(4), 2)
    ]
    judgements[2] = Judgement(3, 0, 8)
    found = judge(4, judgements)
    worst = found.worst
    assert (worst.position, worst.more, worst.less, worst.said) == (2, 3, 0, 8)
    # 8 was said, the others say 1/8; the weights stand in between
    assert 1 / 8 < worst.implied < 8
    assert worst.implied == pytest.approx(found.weights[3] / found.weights[0])


def test_pairs_left_out_by_hand():
    # A chain needs no fitting: 2·w1 = w0, 3·w2 = w1 → 6 : 3 : 1
    found = judge(3, [Judgement(0, 1, 2), Judgement(1, 2, 3)])
    assert found.weights == pytest.approx([0.6, 0.3, 0.1])
    assert (found.method, found.complete) == ("pairwise-log-least-squares", False)
    assert found.worst is None


def test_with_no_comparison_too_many_nothing_can_be_checked():
    found = judge(3, [Judgement(0, 1, 2), Judgement(1, 2, 3)])
    assert (found.consistency_ratio, found.consistency_index) == (None, None)
    assert found.random_index == 0


def test_four_in_a_square_by_hand():
    # Going round, 2·2·2 says 8 where the last judgement says 1 (ln 8 too much over four edges, so
    # each gives way by ln 8 / 4): the implied times are 2 / 8^¼ = 2^¼ and 1 · 8^¼ = 2^¾.
    square = [Judgement(0, 1, 2), Judgement(1, 2, 2), Judgement(2, 3, 2), Judgement(0, 3, 1)]
    found = judge(4, square)
    parts = [2 ** (3 / 4), 2 ** (2 / 4), 2 ** (1 / 4), 1]
    assert found.weights == pytest.approx([part / sum(parts) for part in parts])
    eigenvalue = max(np.linalg.eigvals(filled(4, square, found.weights)).real)
    assert found.consistency_index == pytest.approx((eigenvalue - 4) / 3)
    # two of three spare comparisons are missing, which leaves a third of the random index
    assert found.random_index == pytest.approx(0.90 / 3)
    assert found.consistency_ratio == pytest.approx((eigenvalue - 4) / 3 / 0.30)


def test_above_fifteen_criteria_there_is_no_random_index():
    chain = [Judgement(n, n + 1, 2) for n in range(15)] + [Judgement(0, 2, 1)]
    found = judge(16, chain)
    assert (found.random_index, found.consistency_ratio) == (None, None)
    assert found.consistency_index > 0
    assert max(RANDOM_INDEX) == 15


def test_a_chain_longer_than_floats_reach_stays_finite():
    chain = [Judgement(n, n + 1, 100) for n in range(200)] + [Judgement(200, 0, 1)]
    found = judge(201, chain)
    assert sum(found.weights) == pytest.approx(1)
    assert math.isfinite(found.worst.implied)


@pytest.mark.parametrize(
    ("count", "judgements", "reason"),
    [
        (0, [], "at least one"),
        (2, [], "connect"),
        (4, [Judgement(0, 1, 2), Judgement(2, 3, 2)], "connect"),
        (2, [Judgement(0, 1, 2), Judgement(1, 0, 2)], "twice"),
        (2, [Judgement(0, 1, 2), Judgement(1, 1, 2)], "itself"),
        (2, [Judgement(0, 1, 0)], "more than 0"),
        (2, [Judgement(0, 1, float("nan"))], "more than 0"),
    ],
)
def test_judgements_that_cannot_be_used_are_refused(count, judgements, reason):
    with pytest.raises(ValueError, match=reason):
        judge(count, judgements)


def test_islands_come_in_the_order_of_their_first_members():
    judgements = [Judgement(4, 1, 1), Judgement(3, 0, 1), Judgement(1, 4, 1), Judgement(1, 5, 1)]
    assert islands(6, judgements) == ((0, 3), (1, 4, 5), (2,))
    assert islands(0, []) == ()


@given(complete_sets())
def test_complete_sets_have_the_eigenvector_that_numpy_finds(given_set):
    count, judgements = given_set
    found = judge(count, judgements)
    values, vectors = np.linalg.eig(filled(count, judgements, [1.0] * count))
    at = values.real.argmax()
    vector = np.abs(vectors[:, at].real)
    assert found.weights == pytest.approx(vector / vector.sum(), abs=1e-9)
    if count > 2:
        assert found.consistency_index == pytest.approx(
            (values[at].real - count) / (count - 1), abs=1e-9
        )


@given(consistent_sets())
def test_judgements_that_agree_give_the_weights_back(given_set):
    weights, judgements = given_set
    found = judge(len(weights), judgements)
    assert found.weights == pytest.approx(weights)
    assert found.consistency_ratio is None or found.consistency_ratio < 1e-9
    assert found.worst is None


@given(st.integers(3, 15), st.sampled_from([2, 9, 100]))
def test_even_the_largest_circles_converge(count, times):
    # Each matters `times` as much as the next, the last as much as the first; all others the same:
    # by symmetry all weigh the same, and every row sums to (count − 2) + times + 1/times.
    judgements = [
        Judgement(b, a, times)
        if (a, b) == (0, count - 1)
        else Judgement(a, b, times if b == a + 1 else 1)
        for a, b in itertools.combinations(range(count), 2)
    ]
    found = judge(count, judgements)
    assert found.weights == pytest.approx([1 / count] * count)
    row = count - 2 + times + 1 / times
    assert found.consistency_index == pytest.approx((row - count) / (count - 1))


@given(complete_sets(), st.randoms())
def test_the_order_of_criteria_does_not_matter(given_set, random):
    count, judgements = given_set
    places = list(range(count))
    random.shuffle(places)
    moved = [Judgement(places[j.more], places[j.less], j.times) for j in judgements]
    found, again = judge(count, judgements), judge(count, moved)
    assert [again.weights[place] for place in places] == pytest.approx(found.weights)
    assert again.consistency_ratio == pytest.approx(found.consistency_ratio, abs=1e-9)
