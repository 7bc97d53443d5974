"""What decides, what to find out, and which command to run next, for a terminal."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.evaluation.record.verdict import OpenPoint, ResearchResult, Subject
from evalkit.explanation.lookup import labels, measures
from evalkit.level import SAME
from evalkit.report.terminal.parts import section
from evalkit.report.terminal.screen import BOLD, DIM, Screen
from evalkit.wording.numbers import chance, fixed, in_points
from evalkit.wording.words import counted, listed, lower_first

BRIEF = ("nobody_ranked", "none")
"""Outcomes after which what to find out is a sentence."""
WORSE = ("worst", "both")
MOST_VENDORS = 3
"""Vendors to look into that are named."""
MOST_FACTS = 3
"""Facts to find out that are named."""
MOST_GATES = 2
"""Open must-haves of a vendor that are named."""
# Whom a must-have rules out is said in the table.
LABELS: dict[Subject, str] = {
    "lead": "Lead",
    "cost": "Cost",
    "people": "People",
    "methods": "Methods",
    "excluded": "Not applicable",
    "caveat": "Caveat",
}


def conclusions(evaluation: Evaluation, screen: Screen, *, is_plan: bool) -> list[Text]:
    """What decides, what to find out, and what to run next."""
    decides = _lines(_decides(evaluation, is_plan=is_plan), screen)
    next_ = list(screen.prose(_more(evaluation, screen, is_plan=is_plan), DIM))
    if is_plan and evaluation.verdict.outcome not in BRIEF and len(evaluation.vendors) > 1:
        return [*section(decides), *section([*_to_find_out(evaluation, screen), *next_])]
    return section([*decides, *_lines(_in_brief(evaluation), screen), *next_])


def _lines(texts: Iterator[str], screen: Screen) -> list[Text]:
    return [line for text in texts for line in screen.prose(text)]


def _decides(evaluation: Evaluation, *, is_plan: bool) -> Iterator[str]:
    for each in evaluation.verdict.decides:
        if each.about in LABELS:
            yield f"{LABELS[each.about]}: {each.text}"
    beyond = _beyond(evaluation)
    if beyond:
        yield beyond
    reasons: dict[str, list[str]] = {}
    for left_out in evaluation.left_out:
        told = is_plan or left_out.of_role
        why = left_out.reason if told else "that takes a plan"
        reasons.setdefault(why, []).append(lower_first(left_out.title))
    for why, missing in reasons.items():
        yield f"Left out: {_some(missing, MOST_FACTS)}; {why}."


def _beyond(evaluation: Evaluation) -> str:
    """The derived figures that are worse than any that their scale foresees."""
    names, called = labels(evaluation), titles(evaluation)
    found = [
        f"{names[vendor.id]}'s {lower_first(called[measure])}"
        for vendor in evaluation.vendors
        for measure, value in vendor.measures.items()
        if vendor.standing != "ruled_out" and value.beyond in WORSE
        if value.fact is not None and value.fact.derived
    ]
    verb = "reaches" if len(found) == 1 else "reach"
    return f"Scale: {_some(found, MOST_FACTS)} {verb} beyond the worst end." if found else ""


def _some(names: Sequence[str], most: int) -> str:
    """The first of some names, and how many more there are."""
    shown = [*names[:most], f"{len(names) - most} more"] if len(names) > most + 1 else [*names]
    return listed(shown)


def _to_find_out(evaluation: Evaluation, screen: Screen) -> Iterator[Text]:
    verdict = evaluation.verdict
    worth = [each for each in verdict.research if each.gain > 0]
    how_often = ", and how often the answers would change the winner" if worth else ""
    if verdict.open_gates or worth:
        yield from screen.prose(f"Find out next{how_often}", BOLD)
    if verdict.open_gates:
        yield from screen.prose(f"Must-haves first: {_gates(evaluation)}.")
    names = labels(evaluation)
    for each in worth[:MOST_VENDORS]:
        share = f"{chance(each.probability)}  "
        text = f"{names[each.vendor]}, {_of_vendor(evaluation, each)}"
        yield from screen.prose(text, first=share, later=" " * len(share))
    if worth and not any(point.gain for point in verdict.open_points):
        yield from screen.prose("No single fact can change the winner.")


def _gates(evaluation: Evaluation) -> str:
    """The vendors with open must-haves, and what these are."""
    asked: dict[str, set[str]] = {}
    for each in evaluation.verdict.open_gates:
        asked.setdefault(each.vendor, set()).add(each.measure)
    names, said = labels(evaluation), []
    for vendor in evaluation.vendors:
        wanted = asked.get(vendor.id, set())
        titles = [lower_first(gate.title) for gate in vendor.gates if gate.measure in wanted]
        if titles:
            said.append(f"{names[vendor.id]}: {_some(titles, MOST_GATES)}")
    more = len(said) - MOST_VENDORS
    further = [f"{counted(more, 'more vendor')}"] if more > 0 else []
    return "; ".join([*said[:MOST_VENDORS], *further])


def _of_vendor(evaluation: Evaluation, research: ResearchResult) -> str:
    """What settling a vendor's open facts takes to change the winner."""
    count = counted(len(research.facts), "open fact")
    point = next((each for each in research.facts if each.gain > 0), None)
    if point is None:
        if research.fewest is None:
            return f"{count}."
        return f"{count}; it takes {research.fewest} or more of them."
    title = lower_first(titles(evaluation)[point.measure])
    at = f"; {point.threshold}" if point.threshold else ""
    return f"{count}. Its {title} alone: {chance(point.probability)}{at}."


def titles(evaluation: Evaluation) -> dict[str, str]:
    """The title of each measure by its id."""
    return {measure.id: measure.title for _, measure in measures(evaluation)}


def _in_brief(evaluation: Evaluation) -> Iterator[str]:
    """What to find out, in a sentence."""
    research, names = evaluation.verdict.research, labels(evaluation)
    if evaluation.verdict.open_gates:
        yield f"Must-haves first: {_gates(evaluation)}."
    if len(evaluation.vendors) == 1:
        facts = [each for vendor in research for each in vendor.facts][:MOST_FACTS]
        if facts:
            yield f"Find out: {points_open(evaluation, facts)}."
        return
    worth = [each for each in research if each.gain > 0][:MOST_VENDORS]
    said = [f"{names[each.vendor]}{_fewest(each, is_first=not n)}" for n, each in enumerate(worth)]
    if worth and worth[0].facts and evaluation.verdict.outcome == "nobody_ranked":
        first = lower_first(titles(evaluation)[worth[0].facts[0].measure])
        level = [names[each.vendor] for each in research if each.gain >= worth[0].gain - SAME]
        alike = listed(level) if len(level) <= MOST_VENDORS else "any of them"
        whom = (
            f"{alike} first, beginning with its" if len(level) == 1 else f"{alike}, beginning with"
        )
        yield f"Find out: {whom} {first}."
    elif said:
        yield f"Find out: {', then '.join(said)}."


def _fewest(research: ResearchResult, *, is_first: bool) -> str:
    """The least number of facts that could change the winner; its meaning is said once."""
    if research.fewest is None or not is_first:
        return "" if research.fewest is None else f" ({research.fewest})"
    verb = "is" if research.fewest == 1 else "are"
    return f" (at least {counted(research.fewest, 'fact')} {verb} needed)"


def points_open(evaluation: Evaluation, facts: Sequence[OpenPoint]) -> str:
    """Facts with the points that each can move, as a list."""
    called, (first, *rest) = titles(evaluation), facts
    others = (f"{lower_first(called[each.measure])} ({fixed(each.points, 1)})" for each in rest)
    return ", ".join([f"{lower_first(called[first.measure])} ({in_points(first.points)})", *others])


def _more(evaluation: Evaluation, screen: Screen, *, is_plan: bool) -> str:
    if not is_plan:
        return "More: evalkit init, for an example of a plan of your own"
    plan, vendor = screen.subject or evaluation.plan.id, evaluation.vendors[0].id
    explain = f"More: evalkit explain {plan} {vendor}"
    if evaluation.verdict.outcome in BRIEF:
        return explain
    if len(evaluation.vendors) == 1:
        return f"{explain}; add the status quo to compare"
    has_money = any(each.about == "cost" for each in evaluation.verdict.decides)
    # A must-have that is no measure is a data flow.
    has_flows = any(
        gate.measure not in each.measures for each in evaluation.vendors for gate in each.gates
    )
    others = ["robustness", *(["cost"] if has_money else []), *(["fit"] if has_flows else [])]
    return f"{explain}; or {', '.join(others)}"
