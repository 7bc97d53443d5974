"""Section 2, all vendors by criterion."""

from collections.abc import Iterator, Mapping, Sequence

from evalkit.evaluation.own_word import met_on_word
from evalkit.evaluation.record.evaluation import CriterionResult, Evaluation, VendorResult
from evalkit.level import is_level
from evalkit.report.page.compared.unranked import reasons
from evalkit.report.possible import Possible, possible
from evalkit.templates.view import View
from evalkit.wording.messages import matrix as told
from evalkit.wording.messages.catalogue import say, say_all
from evalkit.wording.messages.figures import (
    decimal,
    listed,
    outward,
    percent,
    percent_up,
    whole_number,
)

OPEN, EXACT, ALL = 20, 1, 100
"""Widths in points: above which a field is open, under which it is a number, and of all of it."""
STEPS = 5
"""How many shades there are."""
MOST_NAMED = 3
"""How many criteria a sentence names."""


def matrix(evaluation: Evaluation) -> View:
    """Everything that the section shows."""
    criteria = [
        each
        for each in evaluation.criteria
        if any(possible(vendor, each) for vendor in evaluation.vendors)
    ]
    musts = {gate.measure: gate.title for vendor in evaluation.vendors for gate in vendor.gates}
    return {
        "words": say_all(told.WORDS),
        "lead": list(_lead(evaluation.vendors, criteria)),
        "criteria": [
            {
                "id": each.id,
                "title": each.title,
                "weight": percent(each.weight),
                "by": say(told.BY, criterion=each.title),
            }
            for each in criteria
        ],
        "musts": list(musts.values()),
        "columns": 1 + len(criteria) + (1 + len(musts) if musts else 0),
        "groups": [
            {"title": title, "rows": [_row(vendor, criteria, musts) for vendor in vendors]}
            for title, vendors in _groups(evaluation)
            if vendors
        ],
        "signs": _signs(evaluation.vendors, musts),
        "unranked": reasons(evaluation),
        "points": [_points(vendor, criteria) for vendor in evaluation.vendors],
    }


def _groups(evaluation: Evaluation) -> Iterator[tuple[str, list[VendorResult]]]:
    """The vendors by standing, with the heading of those that have no rank."""
    needed = percent_up(evaluation.plan.rankable)
    titles = {
        "ranked": "",
        "not_ranked": say(told.NOT_RANKED, share=needed),
        "ruled_out": say(told.RULED_OUT),
    }
    for standing, title in titles.items():
        yield title, [each for each in evaluation.vendors if each.standing == standing]


def _is_open(found: Possible | None) -> bool:
    return found is not None and found.width > OPEN


def _lead(vendors: Sequence[VendorResult], criteria: Sequence[CriterionResult]) -> Iterator[str]:
    """How much is open, and on which criteria every vendor or none can be judged."""
    columns = {
        each.title: [_is_open(possible(vendor, each)) for vendor in vendors] for each in criteria
    }
    if not criteria:
        return
    count = sum(map(sum, columns.values()))
    whole = whole_number(len(vendors) * len(criteria))
    yield say(told.OPEN_FIELDS, count, all=whole) if count else say(told.NONE_OPEN)
    known = [title for title, column in columns.items() if not any(column)]
    unknown = [title for title, column in columns.items() if all(column)]
    if known and count:
        yield say(told.JUDGED, criteria=_some(known))
    if unknown:
        yield say(told.NOT_JUDGED, criteria=_some(unknown))


def _some(titles: Sequence[str]) -> str:
    """The first few of some titles, and how many more there are."""
    if len(titles) <= MOST_NAMED + 1:
        return listed(titles)
    return listed([*titles[:MOST_NAMED], say(told.OTHERS, len(titles) - MOST_NAMED)])


def _row(
    vendor: VendorResult, criteria: Sequence[CriterionResult], musts: Mapping[str, str]
) -> View:
    outcomes = {gate.measure: gate.outcome for gate in vendor.gates}
    on_word = {gate.measure for gate in vendor.gates if met_on_word(vendor, gate)}
    return {
        "id": vendor.id,
        "name": vendor.name,
        "fields": [_field(each, possible(vendor, each)) for each in criteria],
        "musts": [
            {
                "title": title,
                "sign": outcomes.get(must, "none"),
                "words": say(
                    told.ON_WORD if must in on_word else told.MUST[outcomes.get(must, "none")]
                ),
            }
            for must, title in musts.items()
        ],
    }


def _field(criterion: CriterionResult, found: Possible | None) -> View:
    """A number where it is exact, a range where it is not, and never the middle of a range."""
    if found is None:
        return {
            "title": criterion.title,
            "look": "none",
            "text": "",
            "words": say(told.NONE),
            "worth": -1,
        }
    return {
        "title": criterion.title,
        "look": "unknown" if _is_open(found) else f"h{_step(found)}",
        "text": _text(found),
        "words": "",
        "worth": found.low + found.high,
    }


def _step(found: Possible) -> int:
    """The shade of a field, 1 to 5."""
    middle = (found.low + found.high) / 2
    return min(int(middle * STEPS / ALL) + 1, STEPS)


def _text(found: Possible) -> str:
    if found.width < EXACT:
        return decimal((found.low + found.high) / 2, 0)
    if is_level(found.width, ALL):
        return say(told.OPEN)
    return outward(found.low, found.high, dash=True)


def _signs(vendors: Sequence[VendorResult], musts: Mapping[str, str]) -> list[View]:
    """The signs that occur, with what they mean."""
    found = {gate.outcome for vendor in vendors for gate in vendor.gates}
    some_lack_one = any(len(vendor.gates) < len(musts) for vendor in vendors)
    return [
        {"sign": sign, "words": say(words)}
        for sign, words in told.MUST.items()
        if sign in found or (sign == "none" and some_lack_one)
    ]


def _points(vendor: VendorResult, criteria: Sequence[CriterionResult]) -> View:
    """A vendor's points on each criterion, at least and at most, and in all."""
    return {
        "name": vendor.name,
        "total": _between(vendor.low, vendor.high),
        "points": [_between(*_ends(vendor, each)) for each in criteria],
    }


def _between(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return say(told.NONE)
    return outward(low, high, 1, dash=True)


def _ends(vendor: VendorResult, criterion: CriterionResult) -> tuple[float | None, float | None]:
    """The points on a criterion, at least and at most; none if nothing of it applies."""
    found = possible(vendor, criterion)
    if found is None:
        return None, None
    weight = sum(vendor.measures[measure.id].weight for measure in criterion.measures)
    return found.low * weight, found.high * weight
