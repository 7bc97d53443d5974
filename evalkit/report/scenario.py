"""What differs from the plan, if a scenario was evaluated in its place."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.evaluation.record.scenario import ScenarioResult, TriedShare
from evalkit.explanation.lookup import labels
from evalkit.level import is_level
from evalkit.wording.decimals import digits_apart
from evalkit.wording.messages import scenario as told
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.figures import listed, percent_to


def in_sentences(evaluation: Evaluation) -> list[str]:
    """That it is none of the plan, then what differs, a sentence each; empty without a scenario."""
    scenario = evaluation.scenario
    if scenario is None:
        return []
    banner = say(told.BANNER, plan=evaluation.plan.title)
    differs = list(_differs(scenario, evaluation)) or [say(told.SAME)]
    title = [say(told.TITLED, title=scenario.title)] if scenario.title else []
    return [f"{banner}.", *title, *differs, *([say(told.STALE)] if scenario.is_stale else [])]


def _differs(scenario: ScenarioResult, evaluation: Evaluation) -> Iterator[str]:
    for above, siblings in groupby(scenario.shares, key=lambda each: each.above):
        changes = list(_changes(list(siblings)))
        if changes:
            message = told.WEIGHTS_BELOW if above else told.WEIGHTS
            yield say(message, above=above, changes=listed(changes))
    if scenario.unknown_before:
        yield say(told.WORST if scenario.unknown_before == "middle" else told.MIDDLE)
    for gate in scenario.gates_off:
        yield say(told.GATE_OFF, requirement=gate.requirement)
    if scenario.compare:
        names = labels(evaluation)
        yield say(told.COMPARED, vendors=listed([names[each] for each in scenario.compare]))


def _changes(siblings: Sequence[TriedShare]) -> Iterator[str]:
    """The shares that changed, most first; a single one if the others keep their proportions."""
    moved = [each for each in siblings if not is_level(each.before, each.after)]
    moved.sort(key=lambda each: -abs(each.after - each.before))
    alone = next((each for each in moved if _in_proportion(each, siblings)), None)
    if alone is None:
        yield from map(_change, moved)
    elif len(siblings) > 2:  # noqa: PLR2004
        yield say(told.IN_PROPORTION, change=_change(alone))
    else:
        yield _change(alone)


def _in_proportion(one: TriedShare, siblings: Sequence[TriedShare]) -> bool:
    """Whether all siblings but one share what it leaves in the proportions that they had."""
    others = [each for each in siblings if each is not one]
    return all(
        is_level(each.after * (1 - one.before), each.before * (1 - one.after)) for each in others
    )


def _change(share: TriedShare) -> str:
    digits = digits_apart([share.before * 100, share.after * 100], 0)
    before, after = (percent_to(each, digits) for each in (share.before, share.after))
    return say(told.CHANGE, criterion=share.title, before=before, after=after)
