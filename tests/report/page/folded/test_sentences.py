"""Sentences that pages and terminals share."""

from evalkit.evaluation.record.robustness import PlaceResult
from evalkit.report.page.folded.sentences import order


def test_a_ranking_in_a_line_tells_points_apart():
    scores = {"x": 50.04, "y": 50.0}
    places = [
        PlaceResult(vendor=name, rank=rank, score=score, low=score, high=score)
        for rank, (name, score) in enumerate(scores.items(), 1)
    ]
    assert order(places, {"x": "X", "y": "Y"}) == "1 X 50.04 · 2 Y 50.00"
