"""The evaluation of vendors with prices."""

import pytest

from evalkit.evaluation.evaluate import evaluate
from tests.conftest import DAY
from tests.evaluation.costs.made import CRITERIA, MONEY, PLAN, RATE, vendor


@pytest.fixture
def evaluated(loaded):
    """Evaluates vendors with charges; the second may be a candidate, which the plan then lists."""

    def run(one=(), other=(), third=None, money=MONEY, plan="", measure=RATE, candidate=""):
        files = {
            "criteria/payment-gateways.yaml": CRITERIA.replace("MEASURE", measure),
            "vendors/payment-gateways/examplepay.yaml": vendor("examplepay", one),
            "vendors/payment-gateways/otherpay.yaml": vendor("otherpay", other),
            "plans/storefront-payments.yaml": PLAN + plan + money,
        }
        if third is not None:
            files["vendors/payment-gateways/thirdpay.yaml"] = vendor("thirdpay", third)
        if candidate:
            files["vendors/payment-gateways/otherpay.yaml"] += f"candidate: {candidate}\n"
            names = [path.split("/")[-1][:-5] for path in files if path.startswith("vendors/")]
            files["plans/storefront-payments.yaml"] += f"vendors: [{', '.join(names)}]\n"
        workspace = loaded(files)
        assert workspace.errors == ()
        return evaluate(workspace, workspace.plans["storefront-payments"], DAY)

    return run
