"""What the vendors cost and bring, side by side, for a terminal."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from evalkit.evaluation.record.costs import CostsResult, Figure, VendorCosts
from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.explanation.lookup import labels
from evalkit.report.terminal.parts import caption, section
from evalkit.report.terminal.screen import DIM, Screen
from evalkit.report.terminal.table import Column, Row, table, text, width_of
from evalkit.wording.words import counted, years

MOST_LINES = 5
"""Lines of what must be considered, with what to find out."""
LIKELY, NET, AGAINST = "Likely", "Net value, likely", "Against"
HEADS = {
    NET: ("Net value,", "likely"),
    "status_quo": ("Against the", "present solution"),
    "platform": ("Against the", "platform's own"),
    "build": ("Against", "building it"),
}
"""Heads in two lines, for a table that also holds vendors against a candidate."""
NOTHING = Figure(low=None, likely=None, high=None, bound="open", text="")
ORDER = {"exact": 0, "at_least": 1, "at_most": 1, "open": 2}


def to_costs(evaluation: Evaluation, costs: CostsResult, screen: Screen) -> list[Text]:
    """Who costs least, a row for each vendor that is not ruled out, and what to find out."""
    return [
        *screen.answer(costs.sentences or (costs.text,)),
        *section(screen.prose(caption(evaluation), DIM)),
        *_table(evaluation, costs, screen),
        *section(_lines(costs, screen)),
        *screen.prose(_more(evaluation, costs, screen), DIM),
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
    vendors, names = shown(evaluation, costs), labels(evaluation)
    if not vendors:
        return
    further = list(_further(costs, vendors))
    columns = [*_first(costs, vendors), *(_column(each, vendors, evaluation) for each in further)]
    # The range of the net value gives way, then that of the other; with --vendor both are there.
    forms = [
        [_row(each, names[each.id], further, ranges) for each in vendors]
        for ranges in ((NET, AGAINST), (AGAINST,), ())
    ]
    fits = (rows for rows in forms if screen.is_aloud or width_of(columns, rows) <= screen.width)
    yield from table(screen, columns, next(fits, forms[-1]))


def _first(costs: CostsResult, vendors: Sequence[VendorCosts]) -> Iterator[Column]:
    over = years(costs.years)
    has_ranges = any(each.total_cost.ends for each in vendors)
    yield text("Vendor")
    yield Column((f"Cost over {over}",), is_text=has_ranges, aloud=f"{{}} over {over}")


def _further(costs: CostsResult, vendors: Sequence[VendorCosts]) -> Iterator[str]:
    """Which further columns there is anything for."""
    if any(each.total_cost.ends for each in vendors):
        yield LIKELY
    if costs.has_benefits and any(map(_has_net, vendors)):
        yield NET
    if any(_has_net(each) and _beyond(each).text for each in vendors):
        yield AGAINST


def _has_net(vendor: VendorCosts) -> bool:
    return vendor.total_cost.bound == "exact" and vendor.net_present_value.bound != "open"


def _beyond(vendor: VendorCosts) -> Figure:
    """What a vendor is worth beyond what all are held against; no text where that is not known."""
    found = vendor.against.net_present_value if vendor.against else None
    return found if found and found.bound != "open" else NOTHING


def _column(name: str, vendors: Sequence[VendorCosts], evaluation: Evaluation) -> Column:
    if name == LIKELY:
        return Column((LIKELY,), aloud="likely {}")
    held = {each.against.candidate for each in vendors if each.against}
    rival = next((each.candidate for each in evaluation.vendors if each.id in held), "")
    if name == NET:
        is_text = any(each.net_present_value.ends for each in vendors)
        return Column(HEADS[NET] if rival else (NET,), is_text, "net value likely {}")
    return Column(HEADS[rival], any(_beyond(each).ends for each in vendors))


def _row(vendor: VendorCosts, name: str, further: Sequence[str], ranges: Sequence[str]) -> Row:
    total = vendor.total_cost
    if total.bound == "open":
        return Row((name,), vendor.reason or total.text, DIM)
    spread = " to ".join(total.ends) if total.ends else total.without_range
    if total.bound != "exact":
        return Row((name, spread, *([""] if LIKELY in further else [])), vendor.reason)
    figures = {NET: vendor.net_present_value, AGAINST: _beyond(vendor)}
    shown = {
        key: each.text if key in ranges else each.without_range for key, each in figures.items()
    }
    return Row((name, spread, *((shown | {LIKELY: total.shown})[each] for each in further)))


def _lines(costs: CostsResult, screen: Screen) -> Iterator[Text]:
    find_out = [costs.find_out] if costs.find_out else []
    for remark in (*costs.remarks[: MOST_LINES - len(find_out)], *find_out):
        yield from screen.prose(remark)


def _more(evaluation: Evaluation, costs: CostsResult, screen: Screen) -> str:
    plan, vendors = screen.subject or evaluation.plan.id, shown(evaluation, costs)
    vendor = (vendors or costs.vendors)[0].id
    more = f"More: evalkit cost {plan} --vendor {vendor}, year by year in cents"
    rest = len(costs.remarks) + bool(costs.find_out) - MOST_LINES
    return f"{more}; evalkit report {plan}, {counted(rest, 'more remark')}" if rest > 0 else more
