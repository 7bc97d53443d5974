"""What to note before costs are compared: the three caveats that matter, and all of them."""

from collections.abc import Iterator

from evalkit.evaluation.record.costs import VendorCosts
from evalkit.report.page.finance.books import Books, missing
from evalkit.templates.view import View
from evalkit.wording.messages import money as told
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.figures import listed
from evalkit.wording.words import lower_first

MOST_SHOWN, MOST_NAMED = 3, 3
"""How many caveats are always shown, and how many vendors one names."""


def caveats(books: Books) -> list[View]:
    """The three that matter most."""
    return list(_found(books))[:MOST_SHOWN]


def _found(books: Books) -> Iterator[View]:
    yield from _minimum(books)
    yield from _not_costed(books)
    for remark in books.costs.remarks:
        yield {"title": "", "text": remark}


def _minimum(books: Books) -> Iterator[View]:
    """Finalists of whose cost a part is missing."""
    found = [each for each in books.key if each.total_cost.bound == "at_least" and missing(each)]
    if found:
        names = listed([books.names[each.id] for each in found])
        items = listed([_lacks(each, books.names[each.id]) for each in found])
        yield {
            "title": say(told.MINIMUM, vendors=names),
            "text": say(told.WHY_MINIMUM, items=items),
        }


def _lacks(vendor: VendorCosts, name: str) -> str:
    """The first item that is missing, and how many more are."""
    titles = [lower_first(item.title) for item in missing(vendor)]
    if len(titles) == 1:
        return say(told.LACKS, item=titles[0], vendor=name)
    return say(told.LACKS_MORE, len(titles) - 1, item=titles[0], vendor=name)


def _not_costed(books: Books) -> Iterator[View]:
    """Vendors without a cost that are still in."""
    found = [each for each in books.unknown if each.id not in books.ruled_out]
    if found:
        named = [
            say(told.REASON, vendor=books.names[each.id], reason=each.total_cost.text)
            for each in found[:MOST_NAMED]
        ]
        rest = len(found) - len(named)
        named += [say(told.OTHERS, rest)] if rest else []
        yield {
            "title": say(told.NOT_COSTED, len(found)),
            "text": say(told.WHY_NOT_COSTED, reasons=listed(named)),
        }


def all_caveats(books: Books) -> list[str]:
    """Every caveat, what each cost lacks, and what to find out next."""
    costs = books.costs
    lacking = [vendor.text for vendor in costs.vendors if vendor.reason]
    return [*costs.remarks, *lacking, *([costs.find_out] if costs.find_out else [])]
