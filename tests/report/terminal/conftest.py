"""The evaluation from which others are derived."""

import pytest

from evalkit.checking.load import load
from evalkit.evaluation.evaluate import evaluate
from tests.conftest import BASE, DAY, vendor


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    folder = tmp_path_factory.mktemp("base")
    other = vendor(api_style="{value: [soap], source: https://a.test, checked: 2026-06-20}")
    for path, text in {**BASE, "vendors/payment-gateways/otherpay.yaml": other}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    workspace = load(folder, DAY)
    return evaluate(workspace, workspace.plans["storefront-payments"], DAY, full=False)
