"""Check that the verdict of a saved evaluation follows from its figures."""

from collections.abc import Iterator, Sequence

from evalkit.evaluation.integrity.ids import otherwise
from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.scoring.verdict import standing

WITH_LEADER = ("clear", "likely", "single")


def faults_of_answer(evaluation: Evaluation) -> Iterator[str]:
    """Contradictions between the verdict and the figures."""
    verdict = evaluation.verdict
    ranked = [vendor for vendor in evaluation.vendors if vendor.rank is not None]
    yield from otherwise("verdict.text", holds=verdict.text == " ".join(verdict.sentences))
    yield from otherwise("verdict.outcome", holds=verdict.outcome in _may_be(evaluation, ranked))
    leader = ranked[0].id if verdict.outcome in WITH_LEADER else None
    yield from otherwise("verdict.leader", holds=verdict.leader == leader)


def _may_be(evaluation: Evaluation, ranked: Sequence[VendorResult]) -> set[str]:
    found = evaluation.robustness
    if len(ranked) < 2:  # noqa: PLR2004
        return {"single"} if ranked else {"none"}
    if found is None:
        return {"clear", "likely", "close"}
    points = [vendor.score or 0.0 for vendor in ranked[:2]]
    shares = [found.vendors[0].ranks[0], 0.0]
    # So little may be known about vendors left out that the result is too close to call.
    unseen = {"close"} if found.left_out else set()
    return {standing(points, shares, found.draws).outcome, *unseen}
