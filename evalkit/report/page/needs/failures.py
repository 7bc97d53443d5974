"""What fails, and why: must-haves, data flows and needs."""

from collections.abc import Iterator

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.evaluation.record.fit import FitResult
from evalkit.evaluation.record.project import ServingResult
from evalkit.explanation.lookup import labels
from evalkit.report.page.needs.rows import in_order
from evalkit.templates.view import View
from evalkit.wording.messages import fit as told
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.figures import listed
from evalkit.wording.words import capital

MOST_REASONS = 2
"""How many failed must-haves of one vendor are explained in view."""


def failures(evaluation: Evaluation) -> Iterator[View]:
    """A heading and a reason for each failure, those first that rule a vendor out."""
    yield from _musts(evaluation)
    if evaluation.fit:
        yield from _wishes(evaluation.fit, labels(evaluation))
    yield from _needs(evaluation)


def _musts(evaluation: Evaluation) -> Iterator[View]:
    for vendor in evaluation.vendors:
        failed = [gate for gate in vendor.gates if gate.outcome == "fail"]
        texts = [capital(gate.failure or gate.reason) for gate in failed]
        more = len(texts) - MOST_REASONS
        if failed:
            sentences = [say(told.SENTENCE, text=text) for text in texts[:MOST_REASONS]]
            yield {
                "title": say(told.FAILS_MUST, len(failed), vendor=vendor.name),
                "text": " ".join([*sentences, say(told.AND_MORE, more)] if more > 0 else sentences),
            }


def _wishes(fit: FitResult, names: dict[str, str]) -> Iterator[View]:
    """The data flows that are impossible, and not a must; those of one reason together."""
    alike: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for place, flow in enumerate(fit.flows):
        cells = [(names[vendor.id], vendor.cells[place]) for vendor in fit.vendors]
        failed = tuple((name, cell.text) for name, cell in cells if cell.outcome == "not_possible")
        if flow.need == "wish" and failed:
            alike.setdefault(failed, []).append(flow.title)
    for failed, flows in alike.items():
        vendors = listed([name for name, _ in failed])
        yield {
            "title": say(told.IS_IMPOSSIBLE, len(flows), flows=listed(flows), vendors=vendors),
            "text": " ".join(
                say(told.SENTENCE, text=capital(text))
                if len(failed) == 1
                else say(told.FAILS_BY, names=name, reason=text)
                for name, text in failed
            ),
        }


def _needs(evaluation: Evaluation) -> Iterator[View]:
    """The needs that are not met, and by whom; flows and must-haves have their reasons above."""
    names = labels(evaluation)
    for need in in_order(evaluation.needs):
        found: dict[str, list[str]] = {}
        for vendor in need.vendors:
            if vendor.outcome == "not_met":
                failed = [each for each in vendor.by if each.outcome == "not_met"]
                found.setdefault(listed([*map(_reason, failed)]), []).append(names[vendor.vendor])
        if found:
            sentences = [
                say(told.FAILS_BY, names=listed(who), reason=reason)
                for reason, who in found.items()
            ]
            yield {"title": need.text, "text": " ".join(sentences)}


def _reason(failed: ServingResult) -> str:
    if failed.kind in {"flow", "gate"}:
        return failed.title
    return say(told.REASON, title=failed.title, text=failed.text)
