"""Draws of scores: each fact by itself, or all open facts of a vendor good or bad together."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.analysis import sampling
from evalkit.analysis.case import Case, Unsettled
from evalkit.analysis.distribution import Even, OneOf, Triangle
from evalkit.analysis.drawing import CHUNK, Drawing, weighted

KINDS = (
    Even(0, 100),
    OneOf([0, 25, 50, 100]),
    Triangle(1, 20, 90, [0, 10, 100], [0, 60, 100]),
    Triangle(0, 30, 100, [0, 100], [100, 0]),
    Triangle(0, 30, 100, [0, 50, 100], [0, 100, 20]),
)


def uniform(count):
    return lambda rng, draws: sampling.uniform(rng, count, draws)


def values(case, seed=1):
    """The values of each fact in both kinds of draws, by vendor and measure."""
    drawn = Drawing(case, seed).values(CHUNK)
    return {(fact.vendor, fact.measure): (alone, alike) for fact, alone, alike in drawn}


def test_open_facts_of_a_vendor_are_good_or_bad_together_and_those_of_others_are_not():
    facts = [Unsettled(v, m, Even(0, 100), is_open=True) for v in (0, 1) for m in (0, 1)]
    drawn = values(Case(np.zeros((2, 2)), facts))
    assert drawn[0, 0][1].tolist() == drawn[0, 1][1].tolist()
    assert abs(np.corrcoef(drawn[0, 0][1], drawn[1, 0][1])[0, 1]) < 0.15
    assert np.abs(np.corrcoef([alone for alone, _ in drawn.values()]) - np.eye(4)).max() < 0.15


def test_good_is_what_has_a_high_value_whatever_its_level_is():
    # Costs less the better, a target's best value is in between: a good draw is good in both.
    facts = [Unsettled(0, m, kind, is_open=True) for m, kind in enumerate(KINDS)]
    drawn = [alike for _, alike in values(Case(np.zeros((1, 5)), facts)).values()]
    order = drawn[0].argsort()
    assert all((np.diff(each[order]) >= 0).all() for each in drawn)


def test_what_is_not_open_keeps_its_draws():
    steady, moving = Unsettled(0, 0, KINDS[2]), Unsettled(0, 1, Even(0, 100), is_open=True)
    together = values(Case(np.zeros((1, 2)), [moving, steady]))
    by_itself = values(Case(np.zeros((1, 2)), [steady]))
    assert (
        together[0, 0][1].tobytes() == together[0, 0][0].tobytes() == by_itself[0, 0][0].tobytes()
    )
    assert together[0, 1][1].tobytes() != together[0, 1][0].tobytes()


def test_a_range_without_width_is_as_good_as_known():
    weights = next(weighted(uniform(2), 100, 7))
    known = Case(np.array([[40.0, 70.0]]))
    ranged = Case(np.array([[40.0, 0.0]]), [Unsettled(0, 1, OneOf([70.0, 70.0]), is_open=True)])
    one, other = (Drawing(case, 7).scores(weights) for case in (known, ranged))
    assert one[0].tobytes() == other[0].tobytes() == other[1].tobytes()


def test_facts_with_common_assumptions_are_drawn_by_those_who_know_these():
    # Two prices rest on one rate. Alike, what is open about vendor 1 follows that vendor's uniform.
    seen = []

    def together(count, uniforms):
        rate = np.full(count, 30.0)
        seen.append(uniforms)
        return {0: rate, 1: rate}, {1: 100.0 * uniforms[1]}

    facts = [Unsettled(v, 0, Even(0, 100)) for v in (0, 1)]
    facts.append(Unsettled(1, 1, Even(0, 100), is_open=True))
    drawn = values(Case(np.zeros((2, 2)), facts, together=lambda: together))
    assert set(drawn[0, 0][0]) == set(drawn[0, 0][1]) == set(drawn[1, 0][0]) == {30.0}
    assert drawn[1, 0][1].tolist() == drawn[1, 1][1].tolist() == (100.0 * seen[0][1]).tolist()
    assert not np.array_equal(seen[0][0], seen[0][1])


def test_each_vendor_s_facts_weigh_what_they_do_for_it():
    # The second set of weights has all on the second measure, unknown of both vendors.
    weights = np.array([[[0.5], [0.5]], [[0.0], [1.0]]])
    facts = [Unsettled(vendor, 1, OneOf([10, 90]), is_open=True) for vendor in (0, 1)]
    case = Case(np.array([[20.0, 0.0], [20.0, 0.0]]), facts, pattern=np.array([0, 1]))
    alone, alike = Drawing(case, 1).scores(np.repeat(weights, 50, axis=2))
    for scores in (alone, alike):
        assert set(scores[0].tolist()) == {15.0, 55.0}
        assert set(scores[1].tolist()) == {10.0, 90.0}


def test_weights_are_drawn_in_chunks_of_one_size():
    asked = []

    def counted(rng, draws):
        asked.append(draws)
        return sampling.uniform(rng, 2, draws)

    whole = np.concatenate(list(weighted(counted, 2 * CHUNK + 5, 7)), axis=2)
    assert asked == [CHUNK, CHUNK, 5]
    assert whole.shape == (1, 2, 2 * CHUNK + 5)


@st.composite
def cases(draw):
    """A case whose vendors and measures have names, and whose vendors have different weights."""
    vendors, measures = draw(st.integers(1, 5)), draw(st.integers(1, 30))
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    cells = st.tuples(st.integers(0, vendors - 1), st.integers(0, measures - 1))
    facts = st.tuples(cells, st.sampled_from(KINDS), st.booleans())
    return Case(
        100 * rng.random((vendors, measures)),
        [
            Unsettled(*cell, kind, is_open)
            for cell, kind, is_open in draw(st.lists(facts, max_size=8, unique_by=lambda f: f[0]))
        ],
        pattern=rng.integers(0, 2, vendors),
        vendors=[f"vendor {n}" for n in range(vendors)],
        measures=[f"measure {n}" for n in range(measures)],
    )


def two_patterns(measures, draws):
    """Weights of two patterns."""
    one, other = (next(weighted(uniform(measures), draws, seed)) for seed in (3, 4))
    return np.concatenate([one, other])


def drawn(case, weights):
    """Scores by vendor's name, in bytes."""
    both = Drawing(case, 3).scores(weights)
    return {name: [kind[row].tobytes() for kind in both] for row, name in enumerate(case.vendors)}


@given(cases(), st.randoms(), st.sampled_from([1, 5, 40, CHUNK]))
def test_no_order_changes_a_bit(case, random, draws):
    vendors, measures = (list(range(count)) for count in case.values.shape)
    weights = two_patterns(len(measures), draws)
    facts = list(case.unsettled)
    for each in (vendors, measures, facts):
        random.shuffle(each)
    moved = Case(
        case.values[vendors][:, measures],
        [
            replace(f, vendor=vendors.index(f.vendor), measure=measures.index(f.measure))
            for f in facts
        ],
        pattern=case.pattern[vendors],
        vendors=[case.vendors[row] for row in vendors],
        measures=[case.measures[column] for column in measures],
    )
    assert drawn(moved, weights[:, measures]) == drawn(case, weights)


@given(cases(), cases(), st.sampled_from([1, 5, 40, CHUNK]))
def test_no_other_vendor_changes_a_bit(case, other, draws):
    measures = case.values.shape[1]
    weights = two_patterns(measures, draws)
    more = np.resize(other.values, (len(other.values), measures))
    facts = [f for f in other.unsettled if f.measure < measures]
    longer = Case(
        np.vstack([more, case.values]),
        [*facts, *(replace(f, vendor=f.vendor + len(more)) for f in case.unsettled)],
        pattern=np.append(other.pattern, case.pattern),
        vendors=[*(f"other {n}" for n in range(len(more))), *case.vendors],
        measures=case.measures,
    )
    found = drawn(longer, weights)
    assert {name: found[name] for name in case.vendors} == drawn(case, weights)


@pytest.mark.parametrize("measures", [3, 8, 25, 40])
@pytest.mark.parametrize("draws", [1, 5, 100, CHUNK])
def test_what_is_known_of_a_vendor_sums_the_same_in_any_company(measures, draws):
    # Products of matrices may be summed in another order if they have more rows.
    weights = next(weighted(uniform(measures), draws, 3))
    table = 100 * np.random.default_rng(1).random((9, measures))
    whole = Drawing(Case(table), 3).scores(weights)[0]
    for first in range(9):
        fewer = Drawing(Case(table[first:]), 3).scores(weights)[0]
        assert fewer.tobytes() == whole[first:].tobytes()


@given(cases())
def test_where_nothing_is_open_both_kinds_are_the_same(case):
    closed = replace(case, unsettled=[replace(f, is_open=False) for f in case.unsettled])
    weights = two_patterns(case.values.shape[1], 50)
    assert all(alone == alike for alone, alike in drawn(closed, weights).values())


@given(cases(), st.integers(0, 2**32))
def test_no_draw_leaves_its_range(case, seed):
    for fact, *both in Drawing(case, seed).values(200):
        assert fact.spread.low <= np.min(both)
        assert np.max(both) <= fact.spread.high
