"""Answers → changes to vendors' files; what is there is never replaced by a vendor's word."""

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from evalkit.diagnostics.visible import visible
from evalkit.errors import EvalkitError
from evalkit.evidence.asking.questions import Question, question_about
from evalkit.evidence.taking.beside import PLACE, with_answer
from evalkit.evidence.taking.facts import fact_of
from evalkit.evidence.taking.replies import ID_STEPS, Reply, Returned
from evalkit.evidence.taking.values import UnclearError
from evalkit.model.scale import Measure
from evalkit.source.near import shortened
from evalkit.workspace.workspace import Workspace

Said = dict[tuple[str, str], Mapping[str, Any]]
"""The facts that were taken, by vendor and measure."""
_CLAIM = ("value", "low", "high", "at_least")


@dataclass
class Proposal:
    """What answers change, and what is wrong with them."""

    texts: dict[str, str] = field(default_factory=dict)
    """The new texts of vendors' files, by path."""
    said: Said = field(default_factory=dict)
    """What the files before it say."""
    taken: list[str] = field(default_factory=list)
    """Each fact that is new, in words, with its place in the document."""
    findings: list[str] = field(default_factory=list)
    """What was not taken, and why."""
    answered: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    """The measures that were answered, by plan and vendor."""
    unclear: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    """What has to be asked again and why, by plan and vendor."""


def propose(
    workspace: Workspace, files: tuple[Returned, ...], day: datetime.date
) -> Iterator[tuple[Returned, Proposal]]:
    """What each file changes, on top of the files before it."""
    texts: dict[str, str] = {}
    said: Said = {}
    for returned in files:
        found = Proposal(texts=dict(texts), said=said)
        found.findings += (
            f"{returned.file}: {each}" for each in (*returned.remarks, *_mixed(returned))
        )
        replies = () if any(_mixed(returned)) else returned.replies
        copies = Counter(reply.id for reply in replies if not reply.is_blank)
        for reply in replies:
            _take(workspace, returned, reply, day, found, is_copied=copies[reply.id] > 1)
        texts = found.texts
        yield returned, found


def _mixed(returned: Returned) -> Iterator[str]:
    """A finding if a file answers for several vendors: nobody speaks for a competitor."""
    names = sorted({each.vendor for each in returned.replies if not each.is_blank} - {""})
    if len(names) > 1:
        yield f"it answers for several vendors: {shortened(names)}; nothing of it was taken"


def _take(
    workspace: Workspace,
    returned: Returned,
    reply: Reply,
    day: datetime.date,
    found: Proposal,
    *,
    is_copied: bool,
) -> None:
    """Take one reply over, or note why not."""
    if reply.is_blank:
        return
    place = returned.place(reply)
    try:
        asked = _asked(workspace, reply)
    except UnclearError as error:
        found.findings.append(f"{place}: {error}; not taken")
        return
    who = workspace.vendors[asked.vendor].name
    try:
        _refuse_odd(reply, asked.question, is_copied=is_copied)
        fact = fact_of(asked.measure, reply, returned, who, day)
        _hold_others(found.said, asked, fact)
        found.said[asked.vendor, asked.question.measure] = fact
        if _write(workspace, asked, fact, found):
            found.taken.append(f"{place}: {who}, {asked.question.title}")
        found.answered.setdefault(asked.whom, []).append(asked.question.measure)
    except UnclearError as error:
        found.findings.append(f"{place}: {who}, {asked.question.title}: {error}; not taken")
        found.unclear.setdefault(asked.whom, {})[asked.question.measure] = str(error)


@dataclass(frozen=True)
class Asked:
    """The question that a reply answers, as it is asked today."""

    plan: str
    vendor: str
    question: Question
    measure: Measure

    @property
    def whom(self) -> tuple[str, str]:
        """The plan and the vendor."""
        return self.plan, self.vendor


def _asked(workspace: Workspace, reply: Reply) -> Asked:
    steps = reply.id.split("/")
    if len(steps) != ID_STEPS:
        raise UnclearError("the hidden id of this question is gone")
    plan, vendor, name, mark = steps
    record = workspace.plans.get(plan)
    if record is None:
        raise UnclearError(f"it was asked for the plan `{plan}`, which is not in this workspace")
    criteria = record.judged_by(workspace.criteria[record.category])
    if vendor not in workspace.vendors:
        raise UnclearError(f"there is no usable file of a vendor `{vendor}` in this workspace")
    if name not in criteria.leaves:
        raise UnclearError(f"the criteria have no measure `{name}` any more")
    question = question_about(criteria, name)
    if question.mark != mark:
        raise UnclearError("the criteria ask this in other words now; ask again")
    return Asked(plan, vendor, question, criteria.leaves[name].measure)


def _refuse_odd(reply: Reply, question: Question, *, is_copied: bool) -> None:
    """Raise UnclearError where a reply may mean something else than what was asked."""
    own = {"question": question.text, "unit": question.unit, "form": question.form}
    if any(_plain(text) != _plain(own[key]) for key, text in reply.shown.items()):
        raise UnclearError("the text of the question was changed in the file")
    if is_copied:
        raise UnclearError("it is answered twice in this file")
    if reply.formulas:
        raise UnclearError(f"a formula stands under “{reply.formulas[0]}”; put in its result")
    if reply.is_hidden:
        raise UnclearError("the row is hidden; show it, and look at what it says")


def _hold_others(said: Said, asked: Asked, fact: Mapping[str, Any]) -> None:
    """Raise UnclearError if files that are taken together contradict each other on one day."""
    other = said.get((asked.vendor, asked.question.measure), fact)
    differs = any(other.get(key) != fact.get(key) for key in _CLAIM)
    if differs and other.get("checked") == fact.get("checked"):
        raise UnclearError(f"{other[PLACE]['file']} says otherwise; take only the later of the two")


def _plain(text: str) -> str:
    """A text as every form shows it, whatever its blanks and hidden characters became there."""
    return " ".join(visible(text).split())


def _write(workspace: Workspace, asked: Asked, fact: Mapping[str, Any], found: Proposal) -> bool:
    """Write a fact into a vendor's file; whether that changes anything."""
    path = workspace.paths["vendor", asked.vendor][0]
    text = found.texts.get(path, workspace.documents[path].text)
    try:
        new = with_answer(text, asked.question.measure, fact)
    except EvalkitError as error:
        raise EvalkitError(f"{path}: {error}") from error
    if new is not None:
        found.texts[path] = new
    return new is not None
