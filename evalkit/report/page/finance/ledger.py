"""A vendor's cash flows as tables whose printed figures add up, and their sources."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from evalkit.evaluation.record.costs import Bound, ItemResult, VendorCosts
from evalkit.evaluation.record.source import Reference
from evalkit.report.page.finance.books import Books
from evalkit.report.page.finance.tables import table
from evalkit.templates.view import View
from evalkit.wording.balanced import Balanced, Write, balanced
from evalkit.wording.messages import money as told
from evalkit.wording.messages.catalogue import Message, say
from evalkit.wording.messages.figures import date, decimal

LETTERS = 92
"""Maximum total length of the amounts in a row, so that it fits on a printed page."""
MOST_YEARS = 6
"""How many years a table holds."""
Row = tuple[str, list[str]]
"""The title of a row, and its amounts by year with their total."""


def ledger(vendor: VendorCosts, books: Books) -> View:
    """One vendor's cash flows and their sources."""
    ordered = sorted(vendor.items, key=lambda item: item.side == "benefit")
    rows = list(_rows(vendor, books))
    return {
        "name": books.names[vendor.id],
        "text": vendor.text,
        "tables": list(_tables(rows, len(vendor.costs), vendor, books)),
        "origins": [_origin(number, item) for number, item in enumerate(ordered, start=1)],
    }


def _rows(vendor: VendorCosts, books: Books) -> Iterator[Row]:
    """The rows of the table, each with all years and a total."""
    digits, years = books.printer.digits, len(vendor.costs)
    costs = [item for item in vendor.items if item.side == "cost"]
    benefits = [item for item in vendor.items if item.side == "benefit"]
    known = vendor.total_cost.likely
    total = sum(vendor.costs) if known is None else known
    spent = balanced([item.flows for item in costs], years, digits, total)
    brought = balanced([item.flows for item in benefits], years, digits, sum(vendor.benefits))
    write = Write(books.printer)
    yield from _items(costs, spent, write, 1)
    yield _sum(told.ALL_COSTS, spent.years, vendor.total_cost.bound, write)
    if books.costs.has_benefits:
        yield from _items(benefits, brought, write, len(costs) + 1)
        yield _sum(told.ALL_BENEFITS, brought.years, vendor.present_benefits.bound, write)
    net = [come - gone for come, gone in zip(brought.years, spent.years, strict=True)]
    yield from _cumulative(vendor, net, write, has_benefits=books.costs.has_benefits)


def _cumulative(
    vendor: VendorCosts, net: Sequence[int], write: Write, *, has_benefits: bool
) -> Iterator[Row]:
    """Rows for net and cumulative cash flow; without benefits, cumulative costs only."""
    bound = vendor.net_present_value.bound
    if has_benefits:
        yield _sum(told.NET_FLOW, net, bound, write)
    if bound == "open":
        return
    sign = 1 if has_benefits else -1
    what = told.CUMULATIVE_NET if has_benefits else told.CUMULATIVE_COSTS
    discounted = (
        told.CUMULATIVE_NET_DISCOUNTED if has_benefits else told.CUMULATIVE_COSTS_DISCOUNTED
    )
    yield say(what), [*(write(sign * amount) for amount in accumulate(net)), ""]
    worth = [write.exact(sign * amount) for amount in vendor.cumulative_discounted]
    yield say(discounted), [*worth, ""]


def _items(items: Sequence[ItemResult], shown: Balanced, write: Write, first: int) -> Iterator[Row]:
    for number, (item, cells) in enumerate(zip(items, shown.items, strict=True), start=first):
        title = say(told.NUMBERED, number=decimal(number, 0), item=item.title)
        if item.open and not any(cells):
            yield title, _not_known(len(cells))
        else:
            title = say(told.PARTLY, item=title) if item.open else title
            yield title, [*map(write, cells), write(sum(cells))]


def _sum(title: Message, years: Sequence[int], bound: Bound, write: Write) -> Row:
    if bound == "open":
        return say(title), _not_known(len(years))
    shown = say(title) if bound == "exact" else say(told.PARTLY, item=say(title))
    return shown, [*map(write, years), write(sum(years))]


def _not_known(years: int) -> list[str]:
    return [*[say(told.NOTHING)] * years, say(told.NOT_KNOWN)]


def _tables(rows: Sequence[Row], years: int, vendor: VendorCosts, books: Books) -> Iterator[View]:
    """The rows split into tables narrow enough to print, the last with the total."""
    heads = [say(told.SIGNING)]
    heads += [say(told.YEAR, year=decimal(year, 0)) for year in range(1, years)]
    heads.append(say(told.TOTAL))
    widest = max(len(cell) for _, cells in rows for cell in cells[:years])
    most = max(2, min(MOST_YEARS, LETTERS // (widest + 2) - 1))
    gaps = {"vendor": books.names[vendor.id], "currency": books.printer.currency}
    for start in range(0, years, most):
        end = start + most if start + most < years else years + 1
        ends = {"first": heads[start], "last": heads[end - 1]}
        message = told.CASH_FLOWS if most >= years else told.CASH_FLOWS_PART
        caption = say(message, **gaps, **ends)
        cut = [(title, cells[start:end]) for title, cells in rows]
        yield table(caption, [say(told.ITEM), *heads[start:end]], cut)


def _origin(number: int, item: ItemResult) -> View:
    """What a charge or benefit rests on, in a line."""
    kind = say(told.KINDS[item.kind]) if item.kind in told.KINDS else item.kind
    said = [say(told.TERMS, kind=kind, terms=item.terms) if item.terms else kind]
    said += [say(told.SCOPE, scope=item.scope)] if item.scope else []
    said += [say(told.MISSING_IS, missing=each) for each in item.open]
    said += [say(told.CONFLICT, conflict=each) for each in item.conflicts]
    title = say(told.NUMBERED, number=decimal(number, 0), item=item.title)
    return {"title": title, "text": "; ".join(said), **origin(item.reference)}


def origin(reference: Reference) -> View:
    """The source of a number, with its links, its day, and where it stands."""
    day = reference.checked
    return {
        "source": reference.source or say(told.NO_SOURCE),
        "via": reference.via,
        "checked": say(told.UNDATED) if day is None else say(told.CHECKED, day=date(day)),
        "note": reference.note,
        "place": say(told.PLACE, file=reference.path, key=reference.key),
    }
