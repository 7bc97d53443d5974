"""The evaluation of vendors that meet needs or do not."""

import pytest

from evalkit.evaluation.evaluate import evaluate
from tests.conftest import DAY
from tests.evaluation.project.made import FILES


@pytest.fixture
def evaluated(loaded):
    def run(files=None, day=DAY, **options):
        workspace = loaded({**FILES, **(files or {})})
        assert workspace.errors == ()
        return evaluate(workspace, workspace.plans["storefront-payments"], day, **options)

    return run
