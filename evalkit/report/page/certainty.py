"""Section 6, how sure, and what next."""

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.templates.view import View


def certainty(evaluation: Evaluation) -> View | None:
    """Everything that the section shows; None if there is no such section."""
    del evaluation
    return None
