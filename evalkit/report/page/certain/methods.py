"""Other methods of adding up, and how often each vendor is ahead of each other one."""

from collections.abc import Mapping

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.evaluation.record.robustness import CautiousResult, OpinionResult, RobustnessResult
from evalkit.templates.view import View
from evalkit.wording.messages import certainty as told
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.figures import (
    between_in_simulations,
    decimal,
    in_simulations,
    listed,
)
from evalkit.wording.messages.method import METHODS

MOST_COLUMNS, MOST_PLACES = 6, 10
"""How many vendors or places have a column, and how many places a line names."""


def methods_in_a_line(evaluation: Evaluation) -> str:
    """Whether the other methods put the same vendor first; empty if there are none."""
    opinions = evaluation.second_opinions
    firsts = {vendor.id: vendor.name for vendor in evaluation.vendors if vendor.rank == 1}
    if not opinions or not firsts:
        return ""
    others = sum(not any(opinion.ranks.get(name) == 1 for name in firsts) for opinion in opinions)
    if others:
        return say(told.OTHER_FIRST, others, all=decimal(len(opinions), 0))
    return say(told.SAME_FIRST, len(opinions), vendor=listed(list(firsts.values()), "or"))


def methods(evaluation: Evaluation) -> View | None:
    """Each method's order, and where it differs; None if there are none."""
    names = {vendor.id: vendor.name for vendor in evaluation.vendors}
    if not evaluation.second_opinions:
        return None
    return {
        "title": say(told.METHODS),
        "rows": [_method(opinion, names) for opinion in evaluation.second_opinions],
    }


def _method(opinion: OpinionResult, names: Mapping[str, str]) -> View:
    order = sorted(opinion.ranks, key=lambda name: opinion.ranks[name])
    return {
        "name": say(METHODS[opinion.method]) if opinion.method in METHODS else opinion.method,
        "about": opinion.about,
        "order": [
            say(told.PLACE, place=decimal(opinion.ranks[name], 0), vendor=names[name])
            for name in order[:MOST_PLACES]
        ],
        "differs": [each.text for each in opinion.disagreements],
    }


def pairs(evaluation: Evaluation) -> View | None:
    """Which vendor is ahead of which, and which takes which place; None without two vendors."""
    found = evaluation.robustness
    if found is None or len(found.vendors) < 2:  # noqa: PLR2004
        return None
    names = {vendor.id: vendor.name for vendor in evaluation.vendors}
    shown = found.vendors[:MOST_COLUMNS]
    return {
        "title": say(told.PAIRS),
        "pair": say(told.PAIR),
        "columns": [names[each.id] for each in shown],
        "pairs": [
            {
                "name": names[each.id],
                "cells": [
                    "" if other.id == each.id else in_simulations(each.wins[other.id], found.draws)
                    for other in shown
                ],
            }
            for each in shown
        ],
        **_places(found, names),
        "notes": _notes(found, names),
    }


def _places(found: RobustnessResult, names: Mapping[str, str]) -> View:
    count = min(len(found.vendors), MOST_COLUMNS)
    return {
        "place": say(told.PLACES),
        "places": [decimal(place, 0) for place in range(1, count + 1)],
        "rows": [
            {
                "name": names[each.id],
                "cells": [in_simulations(share, found.draws) for share in each.ranks[:count]],
                "could": say(told.CAN_LEAD[each.potentially_optimal]),
            }
            for each in found.vendors
        ],
    }


def _notes(found: RobustnessResult, names: Mapping[str, str]) -> list[str]:
    dominated = [
        say(
            told.DOMINATED,
            vendor=names[each.id],
            others=listed([names[other] for other in each.dominated_by[:MOST_COLUMNS]], "or"),
        )
        for each in found.vendors
        if each.dominated_by
    ]
    wider = [_wider(found.cautious, found, names)] if found.cautious else []
    return [say(told.COULD_WIN_NOTE), *dominated, *wider]


def _wider(cautious: CautiousResult, found: RobustnessResult, names: Mapping[str, str]) -> str:
    """First places with weights that vary more."""
    wins = [
        say(
            told.SHARE,
            vendor=names[name],
            share=between_in_simulations(share, cautious.first_alike[name], found.draws),
        )
        for name, share in list(cautious.first.items())[:MOST_COLUMNS]
    ]
    return say(told.WIDER, shares=listed(wins))
