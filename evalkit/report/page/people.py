"""Section 5, people."""

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.templates.view import View


def people(evaluation: Evaluation) -> View | None:
    """Everything that the section shows; None if there is no such section."""
    del evaluation
    return None
