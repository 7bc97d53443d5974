"""The evaluation of vendors that carry flows or do not."""

import pytest

from evalkit.evaluation.evaluate import evaluate
from tests.conftest import DAY
from tests.evaluation.fit.made import FILES


@pytest.fixture
def evaluated(loaded):
    def run(**changes):
        workspace = loaded({**FILES, **changes})
        assert workspace.errors == ()
        return evaluate(workspace, workspace.plans["storefront-payments"], DAY)

    return run
