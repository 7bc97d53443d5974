"""What counts as level."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.level import is_level, leveled


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        (50.0, 50.0, True),
        (0.1 + 0.2, 0.3, True),
        # sums of a hundred products differ by less than a thousand-millionth
        (75.0, 74.99999999999999, True),
        (50.0, 50.00000001, False),
        (50.04, 50.0, False),
    ],
)
def test_only_rounding_noise_makes_numbers_level(one, other, level):
    assert is_level(one, other) == is_level(other, one) == level


def test_numbers_that_are_level_become_equal_to_the_highest():
    assert leveled([0.3, 70.0, 0.1 + 0.2, 5.0]) == [0.1 + 0.2, 70.0, 0.1 + 0.2, 5.0]


@given(st.lists(st.floats(0, 100)))
def test_numbers_move_by_no_more_than_noise_and_keep_their_order(numbers):
    found = leveled(numbers)
    assert all(is_level(one, other) for one, other in zip(numbers, found, strict=True))
    pairs = sorted(zip(numbers, found, strict=True))
    assert [each for _, each in pairs] == sorted(found)
