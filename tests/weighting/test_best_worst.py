"""Comparisons with the best and the worst alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.weighting.best_worst import linear_best_worst


@st.composite
def agreeing(draw):
    """Weights with their exact ratios to the largest and the smallest."""
    raw = draw(st.lists(st.floats(0.02, 1), min_size=2, max_size=8, unique=True))
    return [part / sum(raw) for part in raw]


@st.composite
def possible(draw):
    """Judgements as people give them, from 1 to 9, which need not agree."""
    count = draw(st.integers(2, 7))
    best, worst = draw(st.permutations(range(count)))[:2]
    span = draw(st.integers(1, 9))
    others = [draw(st.integers(1, span)) for _ in range(count)]
    to_worst = [draw(st.integers(1, span)) for _ in range(count)]
    others[best], others[worst], to_worst[worst], to_worst[best] = 1, span, 1, span
    return best, worst, others, to_worst


def test_two_criteria_by_hand():
    # the best matters 4 times as much as the worst
    found = linear_best_worst(1, 0, [4, 1], [1, 4])
    assert found.weights == pytest.approx([0.2, 0.8])
    assert (found.xi, found.method, found.worst) == (pytest.approx(0), "bwm-linear", None)


def test_three_that_disagree_by_hand():
    # Best a, worst c: a/b = 2, b/c = 5, a/c = 8, but 2·5 = 10. With all misses equal to ξ:
    # a − 2b = −ξ, b − 5c = −ξ, a − 8c = ξ. The first two give a = 10c − 3ξ, the third a = 8c + ξ,
    # so c = 2ξ, a = 17ξ, b = 9ξ, and their sum 28ξ = 1.
    found = linear_best_worst(0, 2, [1, 2, 8], [8, 5, 1])
    assert found.xi == pytest.approx(1 / 28)
    assert found.weights == pytest.approx([17 / 28, 9 / 28, 2 / 28])
    # 17/9 for 2, 9/2 for 5, 17/2 for 8: farthest in proportion is b against c, 5 in the second list
    assert (found.worst.position, found.worst.more, found.worst.less) == (3 + 1, 1, 2)
    assert (found.worst.said, found.worst.implied) == (5, pytest.approx(4.5))


@pytest.mark.parametrize(
    "judgements",
    [
        (0, 0, [1, 2], [2, 1]),  # best and worst the same
        (0, 1, [2, 2], [2, 1]),  # best against itself
        (0, 1, [1, 2], [2, 2]),  # worst against itself
        (0, 1, [1, 2], [3, 1]),  # best against worst, two numbers
        (0, 1, [1, 2, 3], [2, 1, 1]),  # farther from the best than the worst
        (0, 1, [1, 2, 1], [2, 1, 3]),  # farther from the worst than the best
        (0, 1, [1, 2, 0.5], [2, 1, 1]),  # more than the best
    ],
)
def test_judgements_that_contradict_best_and_worst_are_refused(judgements):
    with pytest.raises(ValueError, match="contradict"):
        linear_best_worst(*judgements)


@given(agreeing())
def test_judgements_that_agree_give_the_weights_back(weights):
    best, worst = weights.index(max(weights)), weights.index(min(weights))
    span = weights[best] / weights[worst]
    to_worst = [w / weights[worst] for w in weights]
    to_others = [weights[best] / w for w in weights]
    to_worst[best] = to_others[worst] = span
    found = linear_best_worst(
        best, worst, [min(t, span) for t in to_others], [min(t, span) for t in to_worst]
    )
    assert found.weights == pytest.approx(weights, abs=1e-7)
    assert found.xi == pytest.approx(0, abs=1e-7)


@given(possible())
def test_weights_are_positive_sum_to_one_and_miss_by_at_most_xi(judgements):
    best, worst, others, to_worst = judgements
    found = linear_best_worst(*judgements)
    assert min(found.weights) > 0
    assert sum(found.weights) == pytest.approx(1)
    misses = [abs(found.weights[best] - t * w) for t, w in zip(others, found.weights, strict=True)]
    misses += [
        abs(w - t * found.weights[worst]) for t, w in zip(to_worst, found.weights, strict=True)
    ]
    assert max(misses) == pytest.approx(found.xi, abs=1e-8)


@given(possible())
def test_no_other_weights_miss_by_less_than_equal_ones_would(judgements):
    _, _, others, to_worst = judgements
    # with equal weights the largest miss is (largest times − 1) / count
    equal = (max(*others, *to_worst) - 1) / len(others)
    assert linear_best_worst(*judgements).xi <= equal + 1e-9


def test_the_same_judgements_give_the_same_bytes():
    given_judgements = (0, 3, [1, 2, 4, 9], [9, 5, 2, 1])
    assert linear_best_worst(*given_judgements) == linear_best_worst(*given_judgements)
