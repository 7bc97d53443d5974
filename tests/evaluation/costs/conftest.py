"""The evaluation of vendors with prices."""

import pytest

from evalkit.evaluation.evaluate import evaluate
from tests.conftest import DAY
from tests.evaluation.costs.made import CRITERIA, MONEY, PLAN, RATE, vendor


@pytest.fixture
def evaluated(loaded):
    def run(one=(), other=(), third=None, money=MONEY, plan="", measure=RATE, **options):
        files = {
            "criteria/payment-gateways.yaml": CRITERIA.replace("MEASURE", measure),
            "vendors/payment-gateways/examplepay.yaml": vendor("examplepay", one),
            "vendors/payment-gateways/otherpay.yaml": vendor("otherpay", other),
            "plans/storefront-payments.yaml": PLAN + plan + money,
        }
        if third is not None:
            files["vendors/payment-gateways/thirdpay.yaml"] = vendor("thirdpay", third)
        workspace = loaded(files)
        assert workspace.errors == ()
        return evaluate(workspace, workspace.plans["storefront-payments"], DAY)

    return run
