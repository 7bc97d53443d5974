"""Which needs of the client each vendor meets, for a terminal."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from rich.text import Text

from evalkit.evaluation.project.sentences import (
    NOT_MET,
    how_many,
    how_many_met,
    in_cell,
    musts_first,
    reasons,
    short_title,
    who_meets,
)
from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.evaluation.record.project import NeedOutcome, NeedResult, ServingResult, VendorNeed
from evalkit.evaluation.record.source import Reference
from evalkit.explanation.lookup import labels
from evalkit.report.terminal.flows.words import coloured
from evalkit.report.terminal.parts import caption, section
from evalkit.report.terminal.screen import BOLD, DIM, Screen
from evalkit.report.terminal.table import NAMED, Column, Row, table, text, width_of
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record.fit import NEEDS
from evalkit.wording.words import capital, listed, on_day, spelled

Names = Mapping[str, str]
PRIORITIES = {"must": "Musts", "should": "Shoulds"}


def to_needs(evaluation: Evaluation, screen: Screen) -> list[Text]:
    """Who meets all musts, a word for each need and vendor, and why one is not met or open."""
    names = labels(evaluation)
    plan, vendor = screen.subject or evaluation.plan.id, evaluation.vendors[0].id
    return [
        *screen.answer([who_meets(evaluation.needs, names)]),
        *section(screen.prose(caption(evaluation), DIM)),
        *_table(evaluation.needs, names, screen),
        *(
            line
            for each in NOT_MET
            for line in section(_reasons(evaluation.needs, each, names, screen))
        ),
        Text(),
        *screen.prose(f"More: evalkit fit {plan} --needs --vendor {vendor}, with sources", DIM),
    ]


def _table(needs: Sequence[NeedResult], names: Names, screen: Screen) -> Iterator[Text]:
    """Vendors as columns, or as rows where they do not fit."""
    heads = (Column((screen.fit(name),), is_text=True, aloud=NAMED) for name in names.values())
    columns = [text("Need"), *heads]
    rows = [_row(needs[place], screen) for place in musts_first(needs)]
    if screen.is_aloud or width_of(columns, rows) <= screen.width:
        yield from coloured(table(screen, columns, rows))
        yield from screen.prose(_musts(needs), DIM)
        return
    heads_of = {
        priority: head
        for priority, head in PRIORITIES.items()
        if any(need.priority == priority for need in needs)
    }
    by_vendor = [
        Row((name, *(how_many(_of(needs, at, priority)) for priority in heads_of)))
        for at, name in enumerate(names.values())
    ]
    yield from table(screen, [text("Vendor"), *map(text, heads_of.values())], by_vendor)


def _of(needs: Sequence[NeedResult], at: int, priority: str) -> list[VendorNeed]:
    return [need.vendors[at] for need in needs if need.priority == priority]


def _row(need: NeedResult, screen: Screen) -> Row:
    # Read aloud, its place does not say whether it is a must.
    title = f"{short_title(need)}, {need.priority}" if screen.is_aloud else short_title(need)
    return Row((title, *map(in_cell, need.vendors)))


def _musts(needs: Sequence[NeedResult]) -> str:
    count = sum(need.priority == "must" for need in needs)
    if count in {0, len(needs)}:
        return "All of them are musts." if count else "None of them is a must."
    return "The first is a must." if count == 1 else f"The first {spelled(count)} are musts."


def _reasons(
    needs: Sequence[NeedResult], outcome: NeedOutcome, names: Names, screen: Screen
) -> Iterator[Text]:
    """Each need with this outcome, and the vendors for each reason."""
    found = reasons([needs[place] for place in musts_first(needs)], outcome, names)
    if found:
        yield from screen.prose(capital(say(NEEDS[outcome])), BOLD)
    for (need, reason), who in found.items():
        yield from screen.prose(f"{need}, {listed(who)}: {reason}", "", "  ", "    ")


def to_vendor_needs(
    evaluation: Evaluation, vendor: VendorResult, screen: Screen, place: Callable[[Reference], str]
) -> list[Text]:
    """Which needs one vendor meets, by which facts and routes, with their places and sources."""
    name = labels(evaluation)[vendor.id]
    at = next(at for at, each in enumerate(evaluation.vendors) if each.id == vendor.id)
    found = [need.vendors[at] for need in evaluation.needs]
    return [
        *screen.answer([how_many_met(name, found)]),
        *section(screen.prose(caption(evaluation), DIM)),
        *(
            line
            for number in musts_first(evaluation.needs)
            for line in section(_need(evaluation.needs[number], found[number], screen, place))
        ),
    ]


def _need(
    need: NeedResult, found: VendorNeed, screen: Screen, place: Callable[[Reference], str]
) -> Iterator[Text]:
    of = f"{need.priority}, {need.who}" if need.who else need.priority
    yield from screen.prose(f"{short_title(need)} ({of}): {say(NEEDS[found.outcome])}", BOLD)
    yield from screen.prose(need.text, DIM, "  ", "  ")
    for each in found.by:
        yield from _by(each, screen, place)


def _by(each: ServingResult, screen: Screen, place: Callable[[Reference], str]) -> Iterator[Text]:
    told = "" if each.outcome == "weighed" else f"{say(NEEDS[each.outcome])}, "
    yield from screen.prose(f"{each.title}: {told}{each.text}", "", "  ", "    ")
    entry = each.reference
    if entry is None:
        return
    checked = f"checked {on_day(entry.checked)}" if entry.checked else "undated"
    # A path is never broken.
    yield screen.line(
        f"    {place(entry)}, {checked}" if entry.source else f"    {place(entry)}", DIM
    )
    for source in filter(None, (entry.source, entry.via)):
        yield from screen.source(source, DIM, "    ")
