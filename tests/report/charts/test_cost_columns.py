"""Columns of costs."""

import pytest

from evalkit.report.page.page import view


def test_columns_are_as_high_as_costs(evaluated):
    evaluation = evaluated()
    shapes = view(evaluation)["charts"]["costs"]["shapes"]
    bars = [s for s in shapes if s["is"] == "rect" and s["title"].startswith("Year 1, paid by")]
    # ExamplePay pays 12 × 29.99 by period in a year, OtherPay 12 × 199.50.
    heights = sorted(bar["height"] for bar in bars)
    assert heights[1] / heights[0] == pytest.approx(199.5 / 29.99, rel=0.05)
    assert "at least €4,030" in [s["text"] for s in shapes if s["is"] == "text"]
