"""Why a vendor's costs are not known in full, in a few words."""

from collections.abc import Iterator

from evalkit.costing.ledger import Ledger
from evalkit.evaluation.costs.figures import no_price, own_items
from evalkit.evaluation.costs.terms import title_of
from evalkit.model.entries import amounts
from evalkit.model.prices.charge import Internal
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record.costs import ITEM_WITH_GAPS, MISSING
from evalkit.wording.words import listed, lower_first

PRICES = ("amount", "percent", "fixed", "hours", "minimum", "minimum_monthly", "overage")
"""The numbers of a charge that make it a price."""


def reason(ledger: Ledger) -> str:
    """What a row says in place of a figure, or behind one; empty if all costs are known."""
    if not ledger.open("cost"):
        return ""
    missing = list(_missing(ledger))
    has_some = missing and lists_a_price(ledger)
    return say(MISSING, items=", ".join(missing)) if has_some else no_price(ledger)


def _missing(ledger: Ledger) -> Iterator[str]:
    for item in ledger.items:
        if item.side == "cost" and item.open:
            title = lower_first(title_of(item.entry))
            yield say(ITEM_WITH_GAPS, item=title, gaps=listed(item.open))


def lists_a_price(ledger: Ledger) -> bool:
    """Whether any price of the vendor holds here, even if the plan gives no quantity for it."""
    return any(
        not amount.is_unknown and (key[0] in PRICES or key[-1] == "price")
        for item in own_items(ledger)
        if not (item.entry.is_generated or item.elsewhere)
        if ledger.candidate or not isinstance(item.entry, Internal)
        for key, amount in amounts(item.entry)
    )
