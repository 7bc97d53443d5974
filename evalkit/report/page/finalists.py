"""Section 1, finalists side by side."""

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.templates.view import View


def finalists(evaluation: Evaluation) -> View | None:
    """Everything that the section shows; None if there is no such section."""
    del evaluation
    return None
