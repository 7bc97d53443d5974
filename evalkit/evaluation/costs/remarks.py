"""Caveats for comparing costs, and a summary of costs and returns."""

import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from evalkit.costing.items import Item
from evalkit.costing.ledger import Ledger
from evalkit.evaluation.costs.books import Books
from evalkit.evaluation.costs.differences import MOST_VOLUMES
from evalkit.evaluation.costs.figures import has_price, unknown
from evalkit.evaluation.record.costs import Figure, VendorCosts
from evalkit.model.criteria import in_lower_case
from evalkit.model.prices.charge import Usage
from evalkit.wording.money import Printer
from evalkit.wording.numbers import about, thousands
from evalkit.wording.words import listed, years

MOST_SCOPES = 3
MOST_COMPARED = 50
"""How many vendors, and how many of the units they charge for, are checked for missing prices."""


def remarks(books: Books, vendors: Sequence[Any], names: Mapping[str, str]) -> Iterator[str]:
    """Caveats on comparing the vendors' figures."""
    for vendor in vendors:
        ledger = books.ledgers[vendor.id]
        yield from _scopes(names[vendor.id], ledger)
    for vendor in vendors:
        yield from _undated(names[vendor.id], books.ledgers[vendor.id])
    yield from _not_on_record(books, [vendor.id for vendor in vendors[:MOST_COMPARED]], names)
    if len(vendors) > MOST_COMPARED:
        yield (
            f"Which prices are missing was looked for among the first {MOST_COMPARED} of "
            f"{thousands(len(vendors))} vendors only."
        )
    if len(books.money.volumes) > MOST_VOLUMES:
        yield (
            f"Break-even volumes were looked for among the first {MOST_VOLUMES} of "
            f"{thousands(len(books.money.volumes))} volumes only."
        )
    for vendor in vendors:
        reasons = unknown(books.ledgers[vendor.id], "cost")
        if reasons:
            yield f"Not known about {names[vendor.id]}: {'; '.join(reasons)}."


def _listed(ledger: Ledger) -> list[Item]:
    """The items on the vendor's own price list."""
    return [item for item in ledger.items if item.key[0] == ledger.vendor]


def _scopes(name: str, ledger: Ledger) -> Iterator[str]:
    scopes = (getattr(item.entry, "scope", None) for item in _listed(ledger))
    unique = list(dict.fromkeys(scope for scope in scopes if scope))
    if unique:
        shown = "; ".join(unique[:MOST_SCOPES])
        yield f"{name}'s prices are stated for: {shown}."


def _undated(name: str, ledger: Ledger) -> Iterator[str]:
    items = [item for item in _listed(ledger) if not item.open]
    undated = sum(item.entry.checked is None for item in items)
    if undated:
        told = "none has a date"
        if undated < len(items):
            told = f"{undated} of {len(items)} {'has' if undated == 1 else 'have'} no date"
        yield f"Of {name}'s prices {told}: check them before relying on them."


def _not_on_record(
    books: Books, compared: Collection[str], names: Mapping[str, str]
) -> Iterator[str]:
    """Prices that some vendors list and others do not mention."""
    counted = {
        vendor: _counted(ledger) for vendor, ledger in books.ledgers.items() if vendor in compared
    }
    things: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
    things_counted = dict.fromkeys(per for found in counted.values() for per in found)
    for per in itertools.islice(things_counted, MOST_COMPARED):
        who = tuple(vendor for vendor, found in counted.items() if per in found)
        silent = tuple(
            vendor
            for vendor, found in counted.items()
            if found and per not in found and not _alike(per, found, [counted[w] for w in who])
        )
        if silent:
            things.setdefault((who, silent), []).append(in_lower_case(per))
    for (who, silent), pers in things.items():
        yield (
            f"A price for each {listed(pers, 'or')} is on record for "
            f"{listed([names[each] for each in who])} only; of "
            f"{listed([names[each] for each in silent])} nothing is on record about that, which "
            "may mean that it is free."
        )


def _counted(ledger: Ledger) -> list[str]:
    """The units that a price list charges for."""
    pers = (item.entry.per for item in _listed(ledger) if isinstance(item.entry, Usage))
    return list(dict.fromkeys(pers))


def _alike(per: str, silent: Sequence[str], owners: Sequence[Sequence[str]]) -> bool:
    """Whether a price list covers the same charge as a whole, or split differently.

    Orders by card type split all orders if the vendor does not charge for orders as a whole;
    otherwise they are surcharges.
    """
    kind = per.rsplit("_", maxsplit=1)[-1]
    if per == kind:
        return any(other.endswith(f"_{kind}") for other in silent)
    is_piece = all(kind not in owner for owner in owners)
    return is_piece and any(other == kind or other.endswith(f"_{kind}") for other in silent)


def answer(
    vendors: Sequence[Any],
    found: Mapping[str, VendorCosts],
    books: Books,
    draws: int,
    printer: Printer,
) -> str:
    """A summary of costs and returns in a few sentences."""
    field = [vendor for vendor in vendors if vendor.in_field]
    names = {vendor.id: vendor.name for vendor in vendors}
    known = [found[vendor.id] for vendor in field if found[vendor.id].cheapest is not None]
    known.sort(key=lambda each: each.present_costs.likely or 0.0)
    priced = {vendor.id for vendor in field if has_price(books.ledgers[vendor.id])}
    partly = [
        found[vendor.id]
        for vendor in field
        if vendor.id in priced and found[vendor.id].total_cost.bound == "at_least"
    ]
    nothing = [vendor.name for vendor in field if vendor.id not in priced]
    drafts = (
        _cheapest(known, names, books, draws),
        _best(known, names, books, printer, draws),
        _partly(partly, names),
        f"Of {listed(nothing)} no price is known." if nothing else "",
    )
    return " ".join(draft for draft in drafts if draft)


def _cheapest(
    known: Sequence[VendorCosts], names: Mapping[str, str], books: Books, draws: int
) -> str:
    if not known:
        return "Of no vendor that can be chosen all costs are known."
    first, *others = known
    head = f"Over {years(books.money.years)} {names[first.id]} costs {first.total_cost.text}"
    if not others:
        return f"{head}; nobody else's costs are known in full."
    often = about(first.cheapest or 0.0, draws)
    rest = listed([f"{names[each.id]} {each.total_cost.without_range}" for each in others])
    return (
        f"{head}, {rest}; of those whose costs are known, {names[first.id]} is the cheapest in "
        f"{often} of draws."
    )


def _best(
    known: Sequence[VendorCosts],
    names: Mapping[str, str],
    books: Books,
    printer: Printer,
    draws: int,
) -> str:
    worth = [each for each in known if each.pays is not None]
    if not worth:
        return ""
    best = max(worth, key=lambda each: each.net_present_value.likely or 0.0)
    paid = about(best.pays or 0.0, draws)
    back = _back(best.payback_months, books.money.years, printer)
    return (
        f"{names[best.id]} has the best net present value, {best.net_present_value.text}, above "
        f"zero in {paid} of draws; the money is {back}."
    )


def _back(payback: Figure, count: int, printer: Printer) -> str:
    """When the investment pays back, for a vendor whose costs and benefits are all known."""
    if payback.likely is not None:
        return f"back after {payback.without_range}"
    best = "" if payback.low is None else f", at best {printer.months(payback.low)}"
    return f"not back within {years(count)}{best}"


def _partly(partly: Sequence[VendorCosts], names: Mapping[str, str]) -> str:
    if not partly:
        return ""
    told = listed([f"{names[each.id]} {each.total_cost.text}" for each in partly])
    return f"Known in part only: {told}."
