"""What the vendors between which the answer decides cost, in a sentence."""

from collections.abc import Iterator, Sequence

from evalkit.costing.ledger import Ledger
from evalkit.costing.outcomes import total_cost
from evalkit.costing.ranges import extremes
from evalkit.evaluation.costs.books import Books
from evalkit.evaluation.costs.figures import elsewhere, has_price
from evalkit.wording.messages.catalogue import Message, say
from evalkit.wording.messages.record import deciding as words
from evalkit.wording.messages.words import CLAUSES
from evalkit.wording.money import Printer, printer
from evalkit.wording.rounding import DOWN, is_same_amount
from evalkit.wording.words import listed, years

Named = tuple[str, str]
"""A vendor's id and name."""


def cost_of(books: Books, vendors: Sequence[Named]) -> str:
    """What each vendor costs over the plan's years, the cheapest first, or that it is not known."""
    written = printer(books.money)
    ledgers = [(name, books.ledgers[vendor]) for vendor, name in vendors]
    full = [(name, each) for name, each in ledgers if not each.open("cost")]
    part = [(n, each) for n, each in ledgers if each.open("cost") and has_price(each)]
    none = [(name, each) for name, each in ledgers if each.open("cost") and not has_price(each)]
    full.sort(key=lambda pair: float(total_cost(pair[1], pair[1].likely)))
    told = [(name, _likely(each, written)) for name, each in full]
    told += [(name, say(words.AT_LEAST, amount=_least(each, written))) for name, each in part]
    if not told:
        return ""
    costs = [
        say(words.AND_COSTS if at else words.COSTS, vendor=name, amount=amount)
        for at, (name, amount) in enumerate(told)
    ]
    is_alike = len(told) == 1 or books.are_of_one_region([vendor for vendor, _ in vendors])
    said = words.OVER_YEARS if is_alike else words.OVER_YEARS_ELSEWHERE
    clauses = [say(said, years=years(books.money.years), costs=listed(costs)), *_missing(none)]
    return say(CLAUSES, clauses="; ".join(clauses))


def _missing(vendors: Sequence[tuple[str, Ledger]]) -> Iterator[str]:
    """Of whom we found no price, or only prices for other regions."""
    by_reason: dict[tuple[Message, str], list[str]] = {}
    for name, each in vendors:
        price, unstated = elsewhere(each), words.NOT_STATED if each.candidate else words.NO_PRICE
        by_reason.setdefault((words.PRICE_ELSEWHERE if price else unstated, price), []).append(name)
    for (said, price), names in by_reason.items():
        yield say(said, vendors=listed(names), price=price)


def _likely(ledger: Ledger, written: Printer) -> str:
    low, high = (float(end) for end in extremes(ledger, total_cost))
    amount = written.about(float(total_cost(ledger, ledger.likely)), low, high)
    return amount if is_same_amount(low, high) else say(words.ABOUT, amount=amount)


def _least(ledger: Ledger, written: Printer) -> str:
    low = float(extremes(ledger, total_cost)[0])
    return written.within(low, low)(low, DOWN)
