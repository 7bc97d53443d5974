"""A scorecard whose weights can be changed, as a spreadsheet calculates it."""

import io
import zipfile

import openpyxl
import pytest

from evalkit.evaluation.evaluate import evaluate
from evalkit.evidence.scorecard.workbook import to_rankings, to_scorecard
from tests.conftest import ROOT, SHIPPED_DAY
from tests.evidence.scorecard.made import (
    FILES,
    LONG_NAME,
    TRIED,
    assert_same,
    by_libreoffice,
    evaluated,
    with_weights,
)


@pytest.fixture
def workspace(loaded):
    return loaded(FILES)


@pytest.fixture
def raw(workspace):
    return to_scorecard(evaluated(workspace), "")


def opened(raw):
    return openpyxl.load_workbook(io.BytesIO(raw))


def test_the_results_are_those_of_the_evaluation(workspace, raw):
    evaluation = evaluated(workspace)
    assert_same(raw, evaluation)
    ranks = [each.rank for each in evaluation.vendors]
    assert ranks.count(None) == 1, "one is ruled out"
    assert len(set(ranks)) == len(ranks) - 1, "two are tied"


def test_it_is_the_same_to_the_byte_when_it_is_written_again(workspace, raw):
    assert to_scorecard(evaluated(workspace), "") == raw


def test_only_weights_can_be_changed(raw):
    book = opened(raw)
    assert all(sheet.protection.sheet for sheet in book)
    free = {
        (sheet.title, cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked
    }
    assert free == {("Weights", weight) for weight in (25, 75, 13, 30, 10, 3, 2, 1, 7, 4)}


def test_what_a_file_says_is_no_formula(raw):
    book = opened(raw)
    formulas = {
        cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }
    assert not [each for each in formulas if "HYPERLINK" in each or "Help desk" in each]
    texts = {cell.value for row in book["Ranking"].iter_rows() for cell in row}
    assert {'=HYPERLINK("https://a.test")', "=Help desk", LONG_NAME} <= texts


def test_a_fact_has_its_source_as_comment_and_what_is_unknown_is_marked(raw):
    sheet = opened(raw)["Facts"]
    heads = [cell.value for cell in sheet[1]]
    rows = {row[1].value: row for row in sheet.iter_rows(2)}
    own, other = heads.index("ExamplePay"), heads.index("Otherpay")
    assert rows["Api style"][own].value == "rest"
    assert rows["Api style"][own].comment.text == (
        "https://examplepay.test/docs, checked 2026-06-20, =1+1"
    )
    assert rows["Hours a day"][own].value == "not looked for"
    assert rows["Answers"][other].value == "not found"
    assert rows["Answers"][other].comment.text == "not found: https://a.test/1, checked 2026-06-20"
    marked = {cell.fill.fgColor.rgb for cell in (rows["Hours a day"][own], rows["Answers"][other])}
    assert len(marked) == 1
    assert rows["Api style"][own].fill.fgColor.rgb not in marked
    assert rows["Webhooks"][other].fill.fgColor.rgb not in marked


def test_every_vendor_has_the_outcome_of_each_must_have(raw):
    rows = list(opened(raw)["Must-haves"].iter_rows(2, values_only=True))
    outcomes = {row[0]: row[2] for row in rows}
    assert (outcomes["ExamplePay"], outcomes["Slow"]) == ("met", "not met")
    assert {row[1] for row in rows} == {"Rate limit: at least 10 requests/s"}


def test_on_paper_every_sheet_is_one_page_wide_and_no_text_is_cut_off(raw):
    book = opened(raw)
    # A width that is not stated is one page; a height of 0 is as many as it takes.
    assert {(s.page_setup.fitToWidth or 1, s.page_setup.fitToHeight) for s in book} == {(1, 0)}
    assert all(sheet.sheet_properties.pageSetUpPr.fitToPage for sheet in book)
    for sheet in (book["Must-haves"], book["Facts"]):
        widths = {name: each.width for name, each in sheet.column_dimensions.items()}
        for row in sheet.iter_rows(min_row=2):
            long = [cell for cell in row if cell.value and len(cell.value) > 30]
            needed = max((len(c.value) / widths.get(c.column_letter, 24) for c in long), default=0)
            assert (sheet.row_dimensions[row[0].row].height or 15) >= 12 * needed


def test_a_scenario_is_told(workspace):
    raw = to_scorecard(evaluated(workspace, **TRIED[0]), "This is a scenario.")
    assert opened(raw)["Ranking"]["A3"].value == "This is a scenario."
    assert_same(raw, evaluated(workspace, **TRIED[0]))


def test_several_lists_have_a_sheet_each_whose_name_every_program_takes(workspace):
    plan = workspace.plans["storefront-payments"]
    titles = ("A/B: [what]? " + "x" * 80, "A/B: [what]? " + "x" * 81, "'", "قائمة", "HISTORY")
    lists = [
        evaluate(workspace, plan.model_copy(update={"title": each}), SHIPPED_DAY, full=False)
        for each in titles
    ]
    book = opened(to_rankings(lists))
    assert [sheet["A1"].value for sheet in book] == list(titles)
    assert len({sheet.title for sheet in book}) == len(titles)
    assert all(0 < len(sheet.title) <= 31 for sheet in book)
    assert to_rankings(lists) == to_rankings(lists)


def test_its_parts_have_no_day(raw):
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert {each.date_time[:3] for each in archive.infolist()} == {(1980, 1, 1)}


@pytest.mark.long
@pytest.mark.parametrize("weights", [{}, *TRIED])
def test_libreoffice_calculates_what_evalkit_does(tmp_path, workspace, raw, weights):
    changed = by_libreoffice(tmp_path, with_weights(raw, weights))
    assert_same(changed, evaluated(workspace, **weights))


@pytest.mark.long
def test_libreoffice_calculates_a_shipped_plan_with_other_weights(tmp_path):
    from evalkit.checking.load import load
    from evalkit.model.comparison.scenario import Scenario

    shipped = load(ROOT, SHIPPED_DAY)
    plan = shipped.plans["storefront-payments"]
    before = evaluate(shipped, plan, SHIPPED_DAY, full=False)
    tops = {each.id: 1.0 + at * 2.5 for at, each in enumerate(before.criteria)}
    after = evaluate(
        shipped, plan, SHIPPED_DAY, full=False, scenario=Scenario(plan=plan.id, weights=tops)
    )
    assert_same(by_libreoffice(tmp_path, with_weights(to_scorecard(before, ""), tops)), after)
