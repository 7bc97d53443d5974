"""Which prices to find out, and how low they would have to be."""

from collections.abc import Iterator, Sequence

from evalkit.costing.ledger import Ledger
from evalkit.costing.outcomes import effective_rate, total_cost, turnover
from evalkit.evaluation.costs.books import Books
from evalkit.evaluation.costs.sentences.answer import Field
from evalkit.evaluation.record.costs import VendorCosts
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record import costs as words
from evalkit.wording.money import Printer
from evalkit.wording.rounding import DOWN
from evalkit.wording.words import listed

MOST_VENDORS = 3
"""Vendors of which it is said what to find out."""


def to_find_out(field: Field, books: Books, printer: Printer) -> str:
    """The prices that are missing, most first; empty if all costs are known."""
    every = [each for each in field.others if each.total_cost.bound == "open"]
    part = [each for each in field.others if each.total_cost.bound != "open"]
    none = [each for each in every if books.ledgers[each.id].candidate is None]
    own = [each for each in every if books.ledgers[each.id].candidate is not None]
    told = [
        *_without_price(none[:MOST_VENDORS], field, books, printer),
        *(say(words.WHAT_IT_COSTS, vendor=field.names[e.id]) for e in own),
        *(say(words.WHAT_IS_MISSING, vendor=field.names[each.id]) for each in part[:MOST_VENDORS]),
    ]
    return say(words.FIND_OUT, what="; ".join(told)) if told else ""


def _without_price(
    vendors: Sequence[VendorCosts], field: Field, books: Books, printer: Printer
) -> Iterator[str]:
    if not vendors:
        return
    who = listed([say(words.OWNER, vendor=field.names[each.id]) for each in vendors])
    prices = field.here(words.PRICES, words.PRICES_FOR, len(vendors), owners=who)
    least = _threshold([books.ledgers[each.id] for each in vendors], field, books)
    if least is None:
        yield prices
    else:
        below = printer.percent_with(least, 2, DOWN)
        first = field.names[field.first[0].id]
        yield say(words.BELOW, len(vendors), prices=prices, share=below, rival=first)


def _threshold(ledgers: Sequence[Ledger], field: Field, books: Books) -> float | None:
    """The price in percent of turnover below which vendors cost less than the cheapest one.

    What is known of their costs, such as own work, counts on top of that price.
    """
    if not field.first:
        return None
    first = books.ledgers[field.first[0].id]
    if effective_rate(first, first.likely) is None:
        return None
    known = max(float(total_cost(each, each.likely)) for each in ledgers)
    left = float(total_cost(first, first.likely)) - known
    sold = float(turnover(first, first.likely))
    return 100 * left / sold if left > 0 else None
