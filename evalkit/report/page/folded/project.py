"""The client's needs, and what is to be done until it runs, as finished strings for templates."""

import datetime
from collections.abc import Mapping, Sequence

from evalkit.evaluation.project.sentences import (
    in_cell,
)
from evalkit.evaluation.record.project import NeedOutcome, NeedResult, StepResult, VendorNeed
from evalkit.report.charts.steps import LATE, gantt
from evalkit.templates.view import View

SIGNS: Mapping[NeedOutcome, str] = {"met": "✓ ", "not_met": "✗ ", "open": "? ", "weighed": ""}
CLASSES: Mapping[NeedOutcome, str] = {
    "met": "pass",
    "not_met": "fail",
    "open": "unverified",
    "weighed": "quiet",
}
"""CSS classes of outcomes."""


def of(need: NeedResult) -> str:
    """How much a need matters, and to whom."""
    return f"{need.priority}, {need.who}" if need.who else need.priority


def cell(found: VendorNeed) -> View:
    """An outcome with its sign and its class."""
    return {
        "outcome": CLASSES[found.outcome],
        "word": f"{SIGNS[found.outcome]}{in_cell(found)}",
    }


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
