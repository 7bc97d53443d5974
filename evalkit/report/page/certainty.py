"""Section 6, how sure, and what next: shares, weights, questions and steps."""

from collections.abc import Iterator

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.report.page.certain.methods import methods, methods_in_a_line, pairs
from evalkit.report.page.certain.questions import questions
from evalkit.report.page.certain.shares import shares
from evalkit.report.page.certain.steps import next_steps, steps
from evalkit.report.page.certain.weights import crossovers, smallest_change
from evalkit.templates.view import View
from evalkit.wording.messages import certainty as told
from evalkit.wording.messages.catalogue import say, say_all


def certainty(evaluation: Evaluation) -> View | None:
    """Everything that the section shows; None if no vendor is left and no step is planned."""
    is_over = evaluation.verdict.outcome == "none"
    if is_over and not evaluation.steps:
        return None
    asked = questions(evaluation)
    return {
        "words": say_all(told.WORDS),
        "lead": list(_lead(evaluation)),
        "shares": shares(evaluation),
        "methods_line": methods_in_a_line(evaluation),
        "questions": None if is_over else asked,
        "steps": steps(evaluation),
        "next": [] if is_over else next_steps(evaluation, len(asked["rows"])),
        "crossovers": crossovers(evaluation),
        "methods": methods(evaluation),
        "pairs": pairs(evaluation),
    }


def _lead(evaluation: Evaluation) -> Iterator[str]:
    """Whether open facts, and what change of weights, would change the answer."""
    if evaluation.verdict.outcome == "none":
        return
    is_open = any(found.gain > 0 for found in evaluation.verdict.research)
    yield say(told.FACTS_MATTER if is_open else told.FACTS_DO_NOT)
    yield smallest_change(evaluation)
