"""A change attributed to its causes: the parts add up."""

from hypothesis import given
from hypothesis import strategies as st

from evalkit.explanation.attribution import State, parts
from tests.explanation.moved import about

VALUES = st.none() | st.floats(0, 100)


@st.composite
def states(draw):
    value, share = draw(VALUES), draw(st.just(0.0) | st.floats(0.001, 1))
    factor = 0.0 if value is None else draw(st.floats(0, 5))
    return State(value=value, weight=share * factor, share=share)


@given(states(), states())
def test_the_parts_of_a_change_add_up_to_it(old, new):
    found = parts(old, new)
    assert found.value + found.weights + found.applies == about(new.points - old.points)


@given(states())
def test_what_does_not_change_has_no_parts(state):
    found = parts(state, state)
    assert (found.value, found.weights, found.applies) == (0, 0, 0)


@given(states(), states())
def test_a_change_told_backwards_has_the_opposite_parts(old, new):
    there, back = parts(old, new), parts(new, old)
    assert (there.value, there.weights, there.applies) == about(
        (-back.value, -back.weights, -back.applies)
    )
