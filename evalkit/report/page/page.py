"""The evaluation as finished strings and pictures for templates, section by section.

Page one decides, sections 1 to 6 convince, and section A is evidence on demand.
"""

from collections.abc import Callable, Mapping

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.report.page.answer import answer
from evalkit.report.page.certainty import certainty
from evalkit.report.page.evidence import evidence
from evalkit.report.page.finalists import finalists
from evalkit.report.page.fit import fit
from evalkit.report.page.matrix import matrix
from evalkit.report.page.money import money
from evalkit.report.page.people import people
from evalkit.report.page.whatif import whatif
from evalkit.report.scenario import in_sentences
from evalkit.templates.view import View
from evalkit.wording.messages import frame
from evalkit.wording.messages.catalogue import say, say_all
from evalkit.wording.messages.figures import date, listed
from evalkit.wording.messages.scenario import TITLE

SECTIONS: Mapping[str, Callable[[Evaluation], View | None]] = {
    "answer": answer,
    "finalists": finalists,
    "matrix": matrix,
    "money": money,
    "fit": fit,
    "people": people,
    "certainty": certainty,
    "whatif": whatif,
    "evidence": evidence,
}
"""What each section shows, in the order of the report; None if there is no such section."""
NUMBERS = dict(zip(SECTIONS, "01234567A", strict=True))


def view(evaluation: Evaluation) -> View:
    """Everything a report shows, as plain dicts, lists, strings and numbers."""
    made = {name: section(evaluation) for name, section in SECTIONS.items()}
    heads = {
        name: {"id": name, "number": NUMBERS[name], "title": say(frame.CONTENTS[name])}
        for name in SECTIONS
    }
    sections = {
        name: None if found is None else heads[name] | found for name, found in made.items()
    }
    return {
        "version": evaluation.evalkit,
        "plan": _plan(evaluation),
        "words": say_all(frame.WORDS),
        "title": say(TITLE if evaluation.scenario else frame.TITLE, plan=evaluation.plan.title),
        "scenario": in_sentences(evaluation),
        "made": say(frame.MADE, version=evaluation.evalkit),
        "contents": [heads[name] for name, found in sections.items() if found],
        **sections,
    }


def _plan(evaluation: Evaluation) -> View:
    plan = evaluation.plan
    return {
        "id": plan.id,
        "title": plan.title,
        "category": plan.category,
        "about": plan.about,
        "as_of": say(frame.AS_OF, day=date(plan.as_of)),
        "size": _size(evaluation),
        "example": _example(evaluation),
    }


def _size(evaluation: Evaluation) -> str:
    """How many vendors were compared, by how much."""
    return say(
        frame.SIZE,
        vendors=say(frame.VENDORS, len(evaluation.vendors)),
        criteria=say(frame.CRITERIA, len(evaluation.criteria)),
        measures=say(frame.MEASURES, sum(len(each.measures) for each in evaluation.criteria)),
    )


def _example(evaluation: Evaluation) -> str:
    """What is fictional; empty if nothing is."""
    client, names = evaluation.plan.example, [v.name for v in evaluation.vendors if v.example]
    if not names:
        return say(frame.INVENTED_CLIENT) if client else ""
    if len(names) == len(evaluation.vendors):
        return say(frame.INVENTED if client else frame.INVENTED_VENDORS)
    if client:
        return say(frame.INVENTED_SOME_TOO, names=listed(names))
    return say(frame.INVENTED_SOME, len(names), names=listed(names))
