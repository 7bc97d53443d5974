"""The outcome, worked by hand."""

import pytest

from evalkit.scoring.verdict import contest, low_end, outcome, weaker


def held(points, alone, alike=None, draws=10_000, **more):
    return contest(points, alone, alike or alone, draws, **more)


@pytest.mark.parametrize(
    ("points", "shares", "outcome", "first"),
    [
        ([80, 70], [0.97, 0.03], "clear", (0,)),
        ([80, 70], [0.953, 0.047], "likely", (0,)),  # two standard errors of 0.002 below 95%
        ([80, 70], [0.70, 0.30], "likely", (0,)),
        ([80, 70], [0.67, 0.33], "close", (0, 1)),
        ([80, 70, 60], [0.40, 0.05, 0.55], "close", (0, 2)),  # ahead on points, second in draws
        ([80, 79, 60], [0.50, 0.42, 0.08], "close", (0, 1)),
        ([80, 79, 60], [0.50, 0.40, 0.10], "close", (0, 1, 2)),  # a tenth is enough
        ([80, 80 - 1e-12, 60], [0.97, 0.03, 0.0], "close", (0, 1)),  # equal but for noise
        ([80, 80, 60], [0.99, 0.01, 0.0], "close", (0, 1)),  # equal points name nobody
        ([80, 80, 80], [0.97, 0.02, 0.01], "close", (0, 1, 2)),
    ],
)
def test_a_leader_is_named_only_as_far_as_the_draws_allow(points, shares, outcome, first):
    found = held(points, shares)
    assert (found.outcome, found.first) == (outcome, first)


@pytest.mark.parametrize(
    ("alone", "alike", "outcome", "first", "differ"),
    [
        ([0.97, 0.03, 0.0], [0.80, 0.20, 0.0], "likely", (0,), False),  # the weaker counts
        ([0.97, 0.03, 0.0], [0.60, 0.40, 0.0], "close", (0, 1), False),
        ([0.97, 0.02, 0.01], [0.40, 0.05, 0.55], "close", (0, 1, 2), True),
    ],
)
def test_a_leader_must_also_lead_where_open_facts_turn_out_alike(
    alone, alike, outcome, first, differ
):
    found = held([80, 70, 60], alone, alike)
    assert (found.outcome, found.first, found.leaders_differ) == (outcome, first, differ)


@pytest.mark.parametrize(("shares", "leads"), [([0.4, 0.6], True), ([0.5, 0.5], False)])
def test_a_rival_leads_only_where_it_is_first_more_often(shares, leads):
    assert held([80, 79], shares).rival_leads is leads


def test_a_few_draws_make_no_clear_leader():
    # Wilson at two standard errors, 25 of 25: 1 / (1 + 4 / 25) = 0.862
    assert low_end(1.0, 25) == pytest.approx(1 / 1.16)
    assert held([80, 70], [1.0, 0.0], draws=25).outcome == "likely"
    assert held([80, 70], [1.0, 0.0], draws=100).outcome == "clear"


def test_nobody_leads_while_somebody_was_left_out_who_could():
    assert held([80, 70], [1.0, 0.0], unseen=1).outcome == "close"


CLEAR = held([80, 70], [1.0, 0.0])


@pytest.mark.parametrize(
    ("left", "ranked", "could_win", "found", "is_open", "expected"),
    [
        (0, 0, 0, None, False, "none"),
        (1, 0, 0, None, False, "nobody_ranked"),  # however many are left
        (5, 0, 0, None, False, "nobody_ranked"),
        (1, 1, 0, None, True, "single"),
        (2, 1, 1, None, False, "only_researched"),
        (2, 1, 1, None, True, "only_researched"),
        (2, 1, 0, None, False, "clear"),
        (2, 1, 0, None, True, "likely"),
        (2, 2, 0, CLEAR, False, "clear"),
        (2, 2, 0, CLEAR, True, "likely"),  # a gate of the leader is open
        (3, 2, 1, CLEAR, False, "likely"),  # somebody unresearched could still win
        (3, 2, 1, held([80, 70], [0.5, 0.5]), True, "close"),
    ],
)
def test_the_first_outcome_that_fits(left, ranked, could_win, found, is_open, expected):
    assert outcome(left, ranked, could_win, found, is_open=is_open) == expected


def test_the_weaker_of_two_outcomes_counts():
    assert weaker("clear", "likely") == weaker("likely", "clear") == "likely"
    assert weaker("close", "clear") == "close"
