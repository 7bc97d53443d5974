"""A vendor that changes, and the text about it."""

import pytest

CRITERIA_FILE = "criteria/payment-gateways.yaml"


def about(points):
    return pytest.approx(points, abs=1e-9)
