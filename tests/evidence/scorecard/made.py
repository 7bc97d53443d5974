"""A plan with weights on two levels, and what is open, level but for noise, or not applicable."""

import io
import os
import shutil
import subprocess

import openpyxl
import pytest

from evalkit.evaluation.evaluate import evaluate
from evalkit.model.comparison.scenario import Scenario
from tests.conftest import CRITERIA, DAY, PLAN, VENDOR, vendor

SEEN = "source: https://a.test/1, checked: 2026-06-20"
LONG_NAME = ("شركة الدفع الإلكتروني " * 4)[:80]
FILES = {
    "criteria/payment-gateways.yaml": CRITERIA.replace(
        "background:",
        """\
  help-desk:
    title: "=Help desk"
    weight: 5
    criteria:
      hours:
        title: Hours
        weight: 3
        measures:
          hours_a_day: {weight: 1, unit: hours, scale: {kind: linear, worst: 0, best: 24, because: "-"}}
      people:
        title: People
        weight: 2
        measures:
          staff: {weight: 7, scale: {kind: linear, worst: 0, best: 30, because: "-"}}
          answers: {weight: 4, scale: {kind: linear, worst: 9, best: 0, because: "-"}}
background:""",
    ),
    "plans/storefront-payments.yaml": PLAN.replace(
        "weights: {api: 25, scalability: 75}",
        "weights: {api: 25, scalability: 75, help-desk: 13}\nrankable: 0",
    ),
    "vendors/payment-gateways/examplepay.yaml": VENDOR.replace(
        "2026-06-20}\n", "2026-06-20, note: \"=1+1\"}\n", 1
    ),
    "vendors/payment-gateways/otherpay.yaml": vendor(
        api_style=f"{{value: [soap], {SEEN}}}", rate_limit=f"{{value: 40, {SEEN}}}",
        hours_a_day=f"{{value: 7, {SEEN}}}", staff=f"{{low: 4, high: 9, {SEEN}}}",
        answers=f"{{unknown: true, looked: [{{{SEEN}}}]}}", webhooks="{not_applicable: none}",
    ),
    "vendors/payment-gateways/twin.yaml": vendor(
        "twin", api_style=f"{{value: [soap], {SEEN}}}", rate_limit=f"{{value: 40.0000000005, {SEEN}}}",
        hours_a_day=f"{{value: 7, {SEEN}}}", staff=f"{{low: 4, high: 9, {SEEN}}}",
        answers=f"{{unknown: true, looked: [{{{SEEN}}}]}}", webhooks="{not_applicable: none}",
    ),
    "vendors/payment-gateways/slow.yaml": vendor(
        "slow", api_style=f"{{value: [rest], {SEEN}}}", rate_limit=f"{{value: 2, {SEEN}}}",
        staff="{not_applicable: a}", answers="{not_applicable: b}",
    ),
    "vendors/payment-gateways/long.yaml": vendor(
        "long", rate_limit=f"{{at_least: 60, {SEEN}}}"
    ).replace("name: Long", f"name: '{LONG_NAME}'"),
    "vendors/payment-gateways/bare.yaml": vendor(
        "bare", rate_limit=f"{{value: 30, {SEEN}, conflicts: [{{value: 31, {SEEN}}}]}}",
        hours_a_day="{not_applicable: a}", staff="{not_applicable: a}", answers="{not_applicable: b}",
    ),
    "vendors/payment-gateways/evil.yaml": vendor(
        "evil", rate_limit=f"{{value: 11, {SEEN}}}", hours_a_day=f"{{value: 24, {SEEN}}}"
    ).replace("name: Evil", "name: '=HYPERLINK(\"https://a.test\")'"),
}  # fmt: skip
TRIED = (
    {"api": 0.7, "scalability": 0.1, "help-desk": 3},
    {"api": 0, "scalability": 0, "help-desk": 1},
    {"hours": 0, "people": 5},
    {"staff": 1e-3, "answers": 5000},
    {"api_style": 0, "webhooks": 2},
)


def evaluated(workspace, **weights):
    """A workspace's plan, with some weights tried."""
    plan = workspace.plans["storefront-payments"]
    tried = Scenario(plan=plan.id, weights=weights) if weights else None
    return evaluate(workspace, plan, DAY, full=False, scenario=tried)


def ranking(raw):
    """Rank, standing, points and contributions in the sheet, by the name of the vendor."""
    sheet = openpyxl.load_workbook(io.BytesIO(raw), data_only=True)["Ranking"]
    return {row[2]: (row[0], row[1], row[3:]) for row in sheet.iter_rows(5, values_only=True)}


def expected(evaluation):
    """The same in an evaluation."""
    return {
        each.name: (
            each.rank,
            each.standing.replace("_", " "),
            (each.low, each.score, each.high, *each.contributions.values()),
        )
        for each in evaluation.vendors
    }


def assert_same(raw, evaluation):
    """Everything in the sheet is what evalkit says, to 1e-12."""
    found, wanted = ranking(raw), expected(evaluation)
    assert found.keys() == wanted.keys()
    for name, (rank, standing, numbers) in wanted.items():
        assert found[name][:2] == (rank, standing), name
        for here, there in zip(found[name][2], numbers, strict=True):
            assert here == (there if there is None else pytest.approx(there, rel=0, abs=1e-12)), (
                name
            )
    assert_same_shares(raw, evaluation)


def assert_same_shares(raw, evaluation):
    """Each measure has the share of the whole that it has in the evaluation."""
    sheet = openpyxl.load_workbook(io.BytesIO(raw), data_only=True)["Calculation"]
    heads = [cell.value for cell in sheet[1]]
    rows = {row[0]: row for row in sheet.iter_rows(min_row=3, values_only=True)}
    for each in evaluation.vendors:
        for name, measure in each.measures.items():
            here = rows[each.name][heads.index(f"{name}: share")]
            assert here == pytest.approx(measure.weight, rel=0, abs=1e-14), (each.id, name)


def with_weights(raw, weights):
    """The workbook after somebody has typed other weights, without any result."""
    book = openpyxl.load_workbook(io.BytesIO(raw))
    for name, weight in weights.items():
        ((sheet, place),) = book.defined_names[f"weight_{name.replace('-', '.')}"].destinations
        assert not book[sheet][place.replace("$", "")].protection.locked
        book[sheet][place.replace("$", "")].value = weight
    changed = io.BytesIO()
    book.save(changed)
    return changed.getvalue()


def by_libreoffice(folder, raw):
    """The workbook as LibreOffice calculates and saves it."""
    if not shutil.which("soffice") and not os.environ.get("EVALKIT_REQUIRE_LIBREOFFICE"):
        pytest.skip("Debian's libreoffice-calc-nogui is not installed")
    (folder / "in").mkdir(exist_ok=True)
    (folder / "in/scorecard.xlsx").write_bytes(raw)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder, folder / "in/scorecard.xlsx"],
        check=True, capture_output=True,
    )  # fmt: skip
    return (folder / "scorecard.xlsx").read_bytes()
