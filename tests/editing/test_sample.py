"""Made-up facts are about as good as they are said to be."""

import pytest

from evalkit.editing.sample import sample
from evalkit.model.scale import Measure
from tests.conftest import DAY


@pytest.mark.parametrize(("good", "value"), [(0, 10), (0.5, 20), (1, 30)])
def test_a_number_with_a_best_in_the_middle_lies_below_it(good, value):
    scale = {"kind": "target", "worst_below": 10, "best": 30, "worst_above": 40, "because": "-"}
    measure = Measure.model_validate({"weight": 1, "unit": "days", "scale": scale})
    assert sample(measure, good, DAY) == value
