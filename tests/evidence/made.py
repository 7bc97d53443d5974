"""A plan with two vendors of which much is open, and questionnaires that came back."""

import io

import openpyxl
import xlsxwriter
import yaml

from evalkit.evaluation.evaluate import evaluate
from evalkit.evidence.asking.questionnaires import Wishes, questionnaires
from evalkit.evidence.asking.questions import COLUMNS, Questionnaire, question_about
from evalkit.evidence.asking.workbook import HEAD, SHOWN, to_workbook
from evalkit.evidence.taking.reading import read_returned
from evalkit.model.criteria import Criteria
from tests.conftest import DAY, vendor

SEEN = "source: https://a.test/1, checked: 2026-06-20"
EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"
OTHERPAY = "vendors/payment-gateways/otherpay.yaml"
OTHER = vendor(
    api_style=f"{{value: [soap], {SEEN}}}  # the old one",
    webhooks=f"{{unknown: true, looked: [{{{SEEN}}}]}}",
)
FILES = {OTHERPAY: OTHER}
MEASURES = {
    "style": "{kind: levels, levels: {rest: 100, soap: 50, none: 0}, because: -}",
    "hooks": "{kind: levels, levels: {true: 100, false: 0}, because: -}",
    "stores_cards": "{kind: levels, levels: {true: 0, false: 100}, because: -}",
    "rate": "{kind: linear, worst: 0, best: 100, because: -}",
    "uptime": "{kind: linear, worst: 99, best: 100, because: -}",
    "operations": "{kind: checklist, items: {capture: 1, refund: 1, void: 1}, because: -}",
    "stars": "{kind: rating, of: stars}",
    "average": "{kind: rating, of: stars, between: true}",
    "released": "{kind: linear, worst: 365, best: 0, because: -}",
    "mark": "{kind: linear, worst: 0, best: 10, strict: true, because: -}",
}
MORE = {"rate": {"unit": "requests/s"}, "uptime": {"unit": "percent"}, "released": {"age": "days"}}
CRITERIA = Criteria.model_validate(
    {
        "id": "all",
        "title": "All kinds",
        "ratings": {"stars": {"1": "poor", "2": "fair", "3": "good"}},
        "criteria": {
            "one": {
                "title": "One",
                "measures": {
                    name: {
                        "question": f"What about {name}?",
                        "weight": 1.0,
                        "scale": yaml.safe_load(
                            scale.replace("true:", '"true":').replace("false:", '"false":')
                        ),
                        **MORE.get(name, {}),
                    }
                    for name, scale in MEASURES.items()
                },
            }
        },
    },
    strict=False,
)


def measure(name):
    """A measure of one kind of scale."""
    return CRITERIA.leaves[name].measure


def asked(*names, **more):
    """A questionnaire about some of these measures."""
    questions = tuple(question_about(CRITERIA, name) for name in names or MEASURES)
    given = {"plan": "p", "title": "A plan", "vendor": "v", "name": "Vee", "due": ""} | more
    return Questionnaire(questions=questions, **given)


def of_plan(workspace, *names, vendor="otherpay", **wishes):
    """The questionnaire of a workspace's plan about some measures."""
    plan = workspace.plans["storefront-payments"]
    evaluation = evaluate(workspace, plan, DAY)
    criteria = plan.judged_by(workspace.criteria[plan.category])
    (made,) = questionnaires(
        evaluation, criteria, {vendor: names or ("webhooks", "rate_limit")}, Wishes(**wishes)
    )
    return made


def rows_of(questionnaire, answers):
    """The rows of a questionnaire's sheet as they come back, with answers by measure and column."""
    found = openpyxl.load_workbook(io.BytesIO(to_workbook(questionnaire)))["Questions"]
    rows = [[cell.value for cell in row] for row in found.iter_rows(min_row=HEAD + 1)]
    heads = rows[0]
    for row, question in zip(rows[1:], questionnaire.questions, strict=True):
        for key, value in answers.get(question.measure, {}).items():
            row[heads.index({**SHOWN, **COLUMNS}[key])] = value
    return rows


def book_of(rows, name="Questions", hidden=(), formulas=()):
    """The bytes of a workbook with such rows; some rows hidden, some cells formulas."""
    raw = io.BytesIO()
    with xlsxwriter.Workbook(raw) as book:
        sheet = book.add_worksheet(name)
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                if (at, column) in formulas:
                    sheet.write_formula(at, column, f"={value}", None, value)
                elif value is not None:
                    sheet.write(at, column, value)
        for at in hidden:
            sheet.set_row(at, None, None, {"hidden": True})
        sheet.set_column(0, 0, None, None, {"hidden": True})
    return raw.getvalue()


def returned(tmp_path, raw, name="answers.xlsx"):
    """A file that came back, as it is read."""
    file = tmp_path / name
    file.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return read_returned(file)
