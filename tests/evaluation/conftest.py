"""The evaluation of small workspaces whose scores are worked by hand."""

import pytest

from evalkit.evaluation.evaluate import evaluate
from tests.conftest import DAY, PLAN, vendor
from tests.evaluation.made import FAST, OTHERPAY, SOURCE, STOREFRONT, within_api


@pytest.fixture
def evaluated(loaded):
    def evaluation(files=None, **changes):
        workspace = loaded({OTHERPAY: FAST, **(files or {})})
        assert workspace.errors == ()
        plan = workspace.plans["storefront-payments"].model_copy(update=changes)
        return evaluate(workspace, plan, DAY)

    return evaluation


@pytest.fixture
def evaluated_level(evaluated):
    """The verdict on two vendors at 50 points whatever the weights, if zeta has no webhooks.

    Whether it has is open: zeta is first where it has, and shares first place where it has not.
    """

    def run():
        files = within_api(zeta=("soap", "unknown", 20), alpha=("soap", "false", 20))
        zeta = "vendors/payment-gateways/zeta.yaml"
        files[zeta] = files[zeta].replace(f"{{value: unknown, {SOURCE}}}", "unknown")
        return evaluated({**files, STOREFRONT: PLAN + "vendors: [zeta, alpha]\n"}).verdict

    return run


@pytest.fixture
def offered(loaded):
    """An evaluation of vendors from their style, webhooks and rate.

    They are worth, of 100: 18.75 by REST or half by SOAP, 6.25 by webhooks, the rest by the rate:
    45 at 25 requests/s and from there 0.4 for each further one.
    """

    def run(*offers, plan=PLAN):
        files = {"vendors/payment-gateways/examplepay.yaml": None, STOREFRONT: plan}
        for each in offers:
            files |= _offer(*each)
        workspace = loaded(files)
        assert workspace.errors == ()
        return evaluate(workspace, workspace.plans["storefront-payments"], DAY)

    return run


def _offer(name, style, webhooks, rate):
    given = {"api_style": style, "webhooks": webhooks, "rate_limit": rate}
    said = {name: fact if ":" in f"{fact}" else f"value: {fact}" for name, fact in given.items()}
    facts = {
        name: f"{{{fact}, {SOURCE}}}" for name, fact in said.items() if given[name] != "unknown"
    }
    return {f"vendors/payment-gateways/{name}.yaml": vendor(name, **facts)}
