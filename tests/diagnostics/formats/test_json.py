"""Findings in JSON."""

import json

from tests.diagnostics.formats.seeded import FAULTS


def test_every_fault_stands_at_its_line_and_columns_in_json(written):
    found = json.loads(written("json"))["diagnostics"]
    keys = ("path", "code", "line", "column", "end_column")
    assert sorted(tuple(d[key] for key in keys) for d in found) == FAULTS
