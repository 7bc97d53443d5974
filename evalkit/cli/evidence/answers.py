"""Show the answers of all vendors side by side."""

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path

from evalkit.cli.shared.formats import format_for, syntax_of
from evalkit.cli.shared.loading import open_plan
from evalkit.cli.shared.output import answer, write_files
from evalkit.errors import EvalkitError
from evalkit.evaluation.evaluate import evaluate
from evalkit.evidence.register import read_register, states
from evalkit.evidence.side_by_side import Answers, answers, to_csv, to_markdown, to_workbook

WRITERS: Mapping[str, Callable[[Answers], str | bytes]] = {
    "markdown": to_markdown,
    "csv": to_csv,
    "xlsx": to_workbook,
}


def show(
    plan: str,
    folder: Path | None,
    day: datetime.date,
    style: str | None,
    output: Path | None,
) -> None:
    """Write the table of answers to a file, or to stdout."""
    chosen = format_for(style, output, tuple(WRITERS))
    if chosen not in WRITERS:
        raise EvalkitError(f"answers are not written as {chosen}; use {', '.join(WRITERS)}")
    opened, record = open_plan(plan, folder, day)
    register, _ = read_register(opened.folder, record.id)
    evaluation = evaluate(opened, record, day, full=False)
    content = WRITERS[chosen](answers(evaluation, register, states(register, day)))
    if output is not None:
        write_files({output: content})
    elif isinstance(content, bytes):
        raise EvalkitError("a workbook is not written to stdout; name a file with --output")
    else:
        answer(content, syntax_of(chosen))
