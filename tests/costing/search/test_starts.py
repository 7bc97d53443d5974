"""Where a search starts."""

import itertools

import pytest

from evalkit.costing.search.axes import axes_of
from evalkit.costing.search.starts import MOST_AXES, SAMPLES, starts
from tests.costing.given import book, usage


def axes(count):
    """Axes of volumes that are paid for by volume, from 1 to 3, likely 2.5."""
    tiers = [{"from": 0, "to": 2, "price": 2}, {"from": 2, "price": 1}]
    charges = [
        {**usage(f"v{n}"), "kind": "tiered", "every": "year", "mode": "volume", "tiers": tiers}
        for n in range(count)
    ]
    volumes = {f"v{n}": {"low": 1, "likely": 2.5, "high": 3} for n in range(count)}
    return axes_of(book(*charges, volumes=volumes))


@pytest.mark.parametrize("count", [1, 3, MOST_AXES])
def test_every_corner_and_the_likely_numbers_are_starts(count):
    found = {tuple(point) for point in starts(axes(count)).tolist()}
    assert {*itertools.product((1, 3), repeat=count), (2.5,) * count} <= found
    assert len(found) == 2**count + 1 + SAMPLES
    assert all(1 <= place <= 3 for point in found for place in point)


def test_of_many_axes_as_many_corners_are_starts_as_of_ten():
    found = starts(axes(40))
    assert len(found) == 2**MOST_AXES + SAMPLES + 1
    assert (found == starts(axes(40))).all()
