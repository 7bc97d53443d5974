"""The evaluation of a plan with flows."""

import pytest

from evalkit.evaluation.evaluate import evaluate
from tests.conftest import DAY
from tests.report.specification.made import FILES


@pytest.fixture
def evaluated(loaded):
    def evaluation(files=None):
        workspace = loaded({**FILES, **(files or {})})
        assert workspace.errors == ()
        return evaluate(workspace, workspace.plans["storefront-payments"], DAY)

    return evaluation
