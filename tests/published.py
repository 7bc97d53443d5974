"""Published and constructed cases, read from the shared data beside the project.

Each names its source there. Where the shared data are absent, tests that need them are left out;
EVALKIT_REQUIRE_SHARED says that they must be there.
"""

import json
import os

import pytest

from tests.conftest import SHARED

FILE = SHARED / "cases" / "decision_cases.json"

if not FILE.exists() and os.environ.get("EVALKIT_REQUIRE_SHARED"):
    raise FileNotFoundError(FILE)

needs_cases = pytest.mark.skipif(
    not FILE.exists(), reason="the shared cases are not beside the project"
)


def case(name):
    """One case by its id: inputs, expected results and their tolerance."""
    return next(each for each in json.loads(FILE.read_text("utf-8")) if each["id"] == name)
