"""Tables that compare vendors' costs and returns."""

from collections.abc import Collection, Mapping, Sequence

from evalkit.evaluation.record.costs import BOUNDS, CostsResult, Figure, VendorCosts
from evalkit.report.page.folded.cost_ledger import NOT_KNOWN
from evalkit.templates.view import View
from evalkit.wording.money import Printer
from evalkit.wording.numbers import about, thousands

RULED_OUT = "ruled out"
WORDS = 3
"""Number of spaces from which a text counts as a sentence, not an amount."""
_CHEAPEST = (
    "Cheapest: share of simulations in which no vendor with known costs has a lower total cost; it "
    "is not known of who gives no price for what others charge for."
)
_NO_CHEAPEST = (
    "How often each vendor is the cheapest cannot be said: none gives a full price for all that "
    "others charge for."
)
_USE = (
    "Effective rate and per order: what is charged for use, in percent of turnover and for each "
    "order; one-off fees and own work are not part of it."
)
_BROUGHT = (
    "Benefits are present values. Return on investment: net present value in percent of the "
    "present value of costs. Payback: until the money is back for good. Pays: how often the net "
    "present value is above zero."
)


_BEYOND = (
    "Net present value: that of the vendor less that of {name}, in the same simulations, so what "
    "both bring or cost alike is no part of it. Above zero: how often the vendor is worth more. "
    "Payback: until what it costs beyond {name} is back for good. Return on investment: in percent "
    "of what it costs beyond {name} at present value."
)


def paid(costs: CostsResult, names: Mapping[str, str], ruled_out: Collection[str]) -> View:
    """The table of costs; a figure missing for all vendors becomes a note below it."""
    uses = [_use(vendor) for vendor in costs.vendors]
    missing = {
        title: figure.text
        for title, figure in uses[0].items()
        if all(use[title].likely is None and use[title].text == figure.text for use in uses)
    }
    has_cheapest = any(vendor.cheapest is not None for vendor in costs.vendors)
    rows = [
        [
            _figure("Total cost", vendor.total_cost),
            _figure("Present value", vendor.present_costs),
            *(_figure(title, use[title]) for title in use if title not in missing),
            *([_cheapest(vendor, ruled_out, costs.draws)] if has_cheapest else []),
        ]
        for vendor, use in zip(costs.vendors, uses, strict=True)
    ]
    below = [f"{title}: {text}." for title, text in missing.items()]
    notes = [_USE] if len(missing) < len(uses[0]) else []
    notes.append(_CHEAPEST if has_cheapest else _NO_CHEAPEST)
    return _table(rows, costs.vendors, costs, names, " ".join(notes)) | {"missing": below}


def _use(vendor: VendorCosts) -> dict[str, Figure]:
    return {"Effective rate": vendor.effective_rate, "Per order": vendor.cost_per_order}


def brought(costs: CostsResult, names: Mapping[str, str], printer: Printer) -> View:
    """The table of benefits and returns."""
    rows = [
        [
            _figure("Benefits", vendor.present_benefits),
            _figure("Net present value", vendor.net_present_value),
            _figure("Return on investment", vendor.return_on_investment),
            _figure("Payback", vendor.payback_months),
            _figure("Discounted payback", vendor.discounted_payback_months),
            _internal_rate(vendor, printer),
            _share("Pays", vendor.pays, costs.draws),
        ]
        for vendor in costs.vendors
    ]
    return _table(rows, costs.vendors, costs, names, _BROUGHT)


def beyond(costs: CostsResult, names: Mapping[str, str]) -> View | None:
    """The table of what each vendor brings beyond what the client can do without one."""
    held = [(vendor, vendor.against) for vendor in costs.vendors if vendor.against is not None]
    if not held or costs.against is None:
        return None
    rows = [
        [
            _figure("Net present value", found.net_present_value),
            _share("Above zero", found.pays, costs.draws),
            _figure("Payback", found.payback_months),
            _figure("Return on investment", found.return_on_investment),
        ]
        for _, found in held
    ]
    name = names[costs.against]
    table = _table(rows, [vendor for vendor, _ in held], costs, names, _BEYOND.format(name=name))
    return table | {"name": name}


def _share(title: str, share: float | None, draws: int) -> View:
    return _cell(title, [NOT_KNOWN if share is None else about(share, draws)])


def _cheapest(vendor: VendorCosts, ruled_out: Collection[str], draws: int) -> View:
    known = NOT_KNOWN if vendor.cheapest is None else about(vendor.cheapest, draws)
    return _cell("Cheapest", [RULED_OUT if vendor.id in ruled_out else known])


def _internal_rate(vendor: VendorCosts, printer: Printer) -> View:
    """The internal rate of return, with the modified one where it is not unique."""
    modified, further = vendor.modified_rate_of_return, []
    if vendor.internal_rate_of_return is None and modified is not None:
        further.append(f"(modified: {printer.percent(modified * 100)})")
    return _cell("Internal rate of return", [vendor.internal_rate_text], further)


def _table(
    rows: Sequence[Sequence[View]],
    vendors: Sequence[VendorCosts],
    costs: CostsResult,
    names: Mapping[str, str],
    note: str,
) -> View:
    drawn = f"Shares are those of {thousands(costs.draws)} simulations, seed {costs.seed}."
    return {
        "note": f"{note} {drawn}",
        "heads": [cell["label"] for cell in rows[0]],
        "vendors": [
            {
                "id": vendor.id,
                "name": names[vendor.id],
                "cells": row,
            }
            for vendor, row in zip(vendors, rows, strict=True)
        ],
    }


def _figure(title: str, figure: Figure) -> View:
    """A cell for a figure, with its range kept separate."""
    words = [BOUNDS[figure.bound], figure.shown] if figure.shown else [figure.text]
    around = [f"({figure.ends[0]} to", f"{figure.ends[1]})"] if figure.ends else []
    return _cell(title, [each for each in words if each], around)


def _cell(title: str, words: Sequence[str], further: Sequence[str] = ()) -> View:
    """A cell of pieces between which lines may break, with further pieces below."""
    return {
        "label": title,
        "text": [_piece(each) for each in words],
        "range": [_piece(each) for each in further],
    }


def _piece(words: str) -> View:
    """A piece of text; amounts must not wrap, sentences may."""
    return {"text": words, "whole": words.count(" ") < WORDS}
