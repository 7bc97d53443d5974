"""An evaluation as JSON and CSV."""

from evalkit.report.data import from_json, to_csv, to_json
from tests.report.made import FILES


def test_an_evaluation_survives_json(evaluated):
    evaluation = evaluated(FILES)
    assert from_json(to_json(evaluation)) == evaluation
    assert to_csv([evaluation]).count("\n") >= 3
