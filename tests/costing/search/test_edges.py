"""Where costs change their course, worked by hand."""

import numpy as np
import pytest

from evalkit.costing.search import edges


def cube_less_two(place):
    """One edge, where the cube of a number is 2."""
    return np.atleast_2d(np.asarray(place, dtype=float) ** 3 - 2)


def test_the_place_at_which_a_gap_closes_is_found():
    assert edges._roots(cube_less_two, 0.0, 10.0) == pytest.approx(np.array([[2 ** (1 / 3)]]))


def test_a_gap_that_does_not_close_between_the_ends_has_no_place():
    assert edges._roots(cube_less_two, 2.0, 10.0).size == 0


def test_after_the_last_step_the_place_still_lies_between_the_ends(monkeypatch):
    monkeypatch.setattr(edges, "STEPS", 2)
    ((place,),) = edges._roots(cube_less_two, 0.0, 10.0)
    assert 0 < place < 2 ** (1 / 3)
