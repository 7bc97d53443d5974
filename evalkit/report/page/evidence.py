"""Section A, evidence: facts by vendor, criteria and scales, method, hashes and versions."""

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.report.page.proof.facts import facts, scales
from evalkit.report.page.proof.method import method
from evalkit.templates.view import View
from evalkit.wording.messages import evidence as told
from evalkit.wording.messages.catalogue import say, say_all


def evidence(evaluation: Evaluation) -> View | None:
    """Everything that the section shows."""
    return {
        "words": say_all(told.WORDS),
        "states": say_all(told.STATES),
        "lead": say(told.LEAD),
        "in_file": say(told.IN_FILE),
        "vendors": facts(evaluation),
        "criteria": scales(evaluation),
        "method": method(evaluation),
    }
