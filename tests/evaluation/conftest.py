"""The evaluation of the small workspace with two vendors."""

import pytest

from evalkit.evaluation.evaluate import evaluate
from tests.conftest import DAY
from tests.evaluation.made import FAST, OTHERPAY


@pytest.fixture
def evaluated(loaded):
    def evaluation(files=None, **changes):
        workspace = loaded({OTHERPAY: FAST, **(files or {})})
        assert workspace.errors == ()
        plan = workspace.plans["storefront-payments"].model_copy(update=changes)
        return evaluate(workspace, plan, DAY)

    return evaluation
