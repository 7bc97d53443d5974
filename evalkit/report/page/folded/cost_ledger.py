"""A vendor's cash flows as a table whose printed figures add up, and their sources."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from evalkit.evaluation.record.costs import (
    Bound,
    ItemResult,
    TornadoResult,
    VendorCosts,
)
from evalkit.report.page.folded.sources import referred
from evalkit.templates.view import View
from evalkit.wording.balanced import Balanced, Write, balanced
from evalkit.wording.money import Printer

MOST_SWINGS = 5
"""Number of assumptions shown for each vendor."""
LETTERS = 92
"""Maximum total length of the amounts in a row, so that it fits on a printed page."""
MOST_YEARS = 6
NOT_KNOWN = "not known"
AS_FAR_AS_KNOWN = ", as far as known"
KINDS = {
    "one_off": "one-off",
    "recurring": "by period",
    "usage": "for use",
    "tiered": "for use, in tiers",
    "internal": "own work",
    "hours_saved": "hours saved",
    "extra_margin": "extra margin",
    "cost_ended": "cost that ends",
}


def ledger(vendor: VendorCosts, name: str, printer: Printer, *, has_benefits: bool) -> View:
    """One vendor's cash flows, their sources and the most important assumptions."""
    rows = list(_rows(vendor, printer, has_benefits=has_benefits))
    numbered = list(enumerate(_in_order(vendor), start=1))
    return {
        "id": vendor.id,
        "name": name,
        "summary": vendor.text,
        "tables": list(_tables(rows, len(vendor.costs), name, printer.currency)),
        "origins": [_origin(number, item) for number, item in numbered],
        "swings": [swing(each, printer) for each in vendor.swings[:MOST_SWINGS]],
        "depends": "On what its net present value depends most, one assumption alone being varied",
    }


def _in_order(vendor: VendorCosts) -> list[ItemResult]:
    return sorted(vendor.items, key=lambda item: item.side == "benefit")


def _rows(vendor: VendorCosts, printer: Printer, *, has_benefits: bool) -> Iterator[View]:
    """The rows of the table, each with all years and a total."""
    digits, years = printer.digits, len(vendor.costs)
    costs = [item for item in vendor.items if item.side == "cost"]
    benefits = [item for item in vendor.items if item.side == "benefit"]
    known = vendor.total_cost.likely
    spent = balanced(_flows(costs), years, digits, sum(vendor.costs) if known is None else known)
    brought = balanced(_flows(benefits), years, digits, sum(vendor.benefits))
    write = Write(printer)
    yield from _items(costs, spent, write, 1)
    yield _sum("All costs", spent.years, vendor.total_cost.bound, write)
    if has_benefits:
        yield from _items(benefits, brought, write, len(costs) + 1)
        yield _sum("All benefits", brought.years, vendor.present_benefits.bound, write)
    net = [come - gone for come, gone in zip(brought.years, spent.years, strict=True)]
    yield from _cumulative(vendor, net, write, has_benefits=has_benefits)


def _cumulative(
    vendor: VendorCosts, net: Sequence[int], write: Write, *, has_benefits: bool
) -> Iterator[View]:
    """Rows for net and cumulative cash flow; without benefits, cumulative costs only."""
    bound = vendor.net_present_value.bound
    if has_benefits:
        title = "Net: benefits less costs"
        yield _sum(title, net, bound, write)
    if bound == "open":
        return
    sign = 1 if has_benefits else -1
    what = "Cumulative net" if has_benefits else "Cumulative costs"
    added = [write(sign * amount) for amount in accumulate(net)]
    yield _row(what, [*added, ""], is_sum=True)
    worth = [write.exact(sign * amount) for amount in vendor.cumulative_discounted]
    yield _row(f"{what}, discounted", [*worth, ""], is_sum=True)


def _flows(items: Sequence[ItemResult]) -> list[tuple[float, ...]]:
    return [item.flows for item in items]


def _items(
    items: Sequence[ItemResult], shown: Balanced, write: Write, first: int
) -> Iterator[View]:
    for number, (item, cells) in enumerate(zip(items, shown.items, strict=True), start=first):
        title = f"{number} {item.title}"
        told = [write(cell) for cell in cells]
        if item.open and not any(cells):
            yield _row(title, ["–"] * len(told) + [NOT_KNOWN])
        else:
            part = AS_FAR_AS_KNOWN if item.open else ""
            yield _row(title + part, [*told, write(sum(cells))])


def _sum(title: str, years: Sequence[int], bound: Bound, write: Write) -> View:
    if bound == "open":
        return _row(title, ["–"] * len(years) + [NOT_KNOWN], is_sum=True)
    part = "" if bound == "exact" else AS_FAR_AS_KNOWN
    return _row(title + part, [*map(write, years), write(sum(years))], is_sum=True)


def _row(title: str, cells: Sequence[str], *, is_sum: bool = False) -> View:
    return {"title": title, "cells": list(cells), "sum": is_sum}


def _tables(rows: Sequence[View], years: int, name: str, currency: str) -> Iterator[View]:
    """The rows split into tables narrow enough to print, the last with the total."""
    heads = [f"Year {year}" for year in range(years)] + ["Total"]
    widest = max(len(cell) for row in rows for cell in row["cells"][:years])
    most = max(2, min(MOST_YEARS, LETTERS // (widest + 2) - 1))
    for start in range(0, years, most):
        end = start + most if start + most < years else years + 1
        cut = [{**row, "cells": row["cells"][start:end]} for row in rows]
        part = "" if most >= years else f", {heads[start]} to {heads[end - 1]}".lower()
        label = f"Cash flows of {name}{part}"
        caption = f"Cash flows in {currency}{part}; they add up as they are shown"
        yield {"heads": heads[start:end], "rows": cut, "label": label, "caption": caption}


def _origin(number: int, item: ItemResult) -> View:
    return {
        "title": f"{number} {item.title}",
        "kind": KINDS.get(item.kind, item.kind),
        "terms": item.terms,
        "scope": item.scope,
        "open": list(item.open),
        "conflicts": list(item.conflicts),
        **referred(item.reference),
    }


def swing(found: TornadoResult, printer: Printer) -> View:
    """The effect of one assumption at each end of its range."""
    low, high = printer.pair(found.at_low, found.at_high)
    return {
        "title": found.title,
        "low_end": found.low_end,
        "at_low": low,
        "high_end": found.high_end,
        "at_high": high,
        "varied": "its range" if found.is_range else "±10%",
    }
