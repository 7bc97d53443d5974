"""Amounts as Decimals and as arrays."""

from decimal import Decimal

import numpy as np
import pytest

from evalkit.costing.figures import between, exact, ratio


def test_a_number_is_taken_as_it_is_written():
    # the nearest double to 0.1 is 0.1000000000000000055…
    assert exact(0.1) == Decimal("0.1")
    assert exact(1e-7) == Decimal("0.0000001")


def test_exact_amounts_refuse_a_stray_float():
    with pytest.raises(TypeError):
        exact(0.1) * 0.5


@pytest.mark.parametrize(
    ("least", "most", "expected"),
    [(None, None, [1, 5, 9]), (3, None, [3, 5, 9]), (None, 6, [1, 5, 6]), (3, 6, [3, 5, 6])],
)
def test_limits_hold_for_decimals_and_for_arrays(least, most, expected):
    assert between(np.array([1.0, 5.0, 9.0]), least, most).tolist() == expected
    ends = [None if end is None else Decimal(end) for end in (least, most)]
    found = [between(Decimal(number), *ends) for number in (1, 5, 9)]
    assert found == expected
    assert all(isinstance(each, Decimal) for each in found)


def test_a_part_of_nothing_is_missing():
    assert ratio(Decimal(1), Decimal(4)) == Decimal("0.25")
    assert ratio(Decimal(1), Decimal(0)) is None
    assert ratio(Decimal(1), Decimal(-1)) is None
    assert ratio(np.array([1.0, 2.0]), 4.0).tolist() == [0.25, 0.5]
    found = ratio(np.array([1.0, 1.0, 1.0]), np.array([4.0, 0.0, -1.0]))
    assert found[0] == 0.25
    assert np.isnan(found[1:]).all()
    assert ratio(1.0, np.array([4.0, 2.0])).tolist() == [0.25, 0.5]
