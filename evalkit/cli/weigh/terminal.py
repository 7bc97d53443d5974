"""Hold an interview in the terminal, and write the answers into the plan."""

import datetime
import re
import sys
import textwrap
from pathlib import Path
from typing import Any

import typer

from evalkit.checking.reading import content_of
from evalkit.cli.shared.exit_codes import INTERRUPTED
from evalkit.cli.shared.output import answer, is_terminal, talk, width, write_files
from evalkit.cli.weigh.interview import AnswerError, Interview, Question
from evalkit.cli.weigh.swings import swings
from evalkit.diagnostics.visible import visible
from evalkit.editing.values import with_stakeholder_statement
from evalkit.editing.writing import flow
from evalkit.errors import EvalkitError
from evalkit.evaluation.people.consistency import consistency_in_words
from evalkit.model.base import ID_PATTERN
from evalkit.model.criteria import Criteria
from evalkit.model.plan import Plan
from evalkit.model.weights import Stakeholder
from evalkit.source.near import did_you_mean
from evalkit.source.yaml.faults import MAX_BYTES
from evalkit.weighting.implied import Consistency, Implied, implied
from evalkit.wording.numbers import percent_tenths
from evalkit.workspace.workspace import Workspace

WIDEST = 100
YES, NO, AGAIN = ("y", "yes"), ("n", "no"), ("s",)
BACK, QUIT, HELP = ("b", "back"), ("q", "quit"), ("?", "help")
_KEYS = "b goes back one question; q quits without writing."


class _LeftError(Exception):
    """The person quits."""


def ask_and_write(
    workspace: Workspace,
    plan_path: str,
    plan: Plan,
    criteria: Criteria,
    name: str,
    method: str,
    under: str | None,
    day: datetime.date,
    subject: str = "",
) -> None:
    """Ask a person what the swings are worth, and write the answers into the plan's file.

    `plan_path` is relative to the workspace; `method` is `swing` or `pairwise`; `under` is the
    criterion to ask about, None for the top; `subject` is how commands name the plan. Raises
    EvalkitError if the interview is not possible or cannot be written; exits with 130, with nothing
    written, if it is interrupted.
    """
    _stop_if_idle(plan, plan_path, criteria, name, under)
    _greet(plan, name, under)
    interview = Interview(method, swings(criteria, under))
    try:
        wanted = _hold(interview, criteria, criteria.groups[under], name, plan_path)
    except _LeftError:
        wanted = False
    except (KeyboardInterrupt, EOFError):
        talk("\nevalkit: interrupted; nothing was written")
        raise typer.Exit(INTERRUPTED) from None
    if wanted:
        beside = {"stated": day.isoformat(), "scales": criteria.scales_mark}
        _write(workspace.folder / plan_path, plan_path, name, interview.statement, under, beside)
        talk(
            f"Wrote {name}'s answers to {plan_path}.\n"
            f"Next: evalkit weigh {subject or plan.id}, then evalkit score {subject or plan.id}"
        )
    else:
        talk("evalkit: nothing was written")


def _stop_if_idle(plan: Plan, place: str, criteria: Criteria, name: str, under: str | None) -> None:
    """Raise EvalkitError before the first question if the answers could not be used."""
    if not re.fullmatch(ID_PATTERN, name):
        raise EvalkitError(
            f"{name!r} is not a stakeholder's id; use lower-case letters, digits and `-`, "
            "such as finance"
        )
    if under not in criteria.groups:
        known = [group for group in criteria.groups if group is not None]
        hint = did_you_mean(str(under), known)
        raise EvalkitError(f"there is no criterion {under!r}; {hint}")
    siblings = criteria.groups[under]
    weighed = [sibling for sibling in siblings if sibling in plan.weights]
    if weighed:
        raise EvalkitError(
            f"`weights` in {place} already weighs {', '.join(weighed)}; what people say replaces "
            "the plan's own weights, so remove these from `weights` first"
        )
    if len(siblings) == 1:
        raise EvalkitError(f"{siblings[0]} has no siblings; there is nothing to weigh it against")


def _greet(plan: Plan, name: str, under: str | None) -> None:
    said = plan.stakeholders[name].statements.get(under) if name in plan.stakeholders else None
    again = f" {name}'s earlier statement (`{said.kind}`) will be replaced." if said else ""
    talk(_filled(f"{plan.title}: what the swings are worth to {name}.{again} {_KEYS}"))


def _hold(
    interview: Interview, criteria: Criteria, siblings: tuple[str, ...], name: str, place: str
) -> bool:
    """Ask until all answers are confirmed; whether they are to be written."""
    while True:
        question = interview.question
        if question is not None:
            _ask(interview, question)
            continue
        record = Stakeholder.model_validate({"weights": interview.statement}).statements[None]
        found = implied(record, siblings)
        answer(_weights_text(found, criteria, name))
        word = _confirmation(place, found.consistency)
        if word in YES or word in NO:
            return word in YES
        if word in BACK:
            interview.back()
        elif found.consistency is not None:
            interview.again(found.consistency.more, found.consistency.less)


def _ask(interview: Interview, question: Question) -> None:
    """Ask a question until it is answered, or the person goes back."""
    lines = [_filled(question.text)]
    for at, swing in enumerate(question.swings, start=1):
        lines.append(_filled(swing.title, f"{at:>4}  " if question.numbered else " " * 6, 6))
        lines.append(_filled(swing.means, " " * 8, 8))
    talk("\n" + "\n".join(lines))
    while True:
        word = _typed(f"[{question.answers}; b, q, ?] > ")
        if word in HELP:
            talk(_filled(f"{question.help} {_KEYS}"))
        elif word not in BACK:
            try:
                return interview.answer(word)
            except AnswerError as error:
                talk(_filled(str(error)))
        elif interview.back():
            return None
        else:
            talk("This is the first question.")


def _confirmation(place: str, consistency: Consistency | None) -> str:
    """The answer to whether to write: yes, no, back or once more."""
    strained = bool(consistency and consistency.more)
    further = "; s repeats the least consistent one" if strained else ""
    allowed = (*YES, *NO, *BACK, *AGAIN[:strained])
    while True:
        word = _typed(f"\nWrite this to {place}? [y/n/b{further}] > ")
        if word in allowed:
            return word
        said = "" if word in HELP else f"Please answer y, n{', b or s' if strained else ' or b'}. "
        talk(_filled(f"{said}y writes the answers; n leaves the file unchanged. {_KEYS}"))


def _typed(prompt: str) -> str:
    """The next line from stdin; EOFError if there is none, _LeftError if the person quits."""
    talk(prompt, end="")
    try:
        line = sys.stdin.readline() if sys.stdin is not None else ""
    except UnicodeDecodeError:
        line = "\ufffd\n"
    if not line:
        raise EOFError
    if not is_terminal(sys.stdin):
        talk("")
    word = line.strip().lower()
    if word in QUIT:
        raise _LeftError
    return word


def _filled(text: str, first: str = "", indent: int = 0) -> str:
    return textwrap.fill(
        visible(text), min(width(), WIDEST), initial_indent=first, subsequent_indent=" " * indent,
        break_on_hyphens=False,
    )  # fmt: skip


def _weights_text(found: Implied, criteria: Criteria, name: str) -> str:
    head = f"What each swing from worst to best is worth to {name}, as a share of all:"
    heaviest_first = sorted(found.weights.items(), key=lambda item: -item[1])
    rows = [
        _filled(criteria.title_of(at), f"{percent_tenths(w):>7}  ", 9) for at, w in heaviest_first
    ]
    said = found.consistency
    below = [] if said is None else [_filled(consistency_in_words(said, criteria.title_of))]
    return "\n".join(["", _filled(head), *rows, *below, ""])


def _write(
    file: Path,
    place: str,
    name: str,
    statement: dict[str, Any],
    under: str | None,
    beside: dict[str, str],
) -> None:
    """Write the statement into the file; if that fails, the error message holds the answers."""
    try:
        # A link stays a link: its target is changed.
        target = file.resolve()
        text = content_of(target, MAX_BYTES).decode("utf-8")
        edited = with_stakeholder_statement(text, name, statement, under, beside)
        write_files({target: edited})
    except (EvalkitError, OSError, UnicodeDecodeError) as error:
        key = "weights" if under is None else f"within.{under}"
        raise EvalkitError(
            f"nothing was written to {place}: {_reason(error)}. Add this by hand at "
            f"stakeholders.{name}.{key}: {flow(statement)}"
        ) from error


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return (error.strerror or str(error)).lower()
    return "it is not UTF-8 text" if isinstance(error, UnicodeDecodeError) else str(error)
