"""A plan's assumptions in words."""

import pytest

from evalkit.evaluation.costs.assumptions import assumptions
from evalkit.wording.money import printer_for
from tests.costing.given import money


@pytest.mark.parametrize(
    ("volume", "text", "ends"),
    [
        ({"value": 60000}, "60,000 a year", (60000, 60000)),
        ({"low": 54000, "high": 69000}, "54,000 to 69,000 a year", (54000, 69000)),
        ({"at_least": 54000}, "at least 54,000 a year", (54000, None)),
        ({"share": 0.2, "of": "map_loads"}, "20% of map loads", (None, None)),
        ({"share": 1, "of": "map_loads"}, "100% of map loads", (None, None)),
        ({"share": 20, "of": "map_loads"}, "20 times map loads", (None, None)),
        ({"share": {"low": 0.5, "high": 2}, "of": "map_loads"}, "0.5 to 2 times map loads",
         (None, None)),
    ],
)  # fmt: skip
def test_a_volume_says_what_it_is(volume, text, ends):
    plan = money(volumes={"tiles": volume})
    _, found = assumptions(plan, "plans/p.yaml", printer_for("EUR", "en"))
    assert (found.title, found.text, (found.low, found.high)) == ("Tiles", text, ends)
