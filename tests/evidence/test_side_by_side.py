"""The answers of all vendors side by side."""

import io

import openpyxl
import pytest

from evalkit.evaluation.evaluate import evaluate
from evalkit.evidence.register import Back, Register, Round, states
from evalkit.evidence.side_by_side import Answers, answers, to_csv, to_markdown, to_workbook
from tests.conftest import DAY, VENDOR, vendor
from tests.evidence.made import EXAMPLEPAY, OTHERPAY

WORD = "source: answer of Otherpay, checked: 2026-11-20, kind: vendor-answer, note: As standard."
FILES = {
    EXAMPLEPAY: VENDOR.replace("checked: 2026-06-20}\n", f"checked: 2026-06-20, conflicts: [{{value: [soap], {WORD}}}]}}\n", 1),
    OTHERPAY: vendor(rate_limit=f"{{value: 100, {WORD}}}"),
}  # fmt: skip
ASKED = Register(
    plan="storefront-payments",
    rounds=(
        Round(
            vendor="otherpay",
            mark="m",
            asked=DAY,
            questions=("rate_limit", "webhooks", "api_style"),
            back=(Back(file="a", sha256="0", taken=DAY, answered=("rate_limit",), unclear={"api_style": "why"}),),
        ),
    ),
)  # fmt: skip


@pytest.fixture
def found(loaded):
    workspace = loaded(FILES)
    evaluation = evaluate(workspace, workspace.plans["storefront-payments"], DAY, full=False)
    return answers(evaluation, ASKED, states(ASKED, DAY))


def test_a_question_is_a_row_and_a_vendor_a_column(found):
    assert found.heads[:2] == ("Question", "Unit")
    at = found.heads.index("Otherpay")
    assert {row[0]: row[at] for row in found.rows} == {
        "Api style": "unclear: why",
        "Webhooks": "no answer yet",
        "Rate limit": "100 requests/s (20 Nov 2026): As standard.",
    }


def test_an_answer_beside_another_source_is_shown_and_the_source_is_not(found):
    at = found.heads.index("ExamplePay")
    assert {row[0]: row[at] for row in found.rows} == {
        "Api style": "soap (20 Nov 2026): As standard.",
        "Webhooks": "not asked",
        "Rate limit": "not asked",
    }


EVIL = Answers("T", ("Question", "Unit", "=1+1"), (("@a", "", "+1|[x](javascript:1)"),))


def test_no_cell_of_the_csv_is_a_formula():
    assert to_csv(EVIL) == "Question,Unit,'=1+1\n'@a,,'+1|[x](javascript:1)\n"


def test_markdown_has_a_row_a_question():
    assert to_markdown(EVIL).splitlines()[2:] == [
        "| Question | Unit | =1+1 |",
        "| --- | --- | --- |",
        r"| @a |  | +1\|\[x\](javascript:1) |",
    ]


def test_the_workbook_has_texts_alone():
    sheet = openpyxl.load_workbook(io.BytesIO(to_workbook(EVIL)))["Answers"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["Question", "Unit", "=1+1"], ["@a", "", "+1|[x](javascript:1)"],
    ]  # fmt: skip
    assert {cell.data_type for cell in sheet[1]} == {"s"}
    assert to_workbook(EVIL) == to_workbook(EVIL)
