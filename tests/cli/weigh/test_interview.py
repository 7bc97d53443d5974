"""Questions and answers, without a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.cli.weigh.interview import AnswerError, Interview
from evalkit.cli.weigh.swings import Swing
from evalkit.model.weights import Stakeholder
from evalkit.weighting.implied import implied


def of(count):
    return tuple(Swing(f"id-{at}", f"Title {at}", "from none to all") for at in range(count))


@st.composite
def interviews(draw):
    """A method, a number of criteria, answers, and the positions of detours."""
    count = draw(st.integers(2, 8))
    if draw(st.booleans()):
        worths = draw(st.lists(st.integers(0, 100), min_size=count - 1, max_size=count - 1))
        answers = [str(draw(st.integers(1, count))), *map(str, worths)]
        method = "swing"
    else:
        pairs = draw(st.integers(count - 1, 2 * count - 3))
        answers = [str(draw(st.integers(1, most))) for _ in range(pairs) for most in (2, 9)]
        answers += ["done"] * (pairs < 2 * count - 3)
        method = "pairwise"
    return method, count, answers, draw(st.sets(st.integers(0, len(answers) - 1)))


@given(interviews())
def test_what_was_taken_back_leaves_no_trace_and_the_statement_can_always_be_read(given_interview):
    method, count, answers, detours = given_interview
    straight, winding = Interview(method, of(count)), Interview(method, of(count))
    for at, answer in enumerate(answers):
        assert straight.question is not None
        straight.answer(answer)
        if at in detours:
            winding.answer("1")
            assert winding.back()
            with pytest.raises(AnswerError):
                winding.answer("nonsense")
        winding.answer(answer)
    assert straight.question is None
    assert winding.question is None
    assert straight.statement == winding.statement
    said = Stakeholder.model_validate({"weights": straight.statement}).statements[None]
    found = implied(said, [swing.id for swing in of(count)])
    assert sum(found.weights.values()) == pytest.approx(1)


def test_a_round_that_is_not_over_has_no_statement():
    interview = Interview("swing", of(3))
    with pytest.raises(ValueError, match="no question has been answered"):
        _ = interview.statement


@pytest.mark.parametrize(("method", "answers"), [("swing", "15"), ("pairwise", "12")])
def test_a_round_that_is_over_takes_no_answer(method, answers):
    interview = Interview(method, of(2))
    for answer in answers:
        interview.answer(answer)
    with pytest.raises(ValueError, match="every question has been answered"):
        interview.answer("1")
