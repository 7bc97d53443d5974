"""What decides the answer, in at most five sentences."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from evalkit.evaluation.own_word import is_own_word
from evalkit.evaluation.record.evaluation import VendorResult
from evalkit.evaluation.record.fact import FactResult, MeasureValue
from evalkit.evaluation.record.robustness import OpinionResult, StakeholdersResult
from evalkit.evaluation.record.verdict import DecidingResult, Subject
from evalkit.evaluation.verdict.verdict import Answer
from evalkit.evaluation.weights import Voice
from evalkit.scoring.scores import score
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record import deciding as words
from evalkit.wording.messages.words import CLAUSES
from evalkit.wording.numbers import in_points, percent_whole, two_decimals, whole
from evalkit.wording.words import capital, in_month, listed, spelled

if TYPE_CHECKING:
    from evalkit.evaluation.costs.books import Books

MOST = 5
"""How many sentences are given; the caveat is always one of them."""
FIRST_TO_GO: tuple[Subject, ...] = ("methods", "gates", "people", "cost")
EQUAL = 0.05
"""Points by which vendors must differ for a lead to be explained: less is printed as 0.0."""


def deciding(
    answer: Answer,
    people: StakeholdersResult | None,
    opinions: Sequence[OpinionResult],
    books: "Books | None",
) -> list[DecidingResult]:
    """What decides, in a fixed order, each only where it is true."""
    drafts: dict[Subject, str] = {
        "lead": _lead(answer),
        "cost": _cost(answer, books),
        "people": _people(answer, people),
        "methods": _methods(answer, opinions),
        "gates": _gates(answer),
        "excluded": _excluded(answer),
        "caveat": _caveat(answer),
    }
    found = {about: text for about, text in drafts.items() if text}
    for about in FIRST_TO_GO:
        if len(found) > MOST:
            found.pop(about, None)
    return [DecidingResult(about=about, text=text) for about, text in found.items()]


def lead_parts(one: VendorResult, other: VendorResult) -> tuple[float, float]:
    """The lead of one vendor over another in points: on facts known for both, and on others."""
    known = rest = 0.0
    for name, mine in one.measures.items():
        theirs = other.measures[name]
        part = _points(mine) - _points(theirs)
        if mine.is_settled and theirs.is_settled:
            known += part
        else:
            rest += part
    return known, rest


def _points(value: MeasureValue) -> float:
    return value.weight * (value.value or 0.0)


def _lead(answer: Answer) -> str:
    """Whether the lead of the first by points rests on what is known."""
    if len(answer.ranked) < 2 or len(answer.finalists) < 2:  # noqa: PLR2004
        return ""
    leader, rival = answer.ranked[0], _rival(answer)
    known, rest = lead_parts(leader, rival)
    if known + rest < EQUAL:
        return ""
    said = (
        words.LEAD_UNKNOWN if known <= 0 else words.LEAD_KNOWN if rest <= 0 else words.LEAD_PARTLY
    )
    share = percent_whole(known / (known + rest))
    return say(said, leader=leader.name, rival=rival.name, share=share)


def _rival(answer: Answer) -> VendorResult:
    return next(vendor for vendor in answer.finalists if vendor is not answer.ranked[0])


def _cost(answer: Answer, books: "Books | None") -> str:
    """What the finalists cost, or that it is not known."""
    if books is None or not answer.finalists:
        return ""
    # Plans without money skip the imports.
    from evalkit.evaluation.costs.compared import cost_of  # noqa: PLC0415

    text = cost_of(books, [(vendor.id, vendor.name) for vendor in answer.finalists])
    is_apart = answer.field.criteria is not answer.field.gated
    return f"{text} {say(words.NOT_IN_POINTS)}" if text and is_apart else text


def _people(answer: Answer, people: StakeholdersResult | None) -> str:
    """Who puts somebody else first, and how much influence they have."""
    if people is None or not answer.ranked:
        return ""
    others: dict[str, list[str]] = {}
    for person in people.people:
        firsts = [place.vendor for place in person.ranking if place.rank == 1]
        if not _agrees(answer, firsts):
            share = percent_whole(person.influence)
            said = say(words.INFLUENCE, person=person.name, share=share)
            others.setdefault(_names(answer, firsts), []).append(said)
    told = [
        say(words.PREFERS, len(who), people=listed(who), vendors=names)
        for names, who in others.items()
    ]
    doubts = _inconsistent(answer.field.weighting.voices)
    return " ".join([*([say(CLAUSES, clauses="; ".join(told))] if told else []), *doubts])


def _agrees(answer: Answer, firsts: Sequence[str]) -> bool:
    """Whether one of some first vendors is first by points too, alone or level with others."""
    return not firsts or any(answer.by_id[first].rank == 1 for first in firsts)


def _names(answer: Answer, vendors: Sequence[str]) -> str:
    return listed([answer.by_id[vendor].name for vendor in vendors])


def _inconsistent(voices: Sequence[Voice]) -> Iterator[str]:
    """Stakeholders whose comparisons contradict each other too much to rely on."""
    found = [
        say(
            words.INCONSISTENT,
            person=voice.name,
            ratio=two_decimals(said.consistency.value or 0.0),
            limit=two_decimals(said.consistency.limit or 0.0),
        )
        for voice in voices
        for said in voice.implied.values()
        if said.consistency is not None and said.consistency.is_above_limit
    ]
    if found:
        yield say(words.CONTRADICT, people=listed(found))


def _methods(answer: Answer, opinions: Sequence[OpinionResult]) -> str:
    """Which other methods put somebody else first."""
    if not answer.ranked:
        return ""
    others: dict[str, list[str]] = {}
    for opinion in opinions:
        firsts = [vendor for vendor, rank in opinion.ranks.items() if rank == 1]
        if not _agrees(answer, firsts):
            others.setdefault(_names(answer, firsts), []).append(opinion.method)
    if not others:
        return ""
    told = [
        say(words.PUTS_FIRST, len(methods), methods=listed(methods), vendors=names)
        for names, methods in others.items()
    ]
    count = sum(map(len, others.values()))
    said = words.ALL_DISAGREE if count == len(opinions) else words.SOME_DISAGREE
    return say(said, count, count=capital(spelled(count)), told="; ".join(told))


def _gates(answer: Answer) -> str:
    """Which vendors are ruled out, and by what."""
    out = [vendor for vendor in answer.vendors if vendor.standing == "ruled_out"]
    if not out:
        return ""
    told = say(words.RULED_OUT, vendor=out[0].name, reason=out[0].reason)
    others = [vendor.name for vendor in out[1:]]
    if not others:
        return told
    return f"{told} {say(words.SO_ARE, len(others), vendors=listed(others))}"


def _excluded(answer: Answer) -> str:
    """Who would be first if what vendors declare not applicable counted as unknown."""
    ranking = answer.field.ranking
    flag = "not_applicable"
    has_any = any(flag in parts for parts in ranking.levels.known.values())
    if len(answer.ranked) < 2 or not has_any:  # noqa: PLR2004
        return ""
    as_unknown = score(
        ranking.levels.without(flag),
        answer.field.criteria,
        answer.field.weighting.weights,
        answer.field.plan.unknown,
    )
    points = as_unknown.score
    first = answer.ranked[int(np.argmax(points))]
    leader = answer.ranked[0]
    if first is leader or points.max() - points[0] < EQUAL:
        return ""
    said = words.LEADS_BY_EXCLUDED if leader.excluded else words.IF_EXCLUDED_COUNTED
    share = percent_whole(leader.excluded)
    return say(said, leader=leader.name, share=share, vendor=first.name)


def _caveat(answer: Answer) -> str:
    """The strongest caveat about the evidence behind the first by points."""
    if not answer.ranked:
        return ""
    leader = answer.ranked[0]
    lead = _leading(answer)
    found = [(sum(map(_points, weak)), text) for weak, text in weak_evidence(leader)]
    carrying = [(points, text) for points, text in found if points > 0 and points >= lead]
    if not carrying:
        return ""
    points, text = max(carrying, key=lambda each: each[0])
    return say(
        words.RESTS_ON,
        part=whole(points),
        vendor=leader.name,
        points=in_points(leader.score or 0.0, 0),
        evidence=text,
    )


def _leading(answer: Answer) -> float:
    if len(answer.ranked) < 2:  # noqa: PLR2004
        return EQUAL
    return max((answer.ranked[0].score or 0.0) - (answer.ranked[1].score or 0.0), EQUAL)


def weak_evidence(vendor: VendorResult) -> Iterator[tuple[list[MeasureValue], str]]:
    """Values that rest on weak evidence, and what is weak about it."""
    known = [value for value in vendor.measures.values() if value.status in {"known", "range"}]
    looked_up = [value for value in known if value.fact is not None and not value.fact.derived]
    answers = [value for value in looked_up if is_own_word(value.fact)]
    yield answers, say(words.VENDORS_WORD)
    expired = [value for value in looked_up if value.fact and value.fact.expired]
    yield expired, say(words.EXPIRED)
    stale = [value for value in looked_up if _is_out_of_date(value.fact)]
    days = [value.fact.reading.checked for value in stale if value.fact and value.fact.reading]
    latest = max((day for day in days if day), default=None)
    if latest is not None:
        yield stale, say(words.STALE, month=in_month(latest))
    undated = [value for value in looked_up if value.fact and value.fact.freshness == "undated"]
    yield undated, say(words.UNDATED)


def _is_out_of_date(fact: FactResult | None) -> bool:
    """Whether a fact is stale; that an age is at most so much stays true."""
    if fact is None or fact.freshness != "stale" or fact.expired:
        return False
    return fact.reading is None or not fact.reading.at_most
