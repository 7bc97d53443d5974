"""How certain the answer is, and what would change it, for a terminal."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from rich.text import Text

from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.evaluation.record.robustness import RobustnessResult
from evalkit.evaluation.record.verdict import ResearchResult
from evalkit.explanation.lookup import labels
from evalkit.report.terminal.conclusions import titles
from evalkit.report.terminal.parts import caption, section
from evalkit.report.terminal.screen import DIM, Screen
from evalkit.report.terminal.table import GAP, Column, Row, figure, table, text, width_of
from evalkit.wording.cross_table import shares_in_table
from evalkit.wording.numbers import (
    about,
    chance,
    error_in_points,
    percent_that_moves,
    points_gained,
)
from evalkit.wording.words import listed, lower_first, ordinal

Write = Callable[[Sequence[Sequence[float]], int], list[tuple[str, ...]]]
"""Writes shares of draws in percent."""
NARROWEST = 7
"""Cells that a place takes at least, with its gap."""
MOST_LEVEL = 3
"""Sentences on who of those that are level today is ahead at other weights."""
MOST_NOT_RANKED = 5
"""Vendors without a rank that a sentence names."""


def to_robustness(evaluation: Evaluation, screen: Screen) -> list[Text]:
    """How often each vendor takes which place, what would change it, and what to find out."""
    found = evaluation.robustness
    places = list(_places(evaluation, found, screen)) if found else []
    lines = [line for each in _lines(evaluation) for line in screen.prose(each)]
    return [
        *screen.answer(evaluation.verdict.sentences),
        *section(screen.prose(caption(evaluation), DIM)),
        *places,
        *section(lines),
        *section([*_research(evaluation, screen), *screen.prose(_more(found), DIM)]),
    ]


def _places(evaluation: Evaluation, found: RobustnessResult, screen: Screen) -> Iterator[Text]:
    """A row for each vendor with as many places as fit; the last column has all others."""
    by_id = {vendor.id: vendor for vendor in evaluation.vendors}
    vendors = [by_id[each.id] for each in found.vendors]
    count = len(found.vendors[0].ranks)
    if count > 1:
        most = min(count, screen.width // NARROWEST)
        tables = ((shown, _table(vendors, found, shown, _alone)) for shown in range(most, 0, -1))
        places = next((n for n, each in tables if width_of(*each) <= screen.width), count)
        yield from table(screen, *_table(vendors, found, places, shares_in_table))
    not_ranked = _not_ranked(evaluation, found)
    if not_ranked:
        yield from screen.prose(not_ranked)


def _alone(rows: Sequence[Sequence[float]], draws: int) -> list[tuple[str, ...]]:
    """Shares that need not add up, for a table that is only measured."""
    return [tuple(about(share, draws) for share in row) for row in rows]


def _table(
    vendors: Sequence[VendorResult], found: RobustnessResult, places: int, write: Write
) -> tuple[list[Column], list[Row]]:
    """The table with a number of places, the last of which stands for all later ones.

    A single place stands alone.
    """
    last = len(found.vendors[0].ranks) if places > 1 else 1
    cut = [
        (*each.ranks[: places - 1], sum(each.ranks[places - 1 : last])) for each in found.vendors
    ]
    is_cut = places < last
    shown = write(cut, found.draws)
    alike = write([(each.first_alike,) for each in found.vendors], found.draws)
    heads = [ordinal(place).capitalize() for place in range(1, places + 1)]
    if is_cut:
        heads[-1] = f"{heads[-1]} or later"
    width = max(len(str(vendor.rank)) for vendor in vendors)
    columns = [
        text(f"{'':{width + 1}}Vendor"),
        *(figure(head, f"{lower_first(head)} in {{}}") for head in heads),
        figure("First, facts alike", "first in {} with facts alike"),
    ]
    rows = [
        Row((f"{vendor.rank:>{width}} {vendor.name}", *cells, *more), is_first=vendor.rank == 1)
        for vendor, cells, more in zip(vendors, shown, alike, strict=True)
    ]
    return columns, rows


def _not_ranked(evaluation: Evaluation, found: RobustnessResult) -> str:
    able = [vendor for vendor in evaluation.vendors if vendor.could_win]
    able.sort(key=lambda vendor: -(vendor.could_win or 0.0))
    names = labels(evaluation)
    shares = [about(vendor.could_win or 0.0, found.draws) for vendor in able]
    told = [f"{names[vendor.id]} in {share}" for vendor, share in zip(able, shares, strict=True)]
    if not told:
        return ""
    told = [f"{names[able[0].id]} is ahead in {shares[0]}", *told[1:MOST_NOT_RANKED]]
    return f"Not ranked: with facts alike {', '.join(told)}."


def _lines(evaluation: Evaluation) -> Iterator[str]:
    found = evaluation.robustness
    if found is not None and found.left_out:
        yield f"Left out: {found.left_out} more vendors were not simulated."
    said = [each for each in (_shift(evaluation), _methods(evaluation)) if each]
    if said:
        yield f"Weights: {' '.join(said)}"


def _shift(evaluation: Evaluation) -> str:
    """How much of the weight must move before another vendor is level with the first."""
    found = evaluation.sensitivity
    if found is None:
        return ""
    if evaluation.robustness is not None and evaluation.robustness.space == "fixed":
        return "fixed by rule, and not varied."
    if found.shift is None or not found.shift.moved:
        level = [each.text for each in found.crossovers if each.distance == 0]
        return " ".join([found.shift_text, *level[:MOST_LEVEL]])
    name = labels(evaluation)[found.shift.challenger]
    moved = percent_that_moves(found.shift.moved)
    return f"{name} draws level only if {moved} of the weight moves."


def _methods(evaluation: Evaluation) -> str:
    """Whether other methods put the same vendor first."""
    firsts = {vendor.id for vendor in evaluation.vendors if vendor.rank == 1}
    names, others = labels(evaluation), dict[str, list[str]]()
    for opinion in evaluation.second_opinions:
        best = [vendor for vendor, rank in opinion.ranks.items() if rank == 1]
        if not firsts & set(best):
            others.setdefault(listed([names[each] for each in best]), []).append(opinion.method)
    if not evaluation.second_opinions:
        return ""
    if not others:
        # Of those that are level, a method may well put one ahead.
        is_shared = len(firsts) > 1
        return "No method puts anybody else first." if is_shared else "All methods agree."
    told = [f"{listed(by)} put{'s' * (len(by) == 1)} {who} first" for who, by in others.items()]
    return f"{'; '.join(told)}."


def _research(evaluation: Evaluation, screen: Screen) -> Iterator[Text]:
    worth = [each for each in evaluation.verdict.research if each.gain > 0]
    if not worth:
        return
    columns = [
        text("What to find out"),
        figure("Open facts", "{} open facts"),
        figure("New winner", "a new winner in {}"),
        figure("Points gained", "{} points gained"),
        text("Fewest needed"),
    ]
    rows = [_row(evaluation, each) for each in worth]
    room = screen.width - width_of(columns[:-1], rows) - len(GAP)
    named = [_fewest(each, titles(evaluation)) for each in worth]
    # A fact is named only where its whole name fits.
    rows = [
        replace(row, cells=(*row.cells[:-1], said)) if len(said) <= room else row
        for row, said in zip(rows, named, strict=True)
    ]
    yield from table(screen, columns, rows)
    if not any(point.gain for point in evaluation.verdict.open_points):
        yield from screen.prose("No single fact can change the winner.")


def _row(evaluation: Evaluation, research: ResearchResult) -> Row:
    cells = (
        labels(evaluation)[research.vendor],
        str(len(research.facts)),
        chance(research.probability),
        points_gained(research.gain),
        _fewest(research, {}),
    )
    return Row(cells)


def _fewest(research: ResearchResult, called: Mapping[str, str]) -> str:
    """The least number of facts that could change the winner, and which one could alone."""
    if research.fewest is None:
        return "more than all"
    point = next((each for each in research.facts if each.gain > 0), None)
    if research.fewest > 1 or point is None or point.measure not in called:
        return str(research.fewest)
    return f"1, its {lower_first(called[point.measure])}"


def _more(found: RobustnessResult | None) -> str:
    if found is None:
        return "More: -f json"
    within = error_in_points(found.draws)
    return f"More: add --precision for narrower shares (now within {within}), or -f json"
