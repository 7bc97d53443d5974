"""The pictures of money over the years, and of value against cost."""

from collections.abc import Sequence

from evalkit.evaluation.record.costs import Bound, FrontierVendor, VendorCosts
from evalkit.report.charts.cumulative import Course, cumulative
from evalkit.report.charts.value_for_money import LOOKS, Kind, Offer, shape_of, value_for_money
from evalkit.report.page.finance.books import Books, looks
from evalkit.templates.view import View
from evalkit.wording.decimals import digits_apart
from evalkit.wording.messages import money as told
from evalkit.wording.messages.catalogue import Message, say
from evalkit.wording.messages.figures import decimal, listed

MOST_LINES = 3
MOST_NAMED = 6
"""How many vendors a note names."""


def over_time(books: Books) -> View | None:
    """A line for each of a few vendors that matter; None if there is nothing to draw."""
    still_in = [each for each in books.known if each.id not in books.ruled_out]
    able = [each for each in still_in if _bound(each, books) != "open"]
    able = [each for each in able if not books.candidate or each.against is not None]
    drawn = sorted(able, key=lambda each: each.id not in books.first)[:MOST_LINES]
    if not drawn:
        return None
    courses = [
        _course(each, books, look) for each, look in zip(drawn, looks(len(drawn)), strict=True)
    ]
    years = [say(told.SIGNING)]
    years += [say(told.YEAR, year=decimal(at, 0)) for at in range(1, len(courses[0].amounts))]
    last = decimal(len(years) - 1, 0)
    label = "; ".join(
        say(told.COURSE, vendor=each.name, amount=each.amount, year=last) for each in courses
    )
    shown = {each.id for each in drawn} | {books.costs.against}
    rest = [books.names[each.id] for each in books.costs.vendors if each.id not in shown]
    return {
        "title": _title(books),
        "note": say(told.GAIN_NOTE if books.costs.has_benefits else told.SPENT_NOTE),
        "not_drawn": _not_drawn(rest),
        "key": [],
        "picture": cumulative(label, courses, years, books.printer.compact),
    }


def _title(books: Books) -> str:
    if books.candidate:
        return say(told.GAIN_AGAINST, candidate=books.candidate)
    return say(told.GAIN if books.costs.has_benefits else told.SPENT)


def _bound(vendor: VendorCosts, books: Books) -> Bound:
    """How sure the line of a vendor is."""
    if vendor.against is not None:
        return vendor.against.net_present_value.bound
    figure = vendor.net_present_value if books.costs.has_benefits else vendor.total_cost
    return figure.bound


def _course(vendor: VendorCosts, books: Books, look: str) -> Course:
    bound = _bound(vendor, books)
    amounts = _amounts(vendor, books)
    shown = books.printer.about(amounts[-1])
    messages: dict[Bound, Message] = {"at_least": told.AT_LEAST, "at_most": told.AT_MOST}
    if bound in messages:
        shown = say(messages[bound], figure=shown)
    return Course(books.names[vendor.id], shown, amounts, bound == "exact", look)


def _amounts(vendor: VendorCosts, books: Books) -> tuple[float, ...]:
    """The net by the end of each year, beyond that of the candidate; without benefits the cost."""
    if vendor.against is not None:
        (rival,) = (each for each in books.costs.vendors if each.id == books.costs.against)
        pairs = zip(vendor.cumulative, rival.cumulative, strict=True)
        return tuple(mine - theirs for mine, theirs in pairs)
    sign = 1 if books.costs.has_benefits else -1
    return tuple(sign * found for found in vendor.cumulative)


def _not_drawn(names: Sequence[str]) -> str:
    """Who is not in a picture; empty if everybody is."""
    shown = list(names[:MOST_NAMED])
    if len(names) > len(shown):
        shown.append(say(told.OTHERS, len(names) - len(shown)))
    return say(told.NOT_DRAWN, vendors=listed(shown)) if shown else ""


def value_figure(books: Books) -> View | None:
    """A mark for each vendor that can be compared; None if fewer than two can."""
    found = books.costs.frontier
    if found is None:
        return None
    offers = [
        Offer(books.names[each.id], each.value, each.cost, kind(each)) for each in found.vendors
    ]
    compared = {each.id for each in found.vendors}
    rest = [books.names[each.id] for each in books.costs.vendors if each.id not in compared]
    label = "; ".join(_point(each, books) for each in found.vendors)
    kinds = {each.kind for each in offers}
    return {
        "title": say(told.VALUE),
        "note": say(told.VALUE_NOTE),
        "not_drawn": _not_drawn(rest),
        "picture": value_for_money(label, offers, books.printer.compact),
        "key": [
            {"shape": shape_of(each), "look": LOOKS[each], "text": say(message)}
            for each, message in KEY.items()
            if each in kinds
        ],
    }


KEY: dict[Kind, Message] = {
    "best": told.BEST_VALUE,
    "beaten": told.BEATEN,
    "or_more": told.OR_MORE,
}


def kind(vendor: FrontierVendor) -> Kind:
    """Whether a vendor is best value, beaten, or may cost more than is known."""
    if vendor.bound != "exact":
        return "or_more"
    return "beaten" if vendor.beaten_by else "best"


def _point(vendor: FrontierVendor, books: Books) -> str:
    cost = books.printer.about(vendor.cost)
    return say(
        told.POINT,
        vendor=books.names[vendor.id],
        points=decimal(vendor.value, digits_apart([vendor.value], 1)),
        cost=cost if vendor.bound == "exact" else say(told.AT_LEAST, figure=cost),
    )
