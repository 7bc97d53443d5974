"""A questionnaire as a self-contained HTML form, which saves a file with the answers."""

from evalkit.evidence.asking.questions import COLUMNS, HOW, Question, Questionnaire
from evalkit.templates.render import render, script, style
from evalkit.templates.sealed import sealed
from evalkit.templates.view import View

_SHEET, _SCRIPT = "questions.css", "questions.js"


def to_html(asked: Questionnaire) -> str:
    """A page that works from disk, without network: its policy allows one style and one script."""
    sheet, code = style(None, sheets=("colours.css", "report.css", _SHEET)), script((_SCRIPT,))
    content = {
        **sealed(sheet, code),
        "heads": dict(COLUMNS),
        "offered": list(HOW),
        "asked": {
            "name": asked.name,
            "title": asked.title,
            "due": asked.due,
            "mark": asked.mark,
            "file": f"{asked.plan}-{asked.vendor}-answers.json",
            "questions": [_question(asked, each) for each in asked.questions],
        },
    }
    return render("questions.html.j2", content, None)


def _question(asked: Questionnaire, question: Question) -> View:
    return {
        "id": asked.id_of(question),
        "title": question.title,
        "text": question.text,
        "unit": question.unit,
        "form": question.form,
        "choices": list(question.choices),
        "kind": question.kind,
        "criterion": question.criterion,
        "unclear": question.unclear,
    }
