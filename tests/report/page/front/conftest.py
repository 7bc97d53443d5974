"""The small plans of the golden workspace, of which each ends in another outcome."""

import pytest

from evalkit.checking.load import load
from evalkit.evaluation.evaluate import evaluate
from tests.conftest import DAY
from tests.golden.cases import WORKSPACE


@pytest.fixture(scope="session")
def golden():
    """Evaluate a plan of the golden workspace."""
    workspace, kept = load(WORKSPACE, DAY), {}

    def evaluated(plan):
        if plan not in kept:
            kept[plan] = evaluate(workspace, workspace.plans[plan], DAY)
        return kept[plan]

    return evaluated
