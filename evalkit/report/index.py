"""The page that leads to several reports."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evalkit import __version__
from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.report.files import Form
from evalkit.report.page.front.headline import headline
from evalkit.templates.render import render, style
from evalkit.templates.sealed import sealed
from evalkit.templates.view import View
from evalkit.wording.messages import frame
from evalkit.wording.messages.catalogue import Message, say, say_all
from evalkit.wording.messages.figures import date

INDEX = "index"
"""The name of the file, without a suffix."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A report that an index leads to."""

    name: str
    """The name of the report's file beside the index, without a suffix."""
    evaluation: Evaluation
    is_plan: bool = False
    """Whether somebody wrote the plan; without one, a category's own weights count."""


def index(reports: Sequence[Listed], form: Form) -> tuple[str, str]:
    """The name of a file that leads to reports, and its text: name, answer and day of each.

    Raises EvalkitError if a template is wrong.
    """
    plans = [each for each in reports if each.is_plan]
    others = [each for each in reports if not each.is_plan]
    content: View = {
        "title": say(frame.INDEX),
        "words": say_all(frame.INDEX_WORDS),
        "made": say(frame.INDEX_MADE, version=__version__),
        "groups": [
            *_group(frame.INDEX_PLANS, plans, form.suffix),
            *_group(frame.INDEX_CATEGORIES, others, form.suffix),
        ],
    }
    if form.style == "markdown":
        return f"{INDEX}.md", render("index.md.j2", content, form.templates)
    content |= sealed(style(form.templates))
    return f"{INDEX}.html", render("index.html.j2", content, form.templates)


def _group(title: Message, reports: Iterable[Listed], suffix: str) -> list[View]:
    rows = [
        {
            "file": f"{each.name}{suffix}",
            "title": each.evaluation.plan.title,
            "answer": headline(each.evaluation)[0],
            "day": date(each.evaluation.plan.as_of),
        }
        for each in reports
    ]
    return [{"title": say(title), "rows": rows}] if rows else []
