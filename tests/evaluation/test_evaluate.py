"""From a workspace and a plan to scores."""

import pytest

from tests.evaluation.made import by_id


def test_the_scores_are_as_worked_by_hand(evaluated):
    found = by_id(evaluated().vendors)
    assert found["examplepay"].score == pytest.approx(63.75)
    assert found["otherpay"].score == pytest.approx(84.375)
