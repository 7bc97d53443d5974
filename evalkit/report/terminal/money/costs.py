"""What the vendors cost and bring, side by side, for a terminal."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from evalkit.evaluation.record.costs import CostsResult, VendorCosts
from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.explanation.lookup import labels
from evalkit.report.terminal.parts import caption, section
from evalkit.report.terminal.screen import DIM, Screen
from evalkit.report.terminal.table import Column, Row, table, text, width_of
from evalkit.wording.words import counted, years

MOST_LINES = 5
"""Lines of what must be considered, with what to find out."""
LIKELY, NET = "Likely", "Net value, likely"
ORDER = {"exact": 0, "at_least": 1, "at_most": 1, "open": 2}


def to_costs(evaluation: Evaluation, costs: CostsResult, screen: Screen) -> list[Text]:
    """Who costs least, a row for each vendor that is not ruled out, and what to find out."""
    return [
        *screen.answer(costs.sentences or (costs.text,)),
        *section(screen.prose(caption(evaluation), DIM)),
        *_table(evaluation, costs, screen),
        *section(_lines(costs, screen)),
        *screen.prose(_more(evaluation, costs), DIM),
    ]


def shown(evaluation: Evaluation, costs: CostsResult) -> list[VendorCosts]:
    """The vendors that are not ruled out: by likely cost, then those with less known, by name."""
    names = labels(evaluation)
    ruled_out = {each.id for each in evaluation.vendors if each.standing == "ruled_out"}

    def place(vendor: VendorCosts) -> tuple[int, float, str]:
        total = vendor.total_cost
        likely = total.likely if total.bound == "exact" else None
        return ORDER[total.bound], likely or 0.0, names[vendor.id].casefold()

    return sorted((each for each in costs.vendors if each.id not in ruled_out), key=place)


def _table(evaluation: Evaluation, costs: CostsResult, screen: Screen) -> Iterator[Text]:
    vendors = shown(evaluation, costs)
    columns = list(_columns(costs, vendors))
    names, heads = labels(evaluation), [column.title for column in columns]
    full, short = (
        [_row(each, names[each.id], heads, has_range=has_range) for each in vendors]
        for has_range in (True, False)
    )
    fits = screen.is_aloud or width_of(columns, full) <= screen.width
    if vendors:
        # The range of the net value gives way; with --vendor it stands in full.
        yield from table(screen, columns, full if fits else short)


def _columns(costs: CostsResult, vendors: Sequence[VendorCosts]) -> Iterator[Column]:
    over = years(costs.years)
    has_ranges = any(each.total_cost.ends for each in vendors)
    yield text("Vendor")
    yield Column((f"Cost over {over}",), is_text=has_ranges, aloud=f"{{}} over {over}")
    if has_ranges:
        yield Column((LIKELY,), aloud="likely {}")
    if costs.has_benefits and any(map(_has_net, vendors)):
        is_text = any(each.net_present_value.ends for each in vendors)
        yield Column((NET,), is_text, "net value likely {}")


def _has_net(vendor: VendorCosts) -> bool:
    return vendor.total_cost.bound == "exact" and vendor.net_present_value.bound != "open"


def _row(vendor: VendorCosts, name: str, heads: Sequence[str], *, has_range: bool) -> Row:
    total, net = vendor.total_cost, vendor.net_present_value
    if total.bound == "open":
        return Row((name,), vendor.reason or total.text, DIM)
    spread = " to ".join(total.ends) if total.ends else total.without_range
    if total.bound != "exact":
        return Row((name, spread, *([""] if LIKELY in heads else [])), vendor.reason)
    further = {LIKELY: total.shown, NET: net.text if has_range else net.without_range}
    return Row((name, spread, *(cell for head, cell in further.items() if head in heads)))


def _lines(costs: CostsResult, screen: Screen) -> Iterator[Text]:
    find_out = [costs.find_out] if costs.find_out else []
    for remark in (*costs.remarks[: MOST_LINES - len(find_out)], *find_out):
        yield from screen.prose(remark)


def _more(evaluation: Evaluation, costs: CostsResult) -> str:
    plan, vendors = evaluation.plan.id, shown(evaluation, costs)
    vendor = (vendors or costs.vendors)[0].id
    more = f"More: evalkit cost {plan} --vendor {vendor}, year by year in cents"
    rest = len(costs.remarks) + bool(costs.find_out) - MOST_LINES
    return f"{more}; evalkit report {plan}, {counted(rest, 'more remark')}" if rest > 0 else more
