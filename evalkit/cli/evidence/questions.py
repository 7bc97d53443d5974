"""Show the questions to vendors, or write them into files."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evalkit.cli.shared.formats import format_for, syntax_of
from evalkit.cli.shared.loading import open_plan
from evalkit.cli.shared.output import answer, talk, write_files
from evalkit.cli.shared.shell import proposed
from evalkit.diagnostics.formats.text import count_of
from evalkit.diagnostics.visible import visible
from evalkit.errors import EvalkitError
from evalkit.evaluation.evaluate import evaluate
from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.evidence.asking.html_form import to_html
from evalkit.evidence.asking.questionnaires import Wishes, questionnaires
from evalkit.evidence.asking.questions import Questionnaire
from evalkit.evidence.asking.selection import Wanted as WantedFact
from evalkit.evidence.asking.selection import to_ask
from evalkit.evidence.asking.workbook import to_workbook
from evalkit.evidence.asking.yaml_form import to_yaml
from evalkit.evidence.register import path_of, read_register, register_text, states, with_asked
from evalkit.explanation.lookup import find_vendor
from evalkit.model.plan import Plan
from evalkit.wording.messages.figures import date
from evalkit.workspace.workspace import Workspace

WRITERS: Mapping[str, Callable[[Questionnaire], str | bytes]] = {
    "xlsx": to_workbook,
    "html": to_html,
    "yaml": to_yaml,
}
"""The forms of a questionnaire, by the ending of its file."""


NOTHING_OPEN = "There is nothing to ask: no open fact could change the answer.\n"
NOTHING_UNCLEAR = "There is nothing to ask again: no answer was unclear.\n"


@dataclass(frozen=True)
class Wanted:
    """Whom to ask, and for what."""

    names: tuple[str, ...]
    everything: bool
    with_criteria: bool
    due: datetime.date | None
    again: bool


def ask(
    plan: str,
    wanted: Wanted,
    style: str | None,
    output: Path | None,
    folder: Path | None,
    today: datetime.date,
) -> None:
    """Show the questions; with a format or an output, write them in it."""
    opened, record = open_plan(plan, folder, today)
    evaluation = evaluate(opened, record, today)
    facts = _facts(opened, record, evaluation, wanted, today)
    if not facts:
        answer(NOTHING_UNCLEAR if wanted.again else NOTHING_OPEN)
    elif style is None and output is None:
        answer(_shown(evaluation, facts, proposed(plan, folder)))
    else:
        made = _made(opened, record, evaluation, wanted, facts)
        _deliver(made, style, output)
        if output is not None:
            _note(opened, record.id, made, wanted.due, today)


def _facts(
    opened: Workspace,
    record: Plan,
    evaluation: Evaluation,
    wanted: Wanted,
    today: datetime.date,
) -> dict[str, list[WantedFact]]:
    named = [find_vendor(evaluation, name).id for name in wanted.names]
    criteria = record.judged_by(opened.criteria[record.category])
    if not wanted.again:
        return to_ask(evaluation, criteria, named, everything=wanted.everything)
    register, _ = read_register(opened.folder, record.id)
    return {
        each.vendor: [WantedFact(name, why) for name, why in each.unclear.items()]
        for each in states(register, today)
        if each.unclear and (each.vendor in named or not named)
    }


def _made(
    opened: Workspace,
    record: Plan,
    evaluation: Evaluation,
    wanted: Wanted,
    facts: Mapping[str, Sequence[WantedFact]],
) -> list[Questionnaire]:
    wishes = Wishes(date(wanted.due) if wanted.due else "", wanted.with_criteria)
    asked = {vendor: [each.measure for each in them] for vendor, them in facts.items()}
    unclear = {v: {each.measure: each.why for each in them} for v, them in facts.items()}
    criteria = record.judged_by(opened.criteria[record.category])
    return questionnaires(evaluation, criteria, asked, wishes, unclear if wanted.again else None)


def _deliver(made: Sequence[Questionnaire], style: str | None, output: Path | None) -> None:
    """Write every questionnaire into a folder, or a single one into a file or to stdout."""
    is_folder = output is not None and (output.is_dir() or not output.suffix)
    chosen = format_for(style, None if is_folder else output, tuple(WRITERS))
    if chosen not in WRITERS:
        raise EvalkitError(f"questions are not written as {chosen}; use {', '.join(WRITERS)}")
    if is_folder and output is not None:
        files = {output / f"{each.plan}-{each.vendor}.{chosen}": each for each in made}
        write_files({file: WRITERS[chosen](each) for file, each in files.items()})
        lines = [f"  {visible(str(file))}: {_count(each)}" for file, each in files.items()]
        answer("\n".join(["Wrote:", *lines, ""]))
        return
    if len(made) > 1:
        raise EvalkitError(f"{len(made)} vendors take a file each; name a folder, or one vendor")
    content = WRITERS[chosen](made[0])
    if output is not None:
        write_files({output: content})
    elif isinstance(content, bytes):
        raise EvalkitError("a workbook is not written to stdout; name a file with --output")
    else:
        answer(content, syntax_of(chosen))


def _note(
    opened: Workspace,
    plan: str,
    made: Sequence[Questionnaire],
    due: datetime.date | None,
    today: datetime.date,
) -> None:
    """Note in the workspace who was asked."""
    register, text = read_register(opened.folder, plan)
    new = register_text(with_asked(register, made, today, due))
    if new != text:
        write_files({opened.folder / path_of(plan): new})
        talk(f"evalkit: noted in {path_of(plan)} who was asked")


def _shown(evaluation: Evaluation, facts: Mapping[str, Sequence[WantedFact]], subject: str) -> str:
    """The questions as lines, each with the reason for it."""
    titles = {m.id: m.title for each in evaluation.criteria for m in each.measures}
    names = {vendor.id: vendor.name for vendor in evaluation.vendors}
    lines = []
    for vendor, wanted in facts.items():
        lines.append(visible(f"{names[vendor]}: {count_of(len(wanted), 'question')}"))
        lines += [
            visible(f"{place:4}. {titles.get(each.measure, each.measure)} ({each.why})")
            for place, each in enumerate(wanted, start=1)
        ]
        lines.append("")
    return "\n".join([*lines, f"Write them: evalkit ask {subject} -o questions", ""])


def _count(made: Questionnaire) -> str:
    return count_of(len(made.questions), "question")
