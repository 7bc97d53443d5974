"""The vendors between which an answer decides."""

import pytest

from evalkit.checking.load import load
from evalkit.evaluation.evaluate import evaluate
from evalkit.explanation.finalists import finalists
from tests.conftest import DAY
from tests.golden.cases import WORKSPACE

NAMED = {
    "clear": ["Finch", "Gull"],
    "close": ["Finch", "Ibis"],
    "contrary": ["Gull", "Wren"],
    "last": ["Finch"],
    "unresearched": [],
    "nobody": [],
}


@pytest.fixture(scope="module")
def workspace():
    return load(WORKSPACE, DAY)


@pytest.mark.parametrize(("plan", "names"), NAMED.items(), ids=NAMED)
def test_finalists_are_those_that_the_answer_names(workspace, plan, names):
    found = finalists(evaluate(workspace, workspace.plans[plan], DAY))
    assert [vendor.name for vendor in found] == names
