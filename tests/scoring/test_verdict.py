"""The verdict, worked by hand."""

import pytest

from evalkit.scoring.verdict import low_end, standing


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
        ([80], [1.0], "single", (0,)),
        ([], [], "none", ()),
    ],
)
def test_a_leader_is_named_only_as_far_as_the_draws_allow(points, shares, outcome, first):
    found = standing(points, shares, draws=10_000)
    assert (found.outcome, found.first) == (outcome, first)


@pytest.mark.parametrize(("shares", "leads"), [([0.4, 0.6], True), ([0.5, 0.5], False)])
def test_a_rival_leads_only_where_it_is_first_more_often(shares, leads):
    assert standing([80, 79], shares, draws=10_000).rival_leads is leads


def test_a_few_draws_make_no_clear_leader():
    # Wilson at two standard errors, 25 of 25: 1 / (1 + 4 / 25) = 0.862
    assert low_end(1.0, 25) == pytest.approx(1 / 1.16)
    assert standing([80, 70], [1.0, 0.0], draws=25).outcome == "likely"
    assert standing([80, 70], [1.0, 0.0], draws=100).outcome == "clear"


def test_nobody_leads_while_somebody_was_left_out_who_could():
    assert standing([80, 70], [1.0, 0.0], draws=10_000, unseen=1).outcome == "close"
