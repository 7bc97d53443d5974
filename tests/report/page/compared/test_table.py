"""Money, must-haves and evidence side by side."""

from evalkit.report.page.compared.sides import sides
from evalkit.report.page.compared.table import table


def cells(evaluation):
    found = table(evaluation, sides(evaluation))
    return {
        row["title"]: [(cell["text"], cell["note"], cell["warns"]) for cell in row["cells"]]
        for row in found
    }


def test_each_figure_stands_beside_that_of_the_rival(golden):
    assert cells(golden("everything")) == {
        "Cost over 3 years": [
            ("€165,000", "€120,000 to €280,000", False),
            ("€175,000", "€144,000 to €228,000", False),
        ],
        "Fees as a share of sales": [
            ("1.70%", "1.45% to 2.24%", False), ("1.91%", "1.87% to 1.94%", False),
        ],
        "Net value over 3 years": [
            ("€160,000", "−€110,000 to €480,000", False),
            ("€150,000", "−€80,000 to €440,000", False),
        ],
        "Must-haves met": [("6 of 6", "", False), ("5 of 6; 1 open", "", True)],
        "Data flows that the plug-in carries without extra work": [
            ("2 of 6", "", False), ("0 of 6", "", False),
        ],
        "Settled by evidence": [("81%", "", False), ("71%", "", False)],
        # Birch & Sons: facts that are stale, and none of Alder Pay.
        "Points on stale or undated facts": [("0 of 63", "", False), ("15 of 46", "", False)],
    }  # fmt: skip


def test_what_the_evaluation_has_not_got_has_no_row(golden):
    assert list(cells(golden("clear"))) == ["Settled by evidence"]
