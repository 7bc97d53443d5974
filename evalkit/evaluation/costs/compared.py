"""What the vendors between which the answer decides cost, in a sentence."""

from collections.abc import Iterator, Sequence

from evalkit.costing.ledger import Ledger
from evalkit.costing.outcomes import total_cost
from evalkit.costing.ranges import extremes
from evalkit.evaluation.costs.books import Books
from evalkit.evaluation.costs.figures import NO_COSTS, NO_PRICE, has_price, no_price
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
    told += [(name, f"at least {_least(each, written)}") for name, each in part]
    if not told:
        return ""
    first, *others = told
    costs = [f"{first[0]} costs {first[1]}", *(f"{name} {amount}" for name, amount in others)]
    is_alike = len(told) == 1 or books.are_of_one_region([vendor for vendor, _ in vendors])
    differ = "" if is_alike else ", by price lists for different regions"
    return f"Over {years(books.money.years)} {listed(costs)}{differ}{''.join(_missing(none))}."


def _missing(vendors: Sequence[tuple[str, Ledger]]) -> Iterator[str]:
    """Of whom we found no price, or only prices for other regions."""
    by_reason: dict[str, list[str]] = {}
    for name, each in vendors:
        by_reason.setdefault(no_price(each), []).append(name)
    for reason, names in by_reason.items():
        who = listed(names)
        if reason == NO_COSTS:
            yield f"; the costs of {who} are not stated"
        elif reason == NO_PRICE:
            yield f"; {reason} for {who}"
        else:
            yield f"; for {who} we have a {reason}"


def _likely(ledger: Ledger, written: Printer) -> str:
    low, high = (float(end) for end in extremes(ledger, total_cost))
    amount = written.about(float(total_cost(ledger, ledger.likely)), low, high)
    return amount if is_same_amount(low, high) else f"about {amount}"


def _least(ledger: Ledger, written: Printer) -> str:
    low = float(extremes(ledger, total_cost)[0])
    return written.within(low, low)(low, DOWN)
