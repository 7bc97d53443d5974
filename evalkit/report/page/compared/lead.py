"""The lead of one vendor over another, and how much of it rests on what is not known."""

from collections.abc import Sequence
from dataclasses import dataclass

from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.explanation.versus import versus
from evalkit.explanation.versus_words import digits_of_lead
from evalkit.report.charts.dots import lead_in_parts
from evalkit.templates.view import View
from evalkit.wording.messages import finalists as told
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.figures import decimal


@dataclass(frozen=True)
class Lead:
    """The points between the first two vendors as printed; its two parts add up to it."""

    vendor: str
    rival: str
    digits: int
    points: float
    known: float
    """From facts known about both; negative if they count for the rival."""

    @property
    def still_open(self) -> float:
        """From facts that are not known about both."""
        return round(self.points - self.known, self.digits)


def lead_of(evaluation: Evaluation, vendors: Sequence[VendorResult]) -> Lead:
    """The lead of whichever of the first two vendors has more points."""
    first, second = vendors[:2]
    if (first.score or 0.0) < (second.score or 0.0):
        # A vendor without a rank may have more points by the plan's rule for what is open.
        first, second = second, first
    found = versus(evaluation, first, second)
    points = found.points or 0.0
    digits = digits_of_lead(points)
    return Lead(
        first.name, second.name, digits, round(points, digits), round(found.points_known, digits)
    )


def in_a_sentence(lead: Lead) -> str:
    """How much of a lead rests on what is not known."""
    names = {"vendor": lead.vendor, "rival": lead.rival}
    if not lead.points:
        return say(told.SAME_POINTS, **names)
    said = names | {"lead": decimal(lead.points, lead.digits)}
    if lead.still_open <= 0:
        return say(told.LEAD_KNOWN, **said)
    if lead.known <= 0:
        return say(told.LEAD_OPEN, **said)
    return say(told.LEAD_PARTLY_OPEN, **said, open=decimal(lead.still_open, lead.digits))


def in_a_row(lead: Lead) -> View | None:
    """How much of a lead is decided by what is not known; None if there is no lead."""
    if not lead.points:
        return None
    known, still_open = (decimal(each, lead.digits) for each in (lead.known, lead.still_open))
    parts = say(told.LEAD_PARTS, known=known, open=still_open)
    return {
        "pair": say(told.PAIR, vendor=lead.vendor, rival=lead.rival),
        "picture": lead_in_parts(parts, lead.known, lead.still_open),
        "figure": _figure(lead, still_open),
    }


def _figure(lead: Lead, still_open: str) -> str:
    whole = decimal(lead.points, lead.digits)
    if lead.still_open <= 0:
        return say(told.NOTHING_OF_LEAD, lead=whole)
    if lead.known <= 0:
        return say(told.ALL_OF_LEAD, lead=whole)
    return say(told.OF_LEAD, open=still_open, lead=whole)
