"""Questions to a vendor: what is asked about a measure, in the measure's own words."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from evalkit.diagnostics.digest import digest
from evalkit.model.criteria import Criteria, Leaf
from evalkit.model.scale import Checklist, Levels, Measure
from evalkit.model.scales.rating import Rating

_CODE = re.compile(r"`([^`]+)`")
YES, NO = "yes", "no"
_WORDS = {"true": YES, "false": NO}
STANDARD, CONFIGURED, THIRD_PARTY = "as standard", "by configuration", "through a third party"
ROADMAP, NOT_OFFERED = "on the roadmap", "no"
HOW = (STANDARD, CONFIGURED, THIRD_PARTY, ROADMAP, NOT_OFFERED)
"""How a vendor may offer what is asked for."""

ANSWER, OFFERED, DUE_ON = "Answer", "How it is offered", "If on the roadmap: date"
EVIDENCE, CONTRACT = "Evidence (address or document)", "Where in the contract"
ANSWERED_BY, ANSWERED_ON = "Answered by", "Date"
COLUMNS = {
    "answer": ANSWER,
    "offered": OFFERED,
    "roadmap": DUE_ON,
    "evidence": EVIDENCE,
    "contract": CONTRACT,
    "answered_by": ANSWERED_BY,
    "date": ANSWERED_ON,
}
"""What a vendor fills in for each question: the key in a file, and the head of the column."""


Kind = Literal["one", "list", "several", "date", "text"]
"""What is filled in: one of the choices, one or a few of them in a list, several of them as a
checklist, a date, or a text such as a number."""


@dataclass(frozen=True)
class Question:
    """A question about one measure."""

    measure: str
    title: str
    text: str
    """The question in the measure's words."""
    unit: str
    choices: tuple[str, ...]
    """The answers to choose from; none if it is a number or a date."""
    form: str
    """How to answer, in words."""
    kind: Kind
    """What is filled in."""
    criterion: str = ""
    """The criterion and its weight, if the vendor is told."""
    unclear: str = ""
    """What an earlier answer left open."""

    @property
    def mark(self) -> str:
        """A digest of what the vendor reads, which shows whether the question was changed."""
        return digest([self.text, self.unit, self.form])


@dataclass(frozen=True)
class Questionnaire:
    """The questions to one vendor, for one plan."""

    plan: str
    title: str
    vendor: str
    name: str
    due: str
    """The day by which answers are wanted, as it is printed; empty if none is set."""
    questions: tuple[Question, ...]

    @cached_property
    def mark(self) -> str:
        """A digest of all questions, by which a file that comes back is recognised."""
        marks = sorted(f"{each.measure}/{each.mark}" for each in self.questions)
        return digest([self.plan, self.vendor, marks, [q.unclear for q in self.questions]])

    def id_of(self, question: Question) -> str:
        """The id of a question, which stands hidden in every form of a questionnaire."""
        return "/".join((self.plan, self.vendor, question.measure, question.mark))


def question_about(
    criteria: Criteria, measure: str, criterion: str = "", unclear: str = ""
) -> Question:
    """The question about a measure of a category."""
    leaf = criteria.leaves[measure]
    return Question(
        measure=measure,
        title=leaf.title,
        text=_CODE.sub(r"“\1”", leaf.measure.question or leaf.title),
        unit="" if leaf.measure.age else leaf.measure.unit or "",
        choices=choices(leaf.measure),
        form=_form(leaf),
        kind=_kind(leaf.measure),
        criterion=criterion,
        unclear=unclear,
    )


def choices(measure: Measure) -> tuple[str, ...]:
    """The answers that a measure knows, as a vendor reads them; none for numbers and dates."""
    scale = measure.scale
    if isinstance(scale, Levels):
        return tuple(_WORDS.get(name, name) for name in scale.levels)
    if isinstance(scale, Checklist):
        return tuple(scale.items)
    return tuple(f"{level:.15g}" for level in scale.texts) if isinstance(scale, Rating) else ()


def is_yes_or_no(measure: Measure) -> bool:
    """Whether a measure asks whether something is so, and nothing else."""
    return isinstance(measure.scale, Levels) and set(measure.scale.levels) == {"true", "false"}


def _kind(measure: Measure) -> Kind:
    if isinstance(measure.scale, Rating) or is_yes_or_no(measure):
        return "one"
    if isinstance(measure.scale, Levels):
        return "list"
    return "several" if isinstance(measure.scale, Checklist) else "date" if measure.age else "text"


def _form(leaf: Leaf) -> str:
    measure = leaf.measure
    names = choices(measure)
    if is_yes_or_no(measure):
        return "Yes or no."
    if isinstance(measure.scale, Checklist):
        return (
            f"All that you offer of: {', '.join(names)}. Put commas between them. What you do not "
            "name counts as not offered."
        )
    if isinstance(measure.scale, Levels):
        return f"One of: {', '.join(names)}. If several are true, put commas between them."
    if isinstance(measure.scale, Rating):
        texts = measure.scale.texts.items()
        return f"One of: {'; '.join(f'{level:.15g}, {text}' for level, text in texts)}."
    if measure.age:
        return "A date, written year-month-day."
    unit = f" in {measure.unit}" if measure.unit else ""
    return f"A number{unit}, such as 12.5; a range as 5 to 10; or unlimited."
