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
    """A heading and a few sentences for each of the four."""
    why = _why(evaluation)
    return [
        _column("why", why[0], why[1]),
        _column("against", say(told.AGAINST), _against(evaluation)),
        _column("people", say(told.DISAGREES), _disagrees(evaluation)),
        _column("caveat", say(told.CAVEAT), _caveats(evaluation)),
    ]


def _column(kind: str, title: str, sentences: Iterator[str]) -> View:
    return {"kind": kind, "title": title, "sentences": [each for each in sentences if each]}


def _decides(evaluation: Evaluation, about: Subject) -> str:
    """The record's own sentence on what decides; empty if it has none."""
    return next((each.text for each in evaluation.verdict.decides if each.about == about), "")


def _why(evaluation: Evaluation) -> tuple[str, Iterator[str]]:
    first = finalists(evaluation)
    if evaluation.verdict.outcome == "none":
        return say(told.WHY_NONE), _defeats(evaluation)
    if not first:
        return say(told.WHY_NOBODY), iter([_needed(evaluation)])
    leads = evaluation.verdict.leader is not None
    title = say(told.WHY if leads else told.SPEAKS_FOR, vendor=first[0].name)
    return title, _for(evaluation, first)


def _defeats(evaluation: Evaluation) -> Iterator[str]:
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
        named = _gaps(evaluation, leader, first[1])
        yield say(told.GAINS, rival=first[1].name, criteria=named) if named else ""
    else:
        yield _share_of_possible(evaluation, leader, told.BEST_ON)


def _wins(evaluation: Evaluation, leader: VendorResult) -> str:
    """How often the leader is first, with a vendor's open facts alone and together."""
    found = evaluation.robustness
    drawn = [each for each in found.vendors if each.id == leader.id] if found else []
    if not found or not drawn:
        return ""
    draws = whole_number(found.draws)
    first = drawn[0].ranks[0], drawn[0].first_alike
    alone, alike = (in_simulations(share, found.draws) for share in first)
    if alone == alike:
        return say(told.WINS, share=alone, draws=draws)
    return say(told.WINS_LESS_ALIKE, alone=alone, alike=alike, draws=draws)


def _gaps(evaluation: Evaluation, one: VendorResult, other: VendorResult) -> str:
    """The criteria on which one vendor has most points more than another."""
    gaps = [
        (one.contributions.get(each.id, 0.0) - other.contributions.get(each.id, 0.0), each.title)
        for each in evaluation.criteria
    ]
    most = sorted((each for each in gaps if each[0] >= WORTH_SAYING), key=lambda each: -each[0])
    named = [
        say(told.GAIN, criterion=title, points=decimal(gap, 1))
        for gap, title in most[:MOST_CRITERIA]
    ]
    return listed(named) if named else ""


def _behind(evaluation: Evaluation, leader: VendorResult, rival: VendorResult) -> str:
    named = _gaps(evaluation, rival, leader)
    return say(told.BEHIND, rival=rival.name, criteria=named) if named else ""


def _share_of_possible(evaluation: Evaluation, vendor: VendorResult, message: Message) -> str:
    """The criteria on which a vendor earns most, or least, of what is possible."""
    weighed = [each for each in evaluation.criteria if each.weight > 0]
    is_best = message is told.BEST_ON
    ordered = sorted(weighed, key=lambda each: _earned(vendor, each), reverse=is_best)
    named = [
        say(told.SHARE_OF, criterion=each.title, share=percent(_earned(vendor, each)))
        for each in ordered[:MOST_CRITERIA]
    ]
    return say(message, criteria=listed(named)) if named else ""


def _earned(vendor: VendorResult, criterion: CriterionResult) -> float:
    return vendor.contributions.get(criterion.id, 0.0) / (100 * criterion.weight)


def _against(evaluation: Evaluation) -> Iterator[str]:
    first = finalists(evaluation)
    if not first:
        yield from _defeats(evaluation) if evaluation.verdict.outcome != "none" else ()
        return
    leader = first[0]
    if len(first) > 1:
        yield _cheaper(evaluation, leader, first[1])
        least = decimal(WORTH_SAYING, 1)
        nothing = say(told.NOTHING_AGAINST, rival=first[1].name, points=least)
        yield _behind(evaluation, leader, first[1]) or nothing
    else:
        yield _share_of_possible(evaluation, leader, told.WEAK_ON)
    yield _not_found(evaluation, leader)


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
    found = evaluation.stakeholders
    if found is None:
        return say(told.NO_PEOPLE if evaluation.plan.has_weights else told.NO_WEIGHTS)
    people = [person.name for person in found.people]
    agree = say(
        told.ALL_AGREE if len(people) > 1 else told.ONE_AGREES,
        people=listed(people),
        vendor=leader.name,
    )
    return _decides(evaluation, "people") or agree


def _caveats(evaluation: Evaluation) -> Iterator[str]:
    verdict = evaluation.verdict
    if not finalists(evaluation):
        yield say(told.RANGES_ONLY) if verdict.outcome != "none" else say(told.NO_CAVEAT)
        return
    told_already = verdict.outcome == "only_researched"
    found = [
        _decides(evaluation, "caveat"),
        _decides(evaluation, "excluded"),
        "" if told_already else _could_win(evaluation),
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
