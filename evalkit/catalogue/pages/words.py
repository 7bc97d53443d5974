"""What a summary of a long list says, in sentences and in rows of tables."""

from collections.abc import Iterator
from typing import Any

from evalkit.catalogue.screen import Summary
from evalkit.catalogue.screening import GATE, OUTCOMES, STANDINGS
from evalkit.scoring.gates import UNVERIFIED
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record import long_list as words
from evalkit.wording.messages.words import RANGE_OF_POINTS
from evalkit.wording.numbers import (
    chance,
    percent_down,
    percent_up,
    thousands,
    whole,
    whole_outward,
)
from evalkit.wording.words import lower_first, on_day, requirement, some_of

MOST_NAMED = 5


def answer(summary: Summary) -> Iterator[str]:
    """Who is ranked and who is not, and who is first."""
    tally, plan = summary.tally, summary.screening.prospect.plan
    if not tally.rows:
        yield say(words.NOTHING)
        return
    ranked, unknown, out = (int(tally.standings[at]) for at in range(len(STANDINGS)))
    if not ranked:
        yield say(words.NOBODY, rows=thousands(tally.rows))
    else:
        yield say(words.RANKED, ranked, rows=thousands(tally.rows), count=thousands(ranked))
    if out:
        yield say(words.RULED_OUT, out)
    if unknown:
        yield say(words.NOT_RANKED, unknown, needed=percent_up(plan.rankable))
    if summary.first:
        yield _first(summary)


def _first(summary: Summary) -> str:
    level = sum(row["place"] == 1 for row in summary.first) - 1
    first = summary.first[0]
    points = say(RANGE_OF_POINTS, range=points_of(first))
    if level:
        return say(words.LEVEL, level, vendor=name_of(first), points=points)
    return say(words.FIRST, vendor=name_of(first), points=points)


def name_of(row: dict[str, Any]) -> str:
    """The name of a row; its id if it has none."""
    return str(row.get("name") or row["id"])


def points_of(row: dict[str, Any]) -> str:
    """The points of a row, from the worst to the best case."""
    return whole_outward(row["at_least"], row["at_most"])


def first_rows(summary: Summary) -> Iterator[tuple[str, ...]]:
    """The first rows by rank: rank, name, points, points by the plan's rule, settled, remark."""
    for row in summary.first:
        pending = sum(row[f"{GATE}{name}"] == UNVERIFIED for name in summary.screening.gates)
        yield (
            thousands(row["place"]),
            name_of(row),
            points_of(row),
            whole(row["points"]),
            percent_down(row["settled"]),
            say(words.OPEN_GATES, pending) if pending else "",
        )


def caption(summary: Summary, name: str) -> str:
    """The plan, its day and the list."""
    prospect = summary.screening.prospect
    return say(words.CAPTION, plan=prospect.plan.title, day=on_day(prospect.day), list=name)


def gates(summary: Summary) -> Iterator[tuple[str, str, str, str]]:
    """Each must-have, with the shares of rows that meet it, fail it, or leave it open."""
    prospect, rows = summary.screening.prospect, max(summary.tally.rows, 1)
    told = [
        f"{prospect.gated.leaves[gate.measure].title}: "
        f"{requirement(gate, prospect.gated.unit_of(gate.measure) or '')}"
        for gate in prospect.plan.gates
    ]
    for place, name in enumerate(summary.screening.gates):
        counts = summary.tally.gates.get(name, [0] * len(OUTCOMES))
        shares = [chance(int(count) / rows) for count in counts]
        yield (told[place] if place < len(told) else name, *shares)  # type: ignore[misc]


def missing(summary: Summary) -> list[tuple[str, str]]:
    """The measures that are open in some rows, most first, with the share of rows."""
    criteria, rows = summary.screening.prospect.criteria, max(summary.tally.rows, 1)
    counts = zip(summary.screening.measures, summary.tally.open, strict=False)
    found = sorted(((int(count), name) for name, count in counts if count), key=_most_first)
    return [(criteria.title_of(name), chance(count / rows)) for count, name in found]


def _most_first(entry: tuple[int, str]) -> int:
    return -entry[0]


def spread(summary: Summary) -> str:
    """How the points of ranked rows are spread; empty if none is ranked."""
    if not summary.quartiles:
        return ""
    low, middle, high = map(whole, summary.quartiles)
    return say(words.SPREAD, low=low, middle=middle, high=high)


def remarks(summary: Summary) -> Iterator[tuple[str, str]]:
    """What else there is to say, each behind a word."""
    if summary.quartiles:
        yield say(words.SPREAD_HEAD), spread(summary)
    musts = [
        say(words.MUST, title=title, failed=failed, open=left)
        for title, _, failed, left in gates(summary)
    ]
    if musts:
        yield say(words.MUST_HEAD), say(words.SENTENCE, clauses="; ".join(musts))
    lacks = missing(summary)
    if lacks:
        named = [say(words.MISSING, title=lower_first(t), share=share) for t, share in lacks]
        yield say(words.MISSING_HEAD), say(words.SENTENCE, clauses=some_of(named, MOST_NAMED))
    yield from _refused(summary)
    yield from odd(summary)


def place_of(entry: dict[str, Any]) -> str:
    """The file and the row of a cell, as people find it."""
    return say(words.AT, file=entry["file"], row=thousands(entry["row"]))


def _refused(summary: Summary) -> Iterator[tuple[str, str]]:
    cells = summary.refusals.cells.total()
    if cells:
        shown = [
            say(
                words.EXAMPLE,
                place=place_of(each),
                column=each["column"],
                reason=each["reason"],
            )
            for each in summary.refusals.examples
        ]
        yield say(words.REFUSED_HEAD), say(words.REFUSED, cells, examples="; ".join(shown))


def odd(summary: Summary) -> Iterator[tuple[str, str]]:
    """Which rows were not told apart, and what was not read, each behind a word."""
    refusals = summary.refusals
    ids = [
        say(message, count)
        for message, count in (
            (words.NAMELESS, refusals.nameless),
            (words.REPEATED, refusals.repeated),
        )
        if count
    ]
    if ids:
        yield say(words.IDS_HEAD), " ".join(ids)
    if summary.unread:
        yield say(words.UNREAD_HEAD), say(words.UNREAD, heads=some_of(summary.unread, MOST_NAMED))


def bands(summary: Summary) -> list[tuple[str, str]]:
    """The bands of points from the highest, with the number of ranked rows in each."""
    width = 100 // len(summary.bands)
    return [
        (f"{place * width}–{(place + 1) * width}", thousands(count))
        for place, count in reversed(list(enumerate(summary.bands)))
    ]
