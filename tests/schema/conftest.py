"""Schemas of the categories that are shipped."""

import pytest

from evalkit.checking.load import load
from evalkit.schema.category import vendor_schema
from tests.conftest import ROOT, SHIPPED_DAY


@pytest.fixture(scope="module")
def categories():
    """The schema of vendors for each category that is shipped."""
    blank = load(ROOT / "evalkit" / "blank", SHIPPED_DAY).criteria
    criteria = {**load(ROOT, SHIPPED_DAY).criteria, "my-category": blank["my-category"]}
    return {name: vendor_schema(each) for name, each in criteria.items()}
