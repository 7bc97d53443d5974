"""The figures of each vendor side by side: what is paid, and what comes of it."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from evalkit.evaluation.costs.printing import Printer
from evalkit.evaluation.record.costs import CostsResult, Figure, VendorCosts
from evalkit.evaluation.words import about
from evalkit.report.page.cost_ledger import NOT_KNOWN

View = dict[str, Any]

NO_RANK = "no rank"
WORDS = 3
"""With so many spaces a text is a sentence, not an amount."""
_CHEAPEST = (
    "Cheapest: how often nobody whose costs are known costs less; only what has a rank is compared."
)
_USE = (
    "Effective rate and per order: what is charged for use, in percent of what all orders are "
    "worth and for each order; one-off fees and own work are not part of it."
)
_BROUGHT = (
    "Benefits are present values. Return on investment: net present value in percent of the "
    "present value of costs. Payback: until the money is back for good. Pays: how often the net "
    "present value is above zero."
)


def paid(costs: CostsResult, names: Mapping[str, str], ranked: Collection[str]) -> View:
    """What is paid to each vendor; a figure that no vendor can have is said once, below."""
    rows = [
        {
            "Total cost": vendor.total_cost.text,
            "Present value": vendor.present_costs.text,
            **{title: figure.text for title, figure in _use(vendor).items()},
            "Cheapest": _cheapest(vendor, ranked, costs.draws),
        }
        for vendor in costs.vendors
    ]
    uses = [_use(vendor) for vendor in costs.vendors]
    missing = {
        title: figure.text
        for title, figure in uses[0].items()
        if all(use[title].likely is None and use[title].text == figure.text for use in uses)
    }
    kept = [{title: row[title] for title in row if title not in missing} for row in rows]
    below = [f"{title}: {text}." for title, text in missing.items()]
    note = _CHEAPEST if len(missing) == len(uses[0]) else f"{_USE} {_CHEAPEST}"
    return _table(kept, costs, names, note) | {"missing": below}


def _use(vendor: VendorCosts) -> dict[str, Figure]:
    return {"Effective rate": vendor.effective_rate, "Per order": vendor.cost_per_order}


def brought(costs: CostsResult, names: Mapping[str, str], printer: Printer) -> View:
    """What each vendor brings, and what is left of it."""
    rows = [
        {
            "Benefits": vendor.present_benefits.text,
            "Net present value": vendor.net_present_value.text,
            "Return on investment": vendor.return_on_investment.text,
            "Payback": vendor.payback_months.text,
            "Discounted payback": vendor.discounted_payback_months.text,
            "Internal rate of return": _internal_rate(vendor, printer),
            "Pays": NOT_KNOWN if vendor.pays is None else about(vendor.pays, costs.draws),
        }
        for vendor in costs.vendors
    ]
    return _table(rows, costs, names, _BROUGHT)


def _cheapest(vendor: VendorCosts, ranked: Collection[str], draws: int) -> str:
    if vendor.id not in ranked:
        return NO_RANK
    return NOT_KNOWN if vendor.cheapest is None else about(vendor.cheapest, draws)


def _internal_rate(vendor: VendorCosts, printer: Printer) -> str:
    """The rate; where it is not single the modified one with it, which always is."""
    modified = vendor.modified_rate_of_return
    if vendor.internal_rate_of_return is not None or modified is None:
        return vendor.internal_rate_text
    return f"{vendor.internal_rate_text} (modified: {printer.percent(modified * 100)})"


def _table(
    rows: Sequence[Mapping[str, str]],
    costs: CostsResult,
    names: Mapping[str, str],
    note: str,
) -> View:
    return {
        "note": f"{note} Shares are those of {costs.draws:,} draws, seed {costs.seed}.",
        "heads": list(rows[0]),
        "vendors": [
            {
                "id": vendor.id,
                "name": names[vendor.id],
                "cells": [_cell(title, words) for title, words in row.items()],
            }
            for vendor, row in zip(costs.vendors, rows, strict=True)
        ],
    }


def _cell(title: str, words: str) -> View:
    """A figure with its range apart; each in the pieces between which a narrow column breaks."""
    figure, has_range, further = words.partition(" (")
    for bound in ("at least ", "at most "):
        if figure.startswith(bound):
            pieces = [bound.rstrip(), figure.removeprefix(bound)]
            break
    else:
        pieces = [figure]
    ends = f"({further}".split(" to ") if has_range else []
    return {
        "label": title,
        "text": [_piece(each) for each in pieces],
        "range": [_piece(each) for each in [f"{end} to" for end in ends[:-1]] + ends[-1:]],
    }


def _piece(words: str) -> View:
    """Amounts stay whole, sentences may break."""
    return {"text": words, "whole": words.count(" ") < WORDS}
