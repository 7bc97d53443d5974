"""Which vendors stand side by side."""

import pytest

from evalkit.report.page.compared.sides import sides


@pytest.mark.parametrize(
    ("plan", "names"),
    [
        ("everything", ["Alder Pay", "Birch & Sons"]),
        ("close", ["Finch", "Ibis"]),
        # One is ranked: beside it the vendor whose research is likeliest to change the winner.
        ("researched", ["Gull", "Wren"]),
        # One is ranked, and nothing applies to the other: there is nothing to compare.
        ("single", []),
        ("last", []),
        ("unresearched", []),
        ("nobody", []),
    ],
)
def test_finalists_stand_side_by_side_or_one_beside_who_is_worth_research(golden, plan, names):
    assert [vendor.name for vendor in sides(golden(plan))] == names
