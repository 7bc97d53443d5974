"""The two or three vendors that are shown side by side."""

from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.explanation.finalists import finalists
from evalkit.report.page.front.open_points import by_chance

MOST = 3
"""How many vendors stand side by side."""


def sides(evaluation: Evaluation) -> list[VendorResult]:
    """Those that a scenario compares, or else the finalists; beside a single one, the unranked
    vendor whose research is worth most.

    Empty if there are no two to compare.
    """
    asked = evaluation.scenario.compare if evaluation.scenario else ()
    if asked:
        by_id = {vendor.id: vendor for vendor in evaluation.vendors}
        return [by_id[each] for each in asked]
    first = finalists(evaluation)
    if len(first) == 1:
        first = [*first, *_worth_most(evaluation)[:1]]
    return first[:MOST] if len(first) > 1 else []


def _worth_most(evaluation: Evaluation) -> list[VendorResult]:
    """The vendors that are not ranked and have points, those first whose research is worth most."""
    unranked = {
        vendor.id: vendor
        for vendor in evaluation.vendors
        if vendor.standing == "not_ranked" and vendor.score is not None
    }
    return [unranked[each.vendor] for each in by_chance(evaluation) if each.vendor in unranked]
