"""The vendors between which an answer decides."""

from evalkit.evaluation.integrity.verdict import contests
from evalkit.evaluation.record.evaluation import Evaluation, VendorResult


def finalists(evaluation: Evaluation) -> list[VendorResult]:
    """The ranked vendors that the answer names, best first; one or none if no two are ranked.

    These are the leader and its rival or, where it is too close to call, all that may be first.
    """
    ranked = [vendor for vendor in evaluation.vendors if vendor.standing == "ranked"]
    found = evaluation.robustness
    if found is None or len(ranked) < 2:  # noqa: PLR2004
        return ranked
    drawn = {vendor.id for vendor in found.vendors}
    field = [vendor for vendor in ranked if vendor.id in drawn]
    # Vendors that were not drawn can make it too close to call, too.
    close = [
        each
        for unseen in (0, 1)
        for each in contests(ranked, found, unseen)
        if each.outcome == "close"
    ]
    if evaluation.verdict.outcome == "close" and close:
        return [field[number] for number in close[0].first]
    return [field[0], field[next(contests(ranked, found, 0)).rival]]
