"""Published and constructed cases, read from the shared data beside the project.

Each names its source. Without the shared data, tests that need them are left out;
EVALKIT_REQUIRE_SHARED makes them mandatory.
"""

import json
import os

import pytest

from tests.conftest import SHARED

FILE = SHARED / "cases" / "decision_cases.json"
MONEY_FILE = SHARED / "cases" / "money_cases.json"

ABSENT = [file for file in (FILE, MONEY_FILE) if not file.exists()]

if ABSENT and os.environ.get("EVALKIT_REQUIRE_SHARED"):
    raise FileNotFoundError(ABSENT[0])

needs_cases = pytest.mark.skipif(bool(ABSENT), reason="the shared cases are not beside the project")


def case(name):
    """One case by its id: inputs, expected results and their tolerance."""
    return next(each for each in json.loads(FILE.read_text("utf-8")) if each["id"] == name)


def money_case(name):
    """One costing case by its id: inputs, and the results in its source."""
    cases = json.loads(MONEY_FILE.read_text("utf-8"))["cases"]
    return next(each for each in cases if each["id"] == name)
