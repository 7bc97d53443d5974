"""The figures of one vendor, with ranges, bounds and text."""

from collections.abc import Collection, Iterator
from decimal import Decimal

from evalkit.costing.items import Item, Side, only
from evalkit.costing.ledger import Ledger, is_offered
from evalkit.costing.outcomes import (
    CALCULATIONS,
    Calculation,
    discounted_payback_months,
    number,
    payback_months,
)
from evalkit.costing.ranges import extremes
from evalkit.evaluation.costs.figure_words import Ends, figure
from evalkit.evaluation.costs.rates import Returns, internal_rate
from evalkit.evaluation.costs.terms import title_of
from evalkit.evaluation.record.costs import Bound, Figure
from evalkit.model.prices.charge import Internal
from evalkit.wording.messages.catalogue import Message, say
from evalkit.wording.messages.record import costs as words
from evalkit.wording.money import Printer, Write
from evalkit.wording.rounding import DOWN, UP, Number, digits_from_others, digits_within, rounded
from evalkit.wording.words import listed, years

MOST_FINER = 6
"""Further decimals with which two rates may be told apart."""
APART = ("total_cost", "present_costs", "net_present_value", "effective_rate", "cost_per_order")
"""Figures by which vendors are compared: those that differ must not look the same."""


def unknown(ledger: Ledger, side: Side) -> tuple[str, ...]:
    """What is unknown about costs or benefits, item by item."""
    told = [
        # A price list for another region is told once, not price by price.
        item.open[0]
        if item.elsewhere
        else say(words.ITEM_LACKS, item=title_of(item.entry), gaps=listed(item.open))
        for item in ledger.items
        if item.side == side and item.open
    ]
    return tuple(dict.fromkeys(told)) or ledger.open(side)


def has_price(ledger: Ledger) -> bool:
    """Whether any of the vendor's own charges is known, be it in its file or in an offer.

    Own work is no price of a vendor, but it is one of what the client does without a vendor.
    """
    return any(
        not item.open or any(ledger.flows(item, ledger.likely))
        for item in own_items(ledger)
        if ledger.candidate or not isinstance(item.entry, Internal)
    )


def own_items(ledger: Ledger) -> list[Item]:
    """The charges in a vendor's file, and in what it offers this client."""
    return [
        item
        for item in ledger.items
        if item.key[0] == ledger.vendor or is_offered(item.key, ledger.vendor)
    ]


def elsewhere(ledger: Ledger) -> str:
    """What is said of a vendor's prices for other regions; empty if it has none."""
    away = [item.entry for item in own_items(ledger) if item.elsewhere]
    return only(*(getattr(entry, "region", None) for entry in away)) if away else ""


def no_price(ledger: Ledger) -> str:
    """What is said in place of a price where none is known."""
    # What the client does without a vendor has no price list in which to look for one.
    return elsewhere(ledger) or say(words.NO_COSTS if ledger.candidate else words.NO_PRICE)


class Figures:
    """Calculates the figures of one ledger."""

    def __init__(self, ledger: Ledger, printer: Printer) -> None:
        self.ledger = ledger
        self.printer = printer
        self.rivals: dict[str, Collection[float]] = {}
        """The likely figures of other vendors, which must not look the same if they are not."""
        self.has_benefits = any(item.side == "benefit" for item in ledger.items)
        self.unknown_costs = unknown(ledger, "cost")
        self.unknown_benefits = unknown(ledger, "benefit")
        self._found: dict[str, Ends] = {}

    def ends(self, name: str) -> Ends:
        """The low end, the likely number and the high end of a figure, each None if missing."""
        if name not in self._found:
            outcome = CALCULATIONS[name]
            low, high = extremes(self.ledger, outcome)
            self._found[name] = (low, number(outcome(self.ledger, self.ledger.likely)), high)
        return self._found[name]

    @property
    def costs_bound(self) -> Bound:
        """Whether all costs are known, some, or none."""
        return self._cost_bound(running=False)

    def _cost_bound(self, *, running: bool) -> Bound:
        if not self.ledger.open("cost", running=running):
            return "exact"
        return "at_least" if self._some_known(running=running) else "open"

    def _some_known(self, *, running: bool) -> bool:
        # A sum of the client's own hours alone is no price.
        known = any(self.ledger.total("cost", self.ledger.likely, running=running))
        return known and has_price(self.ledger)

    @property
    def net_bound(self) -> Bound:
        """How completely benefits minus costs are known."""
        if self.unknown_costs:
            # Without a single price there is nothing to compare benefits with.
            is_open = self.unknown_benefits or not has_price(self.ledger)
            return "open" if is_open else "at_most"
        return "at_least" if self.unknown_benefits else "exact"

    def money(self, name: str, bound: Bound, missing: str = "") -> Figure:
        """An amount of money; without one, `missing` or that it is not known."""
        missing = missing or say(words.NOT_KNOWN)
        if bound == "open" or self.ends(name)[1] is None:
            return no_figure(missing)
        digits, finer = self._digits(name, bound)
        return figure(
            self.ends(name),
            bound,
            lambda number, way: self.printer.amount(number, digits, way),
            missing,
            lambda number, way: self.printer.amount(number, finer, way),
        )

    def _digits(self, name: str, bound: Bound) -> tuple[int, int]:
        """The decimals of an amount's ends, and those of its likely number."""
        low, likely, high = (Decimal(0) if end is None else end for end in self.ends(name))
        shown = {"at_least": (low, low), "at_most": (high, high)}.get(bound, (low, high))
        digits = digits_within(*shown)
        most = max(digits, self.printer.digits)
        return digits, digits_from_others(likely, self.rivals.get(name, ()), digits, most)

    def printed(self) -> Iterator[Decimal]:
        """Every amount over all years, rounded as it is printed."""
        for name, bound in self._bounds.items():
            low, likely, high = (Decimal(0) if end is None else end for end in self.ends(name))
            digits, finer = self._digits(name, bound)
            if bound in {"exact", "at_least"}:
                yield rounded(low, digits, DOWN)
            if bound == "exact":
                yield rounded(likely, finer)
            if bound in {"exact", "at_most"}:
                yield rounded(high, digits, UP)

    @property
    def _bounds(self) -> dict[str, Bound]:
        return {
            "total_cost": self.costs_bound,
            "present_costs": self.costs_bound,
            "present_benefits": self.benefits_bound,
            "net_present_value": self.net_bound,
        }

    def costs(self, name: str) -> Figure:
        """An amount of costs."""
        return self.money(name, self.costs_bound, no_price(self.ledger))

    def benefits(self) -> Figure:
        """The present value of all benefits."""
        return self.money("present_benefits", self.benefits_bound)

    @property
    def benefits_bound(self) -> Bound:
        """Whether all benefits are known, or some."""
        return "at_least" if self.unknown_benefits else "exact"

    def net(self) -> Figure:
        """The net present value."""
        return self.money("net_present_value", self.net_bound)

    def returns(self) -> Figure:
        """The return on investment, in percent."""
        if not self.has_benefits:
            return no_figure(say(words.NO_BENEFITS))
        missing = say(words.NOT_KNOWN if self.net_bound == "open" else words.NOTHING_SPENT)
        return self._figure(
            CALCULATIONS["return_on_investment"], self.net_bound, self.printer.percent, missing
        )

    def rate(self) -> Figure:
        """The effective rate, in percent."""
        missing = say(self._no_rate())
        bound = self._cost_bound(running=True)
        if bound == "open":
            return no_figure(missing)
        ends = self.ends("effective_rate")

        def write(number: Number, way: str) -> str:
            least = self.printer.percent_digits(number)
            rivals = self.rivals.get("effective_rate", ())
            digits = digits_from_others(number, rivals, least, least + MOST_FINER)
            return self.printer.percent_with(number, digits, way)

        return figure(ends, bound, self.printer.percent, missing, write)

    def per_order(self) -> Figure:
        """Usage charges per order."""
        return self.money("cost_per_order", self._cost_bound(running=True), say(self._no_rate()))

    def _no_rate(self) -> Message:
        sells = CALCULATIONS["effective_rate"](self.ledger, self.ledger.likely) is not None
        return words.NOT_KNOWN if sells else words.NOTHING_SOLD

    def payback(self, *, at_present_value: bool) -> Figure:
        """Months until the investment is recovered for good."""
        if not self.has_benefits:
            return no_figure(say(words.NO_BENEFITS))
        outcome = discounted_payback_months if at_present_value else payback_months
        bound = _OPPOSITE[self.net_bound]
        missing = say(words.NOT_WITHIN, years=years(self.ledger.money.years))
        if self.net_bound == "open":
            missing = say(words.NOT_KNOWN)
        return self._figure(outcome, bound, self.printer.months, missing)

    def internal_rate(self) -> Returns:
        """The internal rate of return, if it exists and is unique."""
        if not self.has_benefits:
            return Returns(None, say(words.NO_BENEFITS), None)
        if self.net_bound != "exact":
            return Returns(None, say(words.NOT_KNOWN), None)
        return internal_rate(self.ledger, self.printer)

    def _figure(
        self,
        outcome: Calculation,
        bound: Bound,
        write: Write,
        missing: str,
    ) -> Figure:
        if bound == "open":
            return no_figure(missing)
        likely = number(outcome(self.ledger, self.ledger.likely))
        low, high = extremes(self.ledger, outcome)
        return figure((low, likely, high), bound, write, missing)


_OPPOSITE: dict[Bound, Bound] = {
    "at_most": "at_least",
    "at_least": "at_most",
    "exact": "exact",
    "open": "open",
}


def no_figure(text: str) -> Figure:
    """A figure that there is none of, and why."""
    return Figure(low=None, likely=None, high=None, bound="open", text=text)


def yearly(amounts: list[Decimal]) -> tuple[float, ...]:
    """Exact amounts as floats for the record."""
    return tuple(float(amount) for amount in amounts)
