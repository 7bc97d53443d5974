"""What moves the net value or cost of vendors most, as a picture and as tables."""

from collections.abc import Sequence

from evalkit.evaluation.record.costs import TornadoResult, VendorCosts
from evalkit.report.charts.costs import ticks
from evalkit.report.charts.swings import SwingBar, row, scale, whole
from evalkit.report.page.finance.books import Books
from evalkit.report.page.finance.tables import table
from evalkit.templates.view import View
from evalkit.wording.messages import money as told
from evalkit.wording.messages.catalogue import say

MOST_DRAWN, MOST_LISTED = 6, 12
"""How many assumptions are drawn, and listed for each vendor."""


def swings_figure(books: Books) -> View | None:
    """The first swings of the vendor that matters most; None if there are none."""
    vendor = next((each for each in books.key if each.swings), None)
    if vendor is None:
        return None
    found = vendor.swings[:MOST_DRAWN]
    sign = _sign(books)
    base = sign * sum_of(vendor)
    drawn = [_drawn(each, books, sign) for each in found]
    along = scale(drawn, base)
    message = told.SWINGS if books.costs.has_benefits else told.SWINGS_COST
    title = say(message, vendor=books.names[vendor.id])
    rows = [
        {**_words(each, books, sign), "picture": row(swing, base, along)}
        for each, swing in zip(found, drawn, strict=True)
    ]
    rest = len(vendor.swings) - len(found)
    return {
        "title": title,
        "note": say(told.SWINGS_NOTE, base=_base(base, vendor, books)),
        "head": say(told.NET_VALUE if books.costs.has_benefits else told.PRESENT_VALUE),
        "axis": ticks(along, books.printer.compact),
        "rows": rows,
        "more": say(told.MORE_SWINGS, rest) if rest else "",
        "whole": whole(title, drawn, base, books.printer.compact),
    }


def _sign(books: Books) -> int:
    """Without benefits a net value is a cost below zero."""
    return 1 if books.costs.has_benefits else -1


def sum_of(vendor: VendorCosts) -> float:
    """The net present value with every assumption at its most likely."""
    return vendor.cumulative_discounted[-1]


def _base(base: float, vendor: VendorCosts, books: Books) -> str:
    """The figure that is moved, as a bound where something is not known."""
    shown = books.printer.about(base)
    if vendor.net_present_value.bound != "at_most":
        return shown
    return say(told.AT_MOST if books.costs.has_benefits else told.AT_LEAST, figure=shown)


def _words(found: TornadoResult, books: Books, sign: int) -> View:
    """The assumption, its ends, and what the figure is at each."""
    low, high = books.printer.pair(sign * found.at_low, sign * found.at_high)
    message = told.SWING_ENDS if found.is_range else told.SWING_TENTH
    return {
        "title": found.title,
        "ends": say(message, low=found.low_end, high=found.high_end),
        "figure": say(told.SWING_ENDS, low=low, high=high),
    }


def _drawn(found: TornadoResult, books: Books, sign: int) -> SwingBar:
    low, high = books.printer.pair(sign * found.at_low, sign * found.at_high)
    label = say(
        told.SWING,
        assumption=found.title,
        low=found.low_end,
        high=found.high_end,
        at_low=low,
        at_high=high,
    )
    return SwingBar(label, sign * found.at_low, sign * found.at_high)


def swing_tables(books: Books) -> list[View]:
    """A table for each vendor with a cost, and one for the difference between two."""
    sign = _sign(books)
    message = told.SWINGS if books.costs.has_benefits else told.SWINGS_COST
    tables = [
        _table(say(message, vendor=books.names[each.id]), each.swings, books, sign)
        for each in books.known
        if each.swings
    ]
    found = books.costs.difference
    if found is not None and found.swings:
        names = {"one": books.names[found.one], "other": books.names[found.other]}
        tables.append(_table(say(told.DIFFERENCE, **names), found.swings, books, 1))
    return tables


def _table(caption: str, found: Sequence[TornadoResult], books: Books, sign: int) -> View:
    rows = []
    for each in found[:MOST_LISTED]:
        low, high = books.printer.pair(sign * each.at_low, sign * each.at_high)
        rows.append((each.title, [each.low_end, low, each.high_end, high]))
    heads = [told.ASSUMPTION, told.LOWER, told.AT_LOWER, told.UPPER, told.AT_UPPER]
    return table(caption, [say(head) for head in heads], rows)
