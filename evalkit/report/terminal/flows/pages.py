"""The page about fit that is asked for: flows or needs, of all vendors or of one."""

from collections.abc import Callable

from rich.text import Text

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.evaluation.record.source import Reference
from evalkit.explanation.lookup import find_vendor
from evalkit.report.terminal.flows.fit import to_fit
from evalkit.report.terminal.flows.needs import to_needs, to_vendor_needs
from evalkit.report.terminal.flows.vendor_fit import to_vendor_fit
from evalkit.report.terminal.screen import Screen


def fit_page(
    evaluation: Evaluation,
    vendor: str | None,
    screen: Screen,
    place: Callable[[Reference], str],
    *,
    needs: bool,
) -> list[Text]:
    """Flows, or needs, of all vendors or of the one that is named by id or name.

    Raises EvalkitError if there is no such vendor, ValueError if the plan has no flows.
    """
    found = find_vendor(evaluation, vendor) if vendor is not None else None
    if needs:
        if found is None:
            return to_needs(evaluation, screen)
        return to_vendor_needs(evaluation, found, screen, place)
    if evaluation.fit is None:
        raise ValueError("a plan without flows has no page about them")
    if found is None:
        return to_fit(evaluation, evaluation.fit, screen)
    return to_vendor_fit(evaluation, evaluation.fit, found, screen, place)
