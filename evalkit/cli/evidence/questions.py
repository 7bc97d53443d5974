"""Show the questions to vendors, or write them into files."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from evalkit.cli.shared.formats import format_for, syntax_of
from evalkit.cli.shared.loading import open_plan
from evalkit.cli.shared.output import answer, talk, write_files
from evalkit.cli.shared.shell import proposed, quoted
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
from evalkit.source.near import shortened
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
        answer(_shown(evaluation, facts, _repeated(plan, wanted, folder)))
    else:
        made = _made(opened, record, evaluation, wanted, facts)
        if output is None:
            _print(made, style)
            return
        files = _files(made, style, output)
        noted = _noted(opened, record.id, made, wanted.due, today)
        write_files({**files, **noted})
        place = path_of(record.id) if noted else None
        _tell(files, made, place, is_named=output in files)


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
    # Vendors and measures may be gone since they were asked for.
    asked = named or [vendor.id for vendor in evaluation.vendors]
    register, _ = read_register(opened.folder, record.id)
    unclear = {
        each.vendor: [
            WantedFact(*pair) for pair in each.unclear.items() if pair[0] in criteria.leaves
        ]
        for each in states(register, today)
        if each.vendor in asked
    }
    return {vendor: wanted for vendor, wanted in unclear.items() if wanted}


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


def _print(made: Sequence[Questionnaire], style: str | None) -> None:
    """Print a single questionnaire."""
    chosen = _form(style, None)
    content = WRITERS[chosen](_only(made))
    if isinstance(content, bytes):
        raise EvalkitError("a workbook is not written to stdout; name a file with --output")
    answer(content, syntax_of(chosen))


def _files(
    made: Sequence[Questionnaire], style: str | None, output: Path
) -> dict[Path, str | bytes]:
    """Every questionnaire by its file: in a folder, or a single one in the file that is named.

    Raises EvalkitError if another file is there already, since it may hold answers.
    """
    if output.is_dir() or not output.suffix:
        form = _form(style, None)
        to_write = {output / f"{each.plan}-{each.vendor}.{form}": each for each in made}
    else:
        form = _form(style, output)
        to_write = {output: _only(made)}
    files = {file: WRITERS[form](each) for file, each in to_write.items()}
    taken = [str(file) for file, content in files.items() if _is_other(file, content)]
    if taken:
        raise EvalkitError(
            f"nothing was written, because these may hold answers: {shortened(taken)}; "
            "name another --output"
        )
    return files


def _is_other(file: Path, content: str | bytes) -> bool:
    """Whether a file with other content is there; an empty one holds no answers."""
    new = content.encode() if isinstance(content, str) else content
    return file.is_file() and file.stat().st_size > 0 and file.read_bytes() != new


def _form(style: str | None, output: Path | None) -> str:
    """The form that is asked for, or that a file's ending means."""
    chosen = format_for(style, output, tuple(WRITERS))
    if chosen not in WRITERS:
        raise EvalkitError(f"questions are not written as {chosen}; use {', '.join(WRITERS)}")
    return chosen


def _only(made: Sequence[Questionnaire]) -> Questionnaire:
    if len(made) > 1:
        raise EvalkitError(f"{len(made)} vendors take a file each; name a folder, or one vendor")
    return made[0]


def _noted(
    opened: Workspace,
    plan: str,
    made: Sequence[Questionnaire],
    due: datetime.date | None,
    today: datetime.date,
) -> dict[Path, str | bytes]:
    """The register of who was asked, by its file; empty if it says all of this already."""
    register, text = read_register(opened.folder, plan)
    new = register_text(with_asked(register, made, today, due))
    return {opened.folder / path_of(plan): new} if new != text else {}


def _tell(
    files: Iterable[Path], made: Sequence[Questionnaire], noted: PurePath | None, *, is_named: bool
) -> None:
    """Say which files hold how many questions, and where it is noted who was asked."""
    if not is_named:
        counts = zip(files, map(_count, made), strict=True)
        lines = [f"  {visible(str(file))}: {count}" for file, count in counts]
        answer("\n".join(["Wrote:", *lines, ""]))
    if noted is not None:
        talk(f"evalkit: noted in {noted} who was asked")


def _repeated(plan: str, wanted: Wanted, folder: Path | None) -> str:
    """The words of a command that asks the same."""
    flags = {
        "--all": wanted.everything,
        "--again": wanted.again,
        "--with-criteria": wanted.with_criteria,
        f"--due {wanted.due}": wanted.due,
    }
    said = (flag for flag, is_said in flags.items() if is_said)
    return " ".join((proposed(plan, folder), *map(quoted, wanted.names), *said))


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
