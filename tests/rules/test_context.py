"""What rules can know of other files."""

from tests.conftest import CRITERIA
from tests.rules.made import GATEWAYS


def test_rules_that_need_criteria_are_silent_where_these_are_broken(loaded):
    workspace = loaded({GATEWAYS: CRITERIA.replace("weight: 40", "weight: forty")})
    assert [d.code for d in workspace.diagnostics] == ["EK103"]
