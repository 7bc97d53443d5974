"""Robustness and stakeholders' weights as finished strings for templates."""

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.evaluation.record.robustness import (
    ENOUGH,
    CautiousResult,
    OpinionResult,
    RobustnessResult,
    StakeholderResult,
    StakeholdersResult,
)
from evalkit.report.charts import robustness as charts
from evalkit.report.charts.canvas import COLOURS
from evalkit.report.page.folded.sentences import CAN_LEAD, apart, dominated, order, steady_text
from evalkit.templates.view import View
from evalkit.wording.cross_table import shares_in_table
from evalkit.wording.numbers import (
    about,
    fixed,
    percent_tenths,
    percent_whole,
    significant,
    thousands,
)
from evalkit.wording.words import listed

MOST_PLACES = 6
"""Number of ranks with a column of their own in the table."""


def robustness_sections(evaluation: Evaluation) -> View:
    """The sections on robustness, sensitivity, stakeholders and second opinions; None or empty
    if the evaluation has none."""
    names = {vendor.id: vendor.name for vendor in evaluation.vendors}
    robustness, people = evaluation.robustness, evaluation.stakeholders
    return {
        "robustness": _robustness(robustness, evaluation, names) if robustness else None,
        "sensitivity": _sensitivity(evaluation, names),
        "stakeholders": _stakeholders(people, evaluation, names) if people else None,
        "opinions": [_opinion(opinion, names) for opinion in evaluation.second_opinions],
    }


def robustness_charts(evaluation: Evaluation) -> View:
    """The charts available for these sections, by name."""
    names = {vendor.id: vendor.name for vendor in evaluation.vendors}
    titles = {criterion.id: criterion.title for criterion in evaluation.criteria}
    drawn: View = {}
    if evaluation.stakeholders is not None:
        drawn["weights"] = charts.weights(evaluation.stakeholders, titles)
    if evaluation.robustness is not None and len(evaluation.robustness.vendors) > 1:
        drawn["acceptability"] = charts.acceptability(evaluation.robustness, names)
    if evaluation.sensitivity is not None and evaluation.sensitivity.lines:
        drawn["sensitivity"] = charts.lines(evaluation.sensitivity, titles)
    return drawn


def _robustness(found: RobustnessResult, evaluation: Evaluation, names: dict[str, str]) -> View:
    count = min(len(found.vendors), MOST_PLACES)
    shown = shares_in_table([vendor.ranks for vendor in found.vendors], found.draws)
    error = 100 * (0.25 / found.draws) ** 0.5
    return {
        "draws": thousands(found.draws),
        "seed": str(found.seed),
        "error": significant(error, 2),
        "each_time": _each_time(found),
        "text": found.text,
        "left_out": str(found.left_out) if found.left_out else "",
        "places": [str(place) for place in range(1, count + 1)],
        "vendors": [
            {
                "name": names[vendor.id],
                "cells": list(cells[:count]),
                "alike": about(vendor.first_alike, found.draws),
                "can_lead": CAN_LEAD[vendor.potentially_optimal],
            }
            for vendor, cells in zip(found.vendors, shown, strict=True)
        ],
        "not_ranked": _not_ranked(evaluation, found.draws),
        "cautious": _cautious(found.cautious, names, found.draws) if found.cautious else "",
        "wins": [
            {
                "name": names[vendor.id],
                "cells": [
                    "–" if other.id == vendor.id else about(vendor.wins[other.id], found.draws)
                    for other in found.vendors[:count]
                ],
            }
            for vendor in found.vendors[:count]
        ],
        "columns": [names[vendor.id] for vendor in found.vendors[:count]],
        "favoured": [
            v.favoured_text for v in found.vendors if v.ranks[0] >= ENOUGH and v.favoured_text
        ],
        "dominated": list(dominated(found, names)),
    }


def has_fixed_weights(evaluation: Evaluation) -> bool:
    """Whether the plan's weights are fixed by rule, and so not varied."""
    return evaluation.robustness is not None and evaluation.robustness.space == "fixed"


def _each_time(found: RobustnessResult) -> str:
    """What differs between simulations."""
    facts = "other values for the open facts"
    return facts if found.space == "fixed" else f"other weights and {facts}"


def _not_ranked(evaluation: Evaluation, draws: int) -> str:
    """How often each vendor that is not ranked is ahead of all ranked ones."""
    drawn = [(v.name, v.could_win) for v in evaluation.vendors if v.could_win is not None]
    drawn.sort(key=lambda each: -each[1])
    shown = [(name, about(share, draws)) for name, share in drawn if share > 0]
    told = [
        f"{name} {'in' if place else 'is ahead in'} {share}"
        for place, (name, share) in enumerate(shown)
    ]
    return f"Not ranked: with facts alike {listed(told)}." if told else ""


def _cautious(found: CautiousResult, names: dict[str, str], draws: int) -> str:
    """First places with weights drawn more widely."""
    told = [
        f"{names[name]} in {about(share, draws)} ({about(found.first_alike[name], draws)} alike)"
        for name, share in found.first.items()
        if max(share, found.first_alike[name]) >= ENOUGH
    ]
    return (
        "With weights drawn more widely around those stated (concentration "
        f"{significant(found.concentration, 6)}), first place goes to {listed(told)}."
    )


def _sensitivity(evaluation: Evaluation, names: dict[str, str]) -> View | None:
    found = evaluation.sensitivity
    if found is None:
        return None
    swaps = [crossover.text for crossover in found.crossovers if crossover.weight is not None]
    drawn = found.lines[0].scores if found.lines else {}
    return {
        "is_fixed": has_fixed_weights(evaluation),
        "shift": found.shift_text,
        "swaps": swaps,
        "steady": steady_text(rest) if (rest := len(found.crossovers) - len(swaps)) else "",
        "legend": [
            {"name": names[name], "colour": place % COLOURS + 1} for place, name in enumerate(drawn)
        ],
    }


def _stakeholders(found: StakeholdersResult, evaluation: Evaluation, names: dict[str, str]) -> View:
    return {
        "people": [_person(place, person, names) for place, person in enumerate(found.people)],
        "elects": found.elects_text,
        "group": order(found.group_ranking, names),
        "rows": [
            {
                "title": criterion.title,
                "cells": [
                    percent_tenths(person.weights[criterion.id]) if person.weights else "–"
                    for person in found.people
                ],
                "group": percent_tenths(found.group[criterion.id]),
            }
            for criterion in evaluation.criteria
        ],
        "apart": apart(found, 6),
    }


def _person(place: int, person: StakeholderResult, names: dict[str, str]) -> View:
    return {
        "colour": place % COLOURS + 1,
        "name": person.name,
        "influence": percent_whole(person.influence),
        "stated": person.stated.isoformat() if person.stated else "",
        "because": person.because,
        "ranking": order(person.ranking, names),
        "statements": [
            {
                "method": statement.method,
                "text": statement.text,
                "consistency": statement.consistency.text if statement.consistency else "",
            }
            for statement in person.statements
        ],
    }


def _opinion(opinion: OpinionResult, names: dict[str, str]) -> View:
    order = sorted(opinion.ranks, key=lambda name: opinion.ranks[name])
    return {
        "method": opinion.method,
        "about": opinion.about,
        "across": "yes" if opinion.looks_across else "no",
        "text": opinion.text,
        "ranking": " · ".join(f"{opinion.ranks[name]} {names[name]}" for name in order),
        "correlation": "–" if opinion.correlation is None else fixed(opinion.correlation, 2),
        "disagreements": [f"It {each.text}." for each in opinion.disagreements],
    }
