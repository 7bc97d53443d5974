"""Check that the verdict of a saved evaluation follows from its figures."""

from collections.abc import Iterator, Sequence

from evalkit.evaluation.integrity.ids import otherwise
from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.evaluation.record.robustness import RobustnessResult
from evalkit.scoring.verdict import COULD_WIN, Contest, Outcome, contest, outcome, weaker

WITH_LEADER = ("clear", "likely", "single")


def faults_of_answer(evaluation: Evaluation) -> Iterator[str]:
    """Contradictions between the verdict and the figures."""
    verdict = evaluation.verdict
    ranked = [vendor for vendor in evaluation.vendors if vendor.standing == "ranked"]
    told = [*verdict.sentences, *(each.text for each in verdict.decides)]
    yield from otherwise("verdict.text", holds=verdict.text == " ".join(told))
    could_win = _could_win(evaluation.vendors)
    yield from otherwise("verdict.could_win", holds=list(verdict.could_win) == could_win)
    may_be = set(_may_be(evaluation, ranked, len(could_win)))
    yield from otherwise("verdict.outcome", holds=verdict.outcome in may_be)
    leader = ranked[0].id if verdict.outcome in WITH_LEADER else None
    yield from otherwise("verdict.leader", holds=verdict.leader == leader)


def _could_win(vendors: Sequence[VendorResult]) -> list[str]:
    """The vendors that could still win, likeliest first."""
    able = [(v.could_win, v.id) for v in vendors if v.could_win is not None]
    able = [each for each in able if each[0] >= COULD_WIN]
    return [name for _, name in sorted(able, key=lambda each: -each[0])]


def _may_be(
    evaluation: Evaluation, ranked: Sequence[VendorResult], could_win: int
) -> Iterator[Outcome]:
    """The outcomes that the figures allow."""
    left = sum(vendor.standing != "ruled_out" for vendor in evaluation.vendors)
    is_open = bool(ranked) and ranked[0].gate == "unverified"
    found = evaluation.robustness
    if found is None or len(ranked) < 2:  # noqa: PLR2004
        yield outcome(left, len(ranked), could_win, None, is_open=is_open)
        return
    # So little may be known about vendors that were not drawn that it is too close to call.
    for unseen in (0, 1):
        held = list(contests(ranked, found, unseen))
        plain = outcome(left, len(ranked), could_win, held[0], is_open=is_open)
        yield weaker(plain, held[-1].outcome)


def contests(
    ranked: Sequence[VendorResult], found: RobustnessResult, unseen: int
) -> Iterator[Contest]:
    """The contest at the weights stated, then at those that vary more widely."""
    drawn = {vendor.id: vendor for vendor in found.vendors}
    points = [vendor.score or 0.0 for vendor in ranked if vendor.id in drawn]
    alone = [vendor.ranks[0] for vendor in found.vendors]
    alike = [vendor.first_alike for vendor in found.vendors]
    yield contest(points, alone, alike, found.draws, unseen)
    if found.cautious is not None:
        first = [found.cautious.first[name] for name in drawn]
        together = [found.cautious.first_alike[name] for name in drawn]
        yield contest(points, first, together, found.draws, unseen)
