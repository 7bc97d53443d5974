"""Evaluations of two vendors."""

import pytest

from evalkit.evaluation.evaluate import evaluate
from tests.conftest import DAY, vendor
from tests.explanation.made import OTHERPAY, SOAP


@pytest.fixture
def evaluated(loaded):
    def run(files=None):
        workspace = loaded({OTHERPAY: vendor(**SOAP)} | (files or {}))
        return evaluate(workspace, workspace.plans["storefront-payments"], DAY)

    return run
