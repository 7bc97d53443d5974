"""Costs and benefits for a terminal."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from evalkit.diagnostics.visible import visible
from evalkit.evaluation.record.costs import (
    CostsResult,
    Figure,
    ItemResult,
    TornadoResult,
    VendorCosts,
)
from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.explanation.lookup import find_vendor, labels
from evalkit.report.terminal.parts import BOLD, DIM, fill, heading, item, line
from evalkit.wording.balanced import Write, balanced
from evalkit.wording.money import Printer, printer_for
from evalkit.wording.numbers import about
from evalkit.wording.words import years

MOST_SWINGS = 6
MARKS = {"exact": "", "at_least": "≥ ", "at_most": "≤ ", "open": ""}
NAME = 10
"""Minimum width of a name beside figures."""


def to_costs_table(
    evaluation: Evaluation, costs: CostsResult, vendor: str | None, width: int
) -> RenderableType:
    """The cost comparison, or the cash flows of `vendor`.

    Raises EvalkitError if there is no such vendor.
    """
    printer = printer_for(costs.currency, costs.locale)
    names = labels(evaluation)
    title = Text(visible(evaluation.plan.title), style=BOLD)
    if vendor is None:
        return Group(title, *_answer(costs, names, printer, width))
    wanted = find_vendor(evaluation, vendor).id
    found = next(each for each in costs.vendors if each.id == wanted)
    return Group(title, *_flows(found, names[wanted], costs, printer, width))


def _answer(
    costs: CostsResult, names: dict[str, str], printer: Printer, width: int
) -> Iterator[RenderableType]:
    yield Text()
    yield from _figures(costs, names, printer, width)
    yield Text()
    yield line(costs.text)
    if costs.remarks:
        yield from heading("Before you compare")
        for remark in costs.remarks:
            yield item(" •", remark)
    yield from heading(f"What is paid each year, in {costs.currency}")
    yield from _years(costs, names, printer, width)
    yield from _comparisons(costs, printer)
    yield Text()
    yield line(costs.convention, DIM)


def _figures(
    costs: CostsResult, names: dict[str, str], printer: Printer, width: int
) -> Iterator[Table]:
    """A row for each vendor."""
    heads = ["vendor", f"cost, {costs.years} y"]
    if costs.has_benefits:
        heads += ["net value", "return", "payback", "pays"]
    heads += ["rate", "cheapest"]
    rows = [list(_figure_cells(vendor, costs, names, printer)) for vendor in costs.vendors]
    yield from side_by_side(heads, rows, width)


def _figure_cells(
    vendor: VendorCosts, costs: CostsResult, names: dict[str, str], printer: Printer
) -> Iterator[str]:
    yield visible(names[vendor.id])
    yield _short(vendor.total_cost)
    if costs.has_benefits:
        payback = vendor.payback_months
        yield _short(vendor.net_present_value)
        yield _short(vendor.return_on_investment)
        yield _short(payback, printer.months(payback.likely or 0.0, "mo"))
        yield "–" if vendor.pays is None else about(vendor.pays, costs.draws)
    yield _short(vendor.effective_rate)
    yield "–" if vendor.cheapest is None else about(vendor.cheapest, costs.draws)


def _short(figure: Figure, shown: str = "") -> str:
    """The likely figure, marked if it is only a bound; a dash if it is unknown."""
    shown = shown or figure.shown or figure.text
    return "–" if figure.likely is None else MARKS[figure.bound] + shown


def side_by_side(
    heads: Sequence[str], rows: Sequence[Sequence[str]], width: int, *, has_sums: bool = False
) -> Iterator[Table]:
    """A table of names and figures, split into several if it is too wide.

    Names may be cut, figures never are. With `has_sums` the last row is a total.
    """
    widths = [max(cell_len(row[at]) for row in [heads, *rows]) + 1 for at in range(len(heads))]
    # The last column has no gap after it.
    room = width - min(widths[0], NAME) + 1
    columns = list(range(1, len(heads)))
    while columns:
        taken = 1
        while taken < len(columns) and sum(widths[at] for at in columns[: taken + 1]) <= room:
            taken += 1
        shown, columns = columns[:taken], columns[taken:]
        yield _table(heads, rows, [0, *shown], width, has_sums=has_sums)


def _table(
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    columns: Sequence[int],
    width: int,
    *,
    has_sums: bool,
) -> Table:
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column(heads[0], overflow="ellipsis", no_wrap=True)
    for at in columns[1:]:
        table.add_column(heads[at], justify="right", no_wrap=True, overflow="fold")
    styles = ["" for _ in rows]
    if has_sums:
        styles[-1] = BOLD
    cells = [
        ([Text(row[at]) for at in columns], style) for row, style in zip(rows, styles, strict=True)
    ]
    fill(table, cells, 0, width)
    return table


def _years(
    costs: CostsResult, names: dict[str, str], printer: Printer, width: int
) -> Iterator[Table]:
    """Costs by year, rounded to add up as shown."""
    rows, write = [], Write(printer)
    for vendor in costs.vendors:
        total = sum(vendor.costs)
        shown = balanced([vendor.costs], len(vendor.costs), printer.digits, total)
        cells = [write(cell) for cell in (*shown.years, shown.total)]
        cells[-1] = ("≥ " if vendor.unknown_costs else "") + cells[-1]
        rows.append([visible(names[vendor.id]), *cells])
    yield from side_by_side(["vendor", *_year_heads(costs)], rows, width)


def _year_heads(costs: CostsResult) -> list[str]:
    return ["signing", *(f"year {year}" for year in range(1, costs.years + 1)), "total"]


def _comparisons(costs: CostsResult, printer: Printer) -> Iterator[RenderableType]:
    if costs.frontier is not None:
        yield from heading("Value for money")
        yield line(costs.frontier.text)
        if costs.mode == "criterion":
            yield line("Costs also weigh in the score; the points here are without them.", DIM)
    if costs.break_even:
        yield from heading("Break-even volumes")
        for each in costs.break_even:
            yield item(" •", each.text)
    if costs.difference is not None:
        yield from heading("What drives the difference in net present value")
        yield line(costs.difference.text)
        for swing in costs.difference.swings[:MOST_SWINGS]:
            yield item(" •", swing_text(swing, printer))
        yield line("Single numbers were varied by a tenth, ranges from end to end.", DIM)


def swing_text(swing: TornadoResult, printer: Printer) -> str:
    """The effect of one assumption, in a line."""
    return (
        f"{swing.title}: {printer.money(swing.at_low)} at {swing.low_end}, "
        f"{printer.money(swing.at_high)} at {swing.high_end}"
    )


def _flows(
    vendor: VendorCosts, name: str, costs: CostsResult, printer: Printer, width: int
) -> Iterator[RenderableType]:
    """One vendor's cash flows by year, with the source of each item."""
    yield Text()
    yield line(f"{name}: {vendor.total_cost.text} over {years(costs.years)}")
    for side, words in (("cost", "Costs"), ("benefit", "Benefits")):
        items = [each for each in vendor.items if each.side == side]
        if items:
            yield from heading(f"{words} by item and year, in {costs.currency}")
            yield from _items(items, costs, printer, width)
    yield from heading("Figures")
    for label, text in _labelled(vendor):
        yield item(" •", f"{label}: {text}")
    yield from heading("Where the prices come from")
    for each in vendor.items:
        yield item(" •", _origin(each))
    yield Text()
    yield line(costs.convention, DIM)


def _items(
    items: Sequence[ItemResult], costs: CostsResult, printer: Printer, width: int
) -> Iterator[Table]:
    flows = [each.flows for each in items]
    shown = balanced(flows, costs.years + 1, printer.digits, sum(map(sum, flows)))
    rows, write = [], Write(printer)
    for each, cells in zip(items, shown.items, strict=True):
        figures = [write(cell) for cell in (*cells, sum(cells))]
        figures[-1] = ("≥ " if each.open else "") + figures[-1]
        rows.append([visible(each.title), *figures])
    sums = [write(cell) for cell in (*shown.years, shown.total)]
    sums[-1] = ("≥ " if any(each.open for each in items) else "") + sums[-1]
    rows.append(["together", *sums])
    yield from side_by_side(["item", *_year_heads(costs)], rows, width, has_sums=True)


def _labelled(vendor: VendorCosts) -> Iterator[tuple[str, str]]:
    yield "Total cost of ownership", vendor.total_cost.text
    yield "Present value of costs", vendor.present_costs.text
    if any(each.side == "benefit" for each in vendor.items):
        yield "Present value of benefits", vendor.present_benefits.text
        yield "Net present value", vendor.net_present_value.text
        yield "Return on investment", vendor.return_on_investment.text
        yield "Payback", vendor.payback_months.text
        yield "Discounted payback", vendor.discounted_payback_months.text
        yield "Internal rate of return", vendor.internal_rate_text
    yield "Effective rate", vendor.effective_rate.text
    yield "For each order", vendor.cost_per_order.text


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
