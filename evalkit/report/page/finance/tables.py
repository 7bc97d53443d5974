"""Tables of costs and returns, which are folded away under their pictures."""

from collections.abc import Iterator, Sequence

from evalkit.evaluation.record.costs import Figure, VendorCosts
from evalkit.report.page.finance.books import Books, amount, reach
from evalkit.templates.view import View
from evalkit.wording.decimals import digits_apart
from evalkit.wording.messages import money as told
from evalkit.wording.messages.catalogue import Message, say
from evalkit.wording.messages.figures import decimal, in_simulations, listed, whole_number

Cell = str | tuple[str, str]
"""A text, or a figure with a note below it."""


def table(
    caption: str,
    heads: Sequence[str],
    rows: Sequence[tuple[str, Sequence[Cell]]],
    notes: Sequence[str] = (),
) -> View:
    """A table with a head for each row; the first head is above these."""
    return {
        "caption": caption,
        "heads": list(heads),
        "rows": [{"head": head, "cells": list(map(_cell, cells))} for head, cells in rows],
        "notes": list(notes),
    }


def _cell(cell: Cell) -> View:
    shown, note = (cell, "") if isinstance(cell, str) else cell
    return {"text": shown, "note": note}


def tables(books: Books) -> list[View]:
    """What each vendor costs, brings, and brings beyond the candidate."""
    return [*_paid(books), *_brought(books), *_beyond(books)]


def _paid(books: Books) -> Iterator[View]:
    costs = books.costs
    has_cheapest = any(vendor.cheapest is not None for vendor in costs.vendors)
    heads = [told.TOTAL_COST, told.PRESENT_VALUE, told.RATE, told.ORDER]
    heads += [told.CHEAPEST_OF] if has_cheapest else []
    rows: list[tuple[str, list[Cell]]] = []
    for vendor in costs.vendors:
        figures = (
            vendor.total_cost,
            vendor.present_costs,
            vendor.effective_rate,
            vendor.cost_per_order,
        )
        cells = [_figure(each) for each in figures]
        if has_cheapest:
            is_out = vendor.id in books.ruled_out
            cells.append(say(told.RULED_OUT) if is_out else _share(vendor.cheapest, books))
        rows.append((books.names[vendor.id], cells))
    notes = [told.PAID_NOTE, told.CHEAPEST_NOTE if has_cheapest else told.NO_CHEAPEST]
    yield _of_vendors(
        say(told.PAID, costs.years), heads, rows, [say(each) for each in notes], books
    )


def _brought(books: Books) -> Iterator[View]:
    if not books.costs.has_benefits:
        return
    heads = [
        told.BENEFITS,
        told.NET_VALUE,
        told.RETURN,
        told.PAYBACK,
        told.DISCOUNTED_PAYBACK,
        told.INTERNAL_RATE,
        told.PAYS,
    ]
    rows = [(books.names[each.id], _returns(each, books)) for each in books.costs.vendors]
    caption = say(told.BROUGHT, books.costs.years)
    yield _of_vendors(caption, heads, rows, [say(told.BROUGHT_NOTE)], books)


def _returns(vendor: VendorCosts, books: Books) -> list[Cell]:
    modified = vendor.modified_rate_of_return
    rate: Cell = vendor.internal_rate_text
    if vendor.internal_rate_of_return is None and modified is not None:
        shown = books.printer.percent(modified * 100)
        rate = (vendor.internal_rate_text, say(told.MODIFIED, rate=shown))
    return [
        _figure(vendor.present_benefits),
        _figure(vendor.net_present_value),
        _figure(vendor.return_on_investment),
        _figure(vendor.payback_months),
        _figure(vendor.discounted_payback_months),
        rate,
        _share(vendor.pays, books),
    ]


def _beyond(books: Books) -> Iterator[View]:
    """What each vendor brings beyond what the client can do without one."""
    rows: list[tuple[str, list[Cell]]] = [
        (
            books.names[vendor.id],
            [
                _figure(vendor.against.net_present_value),
                _share(vendor.against.pays, books),
                _figure(vendor.against.payback_months),
                _figure(vendor.against.return_on_investment),
            ],
        )
        for vendor in books.costs.vendors
        if vendor.against is not None
    ]
    if rows and books.candidate:
        heads = [told.NET_VALUE, told.PAYS, told.PAYBACK, told.RETURN]
        caption = say(told.BEYOND, candidate=books.candidate)
        note = say(told.BEYOND_NOTE, candidate=books.candidate)
        yield _of_vendors(caption, heads, rows, [note], books)


def _of_vendors(
    caption: str,
    heads: Sequence[Message],
    rows: Sequence[tuple[str, Sequence[Cell]]],
    notes: Sequence[str],
    books: Books,
) -> View:
    drawn = say(
        told.SIMULATED, draws=whole_number(books.costs.draws), seed=decimal(books.costs.seed, 0)
    )
    return table(caption, [say(told.VENDOR), *map(say, heads)], rows, [*notes, drawn])


def _figure(figure: Figure) -> Cell:
    return amount(figure), reach(figure)


def _share(share: float | None, books: Books) -> str:
    return say(told.NOT_KNOWN) if share is None else in_simulations(share, books.costs.draws)


def value_table(books: Books) -> Iterator[View]:
    """Value and cost of each vendor that can be compared; nothing if fewer than two can."""
    found = books.costs.frontier
    if found is None:
        return
    digits = digits_apart([vendor.value for vendor in found.vendors], 1)
    costs = {vendor.id: amount(vendor.present_costs) for vendor in books.costs.vendors}
    efficient = {True: told.YES, False: told.NO, None: told.OPEN}
    rows = [
        (
            books.names[each.id],
            [
                decimal(each.value, digits),
                costs[each.id],
                say(efficient[each.efficient]),
                listed([books.names[name] for name in each.beaten_by]) or say(told.NOTHING),
                say(told.NOTHING)
                if each.extra_cost_per_point is None
                else books.printer.about(each.extra_cost_per_point),
            ],
        )
        for each in found.vendors
    ]
    heads = [
        told.VENDOR,
        told.POINTS,
        told.PRESENT_VALUE,
        told.EFFICIENT,
        told.BEATEN_BY,
        told.EXTRA,
    ]
    mode = told.COUNTED_APART if books.costs.mode == "frontier" else told.COUNTED
    notes = [found.text, say(mode)]
    yield table(say(told.VALUE), [say(head) for head in heads], rows, notes)
