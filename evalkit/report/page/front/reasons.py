"""Why, what speaks against it, who disagrees, and the strongest caveat."""

from collections.abc import Iterator, Sequence

from evalkit.evaluation.record.evaluation import CriterionResult, Evaluation, VendorResult
from evalkit.evaluation.record.verdict import Subject
from evalkit.explanation.finalists import finalists
from evalkit.templates.view import View
from evalkit.wording.messages import answer as told
from evalkit.wording.messages.catalogue import Message, say
from evalkit.wording.messages.figures import (
    decimal,
    in_simulations,
    listed,
    percent,
    percent_down,
    percent_up,
    whole_number,
)
from evalkit.wording.words import lower_first

MOST_NAMED, MOST_CRITERIA, MOST_FACTS = 3, 2, 3
"""How many vendors, criteria and facts a sentence names."""
WORTH_SAYING = 0.5
"""Points from which a difference on a criterion is named."""


def reasons(evaluation: Evaluation) -> list[View]:
    """A heading and a few sentences for each of the four; only why, if nobody is left."""
    first = finalists(evaluation)
    if evaluation.verdict.outcome == "none":
        return [_column("why", say(told.WHY_NONE), _reasons_of(evaluation))]
    if first:
        leads = evaluation.verdict.leader is not None
        title = say(told.WHY if leads else told.SPEAKS_FOR, vendor=first[0].name)
        pair = [
            _column("why", title, _for(evaluation, first)),
            _column("against", say(told.AGAINST), _against(evaluation, first)),
        ]
    else:
        pair = [
            _column("why", say(told.WHY_NOBODY), iter([_needed(evaluation)])),
            _column("against", say(told.LACKING), _reasons_of(evaluation)),
        ]
    return [
        *pair,
        _column("people", say(told.DISAGREES), _disagrees(evaluation)),
        _column("caveat", say(told.CAVEAT), _caveats(evaluation, first)),
    ]


def _column(kind: str, title: str, sentences: Iterator[str]) -> View:
    return {"kind": kind, "title": title, "sentences": [each for each in sentences if each]}


def _decides(evaluation: Evaluation, about: Subject) -> str:
    """The record's own sentence on what decides; empty if it has none."""
    return next((each.text for each in evaluation.verdict.decides if each.about == about), "")


def _reasons_of(evaluation: Evaluation) -> Iterator[str]:
    """Why each vendor is ruled out or not ranked."""
    for vendor in evaluation.vendors[:MOST_NAMED]:
        yield say(told.DEFEATED, vendor=vendor.name, reason=vendor.reason)


def _needed(evaluation: Evaluation) -> str:
    best = sorted(
        (vendor for vendor in evaluation.vendors if vendor.standing == "not_ranked"),
        key=lambda vendor: (-vendor.researched, vendor.name),
    )
    has = [
        say(told.HAS, vendor=vendor.name, share=percent_down(vendor.researched))
        for vendor in best[:MOST_NAMED]
    ]
    return say(told.NEEDS, needed=percent_up(evaluation.plan.rankable), vendors=listed(has))


def _for(evaluation: Evaluation, first: Sequence[VendorResult]) -> Iterator[str]:
    leader = first[0]
    if len(first) > 1:
        yield _wins(evaluation, leader)
        yield _decides(evaluation, "lead")
        named = _most_ahead(evaluation, leader, first[1])
        yield say(told.GAINS, rival=first[1].name, criterion=named) if named else ""
    else:
        yield _share_of_possible(evaluation, leader, told.BEST_ON)


def _wins(evaluation: Evaluation, leader: VendorResult) -> str:
    """How often the leader is first, with a vendor's open facts alone and together."""
    drawn, draws = _drawn(evaluation, leader), evaluation.robustness
    if drawn is None or draws is None:
        return ""
    alone, alike = (in_simulations(share, draws.draws) for share in drawn)
    if alone == alike:
        return say(told.WINS, share=alone, draws=whole_number(draws.draws))
    return say(told.WINS_LESS_ALIKE, alone=alone, alike=alike, draws=whole_number(draws.draws))


def _drawn(evaluation: Evaluation, vendor: VendorResult) -> tuple[float, float] | None:
    """A vendor's shares of first places, with its open facts alone and together."""
    found = evaluation.robustness.vendors if evaluation.robustness else ()
    return next(((each.ranks[0], each.first_alike) for each in found if each.id == vendor.id), None)


def _most_ahead(evaluation: Evaluation, one: VendorResult, other: VendorResult) -> str:
    """The criterion on which one vendor has most points more than another; empty if none."""
    gaps = [
        (one.contributions.get(each.id, 0.0) - other.contributions.get(each.id, 0.0), each.title)
        for each in evaluation.criteria
    ]
    gap, title = max(gaps, key=lambda each: each[0])
    if gap < WORTH_SAYING:
        return ""
    return say(told.GAIN, criterion=title, points=decimal(gap, 1))


def _behind(evaluation: Evaluation, leader: VendorResult, rival: VendorResult) -> str:
    named = _most_ahead(evaluation, rival, leader)
    return say(told.BEHIND, rival=rival.name, criterion=named) if named else ""


def _share_of_possible(evaluation: Evaluation, vendor: VendorResult, message: Message) -> str:
    """The criteria on which a vendor earns most, or least, of what is possible."""
    weighed = [each for each in evaluation.criteria if each.weight > 0]
    is_best = message is told.BEST_ON
    ordered = sorted(weighed, key=lambda each: _earned(vendor, each), reverse=is_best)
    named = [
        say(told.SHARE_OF, criterion=each.title, share=percent(_earned(vendor, each)))
        for each in ordered[: min(MOST_CRITERIA, len(ordered) // 2 or 1)]
    ]
    return say(message, criteria=listed(named)) if named else ""


def _earned(vendor: VendorResult, criterion: CriterionResult) -> float:
    """The share of the points on a criterion that a vendor has, of those that apply to it."""
    weights = [vendor.measures[each.id].weight for each in criterion.measures]
    possible = 100 * sum(weights)
    return vendor.contributions.get(criterion.id, 0.0) / possible if possible else 0.0


def _against(evaluation: Evaluation, first: Sequence[VendorResult]) -> Iterator[str]:
    leader = first[0]
    if len(first) > 1:
        yield _wins_more(evaluation, leader, first[1])
        yield _cheaper(evaluation, leader, first[1])
        least = decimal(WORTH_SAYING, 1)
        nothing = say(told.NOTHING_AGAINST, rival=first[1].name, points=least)
        yield _behind(evaluation, leader, first[1]) or nothing
    else:
        yield _share_of_possible(evaluation, leader, told.WEAK_ON)
    yield _not_found(evaluation, leader)


def _wins_more(evaluation: Evaluation, leader: VendorResult, rival: VendorResult) -> str:
    """That the rival is first more often than the leader by points."""
    mine, theirs = _drawn(evaluation, leader), _drawn(evaluation, rival)
    found = evaluation.robustness
    if mine is None or theirs is None or found is None or theirs[0] <= mine[0]:
        return ""
    return say(told.RIVAL_WINS, rival=rival.name, share=in_simulations(theirs[0], found.draws))


def _cheaper(evaluation: Evaluation, leader: VendorResult, rival: VendorResult) -> str:
    """That the rival costs less, if both costs are known in full."""
    costs = evaluation.costs
    totals = {each.id: each.total_cost for each in costs.vendors} if costs else {}
    if not {leader.id, rival.id} <= totals.keys():
        return ""
    mine, theirs = totals[leader.id], totals[rival.id]
    if {mine.bound, theirs.bound} != {"exact"} or (theirs.likely or 0) >= (mine.likely or 0):
        return ""
    return say(
        told.CHEAPER, rival=rival.name, cheaper=theirs.without_range, dearer=mine.without_range
    )


def _not_found(evaluation: Evaluation, vendor: VendorResult) -> str:
    """The weightiest facts that we looked for in vain."""
    titles = {m.id: lower_first(m.title) for each in evaluation.criteria for m in each.measures}
    points = [
        point
        for point in evaluation.verdict.open_points
        if point.vendor == vendor.id and point.status == "not_found" and not point.missing
    ]
    points.sort(key=lambda point: -point.points)
    named = [titles[point.measure] for point in points[:MOST_FACTS]]
    if len(named) == 1:
        return say(told.NOT_FOUND_ONE, fact=named[0])
    return say(told.NOT_FOUND, facts=listed(named)) if named else ""


def _disagrees(evaluation: Evaluation) -> Iterator[str]:
    ranked = [vendor for vendor in evaluation.vendors if vendor.standing == "ranked"]
    if len(ranked) < 2:  # noqa: PLR2004
        yield say(told.NO_ORDER)
        return
    yield _people(evaluation, ranked[0])
    if evaluation.second_opinions:
        agree = say(told.METHODS_AGREE, len(evaluation.second_opinions), vendor=ranked[0].name)
        yield _decides(evaluation, "methods") or agree


def _people(evaluation: Evaluation, leader: VendorResult) -> str:
    """Who would choose somebody else, and whose comparisons contradict each other."""
    found = evaluation.stakeholders
    if found is None:
        return say(told.NO_PEOPLE if evaluation.plan.has_weights else told.NO_WEIGHTS)
    first = {vendor.id for vendor in evaluation.vendors if vendor.rank == leader.rank}
    agree = all(
        first & {place.vendor for place in person.ranking if place.rank == 1}
        for person in found.people
        if person.ranking
    )
    people = listed([person.name for person in found.people])
    message = told.ALL_AGREE if len(found.people) > 1 else told.ONE_AGREES
    sentence = say(message, people=people, vendor=leader.name) if agree else ""
    return " ".join(filter(None, (sentence, _decides(evaluation, "people"))))


def _caveats(evaluation: Evaluation, first: Sequence[VendorResult]) -> Iterator[str]:
    if not first:
        yield say(told.RANGES_ONLY)
        return
    is_told_already = evaluation.verdict.outcome == "only_researched"
    found = [
        _decides(evaluation, "caveat"),
        _decides(evaluation, "excluded"),
        "" if is_told_already else _could_win(evaluation),
    ]
    yield from found if any(found) else [say(told.NO_CAVEAT)]


def _could_win(evaluation: Evaluation) -> str:
    names = {vendor.id: vendor.name for vendor in evaluation.vendors}
    able = [names[each] for each in evaluation.verdict.could_win]
    if not able:
        return ""
    shown = able if len(able) <= MOST_NAMED + 1 else able[:MOST_NAMED]
    message = told.ONE_COULD_WIN if len(able) == 1 else told.COULD_WIN
    if len(shown) < len(able):
        shown = [*shown, say(told.OTHERS, len(able) - len(shown))]
    return say(message, vendors=listed(shown, "or"))
