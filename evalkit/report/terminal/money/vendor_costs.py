"""The cash flows of one vendor year by year, and what they depend on, for a terminal."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from evalkit.evaluation.record.costs import (
    CostsResult,
    Figure,
    ItemResult,
    TornadoResult,
    VendorCosts,
)
from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.explanation.lookup import find_vendor, labels
from evalkit.report.terminal.parts import caption, section
from evalkit.report.terminal.screen import BOLD, DIM, Screen
from evalkit.report.terminal.table import Column, Row, table, text, width_of
from evalkit.wording.balanced import Write, balanced
from evalkit.wording.money import Printer, printer_for
from evalkit.wording.numbers import about
from evalkit.wording.wrapping import narrowest

MOST_SWINGS = 6
HEAD = 3
"""Lines of a head."""
SIDES = {"cost": ("Costs", "All costs"), "benefit": ("Benefits", "All benefits")}


def to_vendor_costs(
    evaluation: Evaluation, costs: CostsResult, vendor: str, screen: Screen
) -> list[Text]:
    """One vendor's flows in cents, its figures, sensitivity, break-even volumes and sources.

    Raises EvalkitError if there is no such vendor.
    """
    wanted = find_vendor(evaluation, vendor).id
    found = next(each for each in costs.vendors if each.id == wanted)
    printer = printer_for(costs.currency, costs.locale, costs.unit)
    subject = screen.subject or evaluation.plan.id
    return [
        *screen.answer(_sentences(found, costs)),
        *section(screen.prose(caption(evaluation), DIM)),
        *(line for side in SIDES for line in _flows(found, side, printer, screen)),
        *_headed("Figures", _figures(found), screen),
        *_headed(*_against(found, evaluation), screen),
        *_headed("What its net present value depends on", _swings(found, printer), screen),
        *_headed("Break-even volumes", _break_even(found, costs), screen),
        *_headed("Where the prices come from", map(_origin, found.items), screen),
        *section(screen.prose(costs.convention, DIM)),
        *screen.prose(f"More: evalkit cost {subject}, all vendors", DIM),
    ]


def _sentences(vendor: VendorCosts, costs: CostsResult) -> list[str]:
    if vendor.against is not None:
        return [vendor.text, vendor.against.text]
    if vendor.pays is None or vendor.id == costs.against:
        return [vendor.text]
    often = about(vendor.pays, costs.draws)
    return [vendor.text, f"It pays for itself in {often} of simulations."]


def _headed(head: str, lines: Iterator[str] | Sequence[str], screen: Screen) -> list[Text]:
    shown = [line for each in lines for line in screen.prose(each, later="  ")]
    return section([*screen.prose(head, BOLD), *shown]) if shown else []


def _flows(vendor: VendorCosts, side: str, printer: Printer, screen: Screen) -> Iterator[Text]:
    """A row for each year and a column for each item, which add up; several tables if wide."""
    items = [each for each in vendor.items if each.side == side]
    if not items:
        return
    count, write = len(vendor.costs), Write(printer)
    flows = [each.flows for each in items]
    found = balanced(flows, count, printer.digits, sum(map(sum, flows)))
    title, together = SIDES[side]
    heads = [_called(each.title, each.open) for each in items]
    columns = [*zip(heads, found.items, strict=True)]
    if len(items) > 1:
        is_open = [reason for each in items for reason in each.open]
        columns.append((_called(together, is_open), found.years))
    yield Text()
    yield from screen.prose(f"{title} in {printer.currency}, by item and year", BOLD)
    yield from _tables(columns, write, screen)


def _tables(
    columns: Sequence[tuple[str, Sequence[int]]], write: Write, screen: Screen
) -> Iterator[Text]:
    """One table if it fits, with heads of as few lines as that takes; else several."""
    while columns:
        taken, found = next(
            (taken, found)
            for taken in range(len(columns), 0, -1)
            for lines in range(1, HEAD + 1)
            for found in [_by_year(columns[:taken], write, screen, lines)]
            if (taken, lines) == (1, HEAD) or width_of(*found) <= screen.width
        )
        yield from table(screen, *found)
        columns = columns[taken:]
        if columns:
            yield Text()


def _called(title: str, reasons: Sequence[str]) -> str:
    return f"{title}, known part" if reasons else title


def _by_year(
    columns: Sequence[tuple[str, Sequence[int]]], write: Write, screen: Screen, lines: int
) -> tuple[list[Column], list[Row]]:
    heads = [Column(tuple(narrowest(screen.fit(head), lines))) for head, _ in columns]
    names = ["Signing", *(f"Year {year}" for year in range(1, len(columns[0][1])))]
    rows = [
        Row((name, *(write(amounts[year]) for _, amounts in columns)))
        for year, name in enumerate(names)
    ]
    sums = Row(("Total", *(write(sum(amounts)) for _, amounts in columns)), style=BOLD)
    return [text(), *heads], [*rows, sums]


def _figures(vendor: VendorCosts) -> Iterator[str]:
    told: list[tuple[str, Figure | str]] = [
        ("Total cost", vendor.total_cost),
        ("Present value of costs", vendor.present_costs),
    ]
    if any(each.side == "benefit" for each in vendor.items):
        told += [
            ("Present value of benefits", vendor.present_benefits),
            ("Net present value", vendor.net_present_value),
            ("Return on investment", vendor.return_on_investment),
            ("Payback", vendor.payback_months),
            ("Discounted payback", vendor.discounted_payback_months),
            ("Internal rate of return", vendor.internal_rate_text),
        ]
    told += [("Effective rate", vendor.effective_rate), ("For each order", vendor.cost_per_order)]
    for label, each in told:
        yield f"{label}: {each if isinstance(each, str) else each.text}"


def _against(vendor: VendorCosts, evaluation: Evaluation) -> tuple[str, Sequence[str]]:
    """A head, and the figures beyond what the client can do without a vendor."""
    found = vendor.against
    if found is None:
        return "", []
    told = {
        "Net present value": found.net_present_value,
        "Payback": found.payback_months,
        "Return on investment": found.return_on_investment,
    }
    head = f"Against {labels(evaluation)[found.candidate]}"
    return head, [f"{label}: {each.text}" for label, each in told.items()]


def _swings(vendor: VendorCosts, printer: Printer) -> Iterator[str]:
    for swing in vendor.swings[:MOST_SWINGS]:
        yield _swing(swing, printer)
    if vendor.swings:
        yield "Single figures were varied by ±10%, ranges from end to end."


def _swing(swing: TornadoResult, printer: Printer) -> str:
    low, high = printer.pair(swing.at_low, swing.at_high)
    return f"{swing.title}: {low} ({swing.low_end}) to {high} ({swing.high_end})"


def _break_even(vendor: VendorCosts, costs: CostsResult) -> Iterator[str]:
    for each in costs.break_even:
        if vendor.id in {each.one, each.other}:
            yield each.text


def _origin(each: ItemResult) -> str:
    reference = each.reference
    parts = [
        f"{each.title}: {each.terms}",
        each.scope,
        *each.open,
        *(f"another source says {other}" for other in each.conflicts),
        reference.source or "no source",
        f"read through {reference.via}" if reference.via else "",
        reference.checked.isoformat() if reference.checked else "undated",
        f"{reference.path}, {reference.key}",
    ]
    return "; ".join(part for part in parts if part)
