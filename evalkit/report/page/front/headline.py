"""The recommendation in a sentence, and what would reverse it."""

from collections.abc import Iterator, Sequence

from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.explanation.finalists import finalists
from evalkit.level import is_level
from evalkit.report.page.front.open_points import by_chance
from evalkit.wording.decimals import digits_apart
from evalkit.wording.messages import answer as told
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.figures import chance, decimal, listed, percent_up
from evalkit.wording.words import lower_first

MOST_NAMED = 3
"""How many vendors a headline names."""


def headline(evaluation: Evaluation) -> list[str]:
    """The sentences of the headline."""
    sentences = [_choice(evaluation), _reversal(evaluation)]
    return [each for each in sentences if each]


def _choice(evaluation: Evaluation) -> str:
    outcome, first = evaluation.verdict.outcome, finalists(evaluation)
    if outcome == "none":
        return say(told.NONE, len(evaluation.vendors))
    if outcome == "nobody_ranked" or not first:
        return say(told.NOBODY)
    leader = first[0].name
    if outcome == "single":
        return say(told.ALONE if len(evaluation.vendors) == 1 else told.LAST, leader=leader)
    if outcome == "only_researched":
        names = {vendor.id: vendor.name for vendor in evaluation.vendors}
        others = [names[each] for each in evaluation.verdict.could_win[:MOST_NAMED]]
        return say(told.ONLY_RESEARCHED, leader=leader, others=listed(others, "or"))
    if outcome == "close":
        return _close(first)
    return say(told.CLEAR if outcome == "clear" else told.LIKELY, leader=leader)


def _close(first: Sequence[VendorResult]) -> str:
    names = listed([vendor.name for vendor in first[:MOST_NAMED]])
    scores = [vendor.score or 0.0 for vendor in first]
    if is_level(scores[0], scores[1]):
        return say(told.LEVEL, names=names)
    gap = scores[0] - scores[1]
    points = decimal(gap, digits_apart([gap, 0.0], 1))
    return say(told.CLOSE, names=names, points=points)


def _reversal(evaluation: Evaluation) -> str:
    """What would reverse it: an open must-have, one fact, research on one vendor, or weights."""
    nothing = {
        "none": "",
        "nobody_ranked": "",
        "single": "",
        "close": say(told.STAYS_CLOSE),
    }
    outcome = evaluation.verdict.outcome
    return next(_reversals(evaluation), nothing.get(outcome, say(told.NOTHING)))


def _reversals(evaluation: Evaluation) -> Iterator[str]:
    verdict = evaluation.verdict
    if verdict.leader is not None:
        gates = [
            gate.title
            for vendor in evaluation.vendors
            for gate in vendor.gates
            if vendor.id == verdict.leader and gate.outcome == "unverified"
        ]
        if gates:
            yield say(told.IF_GATE, len(gates), gate=lower_first(gates[0]))
    able = [point for point in verdict.open_points if point.gain > 0 and point.threshold]
    if able:
        best = max(able, key=lambda point: point.gain)
        is_close = verdict.outcome == "close"
        message = told.SETTLED_BY_FACT if is_close else told.IF_FACT
        yield say(message, threshold=best.threshold)
    names = {vendor.id: vendor.name for vendor in evaluation.vendors}
    for found in by_chance(evaluation):
        if found.gain > 0:
            likely = chance(found.probability)
            yield say(told.IF_RESEARCHED, vendor=names[found.vendor], chance=likely)
    shift = evaluation.sensitivity.shift if evaluation.sensitivity else None
    if shift is not None:
        moved = percent_up(shift.moved)
        yield say(told.IF_WEIGHTS, rival=names[shift.challenger], moved=moved)
