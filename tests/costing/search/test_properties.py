"""Ranges of random price lists contain every scenario, and each end is reached."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evalkit.costing.outcomes import (
    CALCULATIONS,
    number,
    payback_months,
    present_benefits,
    present_costs,
)
from evalkit.costing.search.ends import ends
from tests.conftest import examples
from tests.costing.given import book
from tests.costing.properties import strategies as some

SCENARIOS = 10_000
FIGURES = {**CALCULATIONS, "payback_months": payback_months}


def anywhere(found, seed):
    """Random scenarios, in which about a third of the numbers are at an end of their range."""
    stream = np.random.default_rng(seed)
    arrays = {}
    for key, each in found.assumptions.items():
        share = np.clip(stream.random(SCENARIOS) * 1.5 - 0.25, 0, 1)
        arrays[key] = float(each.low) + share * (float(each.high) - float(each.low))
    return arrays


@settings(max_examples=examples(300))
@given(some.books(ranges=True), st.integers(0, 10**6))
def test_every_scenario_lies_within_its_range_and_each_end_is_reached(given_book, seed):
    charges, plan = given_book
    found = book(*charges, **plan)
    drawn = found.drawn(anywhere(found, seed))
    size = np.max(present_costs(found, drawn) + present_benefits(found, drawn))
    for name, outcome in FIGURES.items():
        low, high = ends(found, outcome)
        figures = outcome(found, drawn)
        if figures is None:
            assert (low.value, high.value) == (None, None)
            continue
        figures = np.where(np.isnan(figures), np.inf, figures)
        # What is a difference is as exact as what it is a difference of.
        noise = 1e-9 * max(size, np.abs(figures).max(where=np.isfinite(figures), initial=0.0))
        assert number_or_inf(low) <= figures.min() + noise, name
        assert figures.max() <= number_or_inf(high) + noise, name
        for end in (low, high):
            reached = number(outcome(found, found.scenario(end.scenario)))
            assert number_or_inf(end) == pytest.approx(
                np.inf if reached is None else float(reached), rel=1e-9
            ), name
            for key, place in end.scenario.items():
                assert found.assumptions[key].low <= place <= found.assumptions[key].high


def number_or_inf(end):
    return np.inf if end.value is None else float(end.value)
