"""Who was asked what and when, and what came back: a small file of the workspace."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Annotated

from pydantic import Field

from evalkit.checking.reading import content_of, refuse_links
from evalkit.editing.writing import entry, flow
from evalkit.errors import EvalkitError
from evalkit.evidence.asking.questions import Questionnaire
from evalkit.model.base import Day, Id, Lenient, MeasureId, Record, Text
from evalkit.source.document import document
from evalkit.source.shape.record import record_in
from evalkit.source.yaml.faults import MAX_BYTES

FOLDER = "asked"
_HEAD = "# Who was asked what, and what came back. Written by `evalkit ask` and `evalkit take`.\n"
Measures = Annotated[tuple[MeasureId, ...], Lenient]


class Back(Record):
    """A file that came back, and what its answers were good for."""

    file: Text
    sha256: Text
    taken: Day
    answered: Measures = ()
    unclear: dict[MeasureId, Text] = Field(default={})
    """What has to be asked again, with the reason."""


class Round(Record):
    """Questions that one vendor was sent on a day."""

    vendor: Id
    mark: Text
    """The digest of the questions."""
    asked: Day
    due: Day | None = None
    questions: Measures
    back: Annotated[tuple[Back, ...], Lenient] = ()


class Register(Record):
    """Everything that was asked for one plan."""

    plan: Id
    rounds: Annotated[tuple[Round, ...], Lenient] = ()

    def of(self, vendor: str) -> tuple[Round, ...]:
        """What one vendor was sent, in the order of the file."""
        return tuple(each for each in self.rounds if each.vendor == vendor)


def path_of(plan: str) -> PurePosixPath:
    """The path of a plan's register in the workspace."""
    return PurePosixPath(FOLDER, f"{plan}.yaml")


def read_register(folder: Path, plan: str) -> tuple[Register, str]:
    """The register of a plan, and its text; both are empty if nobody was asked.

    Raises EvalkitError if the file is not one that evalkit wrote.
    """
    path = path_of(plan)
    if not (folder / path).is_file():
        return Register(plan=plan), ""
    refuse_links(folder / path, folder)
    found = document(content_of(folder / path, MAX_BYTES), str(path), kind="register")
    register = record_in(Register, found)
    if register.plan != plan:
        raise EvalkitError(f"{path}: it is about another plan, `{register.plan}`; rename the file")
    return register, found.text


def plans_asked(folder: Path) -> list[str]:
    """The plans for which somebody was asked."""
    return sorted(file.stem for file in (folder / FOLDER).glob("*.yaml"))


def with_asked(
    register: Register,
    questionnaires: Sequence[Questionnaire],
    asked: datetime.date,
    due: datetime.date | None,
) -> Register:
    """The register with questionnaires that were written; of one that was sent before, only the
    day by which answers are wanted may be another."""
    marks = {each.mark for each in questionnaires}
    rounds = [
        each.model_copy(update={"due": due}) if due and each.mark in marks else each
        for each in register.rounds
    ]
    known = {(each.vendor, each.mark) for each in rounds}
    rounds += [
        Round(
            vendor=each.vendor,
            mark=each.mark,
            asked=asked,
            due=due,
            questions=tuple(question.measure for question in each.questions),
        )
        for each in questionnaires
        if (each.vendor, each.mark) not in known
    ]
    return register.model_copy(update={"rounds": tuple(rounds)})


def with_back(register: Register, vendor: str, mark: str, back: Back) -> Register:
    """The register with a file that came back; one that says the same again changes nothing."""
    rounds = list(register.rounds)
    for place, each in enumerate(rounds):
        if (each.vendor, each.mark) == (vendor, mark):
            said = [(one.answered, one.unclear) for one in each.back]
            if (back.answered, back.unclear) not in said:
                rounds[place] = each.model_copy(update={"back": (*each.back, back)})
    return register.model_copy(update={"rounds": tuple(rounds)})


def register_text(register: Register) -> str:
    """The register as the text of its file."""
    return _HEAD + "".join(f"{line}\n" for line in _lines(register))


def _lines(register: Register) -> Iterator[str]:
    yield entry("plan", register.plan)
    yield "rounds:"
    for each in register.rounds:
        first, *rest = each.model_dump(mode="json", exclude={"back"}, exclude_none=True).items()
        yield f"  - {entry(*first)}"
        yield from (f"    {entry(key, value)}" for key, value in rest)
        if each.back:
            yield "    back:"
            yield from (f"      - {flow(one.model_dump(mode='json'))}" for one in each.back)


@dataclass(frozen=True)
class State:
    """Where things stand with one vendor."""

    vendor: str
    asked: datetime.date
    due: datetime.date | None
    questions: int
    answered: int
    unclear: dict[str, str]
    """What has to be asked again, by measure, with the reason."""
    waiting: tuple[str, ...]
    """The measures of which nothing has come back."""
    is_overdue: bool


def states(register: Register, day: datetime.date) -> list[State]:
    """Where things stand with each vendor that was asked, in the order of asking."""
    return [
        _state(register.of(vendor), day)
        for vendor in dict.fromkeys(each.vendor for each in register.rounds)
    ]


def _state(rounds: tuple[Round, ...], day: datetime.date) -> State:
    answered: dict[str, None] = {}
    unclear: dict[str, str] = {}
    for one in (back for each in rounds for back in each.back):
        answered |= dict.fromkeys(one.answered)
        unclear = {**unclear, **one.unclear}
        unclear = {name: why for name, why in unclear.items() if name not in one.answered}
    asked = dict.fromkeys(measure for each in rounds for measure in each.questions)
    last = rounds[-1]
    # What was asked again is waited for, whatever came back in the round before.
    again = set(last.questions) - {n for back in last.back for n in (*back.answered, *back.unclear)}
    waiting = tuple(
        name for name in asked if name in again or (name not in answered and name not in unclear)
    )
    return State(
        vendor=last.vendor,
        asked=last.asked,
        due=last.due,
        questions=len(asked),
        answered=len([name for name in asked if name in answered and name not in unclear]),
        unclear={name: why for name, why in unclear.items() if name not in again},
        waiting=waiting,
        is_overdue=bool(waiting) and last.due is not None and last.due < day,
    )
