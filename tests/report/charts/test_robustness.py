"""Charts of places, weights and sensitivity."""

import pytest

from evalkit.report.page.page import view
from tests.conftest import PLAN, vendor
from tests.report.made import FILES


def people_and_rates(**rates):
    """Two people, and vendors that differ in their rate and style."""
    source = "source: https://a.test/1, checked: 2026-06-20"
    files = {
        f"vendors/payment-gateways/{name}.yaml": vendor(
            name, api_style=f"{{value: [{style}], {source}}}", webhooks=f"{{value: true, {source}}}",
            rate_limit=f"{{value: {rate}, {source}}}",
        )
        for name, (style, rate) in rates.items()
    }  # fmt: skip
    return files | {"plans/storefront-payments.yaml": FILES["plans/storefront-payments.yaml"]}


def test_circles_stand_where_the_leader_is_overtaken(evaluated):
    evaluation = evaluated(people_and_rates(a=("rest", 25), b=("soap", 100)))
    chart = view(evaluation)["charts"]["sensitivity"]
    panels = {
        line.criterion: row
        for line, row in zip(evaluation.sensitivity.lines, chart["rows"], strict=True)
    }
    swap = next(c for c in evaluation.sensitivity.crossovers if c.criterion == "api")
    (circle,) = [
        c for c in panels["api"]["circles"] if c["title"].startswith(f"{swap.weight * 100:.1f}")
    ]
    # the plot is 364 wide from 28 on
    assert circle["x"] == pytest.approx(28 + 364 * swap.weight, abs=0.06)
    leader, other = list(evaluation.sensitivity.lines[0].scores.values())[:2]
    for line in (leader, other):
        (x0, y0), (x1, y1) = line
        score = y0 + (y1 - y0) * (swap.weight - x0) / (x1 - x0)
        assert circle["y"] == pytest.approx(24 + 84 * (1 - score / 100), abs=0.11)


def test_bars_of_places_fill_their_row_and_bars_of_weights_keep_their_scale(evaluated):
    charts = view(evaluated(people_and_rates(a=("rest", 25), b=("soap", 100))))["charts"]
    for row in charts["acceptability"]["rows"]:
        assert sum(part["width"] for part in row["parts"]) == pytest.approx(400, abs=0.2)
    # the largest weight is 75%, so the scale ends at 100%: 25% is 100 of 400 units
    assert charts["weights"]["end"] == "100%"
    assert [bar["width"] for bar in charts["weights"]["rows"][0]["bars"]] == [100.0, 300.0]
    # the mark of the group: (25 + 2 × 75) / 3 = 58.3%
    assert charts["weights"]["rows"][0]["mark_x"] == pytest.approx(233.3)


def test_a_circle_stands_at_the_weight_where_the_leader_is_level_with_another(evaluated):
    # 18.75 + 6.25 + 45 and 9.375 + 6.25 + 54.375: both lead on one side of each weight
    files = people_and_rates(a=("rest", 25), b=("soap", 48.4375))
    evaluation = evaluated(files | {"plans/storefront-payments.yaml": PLAN})
    rows = view(evaluation)["charts"]["sensitivity"]["rows"]
    assert len(rows) == 2
    for row in rows:
        assert row["today_x"] in [circle["x"] for circle in row["circles"]]
