"""Gates, shares and points in words."""

import pytest

from evalkit.model.plan import Gate
from evalkit.wording.words import about, lower_first, percent, points, requirement


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"at_least": 10}, "Rate limit: at least 10 requests/s"),
        ({"at_least": 0}, "Rate limit: at least 0 requests/s"),
        ({"at_most": 10}, "Rate limit: at most 10 requests/s"),
        ({"any_of": ["rest", "soap"]}, "Rate limit: any of rest, soap"),
        ({"all_of": ["rest", "soap"]}, "Rate limit: all of rest, soap"),
        ({"none_of": ["soap"]}, "Rate limit: none of soap"),
        ({"equals": "rest"}, "Rate limit: exactly rest"),
    ],
)
def test_a_gate_says_what_it_asks_for(asked, said):
    gate = Gate.model_validate({"measure": "rate_limit", "because": "-", **asked})
    assert requirement(gate, "Rate limit", "requests/s") == said


@pytest.mark.parametrize(
    ("share", "draws", "said"),
    [
        # The error of 10,000 draws is 0.5 points at most: whole percent.
        (0.0, 10_000, "0 %"), (0.004, 10_000, "under 1 %"), (0.009, 10_000, "1 %"),
        (0.571, 10_000, "57 %"), (0.994, 10_000, "99 %"), (0.995, 10_000, "over 99 %"),
        (1.0, 10_000, "100 %"),
        # Of 2,500 it is 1 point, of 2,499 it is more: then steps of 5.
        (0.43, 2_500, "43 %"), (0.43, 2_499, "45 %"), (0.024, 100, "under 5 %"),
        # Of 250,000 it is a tenth of a point, of 25 it is 10.
        (0.4321, 250_000, "43.2 %"), (0.43, 25, "40 %"), (0.96, 25, "over 90 %"),
    ],
)  # fmt: skip
def test_a_share_of_draws_is_told_no_finer_than_they_support(share, draws, said):
    assert about(share, draws) == said


def test_shares_are_rounded_down_and_what_adds_up_to_them_is_not_lost():
    assert [percent(share) for share in (1.0, 0.9996, 0.29, 0.289)] == [
        "100 %", "99 %", "29 %", "28 %",
    ]  # fmt: skip


def test_one_point_is_singular_as_it_is_shown():
    assert [points(value) for value in (1, 1.04, 0.9, 0)] == [
        "1.0 point", "1.0 point", "0.9 points", "0.0 points",
    ]  # fmt: skip


def test_a_title_inside_a_sentence_begins_small_unless_it_is_an_abbreviation():
    assert [lower_first(title) for title in ("Rate limit", "API style", "2FA")] == [
        "rate limit", "API style", "2FA",
    ]  # fmt: skip
