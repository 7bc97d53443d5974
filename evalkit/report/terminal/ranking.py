"""The ranking for a terminal."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from evalkit.diagnostics.visible import visible
from evalkit.evaluation.record.evaluation import CriterionResult, Evaluation, VendorResult
from evalkit.report.terminal.parts import fill
from evalkit.wording.numbers import one_decimal, percent_down, percent_whole, whole
from evalkit.wording.words import listed

WIDE, MEDIUM, NARROW = 76, 60, 44
BAR = 12
_EIGHTHS = " ▏▎▍▌▋▊▉█"


def to_table(evaluation: Evaluation, width: int) -> RenderableType:
    """The verdict, the ranking with a legend, and the reasons for exclusions.

    `width` in columns decides how much is shown; no line is wider.
    """
    return Group(*_parts(evaluation, width))


def _parts(evaluation: Evaluation, width: int) -> Iterator[RenderableType]:
    yield Text(visible(evaluation.plan.title), style="bold")
    if evaluation.plan.example:
        yield Text("Example: an invented client, real vendors.", style="italic")
    yield Text()
    yield _ranking(evaluation, width)
    yield Text()
    yield from _out(evaluation)
    yield Text(visible(evaluation.verdict.text))
    if width >= WIDE:
        yield Text()
        yield _legend(evaluation.criteria)


def _ranking(evaluation: Evaluation, width: int) -> Table:
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False)
    table.add_column("#", justify="right", no_wrap=True)
    table.add_column("vendor", overflow="ellipsis", no_wrap=True)
    table.add_column("score", justify="right", no_wrap=True)
    if width >= MEDIUM:
        table.add_column("", no_wrap=True, width=BAR)
    if width >= NARROW:
        table.add_column("range", justify="right", no_wrap=True)
    if width >= WIDE:
        for number, _ in enumerate(evaluation.criteria, start=1):
            table.add_column(str(number), justify="right", no_wrap=True)
    if width >= MEDIUM:
        table.add_column("known", justify="right", no_wrap=True)
    table.add_column("gate", no_wrap=True)
    rows = [
        (tuple(_row(vendor, evaluation, width)), _style(vendor)) for vendor in evaluation.vendors
    ]
    fill(table, rows, 1, width)
    return table


def _style(vendor: VendorResult) -> str:
    if vendor.rank == 1:
        return "bold"
    return "" if vendor.rank else "dim"


def _row(vendor: VendorResult, evaluation: Evaluation, width: int) -> Iterator[Text]:
    yield Text(str(vendor.rank or "–"))
    yield Text(visible(vendor.name))
    yield Text(one_decimal(vendor.score))
    if width >= MEDIUM:
        yield Text(bar(vendor.score or 0.0), style="cyan")
    if width >= NARROW:
        yield Text(_range(vendor))
    if width >= WIDE:
        for criterion in evaluation.criteria:
            yield Text(whole(vendor.contributions.get(criterion.id, 0.0)))
    if width >= MEDIUM:
        yield Text(percent_down(vendor.coverage))
    yield Text(_GATES[vendor.gate], style=_GATE_STYLES[vendor.gate])


_GATES = {"pass": "pass", "fail": "FAIL", "unverified": "open"}
_GATE_STYLES = {"pass": "green", "fail": "red", "unverified": "yellow"}


def _range(vendor: VendorResult) -> str:
    if vendor.low is None or vendor.high is None:
        return "–"
    return f"{whole(vendor.low)}–{whole(vendor.high)}"


def bar(score: float) -> str:
    """A bar for 0 to 100, in eighths of a character."""
    eighths = round(score / 100 * BAR * 8)
    full, part = divmod(max(0, min(eighths, BAR * 8)), 8)
    return "█" * full + (_EIGHTHS[part] if part else "")


def _out(evaluation: Evaluation) -> Iterator[Text]:
    """Failed gates with their reasons, and vendors with unverified gates."""
    lines = list(_gate_lines(evaluation))
    yield from lines
    if lines:
        yield Text()


def _gate_lines(evaluation: Evaluation) -> Iterator[Text]:
    for vendor in evaluation.vendors:
        failed: dict[str, list[str]] = {}
        for gate in vendor.gates:
            if gate.outcome == "fail":
                failed.setdefault(gate.reason, []).append(gate.requirement)
        # A reason that fails several gates, such as one plug-in for several flows, is given once.
        for reason, asked in failed.items():
            yield Text(visible(f"{vendor.name} fails: {listed(asked)}; {reason}."))
    pending = [v.name for v in evaluation.vendors if v.gate == "unverified"]
    if pending:
        yield Text(visible(f"Gates not verified yet: {', '.join(pending)}."))


def _legend(criteria: tuple[CriterionResult, ...]) -> Text:
    parts = (
        f"{number} {visible(criterion.title)} {percent_whole(criterion.weight)}"
        for number, criterion in enumerate(criteria, start=1)
    )
    return Text("Points from: " + " · ".join(parts), style="dim")
