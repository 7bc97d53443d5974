"""What vendors bring beyond what the client can do without one: keep what it has, or build it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from evalkit.costing.compared.increment import extra_costs, extra_returns, increment
from evalkit.costing.ledger import Ledger
from evalkit.costing.outcomes import number
from evalkit.costing.ranges import extremes
from evalkit.evaluation.costs.books import Books
from evalkit.evaluation.costs.differences import size_of
from evalkit.evaluation.costs.figure_words import Ends
from evalkit.evaluation.costs.figures import Figures, has_price, no_figure
from evalkit.evaluation.costs.sentences.against import Instead, not_worked_out, worth
from evalkit.evaluation.record.costs import AgainstResult, Bound, Figure, VendorCosts
from evalkit.model.vendor import Candidate
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record import costs as words
from evalkit.wording.money import Printer, printer
from evalkit.wording.rounding import is_same_amount
from evalkit.wording.words import listed

FIRST: tuple[Candidate, ...] = ("status_quo", "platform", "build")
"""Which candidate money is shown against, if a plan lists several."""


def held_against(books: Books) -> str | None:
    """The candidate against which money is shown; None if the plan lists none."""
    found = [
        (FIRST.index(each.candidate), name)
        for name, each in books.ledgers.items()
        if each.candidate is not None
    ]
    return min(found)[1] if found else None


def instead_of(ledger: Ledger, draws: int) -> Instead:
    """What sentences say of a candidate."""
    assert ledger.candidate is not None  # noqa: S101  # only candidates are held against
    return Instead(ledger.candidate, ledger.money.years, draws)


class Beyond(Figures):
    """The figures of one vendor beyond those of a candidate."""

    def __init__(self, one: Ledger, other: Ledger, printer: Printer) -> None:
        super().__init__(increment(one, other), printer)
        self.other = other
        sides = (one, other)
        self.unpriced = [each for each in sides if each.open("cost") and not has_price(each)]
        """Those of the two that have no price, without which there is nothing to compare."""
        opens = [{item.key: item.open for item in each.items} for each in sides]
        self.is_contested = any(opens[1].get(key, why) != why for key, why in opens[0].items())
        """Whether it is not known if one of them pays what the other does: of which edition."""

    def ends(self, name: str) -> Ends:
        """The ends of a figure, without the rounding errors that are left of what cancels."""
        size = size_of(self.ledger)
        low, likely, high = (
            Decimal(0) if end is not None and is_same_amount(end, 0, size) else end
            for end in super().ends(name)
        )
        return low, likely, high

    @property
    def net_bound(self) -> Bound:
        """How completely the difference is known."""
        return "open" if self.unpriced or self.is_contested else super().net_bound

    @property
    def _bounds(self) -> dict[str, Bound]:
        return {"net_present_value": self.net_bound}

    def returns_beyond(self, name: str) -> Figure:
        """The return on what the vendor costs beyond the candidate, which has this name."""
        if self.net_bound != "exact":
            return no_figure(say(words.NOT_KNOWN))
        likely = number(extra_costs(self.ledger, self.ledger.likely)) or 0
        least, _ = extremes(self.ledger, extra_costs)
        if likely <= 0 or is_same_amount(likely, 0, size_of(self.other)):
            return no_figure(say(words.NO_MORE, vendor=name))
        if least <= 0:
            return no_figure(say(words.MAYBE_NO_MORE, vendor=name))
        return self._figure(extra_returns, "exact", self.printer.percent, say(words.NOT_KNOWN))

    def result(self, names: Mapping[str, str], ahead: float, draws: int) -> AgainstResult:
        """The record of what the vendor brings beyond the candidate."""
        instead = instead_of(self.other, draws)
        net, name, who = self.net(), names[self.other.vendor], names[self.ledger.vendor]
        pays = ahead if net.bound == "exact" else None
        is_open = net.bound == "open"
        return AgainstResult(
            candidate=self.other.vendor,
            net_present_value=net,
            pays=pays,
            payback_months=self.payback(at_present_value=False),
            return_on_investment=self.returns_beyond(name),
            text=not_worked_out(who, self._why(names), instead)
            if is_open
            else worth([who], net, pays, instead),
        )

    def _why(self, names: Mapping[str, str]) -> str:
        """Why the difference is not known."""
        if self.unpriced:
            who = listed([names[each.vendor] for each in self.unpriced])
            return say(words.NO_PRICE_OF, vendors=who)
        return say(words.NO_EDITION_CHOSEN if self.is_contested else words.NOT_ALL_KNOWN)


def beyond_rival(books: Books) -> dict[str, Beyond]:
    """What each vendor brings beyond the candidate that all are held against, if there is one."""
    rival = held_against(books)
    return {
        vendor: Beyond(ledger, books.ledgers[rival], printer(books.money))
        for vendor, ledger in books.ledgers.items()
        if rival is not None and vendor != rival
    }


def with_rival(
    vendors: Sequence[VendorCosts],
    beyond: Mapping[str, Beyond],
    names: Mapping[str, str],
    ahead: Mapping[str, float],
    draws: int,
) -> list[VendorCosts]:
    """The vendors' records with what each brings beyond the candidate; `ahead` are shares."""
    return [
        replace(each, against=beyond[each.id].result(names, ahead[each.id], draws))
        if each.id in beyond
        else each
        for each in vendors
    ]
