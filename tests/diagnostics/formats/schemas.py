"""Published schemas of the formats, read from the shared data beside the project.

Without the shared data, tests that need them are left out; EVALKIT_REQUIRE_SHARED makes them
mandatory.
"""

import json
import os

import jsonschema
import pytest
from lxml import etree

from tests.conftest import SHARED

SARIF = SHARED / "schemas" / "sarif-schema-2.1.0.json"
JUNIT = SHARED / "schemas" / "JUnit.xsd"

ABSENT = [file for file in (SARIF, JUNIT) if not file.exists()]

if ABSENT and os.environ.get("EVALKIT_REQUIRE_SHARED"):
    raise FileNotFoundError(ABSENT[0])

needs_schemas = pytest.mark.skipif(bool(ABSENT), reason="the shared schemas are not there")


def sarif_faults(text):
    """Errors by the official schema."""
    schema = json.loads(SARIF.read_text("utf-8"))
    validator = jsonschema.Draft7Validator(
        schema, format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER
    )
    return [error.message for error in validator.iter_errors(json.loads(text))]


def junit_faults(text):
    """Errors by the usual schema."""
    schema = etree.XMLSchema(etree.parse(JUNIT))
    schema.validate(etree.fromstring(text.encode("utf-8")))
    return [error.message for error in schema.error_log]
