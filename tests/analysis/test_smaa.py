"""SMAA-2: exact and published cases, and what must hold whatever is drawn."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.analysis import sampling
from evalkit.analysis.case import Case, Unsettled
from evalkit.analysis.distribution import Even, OneOf
from evalkit.analysis.drawing import CHUNK
from evalkit.analysis.smaa import (
    confidence_factors,
    draws_for,
    first_shares,
    simulate,
    standard_error,
)
from tests.published import case, needs_cases


def smaa(*given, **more):
    """The shares of draws in which each fact is drawn by itself."""
    return simulate(*given, **more).alone


def uniform(count):
    return lambda rng, draws: sampling.uniform(rng, count, draws)


@needs_cases
def test_two_criteria_in_closed_form():
    # exact: A is best iff w1 > 0.6, B iff w1 < 0.4, else C
    given_case = case("smaa2-closed-form-2crit")
    expected, tolerance = given_case["expected"], given_case["tolerance"]
    found = smaa(Case(100 * np.array(given_case["matrix"])), uniform(2), 100_000, seed=7)
    assert found.first == pytest.approx(expected["first_rank_acceptability"], abs=tolerance)
    assert found.central[0] == pytest.approx(np.array(expected["central_weights"]), abs=tolerance)
    wins = found.wins - np.diag(np.diag(found.wins))
    assert wins == pytest.approx(np.array(expected["pairwise_winning"]), abs=tolerance)
    factors = confidence_factors(Case(100 * np.array(given_case["matrix"])), found.central, 100, 7)
    assert factors.tolist() == expected["confidence_factors"]


class Incidence(Even):
    """A beta-distributed incidence on a decreasing linear value."""

    def __init__(self, a, b, low, high):
        super().__init__(0.0, 100.0)
        self.shape, self.ends = (a, b), (low, high)

    def at(self, share):
        from scipy.stats import beta

        low, high = self.ends
        return 100 * (high - beta.ppf(1 - share, *self.shape)) / (high - low)


def thrombolytics(given_case):
    """The values of the published case, from 0 to 100."""
    unsettled = []
    for vendor, name in enumerate(given_case["alternatives"]):
        for measure, (_, a, b) in enumerate(given_case["params"]["distributions"][name]):
            low, high = given_case["params"]["value_functions"][measure]["range"]
            unsettled.append(Unsettled(vendor, measure, Incidence(a, b, low, high)))
    return Case(np.zeros((2, 3)), unsettled)


@needs_cases
def test_thrombolytics_with_ordinal_weights():
    # drugis/mcda-elicitation-web, R/test/thrombo.R: Proximal > Bleeding > Distal, 10,000 draws
    given_case = case("smaa2-thrombolytics-ordinal")
    expected, tolerance = given_case["expected"], given_case["tolerance"]
    names = given_case["criteria"]
    order = [[names.index(name)] for name in given_case["params"]["weight_order"]]
    drawn = thrombolytics(given_case)
    found = smaa(drawn, lambda rng, n: sampling.ordered(rng, order, 3, n), 40_000, seed=1)
    assert found.ranks == pytest.approx(np.array(expected["rank_acceptability"]), abs=tolerance)
    assert found.central[0] == pytest.approx(np.array(expected["central_weights"]), abs=tolerance)
    factors = confidence_factors(drawn, found.central, 40_000, 1)
    assert factors == pytest.approx(expected["confidence_factors"], abs=tolerance)


@needs_cases
def test_thrombolytics_with_fixed_weights():
    # R smaa, tests/Examples/smaa-Ex.Rout.save: 10,000 stored draws from the same distributions.
    # The stored draws themselves are not at hand, so the printed share must agree with ours within
    # four standard errors of the difference, theirs being by far the larger part.
    given_case = case("smaa2-thrombolytics-fixed-weights")
    drawn = thrombolytics(case("smaa2-thrombolytics-ordinal"))
    weights = np.array(given_case["weights"])
    draws, theirs = 400_000, 10_000
    found = smaa(drawn, lambda _, n: np.repeat(weights[:, None], n, axis=1), draws, seed=1)
    expected = np.array(given_case["expected"]["rank_acceptability"])
    error = np.hypot(standard_error(expected, theirs), standard_error(found.ranks, draws))
    assert (np.abs(found.ranks - expected) <= 4 * error).all()


def test_draws_follow_from_the_wanted_error():
    # 0.5 points: 0.25 / 0.005² = 10,000; a share of one half is the worst there is
    assert [draws_for(p) for p in (0.005, 0.01, 0.1)] == [10_000, 2_500, 25]
    assert standard_error(0.5, 10_000) == pytest.approx(0.005)


def test_vendors_that_tie_divide_their_places():
    # two clones and one that is worse in both: places 1 and 2 are shared, half each
    found = smaa(Case(np.array([[80.0, 80.0], [80.0, 80.0], [10.0, 10.0]])), uniform(2), 1_000, 3)
    assert found.ranks.tolist() == [[0.5, 0.5, 0.0], [0.5, 0.5, 0.0], [0.0, 0.0, 1.0]]
    assert found.wins[0, 1] == 0.5
    case = Case(np.array([[80.0, 80.0], [80.0, 80.0], [10.0, 10.0]]))
    assert first_shares(case, [uniform(2)], 1_000, 3)[0][0].tolist() == [0.5, 0.5, 0.0]


def test_a_difference_of_rounding_is_a_tie():
    case = Case(np.array([[80.0, 80.0], [80.0 + 1e-11, 80.0], [10.0, 10.0]]))
    found = smaa(case, uniform(2), 1_000, 3)
    assert found.ranks[0].tolist() == [0.5, 0.5, 0.0]
    assert found.wins[0].tolist() == [0, 0.5, 1]
    assert first_shares(case, [uniform(2)], 1_000, 3)[0][0].tolist() == [0.5, 0.5, 0.0]


def test_a_shared_first_place_counts_in_parts():
    # two clones share first place in every draw, whatever the weights: each is first in half, and
    # the weights that favour it are all weights, whose mean is one half each
    case = Case(np.array([[80.0, 80.0], [80.0, 80.0], [10.0, 10.0]]))
    found = smaa(case, uniform(2), 20_000, 3)
    assert found.central[0, :2] == pytest.approx(np.full((2, 2), 0.5), abs=0.01)
    central = np.full((1, 3, 2), 0.5)
    assert confidence_factors(case, central, 100, 3).tolist() == [0.5, 0.5, 0.0]


def test_three_clones_divide_three_places():
    found = smaa(Case(np.full((3, 2), 50.0)), uniform(2), 100, 3)
    assert found.ranks == pytest.approx(np.full((3, 3), 1 / 3))


def test_who_dominates_comes_first_where_the_weights_see_no_difference():
    # alike on the first measure, which alone is weighed; better or worse on the second
    values = np.array([[50.0, 10.0], [50.0, 20.0], [50.0, 30.0]])
    dominates = np.array([[False, False, False], [True, False, False], [True, True, False]])
    first = np.array([[1.0], [0.0]])

    def only_the_first(_, draws):
        return np.repeat(first, draws, axis=1)

    found = smaa(Case(values, dominates=dominates), only_the_first, 10, 0)
    assert found.ranks.tolist() == [[0, 0, 1], [0, 1, 0], [1, 0, 0]]
    upside_down = Case(values[::-1], dominates=dominates[::-1, ::-1])
    assert smaa(upside_down, only_the_first, 10, 0).ranks.tolist() == np.eye(3).tolist()
    assert first_shares(upside_down, [only_the_first], 10, 0)[0][0].tolist() == [1, 0, 0]
    assert found.wins.tolist() == [[0, 0, 0], [1, 0, 0], [1, 1, 0]]


def halves(_, draws):
    return np.full((2, draws), 0.5)


def unknown(vendor, *measures):
    return [Unsettled(vendor, m, Even(0, 100), is_open=True) for m in measures]


KNOWN = Case(np.array([[60.0, 60.0], [10.0, 10.0]]))
UNKNOWN = Case(np.zeros((1, 2)), unknown(0, 0, 1), vendors=["unknown"])


def test_a_vendor_that_nobody_looked_into_wins_more_often_if_its_facts_are_alike():
    # Two facts at half the weight each, even from 0 to 100: their mean is above 60 in 0.32 of draws
    # (2 × 0.4²), and in 0.4 of them if both are the same. B stands at 60.
    case = Case(np.array([[0.0, 0.0], [60.0, 60.0]]), unknown(0, 0, 1))
    found = simulate(case, halves, 40_000, 5)
    error = 4 * float(standard_error(0.4, 40_000))
    assert found.alone.first == pytest.approx([0.32, 0.68], abs=error)
    assert found.alike.first == pytest.approx([0.4, 0.6], abs=error)
    assert [each.tolist() for each in first_shares(case, [halves], 40_000, 5)[0]] == [
        found.alone.first.tolist(),
        found.alike.first.tolist(),
    ]


def test_a_vendor_that_is_not_ranked_is_held_against_those_that_are():
    # Its open facts move together: above 60 in 0.4 of draws, whoever else is not ranked.
    found = simulate(KNOWN, halves, 40_000, 5, rivals=UNKNOWN)
    assert found.challenges == pytest.approx([0.4], abs=4 * float(standard_error(0.4, 40_000)))
    both = Case(np.array([[99.0, 99.0], [0.0, 0.0]]), unknown(1, 0, 1), vendors=["best", "unknown"])
    more = simulate(KNOWN, halves, 40_000, 5, rivals=both)
    assert more.challenges.tolist() == [1.0, *found.challenges.tolist()]
    assert more.alike.first.tolist() == [1.0, 0.0]


def test_a_tie_with_the_best_is_half_a_challenge():
    level = Case(np.array([[60.0, 60.0], [60.0, 59.0]]), vendors=["level", "behind"])
    assert simulate(KNOWN, halves, 100, 5, rivals=level).challenges.tolist() == [0.5, 0.0]


def test_who_has_other_weights_challenges_with_these():
    # The second set of weights has all on the first measure, where the rival is ahead.
    weights = np.array([[[0.5], [0.5]], [[1.0], [0.0]]])
    rival = Case(np.array([[70.0, 0.0]]), pattern=np.array([1]), vendors=["rival"])
    found = simulate(KNOWN, lambda _, n: np.repeat(weights, n, axis=2), 10, 0, rivals=rival)
    assert found.challenges.tolist() == [1.0]


def test_where_nothing_is_open_there_is_one_result():
    facts = [Unsettled(0, 0, Even(0, 100))]
    found = simulate(Case(np.array([[0.0, 50.0], [40.0, 60.0]]), facts), uniform(2), 3_000, 5)
    assert found.alone.ranks.tobytes() == found.alike.ranks.tobytes()
    assert found.alone.central.tobytes() == found.alike.central.tobytes()


def test_more_vendors_than_a_byte_can_count_keep_their_order():
    # 200 vendors, each better than the one before.
    scores = np.arange(200.0) / 2
    found = smaa(Case(np.repeat(scores[:, None], 2, axis=1)), halves, 3, 1)
    assert found.ranks[::-1].argmax(axis=1).tolist() == list(range(200))
    assert found.wins[150].tolist() == [1.0] * 150 + [0.0] * 50
    # The last two tie: they divide the first two places.
    scores[-2] = scores[-1]
    found = smaa(Case(np.repeat(scores[:, None], 2, axis=1)), halves, 3, 1)
    assert found.ranks[-3:, :3].tolist() == [[0, 0, 1], [0.5, 0.5, 0], [0.5, 0.5, 0]]
    assert found.wins[-1, -2] == 0.5


def test_different_weights_may_apply_to_different_vendors():
    # B's second measure does not apply: all its weight lies on the first, so B always scores 50
    weights = np.array([[[0.2], [0.8]], [[1.0], [0.0]]])
    case = Case(np.array([[100.0, 0.0], [50.0, 0.0]]), pattern=np.array([0, 1]))
    found = smaa(case, lambda _, n: np.repeat(weights, n, axis=2), 10, 0)
    assert found.first.tolist() == [0.0, 1.0]


def test_no_draws_or_no_vendors_are_refused():
    for values, draws in ((np.zeros((2, 2)), 0), (np.zeros((0, 2)), 10)):
        with pytest.raises(ValueError, match="at least one draw"):
            smaa(Case(values), uniform(2), draws, 1)


def test_the_number_of_draws_is_told_chunk_by_chunk():
    told = []
    smaa(Case(np.ones((1, 1))), uniform(1), CHUNK + 5, 1, told.append)
    assert told == [CHUNK, 5]


values = st.integers(2, 5).flatmap(
    lambda columns: st.lists(
        st.lists(st.integers(0, 10).map(lambda n: 10.0 * n), min_size=columns, max_size=columns),
        min_size=1,
        max_size=6,
    ).map(np.array)
)


def unsettled(table, places):
    """Some cells of a table made unknown."""
    cells = {(row % len(table), column % table.shape[1]) for row, column in places}
    return [
        Unsettled(row, column, OneOf([0, 50, 100]), is_open=row > 0)
        for row, column in sorted(cells)
    ]


places = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=5)


@given(values, places, st.integers(0, 2**32))
def test_rows_and_columns_of_acceptabilities_sum_to_one(table, cells, seed):
    case = Case(table, unsettled(table, cells))
    both = simulate(case, uniform(table.shape[1]), 200, seed)
    [light] = first_shares(case, [uniform(table.shape[1])], 200, seed)
    for found, firsts in zip((both.alone, both.alike), light, strict=True):
        assert found.ranks.sum(axis=0) == pytest.approx(1)
        assert found.ranks.sum(axis=1) == pytest.approx(1)
        off = ~np.eye(len(table), dtype=bool)
        assert (found.wins + found.wins.T)[off] == pytest.approx(1)
        assert firsts == pytest.approx(found.first)


@given(values, places, st.integers(0, 2**32))
def test_several_ways_to_draw_weights_are_each_as_if_alone(table, cells, seed):
    case, count = Case(table, unsettled(table, cells)), table.shape[1]
    ways = [uniform(count), lambda _, draws: np.eye(count)[:, -1:].repeat(draws, axis=1)]
    for way, shares in zip(ways, first_shares(case, ways, 200, seed), strict=True):
        [alone] = first_shares(case, [way], 200, seed)
        assert [each.tobytes() for each in shares] == [each.tobytes() for each in alone]


@given(values, places, st.integers(0, 2**32))
def test_the_same_seed_gives_the_same_bytes(table, cells, seed):
    case = Case(table, unsettled(table, cells))
    one, two = (simulate(case, uniform(table.shape[1]), 300, seed) for _ in range(2))
    for kind in ("alone", "alike"):
        first, second = getattr(one, kind), getattr(two, kind)
        assert first.ranks.tobytes() == second.ranks.tobytes()
        assert first.central.tobytes() == second.central.tobytes()
        assert first.wins.tobytes() == second.wins.tobytes()


@given(values, places, st.randoms(), st.integers(0, 2**32))
def test_the_order_of_vendors_changes_no_bit_of_the_result(table, cells, random, seed):
    order = list(range(len(table)))
    random.shuffle(order)
    facts = unsettled(table, cells)
    names = [f"vendor {n}" for n in order]
    moved = [replace(fact, vendor=order.index(fact.vendor)) for fact in facts]
    one = smaa(Case(table, facts, vendors=sorted(names)), uniform(table.shape[1]), 300, seed)
    two = smaa(Case(table[order], moved, vendors=names), uniform(table.shape[1]), 300, seed)
    assert two.ranks.tobytes() == one.ranks[order].tobytes()
    assert two.wins.tobytes() == one.wins[order][:, order].tobytes()
    assert two.central.tobytes() == one.central[:, order].tobytes()


@given(values, st.integers(0, 2**32))
def test_a_dominated_vendor_is_never_first(table, seed):
    worse = np.vstack([table, table[0] - 5.0])  # below the first vendor on every measure
    found = smaa(Case(worse), uniform(table.shape[1]), 300, seed)
    assert found.first[-1] == 0
    assert np.isnan(found.central[0, -1]).all()


@given(values, st.integers(0, 2**32))
def test_central_weights_make_their_vendor_first(table, seed):
    # favourable weights of an additive score are convex, so their mean is favourable too
    case = Case(table)
    found = smaa(case, uniform(table.shape[1]), 300, seed)
    factors = confidence_factors(case, found.central, 1, seed)
    assert (factors[found.first > 0] > 0).all()
    assert np.isnan(factors[found.first == 0]).all()


def test_more_draws_shrink_the_error_as_one_over_root_n():
    # B is first with probability 0.4 (closed form): over 200 seeds the spread of its share is
    # √(0.4 × 0.6 / n), so 16 times the draws make a quarter of the spread
    table = 100 * np.array([[1.0, 0.0], [0.0, 1.0], [0.6, 0.6]])
    spread = {}
    for draws in (100, 1_600):
        shares = [smaa(Case(table), uniform(2), draws, seed).first[1] for seed in range(200)]
        spread[draws] = np.std(shares)
        assert spread[draws] == pytest.approx((0.24 / draws) ** 0.5, rel=0.2)
    assert spread[100] / spread[1_600] == pytest.approx(4, rel=0.25)
