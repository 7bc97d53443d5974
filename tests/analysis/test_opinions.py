"""Second opinions: published cases, another library as oracle, and what must always hold."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from pymcdm.methods import PROMETHEE_II, TOPSIS, VIKOR, WPM
from pymcdm.normalizations import vector_normalization

from evalkit.analysis.opinions import (
    geometric_reason,
    promethee2_linear,
    promethee_reason,
    topsis_reason,
    topsis_vector,
    vikor,
    vikor_reason,
    weighted_geometric,
)
from tests.published import case, needs_cases

Q, P = 5.0, 20.0


def arrays_of(name):
    given = case(name)
    return given, np.array(given["matrix"], dtype=float), np.array(given["weights"])


@st.composite
def problems(draw, lowest=0, vendors=6):
    """Values and weights; some weights are 0, many values tie."""
    shape = draw(st.tuples(st.integers(1, vendors), st.integers(1, 5)))
    values = draw(arrays(np.int64, shape, elements=st.integers(lowest, 100))).astype(float)
    worths = draw(arrays(np.int64, shape[1], elements=st.integers(0, 10))).astype(float)
    assume(worths.sum() > 0)
    return values, worths / worths.sum()


# Every method as "more is better", over values from 1.
METHODS = {
    "geometric": weighted_geometric,
    "topsis": topsis_vector,
    "vikor": lambda values, weights: -vikor(values, weights).q,
    "promethee": lambda values, weights: promethee2_linear(values, weights, Q, P),
}
REASONS = {
    "geometric": geometric_reason,
    "topsis": topsis_reason,
    "vikor": vikor_reason,
    "promethee": lambda *given: promethee_reason(*given, Q, P),
}
each_method = pytest.mark.parametrize("name", METHODS)


@needs_cases
def test_topsis_of_tzeng_and_huang():
    # Tzeng & Huang (2011), Multiple Attribute Decision Making
    given, values, weights = arrays_of("topsis-tzeng-huang-2011")
    closeness = topsis_vector(values, weights)
    assert closeness == pytest.approx(given["expected"]["scores"], abs=given["tolerance"])
    assert closeness == pytest.approx(given["computed"]["scores"], abs=1e-8)


@needs_cases
def test_weighted_product_of_wikipedia():
    # Wikipedia, "Weighted product model"; its scores are log10 over columns that sum to 1
    given, values, weights = arrays_of("wpm-wikipedia")
    one, two, three = weighted_geometric(values, weights)
    ratios = [one / two, one / three, two / three]
    assert ratios == pytest.approx(given["expected"]["ratios"], abs=given["tolerance"])
    scores = np.log10(weighted_geometric(values / values.sum(axis=0), weights))
    assert scores == pytest.approx(given["expected"]["scores"], abs=1e-8)


@needs_cases
def test_vikor_of_opricovic_and_tzeng():
    # Opricovic & Tzeng (2004), EJOR 156, 445-455; less risk is better, so it is negated
    given, values, weights = arrays_of("vikor-opricovic-tzeng-2004")
    found = vikor(values * [-1, 1], weights, given["params"]["v"])
    assert found.s == pytest.approx(given["expected"]["S"], abs=given["tolerance"])
    assert found.r == pytest.approx(given["expected"]["R"], abs=given["tolerance"])
    assert found.q == pytest.approx(given["expected"]["Q"], abs=given["tolerance"])


@needs_cases
def test_promethee_of_papathanasiou_and_ploskas():
    # Papathanasiou & Ploskas (2018), ch. PROMETHEE; q = 1 and p = 2 on every criterion
    given, values, weights = arrays_of("promethee2-papathanasiou-2018-linear")
    flows = promethee2_linear(values, weights, indifference=1, preference=2)
    assert flows == pytest.approx(given["expected"]["net_flow"], abs=given["tolerance"])


def test_weighted_geometric_by_hand():
    # √(4 × 25), √(9 × 9)
    values = np.array([[4.0, 25.0], [9.0, 9.0]])
    assert weighted_geometric(values, np.array([0.5, 0.5])) == pytest.approx([10, 9])


@pytest.mark.parametrize("bad", [0.0, -1.0, np.nan])
def test_a_geometric_mean_refuses_values_that_are_not_above_0(bad):
    values, weights = np.array([[50.0, bad]]), np.array([0.5, 0.5])
    with pytest.raises(ValueError, match="above 0"):
        weighted_geometric(values, weights)


def test_topsis_by_hand():
    # columns (3, 4) and (0, 0): norms 5 and 0; weighted (0.3, 0.4) and nothing: B is the ideal
    values = np.array([[3.0, 0.0], [4.0, 0.0]])
    assert topsis_vector(values, np.array([0.5, 0.5])).tolist() == [0, 1]


def test_topsis_puts_a_vendor_that_is_alone_and_vendors_that_do_not_differ_at_the_ideal():
    weights = np.array([0.5, 0.5])
    assert topsis_vector(np.array([[7.0, 0.0]]), weights).tolist() == [1]
    assert topsis_vector(np.array([[7.0, 3.0], [7.0, 3.0]]), weights).tolist() == [1, 1]


def test_vikor_by_hand():
    # spans 100, 100, 50, and none on the last; regrets
    # (0, 0.3, 0, 0), (0.4 × 0.4, 0.3 × 0.5, 0, 0), (0.4, 0, 0.2, 0)
    # S 0.3, 0.31, 0.6 and R 0.3, 0.16, 0.4
    # Q is half the sum of: 0 and 0.14 of 0.24; 0.01 of 0.3 and 0; 1 and 1
    values = np.array([[100.0, 0, 50, 7], [60, 50, 50, 7], [0, 100, 0, 7]])
    found = vikor(values, np.array([0.4, 0.3, 0.2, 0.1]))
    assert found.s == pytest.approx([0.3, 0.31, 0.6])
    assert found.r == pytest.approx([0.3, 0.16, 0.4])
    assert found.q == pytest.approx([7 / 24, 1 / 60, 1])


def test_vikor_by_s_alone_and_by_r_alone():
    # regrets (0, 0.3), (0.35, 0), (0.7, 0.15): S 0.3, 0.35, 0.85 and R 0.3, 0.35, 0.7
    values, weights = np.array([[100.0, 0], [50, 100], [0, 50]]), np.array([0.7, 0.3])
    assert vikor(values, weights, v=1).q == pytest.approx([0, 0.05 / 0.55, 1])
    assert vikor(values, weights, v=0).q == pytest.approx([0, 0.05 / 0.4, 1])


def test_vikor_regrets_nothing_where_a_vendor_is_alone_or_all_are_equal():
    for values in (np.array([[7.0, 3.0]]), np.array([[7.0, 3.0], [7.0, 3.0]])):
        found = vikor(values, np.array([0.5, 0.5]))
        assert not np.any([found.s, found.r, found.q])


def test_vikor_does_not_stretch_noise():
    # regrets 0.1 + 0.2, which is 0.30000000000000004 to a computer, and 0.3
    values = np.array([[0.0, 0, 100, 7], [100, 100, 0, 7]])
    found = vikor(values, np.array([0.1, 0.2, 0.3, 0.4]), v=1)
    assert found.s[0] > found.s[1]
    assert found.q.tolist() == [0, 0]


@pytest.mark.parametrize("v", [-0.1, 1.1, np.nan])
def test_vikor_refuses_a_share_of_s_outside_0_to_1(v):
    with pytest.raises(ValueError, match="share from 0 to 1"):
        vikor(np.array([[1.0]]), np.array([1.0]), v)


def test_promethee_by_hand():
    # q 5, p 20: a lead of 5 counts 0, of 12.5 a half, of 20 and more fully
    # A over B: 12.5 → 0.5; A over C: 17.5 → 12.5 / 15; B over C: 5 → 0
    values = np.array([[50.0], [37.5], [32.5]])
    flows = promethee2_linear(values, np.array([1.0]), Q, P)
    assert flows == pytest.approx([(1 / 2 + 5 / 6) / 2, -1 / 4, -5 / 12])


def test_promethee_prefers_nobody_where_a_vendor_is_alone():
    assert promethee2_linear(np.array([[7.0, 3.0]]), np.array([0.5, 0.5]), Q, P).tolist() == [0]


@pytest.mark.parametrize(("q", "p"), [(-1, 20), (20, 20), (21, 20), (np.nan, 20)])
def test_promethee_refuses_thresholds_that_do_not_rise(q, p):
    with pytest.raises(ValueError, match="indifference"):
        promethee2_linear(np.array([[1.0], [2.0]]), np.array([1.0]), q, p)


def oracle(method, values, weights):
    # Unvalidated: pymcdm warns of weights of 0 and of vendors that dominate, which are meant here.
    return method(values, weights, np.ones(len(weights)), validation=False)


# pymcdm's TOPSIS takes min-max unless told otherwise, and gives nan where ours gives 1.
@given(problems(lowest=1))
def test_topsis_agrees_with_pymcdm(problem):
    values, weights = problem
    assume(np.ptp(values[:, weights > 0], axis=0).any())
    theirs = oracle(TOPSIS(vector_normalization), values, weights)
    assert topsis_vector(values, weights) == pytest.approx(theirs)


# pymcdm divides every column by its sum: so its scores are ours times the same number.
@given(problems(lowest=1))
def test_the_weighted_geometric_mean_agrees_with_pymcdm(problem):
    values, weights = problem
    theirs = oracle(WPM(), values, weights)
    ours = weighted_geometric(values, weights)
    assert ours / ours[0] == pytest.approx(theirs / theirs[0])


# pymcdm refuses a measure on which all are equal, and divides by 0 where S or R is.
@given(problems(), st.sampled_from([0.0, 0.3, 0.5, 1.0]))
def test_vikor_agrees_with_pymcdm(problem, v):
    values, weights = problem
    found = vikor(values, weights, v)
    assume(np.ptp(values, axis=0).all())
    assume(np.ptp(found.s) > 1e-6)
    assume(np.ptp(found.r) > 1e-6)
    assert found.q == pytest.approx(oracle(VIKOR(v=v), values, weights))


# pymcdm calls the linear function vshape_2, takes p and q per measure, divides by 0 for one vendor.
@given(problems())
def test_promethee_agrees_with_pymcdm(problem):
    values, weights = problem
    assume(len(values) > 1)
    count = len(weights)
    theirs = oracle(PROMETHEE_II("vshape_2", p=[P] * count, q=[Q] * count), values, weights)
    assert promethee2_linear(values, weights, Q, P) == pytest.approx(theirs)


@each_method
@given(problem=problems(lowest=1), random=st.randoms(use_true_random=False))
def test_the_order_of_vendors_does_not_matter(name, problem, random):
    values, weights = problem
    order = list(range(len(values)))
    random.shuffle(order)
    there = METHODS[name](values[order], weights)
    assert there == pytest.approx(METHODS[name](values, weights)[order])


@each_method
@given(problem=problems(lowest=1), lead=st.integers(0, 50))
def test_a_vendor_at_least_as_good_everywhere_is_not_behind(name, problem, lead):
    values, weights = problem
    better = np.minimum(values[:1] + lead * (np.arange(len(weights)) % 2), 100)
    figures = METHODS[name](np.vstack([values, better]), weights)
    assert figures[-1] >= figures[0] - 1e-12


@each_method
@given(problem=problems(lowest=1))
def test_a_measure_that_weighs_nothing_changes_nothing(name, problem):
    values, weights = problem
    more = np.column_stack([values, np.arange(1.0, len(values) + 1)])
    there = METHODS[name](more, np.append(weights, 0.0))
    assert there == pytest.approx(METHODS[name](values, weights))


@given(problems(), st.floats(0.1, 10), st.floats(-50, 50))
def test_vikor_does_not_depend_on_units(problem, factor, offset):
    values, weights = problem
    assert vikor(values * factor + offset, weights).q == pytest.approx(
        vikor(values, weights).q, abs=1e-6
    )


@given(problems())
def test_figures_keep_within_their_ranges(problem):
    values, weights = problem
    found, flows = vikor(values, weights), promethee2_linear(values, weights, Q, P)
    for figures in (topsis_vector(values, weights), found.s, found.r, found.q):
        assert (figures >= 0).all()
        assert (figures <= 1 + 1e-12).all()
    assert (found.r <= found.s + 1e-12).all()
    assert (np.abs(flows) <= 1 + 1e-12).all()
    assert flows.sum() == pytest.approx(0, abs=1e-12)


def test_the_geometric_reason_counts_ratios_not_points():
    # additive 48 against 37; products 33.5 against 34.7
    # j over i: 0.4 ln(40/90) < 0, 0.3 ln 2 = 0.208 for 10 points, 0.3 ln(5/3) = 0.153 for 20
    values, weights = np.array([[90.0, 10, 30], [40, 20, 50]]), np.array([0.4, 0.3, 0.3])
    assert np.diff(values @ weights) < 0 < np.diff(weighted_geometric(values, weights))
    assert geometric_reason(values, weights, 0, 1) == 1


def test_the_topsis_reason_counts_shares_of_a_norm_not_points():
    # norms 100, 100, 13; weighted leads of j: −0.5 × 0.2, 0.25 × 0.2 for 20 points, and
    # 0.25 × 7/13 = 0.135 for 7 points; additive 56.25 against 53
    values, weights = np.array([[80.0, 60, 5], [60, 80, 12]]), np.array([0.5, 0.25, 0.25])
    assert np.diff(values @ weights) < 0 < np.diff(topsis_vector(values, weights))
    assert topsis_reason(values, weights, 0, 1) == 2


def scaled(values):
    """Values, and weights that cancel the norms: weighted values are proportional to values."""
    values = np.array(values)
    norms = np.sqrt((values**2).sum(axis=0))
    return values, norms / norms.sum()


def test_the_topsis_reason_counts_both_distances():
    # Squares that j gains away from the worst, 0, and towards the best, 1:
    # first 0.6 → 1: 1 − 0.36 = 0.64 and 0.16; second 0 → 0.4: 0.16 and 0.64; third: −0.19, −0.01.
    # d⁻ of i and j: √1.36 + √1.97 = 2.57; d⁺: √1.16 + √0.37 = 1.69.
    # Away counts 1.69 / 2.57 = 0.66, towards 1.52: first 0.42 + 0.24, second 0.11 + 0.97.
    near = [[0.6, 0.0, 1.0], [1.0, 0.4, 0.9], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]
    assert topsis_reason(*scaled(near), 0, 1) == 1
    # The same upside down, 1 − value, and i for j: now away counts 1.52, towards 0.66:
    # first 0 → 0.4: 0.24 + 0.42, second 0.6 → 1: 0.97 + 0.11.
    far = [[0.0, 0.6, 0.1], [0.4, 1.0, 0.0], [0.0, 1.0, 1.0], [1.0, 0.0, 1.0]]
    assert topsis_reason(*scaled(far), 0, 1) == 1


def test_the_vikor_reason_is_the_largest_regret():
    # as in `test_vikor_by_hand`: i regrets 0.3 on the second measure, j 0.15
    values = np.array([[100.0, 0, 50, 7], [60, 50, 50, 7], [0, 100, 0, 7]])
    weights = np.array([0.4, 0.3, 0.2, 0.1])
    assert vikor_reason(values, weights, 0, 1) == 1


def test_the_vikor_reason_is_the_largest_regret_not_the_largest_difference():
    # regrets of i (0.3, 0.2, 0), of j (0.18, 0, 0.2): 0.3 is the largest, 0.2 the larger gain
    values = np.array([[0.0, 0, 100], [40, 100, 60], [100, 0, 0]])
    assert vikor_reason(values, np.array([0.3, 0.2, 0.5]), 0, 1) == 0


def test_the_vikor_reason_is_no_measure_on_which_the_other_regrets_more():
    # regrets of i (0.3, 0.1), of j (0.35, 0): j leads by S, 0.35 against 0.4, thanks to the second
    values = np.array([[40.0, 80], [30, 100], [100, 0], [0, 100]])
    assert vikor_reason(values, np.array([0.5, 0.5]), 0, 1) == 1


def test_the_promethee_reason_counts_preferences_not_points():
    # q 0, p 10; net flows of i, j on each measure: (1, −0.75), (−0.9, −0.1), (−0.5, 1)
    # j over i: −0.3 × 1.75, 0.5 × 0.8 = 0.4 for 8 points, 0.2 × 1.5 = 0.3 for 50 points
    # additive 40 against 36; net flow −0.25 against −0.075
    values = np.array([[100.0, 20, 0], [40, 28, 50], [45, 90, 0]])
    weights = np.array([0.3, 0.5, 0.2])
    flows = promethee2_linear(values, weights, 0, 10)
    assert flows[:2] == pytest.approx([-0.25, -0.075])
    assert promethee_reason(values, weights, 0, 1, 0, 10) == 1


@each_method
@given(problem=problems(lowest=1))
def test_a_reason_is_a_weighted_measure_on_which_the_preferred_vendor_is_better(name, problem):
    values, weights = problem
    figures = METHODS[name](values, weights)
    for i, j in np.argwhere(figures[None, :] > figures[:, None] + 1e-9):
        reason = REASONS[name](values, weights, i, j)
        assert values[j, reason] > values[i, reason]
        assert weights[reason] > 0


@each_method
def test_there_is_no_reason_for_a_vendor_that_is_nowhere_better(name):
    values = np.array([[50.0, 50], [10, 50]])
    with pytest.raises(ValueError, match="nothing speaks for vendor 1 against vendor 0"):
        REASONS[name](values, np.array([0.5, 0.5]), 0, 1)


def test_nothing_speaks_for_a_vendor_that_is_no_different():
    alike = np.array([[50.0, 20.0], [50.0, 20.0]])
    weights = np.array([0.5, 0.5])
    for reason in (geometric_reason, topsis_reason, vikor_reason):
        with pytest.raises(ValueError, match="nothing speaks for vendor 1 against vendor 0"):
            reason(alike, weights, 0, 1)
