"""Place and points of each vendor by the weights of each person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.evaluation.record.robustness import (
    PlaceResult,
    RobustnessResult,
    StakeholderResult,
    StakeholdersResult,
)
from evalkit.explanation.lookup import labels
from evalkit.templates.view import View
from evalkit.wording.messages import people as told
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.figures import (
    between,
    decimal,
    in_simulations,
    outward,
    percent,
)
from evalkit.wording.words import lower_first

MOST_VENDORS, MOST_PEOPLE = 5, 8
"""How many vendors have a column, and people a row in view."""


@dataclass(frozen=True)
class Shares:
    """How often a vendor is first, at least and at most, by how its open facts move."""

    vendor: str
    low: str
    high: str


def table(evaluation: Evaluation, found: StakeholdersResult) -> View:
    """A row for each person and for the group; a column for each of the first vendors."""
    names = labels(evaluation)
    columns = [each.vendor for each in found.group_ranking][:MOST_VENDORS]
    shares = [_shares(person, evaluation.robustness) for person in found.people]
    rows = [
        _person(person, columns, evaluation) | {"first": _first(share, names)}
        for person, share in zip(found.people, shares, strict=True)
    ]
    hidden = len(found.group_ranking) - len(columns)
    return {
        "heads": [names[vendor] for vendor in columns],
        "first": any(row["first"] for row in rows),
        "note": " ".join(_explained(shares, hidden)) if columns else "",
        "rows": rows[:MOST_PEOPLE],
        "group": _group(found, columns) if columns else None,
        "more_rows": rows[MOST_PEOPLE:],
    }


def _explained(shares: Sequence[Shares | None], hidden: int) -> Iterator[str]:
    """What the figures mean, and how many vendors have no column."""
    yield say(told.CELL)
    if any(share and share.low != share.high for share in shares):
        yield say(told.SHARES_DIFFER)
    if hidden:
        yield say(told.MORE_VENDORS, hidden)


def _person(person: StakeholderResult, columns: Sequence[str], evaluation: Evaluation) -> View:
    return {
        "name": person.name,
        "notes": [
            say(told.INFLUENCE, share=percent(person.influence)),
            *_cares(person, evaluation),
        ],
        "cells": _cells(person.ranking, columns),
    }


def _cares(person: StakeholderResult, evaluation: Evaluation) -> Iterator[str]:
    """What matters most to a person."""
    if person.weights:
        titles = {each.id: each.title for each in evaluation.criteria}
        name, share = max(person.weights.items(), key=lambda each: each[1])
        yield say(told.CARES, criterion=lower_first(titles[name]), share=percent(share))


def _cells(ranking: Sequence[PlaceResult], columns: Sequence[str]) -> list[View]:
    places = {each.vendor: each for each in ranking}
    return [
        {
            "place": decimal(places[vendor].rank, 0),
            "points": outward(places[vendor].low, places[vendor].high),
        }
        if vendor in places
        else {"place": "", "points": ""}
        for vendor in columns
    ]


def _shares(person: StakeholderResult, found: RobustnessResult | None) -> Shares | None:
    """How often the vendor is first that is most often first; None if nothing was simulated."""
    if not person.first or found is None:
        return None
    vendor, share = max(person.first.items(), key=lambda each: each[1])
    alike = person.first_alike.get(vendor, share)
    low, high = sorted((share, alike))
    return Shares(vendor, in_simulations(low, found.draws), in_simulations(high, found.draws))


def _first(found: Shares | None, names: dict[str, str]) -> str:
    if found is None:
        return ""
    return say(told.WINS, vendor=names[found.vendor], share=between(found.low, found.high))


def _group(found: StakeholdersResult, columns: Sequence[str]) -> View:
    return {
        "name": say(told.GROUP),
        "notes": [say(told.ALL_TOGETHER)],
        "cells": _cells(found.group_ranking, columns),
        "first": "",
    }
