"""Which flows each vendor can carry, for a terminal."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from evalkit.diagnostics.visible import visible
from evalkit.evaluation.fit.results import OUTCOME_WORDS
from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.evaluation.record.fit import CellResult, FitResult, FlowResult, VendorFit
from evalkit.explanation.lookup import labels
from evalkit.integration.capacity import tightest
from evalkit.integration.fit import ROUTE_WORDS
from evalkit.integration.routes import Route
from evalkit.model.criteria import in_lower_case
from evalkit.report.terminal.parts import BOLD, DIM, fill, heading, item, line
from evalkit.wording.numbers import grouped

MARKS = {"possible": "yes", "with_work": "work", "not_possible": "NO", "unknown": "?"}
STYLES = {"possible": "green", "with_work": "cyan", "not_possible": "red", "unknown": "yellow"}
COLUMN = 12
"""Width of a vendor's column, including the gap."""
FLOW = 24
"""Width reserved for the name of a flow."""


def to_fit_table(evaluation: Evaluation, fit: FitResult, width: int) -> RenderableType:
    """The summary of fit, the matrix, and the reason for every cell."""
    return Group(*_parts(evaluation, fit, width))


def _parts(evaluation: Evaluation, fit: FitResult, width: int) -> Iterator[RenderableType]:
    names = labels(evaluation)
    yield Text(visible(evaluation.plan.title), style=BOLD)
    if fit.platform is not None:
        yield line(fit.platform.text, DIM)
    yield Text()
    for sentence in fit.sentences:
        yield line(sentence)
    most = max(1, (width - FLOW) // COLUMN)
    for start in range(0, len(fit.vendors), most):
        yield Text()
        yield _matrix(fit, fit.vendors[start : start + most], names, width)
    yield Text()
    told = (f"{MARKS[each]} {words}" for each, words in OUTCOME_WORDS.items())
    yield line(f"{' · '.join(told)}. Routes are preferred in this order: {_order(fit)}.", DIM)
    for place, flow in enumerate(fit.flows):
        yield from heading(_flow(flow))
        for vendor in fit.vendors:
            yield from _cell(vendor.cells[place], names[vendor.id])


def _order(fit: FitResult) -> str:
    return ", ".join(ROUTE_WORDS[kind] for kind in fit.order)


def _matrix(
    fit: FitResult, vendors: tuple[VendorFit, ...], names: dict[str, str], width: int
) -> Table:
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("flow", overflow="ellipsis", no_wrap=True)
    for vendor in vendors:
        name = visible(names[vendor.id])
        shown = name if len(name) < COLUMN else name[: COLUMN - 2] + "…"
        table.add_column(shown, no_wrap=True, width=min(len(shown), COLUMN - 1))
    rows = []
    for place, flow in enumerate(fit.flows):
        cells = [Text(visible(flow.title) + ("" if flow.need == "must" else " (wish)"))]
        for vendor in vendors:
            outcome = vendor.cells[place].outcome
            cells.append(Text(MARKS[outcome], style=STYLES[outcome]))
        rows.append((cells, ""))
    fill(table, rows, 0, width)
    return table


def _flow(flow: FlowResult) -> str:
    timing = in_lower_case(flow.timing)
    peak = f", {grouped(flow.peak_per_hour)} in the busiest hour" if flow.peak_per_hour else ""
    return f"{flow.title}: {flow.need}, {timing}{peak}"


def _cell(cell: CellResult, name: str) -> Iterator[RenderableType]:
    yield item(" •", f"{name}: {OUTCOME_WORDS[cell.outcome]}. {_sentence(cell.text)}")
    if cell.route is not None:
        for told in reasons(cell.route):
            yield item("   ", told)
    if cell.reference is not None:
        yield item("   ", _origin(cell))


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def reasons(route: Route) -> Iterator[str]:
    """Points in favour of a route: compatible versions, and the tightest limit if it is enough."""
    for each in route.compatibility:
        if each.answer == "yes":
            yield each.text
    check = tightest(route.limits)
    if check is not None and check.is_enough:
        yield check.text


def _origin(cell: CellResult) -> str:
    found = cell.reference
    assert found is not None  # noqa: S101  # the caller looked
    checked = found.checked.isoformat() if found.checked else "undated"
    return f"{found.source or 'no source'}, {checked}; {found.path}, {found.key}"
