"""A questionnaire as YAML, to be filled in with any editor."""

from collections.abc import Iterator

from evalkit.editing.writing import entry, flow
from evalkit.evidence.asking.questions import COLUMNS, HOW, Question, Questionnaire


def to_yaml(questionnaire: Questionnaire) -> str:
    """The questionnaire with an empty place for every answer."""
    return "".join(f"{line}\n" for line in _lines(questionnaire))


def _lines(asked: Questionnaire) -> Iterator[str]:
    yield f"# Questions to {flow(asked.name)}: {flow(asked.title)}"
    if asked.due:
        yield f"# Please answer by {asked.due}."
    yield "# Fill in what stands under each question, and leave everything else as it is."
    yield f"# `offered` is one of: {', '.join(HOW)}; dates are written year-month-day."
    yield entry("mark", asked.mark)
    yield "questions:"
    for question in asked.questions:
        yield ""
        yield from _question(asked, question)


def _question(asked: Questionnaire, question: Question) -> Iterator[str]:
    yield f"  - id: {flow(asked.id_of(question))}"
    yield f"    title: {flow(question.title)}"
    for key, text in (("criterion", question.criterion), ("still_open", question.unclear)):
        if text:
            yield f"    {entry(key, text)}"
    yield f"    question: {flow(question.text)}"
    yield f"    unit: {flow(question.unit)}"
    yield f"    form: {flow(question.form)}"
    yield from (f"    {key}:" for key in COLUMNS)
