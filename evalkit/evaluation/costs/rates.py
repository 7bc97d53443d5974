"""The internal rate of return of one vendor, and why it is not given."""

from collections.abc import Sequence
from dataclasses import dataclass

from evalkit.costing.ledger import Ledger
from evalkit.costing.outcomes import discount_rate, net_flows
from evalkit.costing.returns import cumulative, modified_rate_of_return, rates_of_return
from evalkit.wording.messages.catalogue import Message, say
from evalkit.wording.messages.record import costs as words
from evalkit.wording.money import Printer

LEAST_OUTLAY = 0.05
"""Share of a year's gross flows below which an outlay makes any rate of return enormous."""
ENOUGH_DIGITS = 9
"""Decimals of rates found by iteration: further ones differ between processors."""


@dataclass(frozen=True)
class Returns:
    """The internal rate of return, plain and modified; None if there is none."""

    rate: float | None
    text: str
    modified: float | None


def internal_rate(ledger: Ledger, printer: Printer) -> Returns:
    """The internal rate of return of flows that are all known, if it exists and is unique."""
    flows = [float(flow) for flow in net_flows(ledger, ledger.likely)]
    outlay = -min(cumulative(flows))
    if 0 < outlay < LEAST_OUTLAY * _gross(ledger):
        return Returns(None, say(words.SMALL_OUTLAY, amount=printer.about(outlay)), None)
    found = rates_of_return(flows)
    rate = float(discount_rate(ledger.likely))
    modified = modified_rate_of_return(flows, rate, rate)
    modified = None if modified is None else round(modified, ENOUGH_DIGITS)
    if len(found) == 1:
        return Returns(found[0], printer.percent(found[0] * 100), modified)
    if found:
        rates = ", ".join(printer.percent(each * 100) for each in found)
        return Returns(None, say(words.SEVERAL_RATES, rates=rates), modified)
    return Returns(None, say(_why_none(flows)), modified)


def _gross(ledger: Ledger) -> float:
    """What comes in and what goes out in a year of use, on average."""
    sides = (ledger.total(side, ledger.likely)[1:] for side in ("cost", "benefit"))
    return float(sum(abs(float(flow)) for flows in sides for flow in flows)) / ledger.money.years


def _why_none(flows: Sequence[float]) -> Message:
    if all(flow >= 0 for flow in flows):
        return words.NOTHING_LAID_OUT
    if all(flow <= 0 for flow in flows):
        return words.NOTHING_BACK
    return words.NO_RATE
