"""What is to be done until the integration runs."""

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.report.page.certain.steps import LATE
from evalkit.report.page.certain.steps import steps as drawn
from evalkit.report.specification.anchors import anchor
from evalkit.templates.view import View


def steps(evaluation: Evaluation) -> View | None:
    """The plan's steps, each with its id, and their picture; None if it has none."""
    found = evaluation.steps
    if not found:
        return None
    titles = {step.id: step.title for step in found}
    return {
        "rows": [
            {
                "id": anchor("step", step.id),
                "title": step.title,
                "who": step.who,
                "from": step.start.isoformat(),
                "to": step.end.isoformat(),
                "after": ", ".join(titles[name] for name in step.after),
                "state": step.text,
                "late": "stale" if step.state in LATE else "",
            }
            for step in found
        ],
        "late": [f"{step.title}: {step.text}." for step in found if step.state in LATE],
        "drawn": drawn(evaluation),
    }
