"""The client's needs, and what is to be done until it runs, as finished strings for templates."""

import datetime
from collections.abc import Iterator, Mapping, Sequence

from evalkit.evaluation.project.sentences import (
    NOT_MET,
    OUTCOME_WORDS,
    in_cell,
    musts_first,
    reasons,
    who_meets,
)
from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.evaluation.record.project import NeedOutcome, NeedResult, StepResult, VendorNeed
from evalkit.explanation.lookup import labels
from evalkit.report.charts.steps import LATE, gantt
from evalkit.report.page.folded.standing import MOST_COLUMNS
from evalkit.templates.view import View
from evalkit.wording.words import capital, listed

SIGNS: Mapping[NeedOutcome, str] = {"met": "✓ ", "not_met": "✗ ", "open": "? ", "weighed": ""}
CLASSES: Mapping[NeedOutcome, str] = {
    "met": "pass",
    "not_met": "fail",
    "open": "unverified",
    "weighed": "quiet",
}
"""CSS classes of outcomes."""


def needs_section(evaluation: Evaluation) -> View | None:
    """Which needs each vendor meets; None if the plan has no needs."""
    names, needs = labels(evaluation), evaluation.needs
    if not needs:
        return None
    ordered = [needs[place] for place in musts_first(needs)]
    return {
        "sentence": who_meets(needs, names),
        "matrices": list(_matrices(ordered, names)),
        "reasons": [
            {
                "title": capital(OUTCOME_WORDS[outcome]),
                "lines": list(_lines(ordered, outcome, names)),
            }
            for outcome in NOT_MET
            if any(each.outcome == outcome for need in needs for each in need.vendors)
        ],
    }


def _matrices(needs: Sequence[NeedResult], names: Mapping[str, str]) -> Iterator[View]:
    """Needs by vendor, split into tables narrow enough to print."""
    for start in range(0, len(names), MOST_COLUMNS):
        some = slice(start, start + MOST_COLUMNS)
        heads = [{"id": vendor, "name": name} for vendor, name in list(names.items())[some]]
        yield {
            "label": f"Needs and {listed([each['name'] for each in heads])}",
            "heads": heads,
            "rows": [
                {"text": need.text, "of": of(need), "cells": [cell(e) for e in need.vendors[some]]}
                for need in needs
            ],
        }


def of(need: NeedResult) -> str:
    """How much a need matters, and to whom."""
    return f"{need.priority}, {need.who}" if need.who else need.priority


def cell(found: VendorNeed) -> View:
    """An outcome with its sign and its class."""
    return {
        "outcome": CLASSES[found.outcome],
        "word": f"{SIGNS[found.outcome]}{in_cell(found)}",
    }


def _lines(
    needs: Sequence[NeedResult], outcome: NeedOutcome, names: Mapping[str, str]
) -> Iterator[str]:
    for (need, reason), who in reasons(needs, outcome, names).items():
        yield f"{need}, {listed(who)}: {reason}"


def steps_section(steps: Sequence[StepResult], day: datetime.date) -> View | None:
    """What is to be done until the integration runs; None if the plan does not say."""
    if not steps:
        return None
    titles = {step.id: step.title for step in steps}
    return {
        "rows": [
            {
                "title": step.title,
                "who": step.who,
                "from": step.start.isoformat(),
                "to": step.end.isoformat(),
                "after": ", ".join(titles[name] for name in step.after),
                "state": step.text,
                "late": "stale" if step.state in LATE else "",
            }
            for step in steps
        ],
        "late": [f"{step.title}: {step.text}." for step in steps if step.state in LATE],
        "chart": gantt(steps, day),
    }
