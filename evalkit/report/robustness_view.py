"""How sure an answer is, and whose weights it rests on, as finished strings for templates."""

from collections.abc import Iterator
from typing import Any

from evalkit.evaluation.record import Evaluation
from evalkit.evaluation.record_robustness import (
    OpinionResult,
    PlaceResult,
    RobustnessResult,
    StakeholdersResult,
    VoiceResult,
)
from evalkit.evaluation.robustness.draws import ENOUGH
from evalkit.evaluation.words import about
from evalkit.report import robustness_charts as charts
from evalkit.report.charts import COLOURS
from evalkit.report.numbers import one_decimal, percent

View = dict[str, Any]
CAN_LEAD = {True: "yes", False: "no", None: "not worked out"}
MOST_PLACES = 6
"""Places that the table has columns for."""


def robustness_sections(evaluation: Evaluation) -> View:
    """The sections of robustness, sensitivity, stakeholders and second opinions; None or empty
    where an evaluation has none."""
    names = {vendor.id: vendor.name for vendor in evaluation.vendors}
    robustness, people = evaluation.robustness, evaluation.stakeholders
    return {
        "robustness": _robustness(robustness, names) if robustness else None,
        "sensitivity": _sensitivity(evaluation, names),
        "stakeholders": _stakeholders(people, evaluation, names) if people else None,
        "opinions": [_opinion(opinion, names) for opinion in evaluation.second_opinions],
    }


def robustness_charts(evaluation: Evaluation) -> View:
    """The charts of these sections, by name; only those that there are."""
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


def _robustness(found: RobustnessResult, names: dict[str, str]) -> View:
    count = min(len(found.vendors), MOST_PLACES)
    error = max(max(vendor.errors) for vendor in found.vendors) * 100
    return {
        "draws": f"{found.draws:,}",
        "seed": str(found.seed),
        "error": f"{error:.2g}",
        "text": found.text,
        "left_out": str(found.left_out) if found.left_out else "",
        "places": [str(place) for place in range(1, count + 1)],
        "vendors": [
            {
                "name": names[vendor.id],
                "cells": [about(share, found.draws) for share in vendor.ranks[:count]],
                "can_lead": CAN_LEAD[vendor.potentially_optimal],
            }
            for vendor in found.vendors
        ],
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
        "favoured": [v.favoured_text for v in found.vendors if v.ranks[0] >= ENOUGH],
        "dominated": list(_dominated(found, names)),
    }


def _dominated(found: RobustnessResult, names: dict[str, str]) -> Iterator[str]:
    for vendor in found.vendors:
        if vendor.dominated_by:
            others = ", ".join(names[other] for other in vendor.dominated_by)
            yield (
                f"{names[vendor.id]} is dominated by {others}: it is no better on any measure, "
                "whatever the weights and the unknowns."
            )


def _sensitivity(evaluation: Evaluation, names: dict[str, str]) -> View | None:
    found = evaluation.sensitivity
    if found is None:
        return None
    swaps = [crossover.text for crossover in found.crossovers if crossover.weight is not None]
    drawn = found.lines[0].scores if found.lines else {}
    return {
        "shift": found.shift_text,
        "swaps": swaps,
        "steady": str(len(found.crossovers) - len(swaps)),
        "legend": [
            {"name": names[name], "colour": place % COLOURS + 1} for place, name in enumerate(drawn)
        ],
    }


def _stakeholders(found: StakeholdersResult, evaluation: Evaluation, names: dict[str, str]) -> View:
    voices = {voice.id: voice.name for voice in found.voices}
    return {
        "voices": [_voice(place, voice, names) for place, voice in enumerate(found.voices)],
        "elects": found.elects_text,
        "group": _order(found.group_ranking, names),
        "rows": [
            {
                "title": criterion.title,
                "cells": [percent(voice.weights[criterion.id]) for voice in found.voices],
                "group": percent(found.group[criterion.id]),
            }
            for criterion in evaluation.criteria
        ],
        "spreads": [spread.text for spread in found.spreads] if len(voices) > 1 else [],
        "distances": [
            f"{voices[pair.one]} and {voices[pair.other]} would have to move "
            f"{pair.moved * 100:.1f} points of weight to agree."
            for pair in found.distances
        ],
        "concordance": [each.text for each in found.concordance],
    }


def _voice(place: int, voice: VoiceResult, names: dict[str, str]) -> View:
    return {
        "colour": place % COLOURS + 1,
        "name": voice.name,
        "influence": f"{voice.influence * 100:.0f} %",
        "stated": voice.stated.isoformat() if voice.stated else "",
        "because": voice.because,
        "ranking": _order(voice.ranking, names),
        "statements": [
            {
                "method": statement.method,
                "text": statement.text,
                "consistency": statement.consistency.text if statement.consistency else "",
            }
            for statement in voice.statements
        ],
    }


def _order(ranking: tuple[PlaceResult, ...], names: dict[str, str]) -> str:
    return " · ".join(f"{p.rank} {names[p.vendor]} {one_decimal(p.score)}" for p in ranking)


def _opinion(opinion: OpinionResult, names: dict[str, str]) -> View:
    order = sorted(opinion.ranks, key=lambda name: opinion.ranks[name])
    return {
        "method": opinion.method,
        "about": opinion.about,
        "across": "yes" if opinion.looks_across else "no",
        "text": opinion.text,
        "ranking": " · ".join(f"{opinion.ranks[name]} {names[name]}" for name in order),
        "correlation": "–" if opinion.correlation is None else f"{opinion.correlation:.2f}",
        "disagreements": [f"It {each.text}." for each in opinion.disagreements],
    }
