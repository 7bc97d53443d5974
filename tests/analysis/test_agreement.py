"""Agreement on orders and on weights: by hand, by the textbook, and against scipy."""

import itertools

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import stats

from evalkit.analysis.agreement import (
    average_ranks,
    distance,
    kendall_tau_b,
    kendall_w,
    mean_spearman,
)


def lists(lengths=(1, 8)):
    """Scores with many ties."""
    elements = st.integers(0, 5)
    return arrays(np.int64, st.integers(*lengths), elements=elements).map(lambda n: n.astype(float))


@st.composite
def judgements(draw, judges=(1, 5), items=(1, 6)):
    shape = draw(st.tuples(st.integers(*judges), st.integers(*items)))
    return draw(arrays(np.int64, shape, elements=st.integers(0, 5))).astype(float)


def ranked(scores):
    return np.array([average_ranks(row) for row in scores])


def test_places_by_hand():
    # 9 is first; the two 7s take places 2 and 3; 1 is last
    assert average_ranks(np.array([7.0, 9.0, 1.0, 7.0])).tolist() == [2.5, 1, 4, 2.5]
    assert average_ranks(np.array([])).tolist() == []


def test_the_noise_of_arithmetic_parts_no_tie():
    assert average_ranks(np.array([0.1 + 0.2, 0.3])).tolist() == [1.5, 1.5]
    assert kendall_tau_b(np.array([0.1 + 0.2, 0.3, 1]), np.array([5.0, 5, 9])) == pytest.approx(1)


@given(lists())
def test_places_agree_with_scipy(scores):
    assert average_ranks(scores).tolist() == stats.rankdata(-scores).tolist()


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_a_missing_score_has_no_place(bad):
    scores = np.array([1.0, bad])
    with pytest.raises(ValueError, match="missing or infinite"):
        average_ranks(scores)
    with pytest.raises(ValueError, match="missing or infinite"):
        kendall_tau_b(np.array([1.0, 2.0]), scores)


def test_concordance_by_hand():
    # rank sums 4, 6, 8 around 6: S = 8; W = 12 × 8 / (9 × 24)
    # pairs of judges: 1/2, 1/2, −1/2; their mean is 1/6
    ranks = np.array([[1.0, 2, 3], [1, 3, 2], [2, 1, 3]])
    assert kendall_w(ranks) == pytest.approx(4 / 9)
    assert mean_spearman(ranks) == pytest.approx(1 / 6)


def test_concordance_with_ties_by_hand():
    # rank sums 2.5, 3.5, 6 around 4: S = 6.5; one pair ties: T = 8 − 2
    # W = 12 × 6.5 / (4 × 24 − 2 × 6)
    assert kendall_w(np.array([[1.5, 1.5, 3], [1, 2, 3]])) == pytest.approx(78 / 84)


def test_opposite_judges_do_not_agree_at_all():
    assert kendall_w(np.array([[1.0, 2, 3], [3, 2, 1]])) == 0
    assert mean_spearman(np.array([[1.0, 2, 3], [3, 2, 1]])) == pytest.approx(-1)


def test_all_tied_is_agreement_and_one_judge_without_an_opinion_lowers_it():
    assert kendall_w(np.array([[2.0, 2, 2], [2, 2, 2]])) == 1
    # S is that of the first judge, 2; the most it could be is 2 × 2
    assert kendall_w(np.array([[1.0, 2, 3], [2, 2, 2]])) == pytest.approx(1 / 2)


def test_a_single_item_is_agreed_upon():
    assert kendall_w(np.array([[1.0], [1.0]])) == 1


@given(judgements())
def test_concordance_follows_the_textbook_and_lies_between_0_and_1(scores):
    ranks = ranked(scores)
    judges, items = ranks.shape
    spread = ((ranks.sum(axis=0) - judges * (items + 1) / 2) ** 2).sum()
    tied = [np.unique(row, return_counts=True)[1] for row in ranks]
    correction = judges * sum((each**3 - each).sum() for each in tied)
    most = judges**2 * (items**3 - items) - correction
    assert kendall_w(ranks) == pytest.approx(12 * spread / most if most else 1)
    assert 0 <= kendall_w(ranks) <= 1


@given(judgements(judges=(2, 5), items=(3, 6)))
def test_concordance_agrees_with_the_friedman_test_of_scipy(scores):
    # Friedman's chi-squared is m (n − 1) W; scipy divides by 0 where every judge ties everything.
    assume(np.ptp(scores, axis=1).any())
    judges, items = scores.shape
    chi_squared = stats.friedmanchisquare(*scores.T).statistic
    assert kendall_w(ranked(scores)) == pytest.approx(chi_squared / (judges * (items - 1)))


@given(lists(), st.integers(1, 5))
def test_judges_who_say_the_same_agree_fully(scores, judges):
    assert kendall_w(ranked([scores] * judges)) == pytest.approx(1)


@given(st.lists(st.permutations(range(1, 6)), min_size=2, max_size=5))
def test_mean_spearman_is_the_mean_over_all_pairs(orders):
    ranks = np.array(orders, dtype=float)
    pairs = [np.corrcoef(one, two)[0, 1] for one, two in itertools.combinations(ranks, 2)]
    assert mean_spearman(ranks) == pytest.approx(np.mean(pairs))
    # without ties it follows from W
    judges = len(ranks)
    assert mean_spearman(ranks) == pytest.approx((judges * kendall_w(ranks) - 1) / (judges - 1))


def test_mean_spearman_with_ties_by_hand():
    # (1, 2, 3) against (1.5, 1.5, 3): 1.5 / √(2 × 1.5) = 0.8660
    assert mean_spearman(np.array([[1.0, 2, 3], [1.5, 1.5, 3]])) == pytest.approx(0.75**0.5)
    # who ranks all equal says nothing: 0 with others, 1 with another such judge; (0 + 0 + 1) / 3
    flat = np.array([[1.0, 2, 3], [2, 2, 2], [2, 2, 2]])
    assert mean_spearman(flat) == pytest.approx(1 / 3)


def test_one_judge_makes_no_pair():
    with pytest.raises(ValueError, match="no pairs"):
        mean_spearman(np.array([[1.0, 2]]))


def test_tau_b_by_hand():
    # two pairs agree, one does not: (2 − 1) / 3
    assert kendall_tau_b(np.array([3.0, 2, 1]), np.array([3.0, 1, 2])) == pytest.approx(1 / 3)
    # two of three pairs are untied on the left, three on the right: 2 / √(2 × 3)
    assert kendall_tau_b(np.array([1.0, 1, 2]), np.array([1.0, 2, 3])) == pytest.approx(
        2 / np.sqrt(6)
    )


def test_tau_b_where_a_list_has_no_order():
    level, rising = np.array([5.0, 5, 5]), np.array([1.0, 2, 3])
    assert kendall_tau_b(level, rising) == 0
    assert kendall_tau_b(rising, level) == 0
    assert kendall_tau_b(level, level + 1) == 1
    assert kendall_tau_b(np.array([5.0]), np.array([7.0])) == 1


@given(judgements(judges=(2, 2), items=(2, 8)))
def test_tau_b_agrees_with_scipy(pair):
    # scipy gives nan where a list has no order
    assume(np.ptp(pair, axis=1).all())
    assert kendall_tau_b(*pair) == pytest.approx(stats.kendalltau(*pair).statistic)


@given(lists((2, 8)))
def test_tau_b_is_1_for_the_same_order_and_minus_1_for_the_reverse(scores):
    assume(np.ptp(scores) > 0)
    assert kendall_tau_b(scores, scores**3) == pytest.approx(1)
    assert kendall_tau_b(scores, -scores) == pytest.approx(-1)


def test_distance_by_hand():
    # 30 points move from the first criterion to the last
    assert distance(np.array([0.5, 0.3, 0.2]), np.array([0.2, 0.3, 0.5])) == pytest.approx(0.3)
    assert distance(np.array([1.0, 0]), np.array([0, 1.0])) == 1


@given(arrays(np.float64, (3, 4), elements=st.floats(0.01, 1)))
def test_distance_is_a_metric_within_0_and_1(worths):
    one, two, three = worths / worths.sum(axis=1, keepdims=True)
    assert distance(one, one) == 0
    assert 0 <= distance(one, two) == distance(two, one) <= 1 + 1e-12
    assert distance(one, three) <= distance(one, two) + distance(two, three) + 1e-12
