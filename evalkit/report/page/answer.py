"""Section 0, on one page: the recommendation, what each vendor has, and what is open."""

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.report.page.front.figure import figure
from evalkit.report.page.front.headline import headline
from evalkit.report.page.front.open_points import open_points
from evalkit.report.page.front.reasons import reasons
from evalkit.templates.view import View
from evalkit.wording.messages.answer import WORDS
from evalkit.wording.messages.catalogue import say_all


def answer(evaluation: Evaluation) -> View:
    """Everything that page one shows."""
    drawn = figure(evaluation)
    return {
        "words": say_all(WORDS),
        "headline": headline(evaluation),
        "figure": drawn,
        "reasons": reasons(evaluation),
        "open": open_points(evaluation),
        "pictures": {"points": drawn["whole"]} if drawn["whole"] else {},
    }
