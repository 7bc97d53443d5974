"""Findings in the small workspace with additions to its files."""

import pytest

from tests.conftest import CRITERIA, PLAN, VENDOR
from tests.rules.flows import OBJECTS, PLATFORM, SHOP
from tests.rules.made import EXAMPLEPAY, GATEWAYS, STOREFRONT, marked
from tests.rules.money import COSTLY


@pytest.fixture
def diagnosed(loaded):
    """The diagnostics of a platform, and of a vendor and a plan with additions."""

    def diagnose(vendor="", plan="", files=None):
        base = {
            GATEWAYS: CRITERIA + OBJECTS,
            SHOP: PLATFORM,
            EXAMPLEPAY: VENDOR + vendor,
            STOREFRONT: PLAN + plan,
        }
        return loaded({**base, **(files or {})}).diagnostics

    return diagnose


@pytest.fixture
def told(diagnosed):
    """Code, marked text and message of each of these diagnostics."""

    def tell(*texts, **files):
        return [(d.code, marked(d), d.message) for d in diagnosed(*texts, **files)]

    return tell


@pytest.fixture
def codes(diagnosed):
    """The codes of these diagnostics."""

    def tell(*texts, **files):
        return [d.code for d in diagnosed(*texts, **files)]

    return tell


@pytest.fixture
def judged(loaded):
    """Findings in a plan whose criteria have costs: code, marked text and message."""

    def diagnose(plan, criteria=COSTLY):
        found = loaded({STOREFRONT: plan, GATEWAYS: criteria}).diagnostics
        return [(d.code, marked(d), d.message) for d in found]

    return diagnose
