"""Evaluations of two vendors."""

import pytest

from evalkit.evaluation.evaluate import evaluate
from evalkit.explanation.difference import difference
from tests.conftest import DAY, vendor
from tests.explanation.made import OTHERPAY, SOAP


@pytest.fixture
def evaluated(loaded):
    def run(files=None):
        workspace = loaded({OTHERPAY: vendor(**SOAP)} | (files or {}))
        return evaluate(workspace, workspace.plans["storefront-payments"], DAY)

    return run


@pytest.fixture
def moved(evaluated):
    """How examplepay moved when files changed."""

    def run(new=None, old=None):
        found = difference(evaluated(old), evaluated(new))
        return next(each for each in found.vendors if each.vendor == "examplepay")

    return run
