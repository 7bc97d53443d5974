"""The outcome in sentences."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from evalkit.evaluation.record.evaluation import VendorResult
from evalkit.evaluation.verdict import Answer
from evalkit.level import SAME, is_level
from evalkit.scoring.verdict import Outcome
from evalkit.wording.numbers import (
    about,
    about_between,
    in_points,
    percent_down,
    percent_up,
    thousands,
    whole_outward,
)
from evalkit.wording.words import listed, lower_first, spelled

MOST_NAMED = 5
"""How many vendors a sentence names."""


def outcome_sentences(answer: Answer) -> list[str]:
    """The outcome: who leads or could, and how sure that is."""
    drafts = _SENTENCES[answer.outcome](answer)
    return [sentence for sentence in drafts if sentence]


def _none(answer: Answer) -> Iterator[str]:
    count = len(answer.vendors)
    if count == 1:
        yield f"{answer.vendors[0].name} is ruled out, and there is no other vendor."
    else:
        all_ = "Both" if count == 2 else f"All {spelled(count)}"  # noqa: PLR2004
        yield f"{all_} vendors are ruled out."


def _nobody_ranked(answer: Answer) -> Iterator[str]:
    best = sorted(answer.left, key=lambda vendor: (-vendor.researched, vendor.name))
    told = [f"{v.name} has {percent_down(v.researched)}" for v in best[:1]]
    told += [f"{v.name} {percent_down(v.researched)}" for v in best[1:MOST_NAMED]]
    if len(best) > MOST_NAMED:
        told[MOST_NAMED - 1 :] = [f"the others less than {_next(best)}"]
    needed = percent_up(answer.field.plan.rankable)
    yield (
        f"No vendor is known well enough to rank: that takes {needed} settled, and {listed(told)}."
    )
    most = max((each.gain for each in answer.research), default=0.0)
    if most > 0 and len(answer.left) > 1:
        first = [each.vendor for each in answer.research if each.gain >= most - SAME]
        yield f"Research on {_worth_most([answer.by_id[each].name for each in first], answer)}."


def _worth_most(names: list[str], answer: Answer) -> str:
    if len(names) == len(answer.left):
        return "any of them is worth the same"
    some = listed(names) if len(names) <= MOST_NAMED else f"{spelled(len(names))} of them"
    return f"{some} is worth most"


def _next(best: Sequence[VendorResult]) -> str:
    return percent_up(best[MOST_NAMED - 1].researched + SAME)


def _single(answer: Answer) -> Iterator[str]:
    vendor = answer.ranked[0]
    is_alone = len(answer.vendors) == 1
    yield _open_gate(vendor)
    yield (
        f"{vendor.name} is the only vendor in this plan, so there is nothing to compare it with."
        if is_alone
        else f"{vendor.name} is the only vendor left; all others are ruled out."
    )
    range_ = f"It scores {_range(vendor)}"
    met = " and meets every must-have" if vendor.gates and vendor.gate == "pass" else ""
    yield f"{range_}{met}; {percent_down(vendor.settled)} is settled."


def _range(vendor: VendorResult) -> str:
    low, high = vendor.low or 0.0, vendor.high or 0.0
    if is_level(low, high):
        return in_points(low, 0 if is_level(low, round(low)) else 1)
    return f"{whole_outward(low, high)} points"


def _only_researched(answer: Answer) -> Iterator[str]:
    vendor, others = answer.ranked[0], answer.could_win
    yield f"{vendor.name} is the only vendor known well enough to rank."
    shares = listed([_share(other.could_win or 0.0, answer) for other in others[:MOST_NAMED]])
    yield f"{_named(others)} could still win ({shares} of simulations)."
    yield _open_gate(vendor)


def _likely_or_clear(answer: Answer) -> Iterator[str]:
    leader = answer.ranked[0]
    if answer.contest is None:
        yield (
            f"{leader.name} is the {answer.outcome} choice: no other vendor is known well enough "
            "to rank, and none of them could still win."
        )
    else:
        first = f"{leader.name} is the {answer.outcome} choice: it is first in"
        rival = answer.ranked[answer.contest.rival]
        second = "" if answer.outcome == "clear" else f", {rival.name} in {_span(rival, answer)}"
        yield f"{first} {_span(leader, answer)} of {_simulations(answer)}{second}."
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
        points = "the same points" if rival.rank == leader.rank else "the most points"
        yield (
            f"{rival.name} is first more often than {leader.name}, which has {points}: in "
            f"{_span(rival, answer)} and {_span(leader, answer)} of {_simulations(answer)}."
        )
        yield f"{names} are too close to call."
    else:
        yield f"{names} are too close to call: first in {shares} of {_simulations(answer)}."
    if found.leaders_differ:
        yield (
            "Who is first most often depends on whether a vendor's open facts turn out alike, all "
            "good or all bad."
        )
    yield _level(answer)
    yield _still(answer)
    yield _weakened(answer)


def _level(answer: Answer) -> str:
    top = answer.ranked[0]
    level = [vendor.name for vendor in answer.ranked if vendor.rank == top.rank]
    return f"{listed(level)} have the same points." if len(level) > 1 else ""


def _open_gate(vendor: VendorResult) -> str:
    titles = [lower_first(gate.title) for gate in vendor.gates if gate.outcome == "unverified"]
    if not titles:
        return ""
    return f"Whether {vendor.name} meets a must-have is open: {listed(titles)}."


def _still(answer: Answer) -> str:
    """Who could still win without being ranked, and how many nobody simulated."""
    others, more = answer.could_win, answer.field.unseen
    told = []
    if others:
        them = "it" if len(others) == 1 else "them"
        who = _named(others, "or")
        told.append(f"{who} could still win, but too little is known to rank {them}.")
    if more:
        were = "was" if more == 1 else "were"
        told.append(f"{thousands(more)} more could still win, but {were} not simulated.")
    return " ".join(told)


def _weakened(answer: Answer) -> str:
    """A note that the outcome rests on how closely weights keep to those stated."""
    if not answer.is_weakened or answer.drawn is None or answer.drawn.cautious is None:
        return ""
    leader, wide = answer.ranked[0], answer.drawn.cautious
    low, high = sorted((float(wide.alone[0]), float(wide.alike[0])))
    shares = about_between(low, high, answer.drawn.draws)
    return f"With weights that vary more widely, {leader.name} is first in only {shares}."


def _named(vendors: Sequence[VendorResult], joint: str = "and") -> str:
    names = [vendor.name for vendor in vendors[:MOST_NAMED]]
    more = len(vendors) - len(names)
    return listed([*names, f"{more} more"] if more else names, joint)


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
    count = f"{thousands(answer.drawn.draws if answer.drawn else 0)} simulations"
    is_fixed = answer.field.plan.robustness.has_fixed_weights
    return f"{count} with the weights as they are fixed" if is_fixed else count


_SENTENCES: Mapping[Outcome, Callable[[Answer], Iterator[str]]] = {
    "none": _none,
    "nobody_ranked": _nobody_ranked,
    "single": _single,
    "only_researched": _only_researched,
    "close": _close,
    "likely": _likely_or_clear,
    "clear": _likely_or_clear,
}
