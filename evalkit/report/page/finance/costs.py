"""The rows of the picture of costs."""

from evalkit.evaluation.record.costs import VendorCosts
from evalkit.report.charts.costs import CostBar, row, scale, ticks, whole
from evalkit.report.page.finance.books import Books, amount
from evalkit.report.page.finance.key_figures import cost_note
from evalkit.templates.view import View
from evalkit.wording.messages import money as told
from evalkit.wording.messages.catalogue import Message, say

MOST_ROWS = 8
"""How many vendors are shown before the rest is folded away."""
LOOKS: dict[str, tuple[str, Message]] = {
    "internal": ("third", told.OWN_WORK),
    "one_off": ("second", told.FIXED),
    "recurring": ("second", told.FIXED),
    "usage": ("first", told.FOR_USE),
    "tiered": ("first", told.FOR_USE),
}
"""The look and name of each kind of cost, in stacking order."""


def costs_figure(books: Books) -> View | None:
    """The rows of all vendors, those with a cost first; None if nobody has one."""
    if not books.known:
        return None
    vendors = [*books.known, *books.unknown]
    bars = {vendor.id: _bar(vendor, books) for vendor in vendors}
    along = scale(list(bars.values()))
    rows = [{**_words(vendor, books), "picture": row(bars[vendor.id], along)} for vendor in vendors]
    title = say(told.COSTS, books.costs.years)
    rest = rows[MOST_ROWS:]
    return {
        "title": title,
        "note": say(told.COSTS_NOTE),
        "axis": ticks(along, books.printer.compact),
        "rows": rows[:MOST_ROWS],
        "rest": rest,
        "more": say(told.MORE_COSTS, len(rest)) if rest else "",
        "key": _key(list(bars.values())),
        "whole": whole(title, list(bars.values())[:MOST_ROWS], books.printer.compact),
    }


def _words(vendor: VendorCosts, books: Books) -> View:
    """A vendor's name, what it costs, and how sure that is."""
    is_open = vendor.total_cost.bound == "open"
    return {
        "name": books.names[vendor.id],
        "first": vendor.id in books.first or vendor.id == books.costs.against,
        "cost": say(told.NOT_KNOWN) if is_open else amount(vendor.total_cost),
        "note": _note(vendor, books),
        "reason": vendor.total_cost.text if is_open else "",
    }


def _note(vendor: VendorCosts, books: Books) -> str:
    if vendor.id in books.ruled_out:
        return say(told.RULED_OUT)
    if vendor.total_cost.bound == "open":
        return ""
    return cost_note(vendor, books)


def _bar(vendor: VendorCosts, books: Books) -> CostBar:
    words, total = _words(vendor, books), vendor.total_cost
    note = words["note"] or words["reason"]
    message = told.BAR_WITH if note else told.BAR
    is_exact = total.bound == "exact" and total.low is not None and total.high is not None
    return CostBar(
        label=say(message, vendor=words["name"], cost=words["cost"], note=note),
        parts=_parts(vendor),
        ends=(total.low or 0.0, total.high or 0.0) if is_exact else None,
        least=total.low if total.bound == "at_least" else None,
        reason=words["reason"],
    )


def _parts(vendor: VendorCosts) -> tuple[tuple[str, float], ...]:
    """What is known of a vendor's costs, added up by look."""
    sums = dict.fromkeys((look for look, _ in LOOKS.values()), 0.0)
    for item in vendor.items:
        if item.side == "cost" and item.kind in LOOKS:
            sums[LOOKS[item.kind][0]] += sum(item.flows)
    return tuple((look, found) for look, found in sums.items() if found)


def _key(bars: list[CostBar]) -> list[View]:
    """What the looks mean, as far as they occur."""
    drawn = {look for bar in bars for look, _ in bar.parts}
    names = dict(LOOKS.values())
    key = [
        {"kind": "solid", "look": look, "text": say(names[look])} for look in names if look in drawn
    ]
    if any(bar.is_open for bar in bars):
        key.append({"kind": "hatch", "look": "", "text": say(told.UNKNOWN)})
    return key
