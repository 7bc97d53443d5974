"""A vendor that changes, and how that is told."""

import pytest

CRITERIA_FILE = "criteria/payment-gateways.yaml"


def about(points):
    return pytest.approx(points, abs=1e-9)
