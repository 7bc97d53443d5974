"""Charts of the ranking and of what to find out."""

from evalkit.evaluation.record.verdict import ResearchResult
from evalkit.report.charts.ranking import MOST_RESEARCHED, research
from evalkit.report.page.page import view
from tests.conftest import BASE
from tests.report.page.test_research import NOT_FOUND
from tests.report.page.test_standing import HALF, OTHERPAY, PLAN_FILE


def test_a_bar_ends_at_the_points_at_least_and_its_band_at_those_at_most(evaluated):
    (bar,) = view(evaluated({**BASE, PLAN_FILE: HALF}))["charts"]["ranking"]["rows"]
    # 63.75, 66.875 and 70 of 100 on a canvas of 400.
    assert (bar["solid_width"], bar["band_x"]) == (255.0, 255.0)
    assert (bar["mark_x"], bar["band_width"]) == (267.5, 25.0)


def test_a_vendor_has_a_bar_as_long_as_its_facts_change_the_winner_often(evaluated):
    files = {**BASE, PLAN_FILE: HALF, OTHERPAY: NOT_FOUND}
    chart = view(evaluated(files))["charts"]["unknowns"]
    # Its webhooks, there or not, are there once u is above a half: then 25 + 75 × u is more than
    # the 66.875 of ExamplePay once u is above 0.5583, in 44.2%. The scale ends at 50%.
    (bar,) = chart["rows"]
    assert (bar["name"], bar["value"], chart["end"]) == ("Otherpay", "44%", "50%")
    assert bar["width"] == 353.3  # 400 × 0.4417 / 0.5


def test_there_is_no_chart_of_what_changes_nothing(evaluated):
    assert "unknowns" not in view(evaluated({**BASE, PLAN_FILE: HALF}))["charts"]


def test_a_chart_names_no_more_vendors_than_have_room():
    each = ResearchResult(vendor="a", probability=0.2, gain=1.0, error=0.0, fewest=1, facts=())
    assert len(research([each] * 99, {"a": "A"})["rows"]) == MOST_RESEARCHED
