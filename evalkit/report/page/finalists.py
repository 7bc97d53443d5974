"""Section 1, finalists side by side."""

from collections.abc import Sequence

from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.explanation.finalists import finalists as named
from evalkit.report.charts.dots import LOOKS, MARKS
from evalkit.report.charts.intervals import axis, stacked
from evalkit.report.page.compared.facts import facts
from evalkit.report.page.compared.gaps import gaps, rows, who_gains
from evalkit.report.page.compared.lead import in_a_row, in_a_sentence, lead_of
from evalkit.report.page.compared.sides import sides
from evalkit.report.page.compared.table import table
from evalkit.templates.view import View
from evalkit.wording.messages import finalists as told
from evalkit.wording.messages.catalogue import say, say_all


def finalists(evaluation: Evaluation) -> View | None:
    """Everything that the section shows; None if there are no two vendors to compare."""
    vendors = sides(evaluation)
    if not vendors:
        return None
    found = gaps(evaluation, vendors)
    shown, lead = rows(found, vendors), lead_of(evaluation, vendors)
    more = max(len(named(evaluation)) - len(vendors), 0)
    pictures = [(row["picture"]["label"], "b", row["picture"]) for row in shown]
    return {
        "words": say_all(told.WORDS),
        "lead": [
            *who_gains(found, vendors),
            in_a_sentence(lead),
            *(_without_rank(each) for each in vendors if each.standing != "ranked"),
            *([say(told.MORE, more)] if more else []),
        ],
        "vendors": [_name(vendor) for vendor in vendors],
        "axis": axis(),
        "rows": shown,
        "unknown_part": in_a_row(lead),
        "key": _key(evaluation, vendors),
        "table": table(evaluation, vendors),
        "facts": facts(evaluation, vendors),
        "pictures": {"finalists": stacked(say(told.WORDS["figure"]), pictures)},
    }


def _name(vendor: VendorResult) -> str:
    if vendor.standing == "ranked":
        return vendor.name
    is_out = vendor.standing == "ruled_out"
    return say(told.OUT if is_out else told.NOT_RANKED, vendor=vendor.name)


def _without_rank(vendor: VendorResult) -> str:
    if vendor.standing == "ruled_out":
        return say(told.RULED_OUT, vendor=vendor.name, reason=vendor.reason)
    return say(told.UNRANKED, vendor=vendor.name)


def _key(evaluation: Evaluation, vendors: Sequence[VendorResult]) -> list[View]:
    """Which mark is whose, and what it stands for."""
    message = told.MIDDLE if evaluation.plan.unknown == "middle" else told.WORST
    return [
        {
            "kind": MARKS[at],
            "look": LOOKS[at] if vendor.standing == "ranked" else "hollow",
            "words": say(message, vendor=vendor.name),
        }
        for at, vendor in enumerate(vendors)
    ]
