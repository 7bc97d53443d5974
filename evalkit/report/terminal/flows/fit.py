"""Which flows each vendor can carry, for a terminal."""

from collections.abc import Iterator, Mapping, Sequence

from rich.text import Text

from evalkit.evaluation.fit.peaks import peaks
from evalkit.evaluation.fit.sentences import sentences
from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.evaluation.record.fit import CellResult, FitResult, VendorFit
from evalkit.explanation.lookup import labels
from evalkit.integration.losses import CARRIED
from evalkit.report.terminal.flows.words import (
    WORDS,
    coloured,
    legend,
    mandatory_first,
    short_title,
    title_in_table,
)
from evalkit.report.terminal.parts import caption, section
from evalkit.report.terminal.screen import DIM, Screen
from evalkit.report.terminal.table import NAMED, Column, Row, table, text, width_of
from evalkit.wording.words import capital, listed, lower_first

Names = Mapping[str, str]
NEEDS = {"must": "Mandatory", "wish": "Wishes"}
MOST_ASKED = 2
"""Vendors whose open flows are named."""


def to_fit(evaluation: Evaluation, fit: FitResult, screen: Screen) -> list[Text]:
    """Who carries all flows, a word for each flow and vendor, the peak, and what to find out."""
    names = labels(evaluation)
    further = [*peaks(fit.flows, fit.vendors, names), *_find_out(evaluation, fit, names)]
    return [
        *screen.answer(list(sentences(fit.flows, fit.vendors, names, fit.platform))),
        *section(screen.prose(caption(evaluation), DIM)),
        *_table(fit, names, screen),
        *section(line for each in further for line in screen.prose(each)),
        *screen.prose(_more(evaluation, fit, screen), DIM),
    ]


def _table(fit: FitResult, names: Names, screen: Screen) -> Iterator[Text]:
    """Vendors as columns, or as rows where they do not fit."""
    columns = [text("Data flow"), *(_named(screen.fit(names[each.id])) for each in fit.vendors)]
    rows = [_row(fit, place, screen) for place in mandatory_first(fit.flows)]
    has_work = any(cell.outcome == "with_work" for each in fit.vendors for cell in each.cells)
    if not screen.is_aloud and width_of(columns, rows) > screen.width:
        yield from table(screen, *_by_vendor(fit, names))
        if has_work:
            yield from screen.prose("With work: possible, but something has to be built.", DIM)
        return
    yield from coloured(table(screen, columns, rows))
    yield from legend(fit.flows, screen, "Work" if has_work else "")


def _named(vendor: str) -> Column:
    return Column((vendor,), is_text=True, aloud=NAMED)


def _row(fit: FitResult, place: int, screen: Screen) -> Row:
    words = (WORDS[vendor.cells[place].outcome] for vendor in fit.vendors)
    return Row((title_in_table(fit.flows[place], screen), *words))


def _by_vendor(fit: FitResult, names: Names) -> tuple[list[Column], list[Row]]:
    needs = {need: head for need, head in NEEDS.items() if any(f.need == need for f in fit.flows)}
    rows = []
    for vendor in fit.vendors:
        pairs = list(zip(fit.flows, vendor.cells, strict=True))
        counts = (_counted([c for flow, c in pairs if flow.need == need]) for need in needs)
        rows.append(Row((names[vendor.id], *counts)))
    return [text("Vendor"), *map(text, needs.values())], rows


def _counted(cells: Sequence[CellResult]) -> str:
    """How many of some flows are carried: `2 of 3, with work, 1 open`."""
    outcomes = [cell.outcome for cell in cells]
    carried = sum(outcome in CARRIED for outcome in outcomes)
    work = ", with work" if "with_work" in outcomes else ""
    still = f", {outcomes.count('unknown')} open" if "unknown" in outcomes else ""
    return f"{carried} of {len(cells)}{work}{still}"


def _find_out(evaluation: Evaluation, fit: FitResult, names: Names) -> Iterator[str]:
    """The open flows to ask about first: mandatory ones, of vendors that may still win."""
    out = {each.id for each in evaluation.vendors if each.standing == "ruled_out"}
    for need in NEEDS:
        asked = [
            (vendor, places)
            for vendor in fit.vendors
            if vendor.id not in out and (places := _open(fit, vendor, need))
        ]
        if asked:
            told = [_question(fit, vendor, places, names) for vendor, places in asked]
            yield f"Find out: {' '.join([told[0], *map(capital, told[1:MOST_ASKED])])}"
            return


def _open(fit: FitResult, vendor: VendorFit, need: str) -> list[int]:
    pairs = enumerate(zip(fit.flows, vendor.cells, strict=True))
    return [at for at, (flow, c) in pairs if flow.need == need and c.outcome == "unknown"]


def _question(fit: FitResult, vendor: VendorFit, places: Sequence[int], names: Names) -> str:
    flows = listed([lower_first(short_title(fit.flows[place])) for place in places])
    is_unseen = all(vendor.cells[place].route is None for place in places)
    route = ", and by which route" if is_unseen else ""
    return f"can {names[vendor.id]} carry {flows}{route}?"


def _more(evaluation: Evaluation, fit: FitResult, screen: Screen) -> str:
    plan, vendor = screen.subject or evaluation.plan.id, fit.vendors[0].id
    return f"More: evalkit fit {plan} --vendor {vendor}, with routes and limits"
