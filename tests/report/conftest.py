"""Evaluations of workspaces."""

from functools import cache

import pytest

from evalkit.checking.load import load
from evalkit.evaluation.evaluate import evaluate
from tests.conftest import DAY, ROOT, SHIPPED_DAY
from tests.golden.cases import WORKSPACE
from tests.report.priced import files


@pytest.fixture(scope="session")
def golden():
    """Evaluate a plan of the golden workspace, of which each small one ends in another outcome."""
    return _evaluated_once(WORKSPACE, DAY)


@pytest.fixture(scope="session")
def shipped():
    """Evaluate a plan of this repository."""
    return _evaluated_once(ROOT, SHIPPED_DAY)


def _evaluated_once(folder, day):
    workspace = load(folder, day)
    return cache(lambda plan: evaluate(workspace, workspace.plans[plan], day))


@pytest.fixture
def evaluated(loaded):
    """Evaluate the plan of a workspace, by default the one with costs."""

    def evaluation(content=None):
        workspace = loaded(files() if content is None else content)
        assert workspace.errors == ()
        return evaluate(workspace, workspace.plans["storefront-payments"], DAY)

    return evaluation
