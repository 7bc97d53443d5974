"""Which facts to ask a vendor for, and in which order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.evaluation.record.fact import FactResult
from evalkit.model.criteria import Criteria

MOST = 25
"""How many questions a vendor is asked at most, unless all are wanted."""
DECIDES, GATE, STALE, DISPUTED, OPEN = (
    "could change who is first",
    "behind a must-have",
    "out of date",
    "sources disagree",
    "open",
)
"""Why a fact is asked for, in the order of the questions."""


@dataclass(frozen=True)
class Wanted:
    """A fact that a vendor is asked for, and why."""

    measure: str
    why: str


def to_ask(
    evaluation: Evaluation, criteria: Criteria, named: Sequence[str] = (), *, everything: bool
) -> dict[str, list[Wanted]]:
    """The facts to ask each vendor for, the ones that matter most first.

    Without `named` vendors, those whose answers could matter; vendors without a question are left
    out. `everything` also asks for open facts that change nothing, without a limit.
    """
    chosen = [v for v in evaluation.vendors if v.id in named or (not named and _matters(v))]
    asked = {v.id: list(_of(evaluation, criteria, v, everything=everything)) for v in chosen}
    return {name: wanted for name, wanted in asked.items() if wanted}


def _matters(vendor: VendorResult) -> bool:
    """Whether what a vendor says could matter: it is no candidate of the client's own making."""
    return vendor.standing != "ruled_out" and not vendor.out_of_reach and not vendor.candidate


def _of(
    evaluation: Evaluation, criteria: Criteria, vendor: VendorResult, *, everything: bool
) -> Iterator[Wanted]:
    seen: set[str] = set()
    for measure, why in _by_urgency(evaluation, vendor, everything=everything):
        leaf = criteria.leaves.get(measure)
        is_fact = leaf is not None and leaf.measure.derived is None
        if is_fact and measure not in seen and (everything or len(seen) < MOST):
            seen.add(measure)
            yield Wanted(measure, why)


def _by_urgency(
    evaluation: Evaluation, vendor: VendorResult, *, everything: bool
) -> Iterator[tuple[str, str]]:
    for found in evaluation.verdict.research:
        if found.vendor == vendor.id and found.probability > 0:
            yield from ((point.measure, DECIDES) for point in found.facts)
    yield from ((g.measure, GATE) for g in vendor.gates if g.outcome == "unverified")
    facts = [(name, value) for name, value in vendor.measures.items() if value.weight > 0]
    known = [(name, value.fact) for name, value in facts if value.fact is not None]
    yield from ((name, STALE) for name, fact in known if fact.freshness == "stale")
    yield from ((name, DISPUTED) for name, fact in known if is_disputed(fact))
    if everything:
        yield from ((name, OPEN) for name, value in facts if value.low != value.high)


def is_disputed(fact: FactResult) -> bool:
    """Whether another source states something else of the same region and edition."""
    main = fact.reading
    return main is not None and any(
        _meets(main.region, other.region)
        and _meets(main.edition, other.edition)
        and other.text != main.text
        for other in fact.conflicts
    )


def _meets(one: str, other: str) -> bool:
    return not one or not other or one == other
