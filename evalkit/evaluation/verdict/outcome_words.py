"""The outcome in sentences."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal

from evalkit.evaluation.record.evaluation import VendorResult
from evalkit.evaluation.verdict.verdict import Answer
from evalkit.level import SAME, is_level
from evalkit.scoring.verdict import Outcome
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record import verdict as words
from evalkit.wording.messages.words import RANGE_OF_POINTS
from evalkit.wording.numbers import (
    about,
    about_between,
    in_points,
    percent_down,
    percent_up,
    whole_outward,
)
from evalkit.wording.words import listed, lower_first, some_of, spelled

MOST_NAMED = 5
"""How many vendors a sentence names."""


def outcome_sentences(answer: Answer) -> list[str]:
    """The outcome: who leads or could, and how sure that is."""
    drafts = _SENTENCES[answer.outcome](answer)
    return [sentence for sentence in drafts if sentence]


def _none(answer: Answer) -> Iterator[str]:
    count = len(answer.vendors)
    if count == 1:
        yield say(words.ONLY_ONE_OUT, vendor=answer.vendors[0].name)
    elif count == 2:  # noqa: PLR2004
        yield say(words.BOTH_OUT)
    else:
        yield say(words.ALL_OUT, count, count=spelled(count))


def _nobody_ranked(answer: Answer) -> Iterator[str]:
    best = sorted(answer.left, key=lambda vendor: (-vendor.researched, vendor.name))
    told = [
        say(words.AND_HAS if at else words.HAS, vendor=v.name, share=percent_down(v.researched))
        for at, v in enumerate(best[:MOST_NAMED])
    ]
    if len(best) > MOST_NAMED:
        told[MOST_NAMED - 1 :] = [say(words.OTHERS_HAVE, share=_next(best))]
    needed = percent_up(answer.field.plan.rankable)
    yield say(words.NOBODY, needed=needed, vendors=listed(told))
    most = max((each.gain for each in answer.research), default=0.0)
    if most > 0 and len(answer.left) > 1:
        first = [each.vendor for each in answer.research if each.gain >= most - SAME]
        yield _worth_most([answer.by_id[each].name for each in first], answer)


def _worth_most(names: list[str], answer: Answer) -> str:
    if len(names) == len(answer.left):
        return say(words.RESEARCH_ANY)
    if len(names) <= MOST_NAMED:
        return say(words.RESEARCH_ON, vendors=listed(names))
    return say(words.RESEARCH_SOME, len(names), count=spelled(len(names)))


def _next(best: Sequence[VendorResult]) -> str:
    return percent_up(best[MOST_NAMED - 1].researched + SAME)


def _single(answer: Answer) -> Iterator[str]:
    vendor = answer.ranked[0]
    is_alone = len(answer.vendors) == 1
    yield _open_gate(vendor)
    yield say(words.ONLY_IN_PLAN if is_alone else words.ONLY_LEFT, vendor=vendor.name)
    meets = vendor.gates and vendor.gate == "pass"
    said = words.SCORES_AND_MEETS if meets else words.SCORES
    yield say(said, points=_range(vendor), share=percent_down(vendor.settled))


def _range(vendor: VendorResult) -> str:
    low, high = vendor.low or 0.0, vendor.high or 0.0
    if is_level(low, high):
        return in_points(low, 0 if is_level(low, round(low)) else 1)
    return say(RANGE_OF_POINTS, range=whole_outward(low, high))


def _only_researched(answer: Answer) -> Iterator[str]:
    vendor, others = answer.ranked[0], answer.could_win
    yield say(words.ONLY_KNOWN, vendor=vendor.name)
    shares = listed([_share(other.could_win or 0.0, answer) for other in others[:MOST_NAMED]])
    yield say(words.COULD_WIN_IN, vendors=_named(others), shares=shares)
    yield _open_gate(vendor)


def _likely_or_clear(answer: Answer) -> Iterator[str]:
    leader = answer.ranked[0]
    if answer.contest is None:
        yield say(words.NO_RIVAL[answer.outcome], vendor=leader.name)
    else:
        rival = answer.ranked[answer.contest.rival]
        yield say(
            words.CLEAR if answer.outcome == "clear" else words.LIKELY,
            vendor=leader.name,
            share=_span(leader, answer),
            simulations=_simulations(answer),
            rival=rival.name,
            rival_share=_span(rival, answer),
        )
    yield _open_gate(leader)
    yield _still(answer)
    yield _weakened(answer)


def _close(answer: Answer) -> Iterator[str]:
    found, shown = answer.contest, answer.finalists[:MOST_NAMED]
    assert found is not None  # noqa: S101  # two vendors are ranked
    leader, rival = answer.ranked[0], answer.ranked[found.rival]
    names = _named(answer.finalists)
    shares = listed([_span(vendor, answer) for vendor in shown])
    if found.rival_leads:
        yield say(
            words.FIRST_OF_LEVEL if rival.rank == leader.rank else words.FIRST_OF_LESS,
            rival=rival.name,
            leader=leader.name,
            rival_share=_span(rival, answer),
            share=_span(leader, answer),
            simulations=_simulations(answer),
        )
        yield say(words.CLOSE, vendors=names)
    else:
        simulations = _simulations(answer)
        yield say(words.CLOSE_FIRST, vendors=names, shares=shares, simulations=simulations)
    if found.leaders_differ:
        yield say(words.LEADERS_DIFFER)
    yield _level(answer)
    yield _still(answer)
    yield _weakened(answer)


def _level(answer: Answer) -> str:
    top = answer.ranked[0]
    level = [vendor.name for vendor in answer.ranked if vendor.rank == top.rank]
    return say(words.LEVEL, vendors=listed(level)) if len(level) > 1 else ""


def _open_gate(vendor: VendorResult) -> str:
    titles = [lower_first(gate.title) for gate in vendor.gates if gate.outcome == "unverified"]
    if not titles:
        return ""
    return say(words.OPEN_GATE, vendor=vendor.name, gates=listed(titles))


def _still(answer: Answer) -> str:
    """Who could still win without being ranked, and how many nobody simulated."""
    others, more = answer.could_win, answer.field.unseen
    told = []
    if others:
        told.append(say(words.COULD_WIN, len(others), vendors=_named(others, "or")))
    if more:
        told.append(say(words.UNSEEN, more))
    return " ".join(told)


def _weakened(answer: Answer) -> str:
    """A note that the outcome rests on how closely weights keep to those stated."""
    if not answer.is_weakened or answer.drawn is None or answer.drawn.cautious is None:
        return ""
    leader, wide = answer.ranked[0], answer.drawn.cautious
    low, high = sorted((float(wide.alone[0]), float(wide.alike[0])))
    shares = about_between(low, high, answer.drawn.draws)
    return say(words.WEAKENED, vendor=leader.name, share=shares)


def _named(vendors: Sequence[VendorResult], joint: Literal["and", "or"] = "and") -> str:
    return some_of([vendor.name for vendor in vendors], MOST_NAMED, joint)


def _span(vendor: VendorResult, answer: Answer) -> str:
    """A vendor's share of first places, with facts moving together and alone."""
    row = answer.field.ids.index(vendor.id)
    assert answer.drawn is not None  # noqa: S101  # it is ranked
    found = answer.drawn.found
    low, high = sorted((float(found.alone.first[row]), float(found.alike.first[row])))
    return about_between(low, high, answer.drawn.draws)


def _share(share: float, answer: Answer) -> str:
    return about(share, answer.drawn.draws if answer.drawn else 1)


def _simulations(answer: Answer) -> str:
    is_fixed = answer.field.plan.robustness.has_fixed_weights
    said = words.SIMULATIONS_FIXED if is_fixed else words.SIMULATIONS
    return say(said, answer.drawn.draws if answer.drawn else 0)


_SENTENCES: Mapping[Outcome, Callable[[Answer], Iterator[str]]] = {
    "none": _none,
    "nobody_ranked": _nobody_ranked,
    "single": _single,
    "only_researched": _only_researched,
    "close": _close,
    "likely": _likely_or_clear,
    "clear": _likely_or_clear,
}
