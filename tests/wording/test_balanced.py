"""Rounded amounts add up by item and by year."""

from hypothesis import given
from hypothesis import strategies as st

from evalkit.wording.balanced import balanced


@given(
    st.lists(st.lists(st.floats(-1e7, 1e7), min_size=4, max_size=4), min_size=1, max_size=12),
    st.sampled_from([0, 2, 3]),
)
def test_balanced_amounts_add_up_both_ways_and_none_is_far_off(flows, digits):
    whole = sum(map(sum, flows))
    shown = balanced(flows, 4, digits, whole)
    assert shown.years == tuple(map(sum, zip(*shown.items, strict=True)))
    assert shown.total == sum(map(sum, shown.items))
    unit = 10**digits
    assert abs(shown.total - whole * unit) <= 0.5 + 1e-3
    for row, exact in zip(shown.items, flows, strict=True):
        # A unit for the year's own rounding, and one for that of its sum.
        assert all(abs(c - e * unit) < 2 + 1e-3 for c, e in zip(row, exact, strict=True))


def test_a_total_of_half_a_unit_is_rounded_up_as_everywhere_else():
    # 0.5 + 2.0 = 2.5 yen, printed as 3; rounding half to even would make it 2.
    shown = balanced([[0.5, 0.0], [2.0, 0.0]], 2, 0, 2.5)
    assert (shown.items, shown.total) == (((1, 0), (2, 0)), 3)
