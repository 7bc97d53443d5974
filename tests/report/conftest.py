"""The evaluation of a workspace."""

import pytest

from evalkit.evaluation.evaluate import evaluate
from tests.conftest import DAY
from tests.report.priced import files


@pytest.fixture
def evaluated(loaded):
    """Evaluate the plan of a workspace, by default the one with costs."""

    def evaluation(content=None):
        workspace = loaded(files() if content is None else content)
        assert workspace.errors == ()
        return evaluate(workspace, workspace.plans["storefront-payments"], DAY)

    return evaluation
