"""The ids of a saved evaluation, and checks of references, sums and ranks."""

import math
from collections.abc import Collection, Iterable, Iterator

from evalkit.evaluation.record.evaluation import Evaluation

NOISE = 1e-6
"""Rounding error: figures closer than this are equal."""
OF_PARTS = 1e-9
"""Rounding error relative to the largest part: large amounts have fewer decimals."""


class Ids:
    """The ids that other parts of an evaluation refer to."""

    def __init__(self, evaluation: Evaluation) -> None:
        # Mappings, because they keep their order and are looked up often.
        self.vendors = {each.id: each.rank for each in evaluation.vendors}
        self.candidates = dict.fromkeys(each.id for each in evaluation.vendors if each.candidate)
        self.criteria = dict.fromkeys(each.id for each in evaluation.criteria)
        self.measures = dict.fromkeys(m.id for each in evaluation.criteria for m in each.measures)
        self.background = dict.fromkeys(each.id for each in evaluation.background)

    def no_vendor(self, place: str, given: Iterable[str | None]) -> Iterator[str]:
        """Unknown vendors; None is skipped."""
        return unknown(place, filter(None, given), self.vendors, "vendor")

    def no_candidate(self, place: str, given: str | None) -> Iterator[str]:
        """A vendor that is no candidate; None is skipped."""
        return unknown(place, filter(None, [given]), self.candidates, "candidate")


def is_weighed_otherwise(evaluation: Evaluation) -> bool:
    """Whether a scenario has other weights than the plan, by which some figures still are."""
    return evaluation.scenario is not None and bool(evaluation.scenario.weights)


def unknown(place: str, given: Iterable[str], known: Collection[str], what: str) -> Iterator[str]:
    """Ids that do not exist; `what` names their kind."""
    return (f"`{place}`: there is no {what} `{name}`" for name in given if name not in known)


def twice(place: str, given: Iterable[str]) -> Iterator[str]:
    """Ids that occur more than once."""
    seen: set[str] = set()
    for name in given:
        if name in seen:
            yield f"`{place}`: `{name}` is there twice"
        seen.add(name)


def odd(place: str, given: Collection[str], wanted: Collection[str], what: str) -> Iterator[str]:
    """Ids that are missing or unexpected."""
    yield from unknown(place, given, wanted, what)
    yield from missing(place, given, wanted, what)


def missing(
    place: str, given: Collection[str], wanted: Collection[str], what: str
) -> Iterator[str]:
    """Ids that are missing; `what` names their kind."""
    return (f"`{place}`: the {what} `{name}` is missing" for name in wanted if name not in given)


def uneven(place: str, given: Collection[object], wanted: int) -> Iterator[str]:
    """Lists of the wrong length."""
    if len(given) != wanted:
        yield f"`{place}`: there are {len(given)} of them, not {wanted}"


def otherwise(place: str, *, holds: bool) -> Iterator[str]:
    """A value that contradicts the rest of the evaluation."""
    if not holds:
        yield f"`{place}`: the rest of the evaluation says otherwise"


def uneven_sum(place: str, found: float, parts: Iterable[float]) -> Iterator[str]:
    """A total that differs from the sum of its parts."""
    if not adds_up(found, list(parts)):
        yield f"`{place}`: its parts do not add up to it"


def adds_up(found: float, parts: Collection[float]) -> bool:
    """Whether a figure is the sum of its parts."""
    most = max(map(abs, parts), default=0.0)
    return abs(math.fsum(parts) - found) <= NOISE + OF_PARTS * most


def misplaced(place: str, ranks: Iterable[int], scores: Iterable[float]) -> Iterator[str]:
    """Ranks that do not follow from scores, highest first; ties share the better rank."""
    before, last = 0, math.inf
    for number, (rank, score) in enumerate(zip(ranks, scores, strict=True), 1):
        level = rank == before
        wrong = abs(last - score) > NOISE if level else rank != number or last <= score
        if wrong:
            yield f"`{place}.{number - 1}.rank`: it does not follow from the scores"
        before, last = rank, score
