"""Section 4, needs, must-haves and integration."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.report.page.needs.blocks import gate_blocks, need_blocks
from evalkit.report.page.needs.failures import failures
from evalkit.report.page.needs.routes import routes
from evalkit.report.page.needs.rows import Row, Sign, groups
from evalkit.templates.view import View
from evalkit.wording.messages import fit as told
from evalkit.wording.messages.catalogue import Message, say, say_all
from evalkit.wording.messages.figures import listed

MOST_COLUMNS, MOST_FAILURES, MOST_NAMED = 8, 6, 4
"""How many vendors a table has, failures are in view, and vendors a sentence names."""
Rows = Mapping[str, Sequence[Row]]


def fit(evaluation: Evaluation) -> View | None:
    """Everything that the section shows; None if nothing is asked for."""
    rows = groups(evaluation)
    if not rows:
        return None
    failed, tables = list(failures(evaluation)), list(_tables(evaluation, rows))
    hidden = len(failed) - MOST_FAILURES
    return {
        "words": say_all(told.WORDS),
        "lead": list(_lead(evaluation, rows)),
        "table": tables[0],
        "more_tables": tables[1:],
        "key": [
            {"sign": sign, "text": say(message)}
            for sign, message in told.KEY.items()
            if sign in _signs(rows)
        ],
        "failures": failed[:MOST_FAILURES],
        "no_failure": "" if failed else _nothing_fails(rows),
        "more": say(told.MORE_FAIL, hidden) if hidden > 0 else "",
        "all_failures": failed if hidden > 0 else [],
        "gates": list(gate_blocks(evaluation)),
        "routes": routes(evaluation),
        "needs": list(need_blocks(evaluation)),
    }


def _signs(rows: Rows) -> set[Sign]:
    return {cell.sign for some in rows.values() for row in some for cell in row.cells}


def _nothing_fails(rows: Rows) -> str:
    return say(told.NOTHING_FAILS if "open" in _signs(rows) else told.NOTHING_OPEN)


LEAD: tuple[tuple[tuple[str, ...], Message, Message], ...] = (
    (("gates", "must"), told.ALL_MUSTS, told.NO_MUSTS),
    (("must", "wish"), told.ALL_FLOWS, told.NO_FLOWS),
    (("needs",), told.ALL_NEEDS, told.NO_NEEDS),
)


def _lead(evaluation: Evaluation, rows: Rows) -> Iterator[str]:
    """Who meets all must-haves, who carries all data flows, and who meets all needs."""
    names = [vendor.name for vendor in evaluation.vendors]
    for kinds, message, none in LEAD:
        some = [row for kind in kinds for row in rows.get(kind, ())]
        asked = [row for row in some if any(cell.sign for cell in row.cells)]
        able = [
            name
            for place, name in enumerate(names)
            if all(row.cells[place].sign in {"met", "work"} for row in asked)
        ]
        if asked and able:
            is_all = len(asked) == len(some)
            chosen = message if is_all else told.ALL_DECIDED_NEEDS
            yield say(chosen, len(asked), names=_named(able, names))
        elif asked:
            yield say(none, len(asked))


def _named(able: Sequence[str], names: Sequence[str]) -> str:
    """Vendors in a sentence; the few others, if those are named more quickly."""
    others = [name for name in names if name not in able]
    if not others and len(names) > 1:
        return say(told.EVERYBODY)
    if len(able) <= MOST_NAMED:
        return listed(able)
    if len(others) < MOST_NAMED:
        return say(told.EVERYBODY_BUT, names=listed(others))
    return listed([*able[: MOST_NAMED - 1], say(told.OTHERS, len(able) - MOST_NAMED + 1)])


def _tables(evaluation: Evaluation, rows: Rows) -> Iterator[View]:
    """The matrix, cut into tables that are narrow enough for paper."""
    names = [vendor.name for vendor in evaluation.vendors]
    for start in range(0, len(names), MOST_COLUMNS):
        some = slice(start, start + MOST_COLUMNS)
        yield {
            "heads": names[some],
            "groups": [
                {
                    "title": say(told.GROUPS[kind]),
                    "rows": [
                        {
                            "title": row.title,
                            "note": row.note,
                            "cells": [asdict(cell) for cell in row.cells[some]],
                        }
                        for row in found
                    ],
                }
                for kind, found in rows.items()
            ],
        }
