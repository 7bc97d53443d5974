"""The figures in large type: net value, chance and payback of the vendors that matter.

What they cost stands in the picture below.
"""

import math

from evalkit.evaluation.record.costs import AgainstResult, Figure, VendorCosts
from evalkit.report.page.finance.books import Books, amount, missing, reach
from evalkit.templates.view import View
from evalkit.wording.messages import money as told
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.figures import between, in_simulations, whole_number

MOST_IN_A_ROW = 4


def key_figures(books: Books) -> list[list[View]]:
    """A row of figures for each vendor that matters, or one for all if they fit into it."""
    rows = [_row(vendor, books) for vendor in books.key]
    every = [figure for row in rows for figure in row]
    return [every] if every and len(every) <= MOST_IN_A_ROW else rows


def _row(vendor: VendorCosts, books: Books) -> list[View]:
    name = books.names[vendor.id]
    if vendor.against is not None:
        return _returns(vendor.against, books, name)
    if books.costs.has_benefits:
        return _returns(vendor, books, name)
    cost = vendor.present_costs
    row = [_figure(say(told.PRESENT_COST, vendor=name), amount(cost), reach(cost))]
    if vendor.cheapest is not None:
        row.append(_share(say(told.CHEAPEST, vendor=name), vendor.cheapest, books))
    return row


def _returns(found: VendorCosts | AgainstResult, books: Books, name: str) -> list[View]:
    """Net value, chance and payback, by themselves or against the candidate."""
    net, message = found.net_present_value, told.NET_AGAINST if books.candidate else told.NET
    title = say(message, vendor=name, candidate=books.candidate)
    row = [_figure(title, amount(net), reach(net) or _likely(net, books))]
    if found.pays is not None:
        row.append(_share(say(told.CHANCE, vendor=name), found.pays, books))
    title = say(told.PAYBACK_OF, vendor=name)
    return [*row, _figure(title, *payback(found.payback_months, books.costs.years))]


def _likely(net: Figure, books: Books) -> str:
    """A bound at the most likely assumptions; empty if there is none."""
    if net.bound != "at_most" or net.likely is None:
        return ""
    return say(told.LIKELY, amount=say(told.AT_MOST, figure=books.printer.about(net.likely)))


def _share(title: str, share: float, books: Books) -> View:
    draws = books.costs.draws
    note = say(told.OF_DRAWS, draws=whole_number(draws))
    return _figure(title, in_simulations(share, draws), note)


def cost_note(vendor: VendorCosts, books: Books) -> str:
    """The range of a cost, or what is known of it and how much is missing; empty if nothing."""
    total = vendor.total_cost
    count = len(missing(vendor))
    if total.bound != "at_least" or not count:
        return reach(total)
    if total.likely is None:
        return say(told.MISSING, count)
    return say(told.PLUS_MISSING, count, amount=books.printer.about(total.likely))


def payback(figure: Figure, years: int) -> tuple[str, str]:
    """When the money is back, and the range of that."""
    if figure.likely is None and figure.low is None:
        return figure.text, ""
    if figure.bound == "at_least":
        return say(told.AT_BEST, months=_months(figure.low or 0.0)), ""
    if figure.bound != "exact":
        return amount(figure), ""
    never = say(told.NOT_WITHIN, years)
    if figure.likely is None:
        return never, say(told.AT_BEST, months=_months(figure.low or 0.0))
    if figure.ends is None:
        return _months(figure.likely), ""
    ends = [never if end is None else _months(end) for end in (figure.low, figure.high)]
    return _months(figure.likely), between(ends[0], ends[1])


def _months(number: float) -> str:
    """A number of months in words, rounded up."""
    if number <= 0:
        return say(told.AT_ONCE)
    if number < 1:
        return say(told.UNDER_A_MONTH)
    return say(told.MONTHS, math.ceil(number))


def _figure(title: str, shown: str, note: str) -> View:
    return {"title": title, "figure": shown, "note": note}
