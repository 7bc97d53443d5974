"""Published and constructed cases, read from the shared data beside the project.

Each names its source there. Where the shared data are absent, tests that need them are left out;
EVALKIT_REQUIRE_SHARED says that they must be there.
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
    """One case of money by its id: inputs, and the results that its source prints."""
    cases = json.loads(MONEY_FILE.read_text("utf-8"))["cases"]
    return next(each for each in cases if each["id"] == name)
