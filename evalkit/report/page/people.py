"""Section 5, people: who would choose whom, and who disagrees."""

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.explanation.lookup import labels
from evalkit.report.page.stakeholders.figures import MOST_PEOPLE, figures
from evalkit.report.page.stakeholders.readings import choices, voices
from evalkit.report.page.stakeholders.statements import agreement, statements, weights
from evalkit.report.page.stakeholders.table import table
from evalkit.templates.view import View
from evalkit.wording.messages import people as told
from evalkit.wording.messages.catalogue import say, say_all

PICTURES = ("people", "worst")
"""Names of the pictures in files, in the order of the readings."""


def people(evaluation: Evaluation) -> View | None:
    """Everything that the section shows; None if nobody was asked."""
    found = evaluation.stakeholders
    if found is None:
        return None
    drawn = figures(evaluation)
    return {
        "words": say_all(told.WORDS),
        "lead": _lead(evaluation),
        "table": table(evaluation, found),
        "figures": drawn,
        "drawn": say(told.MOST_INFLUENCE, MOST_PEOPLE)
        if drawn and len(voices(evaluation)) > MOST_PEOPLE
        else "",
        "pictures": {name: each["picture"] for name, each in zip(PICTURES, drawn, strict=False)},
        "weights": weights(evaluation, found),
        "statements": statements(evaluation, found),
        "agreement": list(agreement(evaluation, found)),
    }


def _lead(evaluation: Evaluation) -> list[str]:
    everybody, names = voices(evaluation), labels(evaluation)
    ranked = [vendor.name for vendor in evaluation.vendors if vendor.standing == "ranked"]
    if len(ranked) == 1:
        return [say(told.ONE_RANKED, vendor=ranked[0])]
    return choices(everybody, names) if everybody else [say(told.NOBODY_RANKED)]
