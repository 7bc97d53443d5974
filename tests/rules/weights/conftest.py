"""Findings in a plan with one stakeholder."""

import pytest

from tests.rules.made import GATEWAYS, STOREFRONT
from tests.rules.weights.made import THREE, UNWEIGHED


@pytest.fixture
def said(loaded):
    """The diagnostics of a plan with one stakeholder, on criteria api, scalability and cost."""

    def diagnose(text, plan=UNWEIGHED, where="weights"):
        lines = "".join(f"      {line}\n" for line in text.strip().splitlines())
        plan += f"stakeholders:\n  it:\n    {where}:\n{lines}"
        return loaded({STOREFRONT: plan, GATEWAYS: THREE}).diagnostics

    return diagnose
