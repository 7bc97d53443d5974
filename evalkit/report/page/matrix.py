"""Section 2, all vendors by criterion."""

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.templates.view import View


def matrix(evaluation: Evaluation) -> View | None:
    """Everything that the section shows; None if there is no such section."""
    del evaluation
    return None
