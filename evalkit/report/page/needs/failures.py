"""What fails, and why: must-haves, data flows and needs."""

from collections.abc import Iterator

from evalkit.evaluation.project.sentences import reasons, short_title
from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.evaluation.record.fit import FitResult
from evalkit.explanation.lookup import labels
from evalkit.report.page.needs.rows import in_order
from evalkit.templates.view import View
from evalkit.wording.messages import fit as told
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.figures import listed
from evalkit.wording.words import capital


def failures(evaluation: Evaluation) -> Iterator[View]:
    """A heading and a reason for each failure, those first that rule a vendor out."""
    yield from _musts(evaluation)
    if evaluation.fit:
        yield from _wishes(evaluation.fit, labels(evaluation))
    yield from _needs(evaluation)


def _musts(evaluation: Evaluation) -> Iterator[View]:
    for vendor in evaluation.vendors:
        failed = [gate for gate in vendor.gates if gate.outcome == "fail"]
        if failed:
            sentences = [
                say(told.SENTENCE, text=capital(gate.failure or gate.reason)) for gate in failed
            ]
            yield {
                "title": say(told.FAILS_MUST, len(failed), vendor=vendor.name),
                "text": " ".join(sentences),
            }


def _wishes(fit: FitResult, names: dict[str, str]) -> Iterator[View]:
    """The data flows that are impossible, and not a must."""
    for place, flow in enumerate(fit.flows):
        for vendor in fit.vendors:
            cell = vendor.cells[place]
            if flow.need == "wish" and cell.outcome == "not_possible":
                yield {
                    "title": say(told.IS_IMPOSSIBLE, flow=flow.title, vendor=names[vendor.id]),
                    "text": say(told.SENTENCE, text=capital(cell.text)),
                }


def _needs(evaluation: Evaluation) -> Iterator[View]:
    texts = {short_title(need): need.text for need in evaluation.needs}
    found = reasons(in_order(evaluation.needs), "not_met", labels(evaluation))
    for (need, reason), who in found.items():
        yield {
            "title": texts[need],
            "text": say(told.NEED_FAILS, names=listed(who), reason=reason),
        }
