"""Section 4, needs, must-haves and integration."""

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.templates.view import View


def fit(evaluation: Evaluation) -> View | None:
    """Everything that the section shows; None if there is no such section."""
    del evaluation
    return None
