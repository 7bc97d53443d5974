"""What finding out is worth: by hand, and against all that could be found out, one by one."""

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from evalkit.analysis.case import Unsettled
from evalkit.analysis.distribution import Even, OneOf, Sample, Triangle
from evalkit.analysis.information import (
    NOTHING,
    fewest,
    turning_value,
    worths,
)

UNKNOWN = Even(0, 100)


def of_vendor(expected, vendor, facts):
    """What it is worth to know several facts of a vendor, all of them good or bad together."""
    known = [Unsettled(vendor, 0, spread) for _, spread in facts]
    return worths(expected, known, np.array([weight for weight, _ in facts])).of_vendors[vendor]


def of_fact(expected, vendor, weight, spread):
    """What it is worth to know one fact of a vendor."""
    return worths(expected, [Unsettled(vendor, 0, spread)], np.array([weight])).of_facts[0]


def test_the_worked_case_of_the_method():
    # Weights 50/50, A = 80 and unknown, B = 60 and 60. A is expected at 65 and falls behind if the
    # fact is below 40: in 0.4 of cases, by 10 points on average.
    expected = np.array([65.0, 60.0])
    known = of_fact(expected, 0, 0.5, UNKNOWN)
    assert (known.probability, known.points) == pytest.approx((0.4, 4.0))
    assert (known.error, known.probability_error) == (0, 0)
    assert turning_value(expected, 0, 0.5, UNKNOWN) == pytest.approx(40)
    assert fewest(expected, 0, [(0.5, UNKNOWN)]) == 1


def test_who_is_behind_may_get_ahead():
    # B is expected at 60, five points behind, and is ahead if its fact is above 60.
    expected = np.array([65.0, 60.0, 20.0])
    known = of_fact(expected, 1, 0.5, UNKNOWN)
    assert (known.probability, known.points) == pytest.approx((0.4, 4.0))
    assert turning_value(expected, 1, 0.5, UNKNOWN) == pytest.approx(60)
    assert of_fact(expected, 2, 0.5, UNKNOWN) == NOTHING
    assert turning_value(expected, 2, 0.5, UNKNOWN) is None


def test_facts_that_matter_only_together():
    # Ten points behind; either fact adds at most 7.5 to what is expected, both add 15 at best. They
    # are 15 points above or below it at the ends, so ahead in the best sixth, by up to 5 points.
    expected, facts = np.array([60.0, 50.0]), [(0.15, UNKNOWN), (0.15, UNKNOWN)]
    assert [of_fact(expected, 1, *fact) for fact in facts] == [NOTHING, NOTHING]
    both = of_vendor(expected, 1, facts)
    assert (both.probability, both.points) == pytest.approx((1 / 6, 1 / 6 * 2.5))
    assert fewest(expected, 1, facts) == 2
    assert fewest(expected, 1, facts[:1]) is None


def test_the_largest_facts_are_counted_first():
    facts = [(0.01, UNKNOWN), (0.2, UNKNOWN), (0.1, UNKNOWN)]
    assert fewest(np.array([60.0, 49.0]), 1, facts) == 2


def test_of_those_who_are_level_the_first_is_chosen():
    # The first loses its place in half of cases, and so may the second gain it.
    expected = np.array([50.0, 50.0])
    for vendor in (0, 1):
        known = of_fact(expected, vendor, 0.2, UNKNOWN)
        assert (known.probability, known.points) == pytest.approx((0.5, 2.5))
    # Behind by rounding noise is level: a good value of the first does not change the choice.
    noisy = of_fact(np.array([50.0 - 1e-12, 50.0]), 0, 0.2, OneOf([49, 49, 52]))
    assert noisy.probability == pytest.approx(2 / 3)


def test_being_level_is_not_being_ahead():
    # At its best the second would be level with the first, but for rounding.
    expected = np.array([60.0, 50.0 + 1e-11])
    assert of_fact(expected, 1, 0.2, UNKNOWN) == of_vendor(expected, 1, [(0.2, UNKNOWN)]) == NOTHING
    assert fewest(expected, 1, [(0.2, UNKNOWN)]) is None
    # Of three values, the one in the middle would make it level, and only the last put it ahead.
    expected, fact = np.array([60.0 - 1e-11, 60.0]), (1.0, OneOf([40, 60, 80]))
    assert of_fact(expected, 1, *fact).probability == pytest.approx(1 / 3)
    assert of_vendor(expected, 1, [fact]).probability == pytest.approx(1 / 3)


def test_where_there_is_one_vendor_nothing_changes_the_choice():
    alone = np.array([50.0])
    assert of_fact(alone, 0, 0.5, UNKNOWN) == of_vendor(alone, 0, [(0.5, UNKNOWN)]) == NOTHING
    assert fewest(alone, 0, [(0.5, UNKNOWN)]) is None


def test_what_weighs_nothing_is_worth_nothing():
    assert of_fact(np.array([50.0, 50.0]), 1, 0.0, UNKNOWN) == NOTHING
    assert of_vendor(np.array([50.0, 50.0]), 1, []) == NOTHING


def test_the_error_of_a_sample_is_the_spread_of_what_it_gives():
    # B is 10 points behind with a fact that is known by 400 draws of it.
    rng, found = np.random.default_rng(1), []
    for _ in range(400):
        expected = np.array([60.0, 50.0])
        found.append(of_fact(expected, 1, 0.5, Sample(rng.random(400) * 100 - 50)))
    for figure, error in (("points", "error"), ("probability", "probability_error")):
        spread = np.std([getattr(each, figure) for each in found])
        # The sample's own mean moves what exceeds it as well, so the true spread is a bit smaller.
        assert 0.5 < spread / np.mean([getattr(each, error) for each in found]) < 1.2


def test_draws_of_a_score_are_counted():
    # Of four equally likely scores, two are above 60: by 10 and by 20.
    expected = np.array([60.0, 50.0])
    found = of_fact(expected, 1, 1.0, Sample([20.0, 30.0, 70.0, 80.0]))
    assert (found.probability, found.points) == pytest.approx((0.5, 30 / 4))
    assert found.probability_error == pytest.approx(0.25)
    assert found.error == pytest.approx(np.std([0, 0, 10, 20]) / 2)


def test_a_vendor_is_known_no_better_than_its_sample():
    expected = np.array([60.0, 50.0])
    facts = [(0.3, UNKNOWN), (0.3, Sample(np.linspace(0, 100, 101)))]
    found = of_vendor(expected, 1, facts)
    exact = of_vendor(expected, 1, [(0.3, UNKNOWN), (0.3, UNKNOWN)])
    assert found.points == pytest.approx(exact.points, rel=0.02)
    p = found.probability
    assert found.probability_error == pytest.approx((p * (1 - p) / 101) ** 0.5)
    assert exact.error == 0
    # One more sample of more draws changes nothing, in whichever order they come.
    more = (0.0, Sample(np.linspace(0, 100, 500)))
    for several in ([*facts, more], [more, *facts]):
        assert of_vendor(expected, 1, several).probability_error == found.probability_error


@pytest.mark.parametrize("vendor", [0, 1])
def test_a_vendor_with_one_sample_has_the_error_of_that(vendor):
    fact = (0.5, Sample([*np.linspace(20, 60, 90), *[100] * 10]))
    expected = np.array([60.0, 50.0])
    alone, together = of_fact(expected, vendor, *fact), of_vendor(expected, vendor, [fact])
    assert together.probability_error == pytest.approx(alone.probability_error)
    # Over a gap between draws it may be larger, and is never smaller.
    assert alone.error - 1e-9 <= together.error <= 1.3 * alone.error


numbers = st.integers(0, 20).map(lambda n: 5.0 * n)
known_values = st.lists(numbers, min_size=2, max_size=4)
weights = st.sampled_from([0.1, 0.2, 0.5, 1.0])
fact_lists = st.lists(st.tuples(weights, known_values), min_size=1, max_size=3)
fields = st.tuples(
    st.lists(st.integers(30, 70).map(float), min_size=1, max_size=4), fact_lists, st.data()
)


def chosen(expected):
    return int(np.argmax(expected >= expected.max() - 1e-9))


def by_brute_force(expected, vendor, cases):
    """The worth of learning in which of some equally likely cases, of scores, a vendor is."""
    before, changes, gains = chosen(expected), [], []
    for score in cases:
        after = expected.copy()
        after[vendor] = score
        best = np.delete(after, before).max(initial=-np.inf)
        changes.append(best > after[before] + 1e-9)
        gains.append(max(best - after[before], 0.0))
    return np.mean(changes), np.mean(gains)


@given(fields)
def test_facts_are_worth_what_a_double_loop_finds(field):
    # The outer loop runs over what the fact may be, the inner one over what all others may be.
    expected, facts, data = field
    base = np.array(expected)
    vendor = data.draw(st.integers(0, len(base) - 1))
    base[vendor] -= sum(weight * np.mean(values) for weight, values in facts)

    def score(combination):
        return base[vendor] + sum(w * x for (w, _), x in zip(facts, combination, strict=True))

    everything = list(product(*(values for _, values in facts)))
    base_expected = base.copy()
    base_expected[vendor] = np.mean([score(each) for each in everything])
    for place, (weight, values) in enumerate(facts):
        cases = []
        for value in values:
            fixed = [(*each[:place], value, *each[place + 1 :]) for each in everything]
            cases.append(np.mean([score(each) for each in fixed]))
        chance, gain = by_brute_force(base_expected, vendor, cases)
        found = of_fact(base_expected, vendor, weight, OneOf(values))
        assert (found.probability, found.points) == pytest.approx((chance, gain), abs=1e-9)


@given(fields)
def test_vendors_are_worth_what_all_their_facts_give_in_order(field):
    expected, facts, data = field
    expected = np.array(expected)
    vendor = data.draw(st.integers(0, len(expected) - 1))
    known = [(weight, OneOf(values)) for weight, values in facts]
    count = np.lcm.reduce([len(values) for _, values in facts])
    shares = (np.arange(count) + 0.5) / count
    cases = expected[vendor] + sum(w * (spread.at(shares) - spread.mean) for w, spread in known)
    chance, gain = by_brute_force(expected, vendor, cases)
    found = of_vendor(expected, vendor, known)
    assert (found.probability, found.points) == pytest.approx((chance, gain), abs=1e-9)


@given(fields)
def test_the_fewest_facts_are_the_fewest_of_all_that_suffice(field):
    expected, facts, data = field
    expected = np.array(expected)
    vendor = data.draw(st.integers(0, len(expected) - 1))
    known = [(weight, OneOf(values)) for weight, values in facts]
    leads = chosen(expected) == vendor
    moves = [w * (s.low - s.mean if leads else s.high - s.mean) for w, s in known]
    enough = [
        size
        for size in range(1, len(known) + 1)
        for some in combinations(moves, size)
        if by_brute_force(expected, vendor, [expected[vendor] + sum(some)])[0]
    ]
    assert fewest(expected, vendor, known) == min(enough, default=None)


kinds = st.sampled_from(
    [
        UNKNOWN,
        Even(20, 60),
        OneOf([0, 25, 50, 100]),
        OneOf([0, 100]),
        Triangle(1, 20, 90, [0, 10, 100], [0, 60, 100]),
        Triangle(0, 30, 100, [0, 50, 100], [0, 100, 20]),
        Triangle(0, 0, 100, [10, 50], [100, 0]),
    ]
)
mixed = st.lists(st.tuples(st.integers(0, 4), weights, kinds), max_size=12)
several = st.lists(st.floats(40, 60), min_size=5, max_size=5).map(np.array)


def by_vendor(drawn, vendor):
    return [(weight, kind) for each, weight, kind in drawn if each == vendor]


@given(several, mixed)
def test_many_at_once_are_worth_what_each_is_by_itself(expected, drawn):
    facts = [Unsettled(vendor, 0, kind) for vendor, _, kind in drawn]
    found = worths(expected, facts, np.array([weight for _, weight, _ in drawn], dtype=float))
    for fact, (vendor, weight, kind) in zip(found.of_facts, drawn, strict=True):
        assert fact == of_fact(expected, vendor, weight, kind)
    for vendor, worth in enumerate(found.of_vendors):
        alone = of_vendor(expected, vendor, by_vendor(drawn, vendor))
        assert (worth.probability, worth.points) == pytest.approx((alone.probability, alone.points))


@given(several, mixed)
def test_all_facts_of_a_vendor_are_worth_at_least_as_much_as_each(expected, drawn):
    for vendor in range(5):
        facts = by_vendor(drawn, vendor)
        together = of_vendor(expected, vendor, facts)
        assert 0 <= together.probability <= 1
        for fact in facts:
            alone = of_fact(expected, vendor, *fact)
            assert 0 <= alone.points <= together.points + 1e-9
            assert (alone.points > 0) == (turning_value(expected, vendor, *fact) is not None)


@given(several, mixed)
def test_the_whole_is_integrated_exactly(expected, drawn):
    # Against a fine grid of shares, which misses a step by no more than half of one of its own.
    shares = (np.arange(5_000) + 0.5) / 5_000
    for vendor in range(5):
        facts = by_vendor(drawn, vendor)
        scores = expected[vendor] + sum(w * (s.at(shares) - s.mean) for w, s in facts) + 0 * shares
        chance, gain = by_brute_force_at_once(expected, vendor, scores)
        found = of_vendor(expected, vendor, facts)
        assert (found.probability, found.points) == pytest.approx((chance, gain), abs=5e-3)


def by_brute_force_at_once(expected, vendor, scores):
    best = np.delete(expected, vendor).max()
    lead = best - scores if chosen(expected) == vendor else scores - best
    return (lead > 1e-9).mean(), np.maximum(lead, 0).mean()


@given(several, st.integers(0, 4), weights, kinds)
def test_the_turning_value_is_where_who_is_first_changes(expected, vendor, weight, kind):
    turn = turning_value(expected, vendor, weight, kind)
    assume(turn is not None)
    for step in (-1e-3, 1e-3):
        after = expected.copy()
        after[vendor] += weight * (turn + step - kind.mean)
        assert (chosen(after) == vendor) == (step > 0)
    assert kind.low <= turn <= kind.high
