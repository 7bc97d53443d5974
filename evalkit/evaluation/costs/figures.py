"""The figures of one vendor, with ranges, bounds and text."""

from dataclasses import dataclass
from decimal import Decimal

from evalkit.costing.items import Side
from evalkit.costing.ledger import Ledger
from evalkit.costing.outcomes import (
    CALCULATIONS,
    Calculation,
    discount_rate,
    discounted_payback_months,
    net_flows,
    number,
    payback_months,
)
from evalkit.costing.ranges import extremes
from evalkit.costing.returns import modified_rate_of_return, rates_of_return
from evalkit.evaluation.costs.figure_words import Write, figure
from evalkit.evaluation.costs.terms import title_of
from evalkit.evaluation.record.costs import Bound, Figure
from evalkit.model.prices.charge import Internal
from evalkit.wording.money import Printer
from evalkit.wording.words import years

NO_BENEFITS = "no benefits are stated"
NOT_KNOWN = "not known"
ENOUGH_DIGITS = 9
"""Decimals of rates found by iteration: further ones differ between processors."""


def unknown(ledger: Ledger, side: Side) -> tuple[str, ...]:
    """What is unknown about costs or benefits, item by item."""
    told = [
        f"{title_of(item.entry)}: {' and '.join(item.open)}"
        for item in ledger.items
        if item.side == side and item.open
    ]
    return tuple(told) or ledger.open(side)


def has_price(ledger: Ledger) -> bool:
    """Whether any of the vendor's charges is known."""
    return any(
        not item.open or any(ledger.flows(item, ledger.likely))
        for item in ledger.items
        if item.side == "cost" and not isinstance(item.entry, Internal)
    )


@dataclass(frozen=True)
class Returns:
    """The internal rate of return, plain and modified; None if there is none."""

    rate: float | None
    text: str
    modified: float | None


class Figures:
    """Calculates the figures of one ledger."""

    def __init__(self, ledger: Ledger, printer: Printer) -> None:
        self.ledger = ledger
        self.printer = printer
        self.has_benefits = any(item.side == "benefit" for item in ledger.items)
        self.unknown_costs = unknown(ledger, "cost")
        self.unknown_benefits = unknown(ledger, "benefit")

    @property
    def costs_bound(self) -> Bound:
        """Whether all costs are known, some, or none."""
        return self._cost_bound(running=False)

    def _cost_bound(self, *, running: bool) -> Bound:
        if not self.ledger.open("cost", running=running):
            return "exact"
        return "at_least" if self._some_known(running=running) else "open"

    def _some_known(self, *, running: bool) -> bool:
        return any(self.ledger.total("cost", self.ledger.likely, running=running))

    @property
    def net_bound(self) -> Bound:
        """How completely benefits minus costs are known."""
        if self.unknown_costs:
            # Without a single price there is nothing to compare benefits with.
            is_open = self.unknown_benefits or not has_price(self.ledger)
            return "open" if is_open else "at_most"
        return "at_least" if self.unknown_benefits else "exact"

    def money(self, name: str, bound: Bound, missing: str = NOT_KNOWN) -> Figure:
        """An amount of money."""
        return self._figure(CALCULATIONS[name], bound, self.printer.money, missing)

    def costs(self, name: str) -> Figure:
        """An amount of costs."""
        return self.money(name, self.costs_bound)

    def benefits(self) -> Figure:
        """The present value of all benefits."""
        bound: Bound = "at_least" if self.unknown_benefits else "exact"
        return self.money("present_benefits", bound)

    def net(self) -> Figure:
        """The net present value."""
        return self.money("net_present_value", self.net_bound)

    def returns(self) -> Figure:
        """The return on investment, in percent."""
        if not self.has_benefits:
            return _none(NO_BENEFITS)
        missing = NOT_KNOWN if self.net_bound == "open" else "there are no costs"
        return self._figure(
            CALCULATIONS["return_on_investment"], self.net_bound, self.printer.percent, missing
        )

    def rate(self) -> Figure:
        """The effective rate, in percent."""
        missing = NOT_KNOWN if self._sells() else "the plan does not say what is sold"
        bound = self._cost_bound(running=True)
        return self._figure(CALCULATIONS["effective_rate"], bound, self.printer.percent, missing)

    def per_order(self) -> Figure:
        """Usage charges per order."""
        missing = NOT_KNOWN if self._sells() else "the plan does not say what is sold"
        return self.money("cost_per_order", self._cost_bound(running=True), missing)

    def _sells(self) -> bool:
        return CALCULATIONS["effective_rate"](self.ledger, self.ledger.likely) is not None

    def payback(self, *, at_present_value: bool) -> Figure:
        """Months until the investment is recovered for good."""
        if not self.has_benefits:
            return _none(NO_BENEFITS)
        outcome = discounted_payback_months if at_present_value else payback_months
        bound = _OPPOSITE[self.net_bound]
        missing = f"not within {years(self.ledger.money.years)}"
        if self.net_bound == "open":
            missing = NOT_KNOWN
        return self._figure(outcome, bound, self.printer.months, missing)

    def internal_rate(self) -> Returns:
        """The internal rate of return, if it exists and is unique."""
        if not self.has_benefits:
            return Returns(None, NO_BENEFITS, None)
        if self.net_bound != "exact":
            return Returns(None, NOT_KNOWN, None)
        flows = [float(flow) for flow in net_flows(self.ledger, self.ledger.likely)]
        found = rates_of_return(flows)
        rate = float(discount_rate(self.ledger.likely))
        modified = modified_rate_of_return(flows, rate, rate)
        rounded = None if modified is None else round(modified, ENOUGH_DIGITS)
        if len(found) == 1:
            return Returns(found[0], self.printer.percent(found[0] * 100), rounded)
        if found:
            rates = ", ".join(self.printer.percent(each * 100) for each in found)
            return Returns(None, f"no single one: {rates}", rounded)
        return Returns(None, _why_none(flows), rounded)

    def _figure(
        self,
        outcome: Calculation,
        bound: Bound,
        write: Write,
        missing: str,
    ) -> Figure:
        if bound == "open":
            return _none(missing)
        likely = number(outcome(self.ledger, self.ledger.likely))
        low, high = extremes(self.ledger, outcome)
        return figure((low, likely, high), bound, write, missing)


_OPPOSITE: dict[Bound, Bound] = {
    "at_most": "at_least",
    "at_least": "at_most",
    "exact": "exact",
    "open": "open",
}


def _none(text: str) -> Figure:
    return Figure(low=None, likely=None, high=None, bound="open", text=text)


def _why_none(flows: list[float]) -> str:
    if all(flow >= 0 for flow in flows):
        return "none: nothing is laid out"
    if all(flow <= 0 for flow in flows):
        return "none: nothing comes back"
    return "none: no rate makes the flows worth nothing"


def yearly(amounts: list[Decimal]) -> tuple[float, ...]:
    """Exact amounts as floats for the record."""
    return tuple(float(amount) for amount in amounts)
