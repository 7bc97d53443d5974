"""A workspace with two people and two vendors."""

import pytest

from tests.cli.people import FAST, OTHERPAY, PEOPLE, STOREFRONT


@pytest.fixture
def folder(write):
    return write({OTHERPAY: FAST, STOREFRONT: PEOPLE})
