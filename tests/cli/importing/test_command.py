"""`evalkit import` as a user meets it."""

import json
import re

import pytest

from tests.conftest import SHARED
from tests.tables.made import table, written

DAY = ("--checked", "2026-11-29")
WIDE = """\
vendor,cost,security,total,notes
weight,40,60,100,
Alder Suite,3,5,80,in use today
Birch ERP,5,2,55,
"""


@pytest.fixture
def sheet(tmp_path, monkeypatch):
    """Write a table into an empty folder, and go there."""
    monkeypatch.chdir(tmp_path)

    def write(text=WIDE, name="wide.csv"):
        file = tmp_path / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    return write


def points(evalkit, plan, *words):
    """The points of each vendor by its name."""
    found = json.loads(evalkit("score", plan, "-f", "json", *words).out)
    return {each["name"]: each["score"] for each in found["vendors"]}


def test_a_wide_matrix_becomes_a_workspace_that_validates_and_scores(evalkit, sheet):
    ran = evalkit("import", sheet(), "--scale", "1:5", *DAY, "--write")
    assert (ran.code, ran.out) == (0, "Wrote 5 files.\nNext: evalkit score wide\n")
    assert evalkit("validate", "--as-of", "2026-11-29").out.startswith("0 errors, 0 warnings in 4")
    # (3 - 1) / 4 of 40 and (5 - 1) / 4 of 60; 40 and 1/4 of 60.
    assert points(evalkit, "wide") == {"Alder Suite": 80, "Birch ERP": 55}


def test_without_write_there_is_a_diff_and_nothing_else(evalkit, sheet, tmp_path):
    ran = evalkit("import", sheet(), "--scale", "1:5", *DAY)
    assert ran.code == 0
    assert "--- /dev/null\n+++ b/vendors/wide/alder-suite.yaml\n" in ran.out
    assert '+  cost_rating: {value: 3, note: "cell B3"}\n' in ran.out
    assert '+from: {source: "wide.csv", checked: 2026-11-29}\n' in ran.out
    assert ran.err.endswith("evalkit: 5 files to write; add --write to write them\n")
    assert [each.name for each in tmp_path.iterdir()] == ["wide.csv"]


def test_the_totals_of_the_sheet_are_compared(evalkit, sheet):
    ran = evalkit("import", sheet(WIDE.replace("55,", "57,")), "--scale", "1:5")
    assert "evalkit: Alder Suite: your sheet says 80, evalkit 80.00\n" in ran.err
    wrong = (
        "Birch ERP: your sheet says 57, evalkit 55.00 – the sheet's own ratings and weights make 55"
    )
    assert wrong in ran.err


def test_without_a_terminal_a_missing_scale_is_an_error_and_nothing_waits(evalkit, sheet):
    ran = evalkit("import", sheet())
    assert ran.code == 2
    assert (
        "which 'cost', 'security' can go; say the worst and the best, such as --scale 1:5"
        in ran.err
    )


def test_on_a_terminal_the_scale_is_asked_until_it_is_one(evalkit, sheet, monkeypatch):
    class Terminal:
        lines = iter(["five\n", "1:5\n"])

        def isatty(self):
            return True

        def readline(self):
            return next(self.lines)

    monkeypatch.setattr("sys.stdin", Terminal())
    ran = evalkit("import", sheet())
    assert ran.code == 0
    assert "'five' is no scale" in ran.err
    assert '+scale: "1:5"\n' in ran.out


def test_who_ends_the_input_leaves_everything_as_it_was(evalkit, sheet, monkeypatch, tmp_path):
    class Terminal:
        def isatty(self):
            return True

        def readline(self):
            return ""

    monkeypatch.setattr("sys.stdin", Terminal())
    ran = evalkit("import", sheet(), "--write")
    assert ran.code == 130
    assert [each.name for each in tmp_path.iterdir()] == ["wide.csv"]


def test_a_rating_off_the_scale_is_refused_with_its_cell_and_taken_once_corrected(evalkit, sheet):
    ran = evalkit(
        "import", sheet(WIDE.replace("Birch ERP,5", "Birch ERP,6")), "--scale", "1:5", "--write"
    )
    assert ran.code == 1
    assert ran.err.startswith("wide.csv B4: 6 is not on the scale 1:5\n")
    assert "evalkit: 1 cell not understood; nothing was written." in ran.err
    assert evalkit("import", sheet(), "--scale", "1:5", "--write").code == 0


def test_the_mapping_is_written_once_and_read_afterwards(evalkit, sheet, tmp_path):
    evalkit("import", sheet(), "--scale", "1:5", *DAY, "--write")
    mapping = tmp_path / "imports/wide.yaml"
    assert "weight: weight\ntotal: total\nnote: [notes]\n" in mapping.read_text()
    again = evalkit("import", sheet(), "--write")
    assert (again.code, again.out) == (0, "")
    assert "everything is there already; nothing to write" in again.err
    assert "says something else about `scale`" in evalkit("import", sheet(), "--scale", "0:5").err


def test_what_is_there_is_changed_only_if_that_is_said(evalkit, sheet, tmp_path):
    evalkit("import", sheet(), "--scale", "1:5", "--write")
    changed = sheet(WIDE.replace("Suite,3", "Suite,4"))
    ran = evalkit("import", changed, "--write")
    assert ran.code == 2
    assert "nothing was written, because these already exist: " in ran.err
    shown = evalkit("import", changed, "--replace").out
    assert re.findall("^[-+] .*", shown, re.MULTILINE) == [
        '-  cost_rating: {value: 3, note: "cell B3"}',
        '+  cost_rating: {value: 4, note: "cell B3"}',
    ]
    assert evalkit("import", changed, "--replace", "--write").code == 0
    assert "value: 4" in (tmp_path / "vendors/wide/alder-suite.yaml").read_text()


def test_a_vendor_that_is_no_longer_in_the_table_is_told(evalkit, sheet):
    assert evalkit("import", sheet(), "--scale", "1:5", *DAY, "--write").code == 0
    ran = evalkit("import", sheet(WIDE.replace("Birch ERP,5,2,55,\n", "")))
    assert (
        "evalkit: vendors/wide/birch-erp.yaml is not in the table, and stays as it is\n" in ran.err
    )


def test_a_column_that_the_mapping_does_not_know_is_refused(evalkit, sheet):
    evalkit("import", sheet(), "--scale", "1:5", "--write")
    ran = evalkit(
        "import", sheet("vendor,cost,security,price\nweight,40,60,\nAlder,3,5,7\n"), "--replace"
    )
    assert ran.code == 2
    assert "the table has no 'notes'; known here: " in ran.err
    ran = evalkit("import", sheet(WIDE.replace("notes", "notes,price")), "--replace")
    assert (
        "wide.csv F1: 'price' is not in the mapping; add it under `measures` or `leave`" in ran.err
    )


def test_a_table_joins_an_existing_workspace(evalkit, write, monkeypatch):
    folder = write()
    (folder / "wide.csv").write_text(WIDE)
    monkeypatch.chdir(folder)
    before = (folder / "plans/storefront-payments.yaml").read_bytes()
    assert evalkit("import", "wide.csv", "--scale", "1:5", "--write").code == 0
    assert points(evalkit, "wide") == {"Alder Suite": 80, "Birch ERP": 55}
    assert (folder / "plans/storefront-payments.yaml").read_bytes() == before


def test_words_need_a_table_of_levels(evalkit, sheet):
    text = "| Criterion | A | B |\n|---|---|---|\n| Sandbox | Good (paid) | Poor |\n| Refunds | Yes | No |\n"
    (file := sheet(text, "words.md")).with_name("levels.yaml").write_text(
        "quality: {Excellent: 100, Good: 75, Poor: 0}\nthere: {Yes: 100, No: 0}\n"
    )
    ran = evalkit("import", file)
    assert "words.md B2: 'Good (paid)' is no number\n" in ran.err
    assert "--levels FILE" in ran.err
    shown = evalkit("import", file, "--levels", "levels.yaml").out
    assert '+  sandbox_rating: {value: Good, note: "cell B2: Good (paid)"}\n' in shown
    assert "levels: {Yes: 100, No: 0}" in shown


def test_a_draft_is_the_mapping_alone(evalkit, sheet, tmp_path):
    ran = evalkit("import", sheet(), "--draft")
    assert (ran.code, ran.out) == (0, "Wrote imports/wide.yaml.\n")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["imports", "wide.csv"]
    assert evalkit("import", sheet(), "--draft").code == 2
    assert evalkit("import", sheet(), "--scale", "1:5", "--write").code == 0


def test_a_workbook_says_what_is_hidden_and_what_was_worked_out(evalkit, sheet):
    def fill(book, page):
        for row, cells in enumerate([["vendor", "cost", "risk"], ["Alder", 3, 4], ["Birch", 2, 5]]):
            page.write_row(row, 0, cells)
        page.write_formula("B2", "=1+2", None, 3)
        page.set_row(2, None, None, {"hidden": True})
        page.merge_range("A9:B9", "")

    ran = evalkit("import", sheet(written(fill), "w.xlsx"), "--scale", "1:5")
    assert ran.code == 0
    assert "the table has no weights: every criterion counts the same\n" in ran.err
    assert "cells that are hidden and were read: A3, B3, C3\n" in ran.err
    assert "cells that are formulas, whose saved results were taken: B2\n" in ran.err
    assert "merged cells hold their content once, in the first: A9:B9\n" in ran.err


def test_a_sheet_of_several_is_named(evalkit, sheet):
    def fill(book, page):
        page.write_row(0, 0, ["vendor", "cost"])
        page.write_row(1, 0, ["Alder", 3])
        book.add_worksheet("Other").write_row(0, 0, ["x", "y"])

    file = sheet(written(fill), "w.xlsx")
    assert "several tables; choose one with --sheet: Scores, Other" in evalkit("import", file).err
    assert evalkit("import", file, "--sheet", "Scores", "--scale", "1:5").code == 0


def test_names_in_any_script_become_files(evalkit, sheet):
    rows = [["vendor", "cost"], ["مورد البرمجيات", 3], ["Čedar & Søn", 4], ["?!", 5], ["x" * 80, 1]]
    ran = evalkit("import", sheet(table(*rows), "names.xlsx"), "--scale", "1:5", "--write")
    assert ran.code == 0, ran.err
    assert set(points(evalkit, "names")) == {row[0] for row in rows[1:]}


# The sheets that people sent.

SHEETS = SHARED / "sheets"
needs_sheets = pytest.mark.skipif(not SHEETS.exists(), reason="no sheets beside the project")


def taken(evalkit, name, *words):
    return evalkit("import", SHEETS / name, *words, *DAY, "--write")


@needs_sheets
def test_the_wide_scorecard_keeps_its_totals(evalkit, sheet):
    ran = taken(evalkit, "scorecard-wide.csv", "--scale", "1:5")
    assert "Alder Suite: your sheet says 83.75, evalkit 83.75\n" in ran.err
    wanted = {83.75, 82.5, 72.5, 57.5, 53.75}
    assert set(points(evalkit, "scorecard-wide").values()) == wanted


@needs_sheets
def test_the_appraisal_with_arrows_keeps_its_totals_of_50(evalkit, sheet):
    ran = taken(evalkit, "appraisal.md", "--scale", "0:5")
    assert "As it is: your sheet says 28 of 50, evalkit 56.0 of 100, which is 28 of 50\n" in ran.err
    assert points(evalkit, "appraisal") == {"First option": 64, "Second option": 60, "As it is": 56}


@needs_sheets
def test_the_tender_needs_the_points_of_each_stage(evalkit, sheet):
    sheet(
        "vendors: down\nname: bidder\ntotal: total\nmaximum: maximum\nleave: [selected]\n"
        "measures:\n  stage_1: {scale: 0:450, weight: 450}\n  stage_2: {scale: 0:300, weight: 300}\n",
        "tender.yaml",
    )
    ran = taken(evalkit, "tender.csv", "--map", "tender.yaml")
    assert (
        "Bidder C: your sheet says 621 of 750, evalkit 82.8 of 100, which is 621 of 750" in ran.err
    )
    assert "1 empty cell: not looked for\n" in ran.err
    found = points(evalkit, "tender")
    # 369 of 450 points, and anything from 0 to 300 of the second stage, half of it in the middle.
    assert found["Bidder D"] == pytest.approx((369 + 150) / 7.5)
    assert found["Bidder A"] == pytest.approx(616 / 7.5)


@needs_sheets
def test_the_long_form_refuses_the_six_and_explains_what_does_not_apply(evalkit, sheet):
    ran = taken(evalkit, "long-form.csv", "--scale", "1:5")
    assert (ran.code, ran.err.splitlines()[0]) == (1, "long-form.csv D6: 6 is not on the scale 1:5")
    text = (SHEETS / "long-form.csv").read_text().replace("0,4;6;2,4", "0,4;5;2,0")
    ran = evalkit("import", sheet(text, "long-form.csv"), "--scale", "1:5", *DAY, "--write")
    assert (
        "Alder Suite: your sheet says 4.2 of 5, evalkit 80.0 of 100, which is 4.2 of 5\n" in ran.err
    )
    assert "Security does not apply: your sheet counts it as nothing" in ran.err
    assert points(evalkit, "long-form") == {"Alder Suite": 80, "Cedar Stack": 55, "Birch ERP": 75}


PROVIDERS = """\
vendors: across
name: Criterion
levels:
  quality: {Excellent: 100, Good: 75, Fair: 50, Limited: 25, Manual: 10, Poor: 0}
  there: {Yes: 100, No: 0}
measures:
  Library for our language: {}
  Direct debit: {}
  Subscriptions: {}
  Customer portal: {}
  Card fee (EEA):
    title: Fee for a card payment of EUR 50
    unit: EUR
    scale: "1.5:0"
    words:
      1.5% + 0.25 EUR: 1
      1.8% + 0.25 EUR: 1.15
      0.60 EUR + scheme fee: {at_least: 0.6}
      varies: unknown
  Direct debit fee:
    unit: EUR
    scale: "1:0"
    words: {0.22 EUR + interchange: {at_least: 0.22}, included: 0}
  Monthly fee: {unit: EUR, scale: "50:0", words: {none: 0, none (minimum volume): 0}}
"""


@needs_sheets
def test_the_providers_need_words_and_prices(evalkit, sheet, tmp_path):
    sheet(PROVIDERS, "map.yaml")
    ran = taken(evalkit, "payment-providers.md", "--map", "map.yaml")
    assert ran.code == 0, ran.err
    text = (tmp_path / "vendors/payment-providers/provider-p.yaml").read_text()
    assert '  fee_for_a_card_payment_of_eur_50: {value: unknown, note: "cell E6: varies"}\n' in text
    assert '  monthly_fee: {at_least: 18.9, note: "cell E8"}\n' in text
    assert '  library_for_our_language: {value: Poor, note: "cell E2: Poor (none)"}\n' in text
    assert evalkit("validate", *DAY[:0]).out.startswith("0 errors, 0 warnings")
    # 100 for library, debit, subscriptions and portal; 1 of 1.5, 0.35 of 1, and no monthly fee.
    wanted = (400 + 100 / 3 + 65 + 100) / 7
    assert points(evalkit, "payment-providers")["Provider S"] == pytest.approx(wanted)


def test_a_table_of_60_columns_is_taken_over_as_it_is(evalkit, sheet, tmp_path):
    heads = [f"criterion {at}" for at in range(58)]
    rows = [["vendor", *heads, "total"], ["weight", *[at % 5 + 1 for at in range(58)]]]
    for vendor in range(20):
        ratings = [(vendor * at) % 5 + 1 for at in range(58)]
        total = sum(w * r for w, r in zip(rows[1][1:], ratings, strict=True)) / sum(rows[1][1:])
        rows.append([f"Vendor {vendor}", *ratings, round(total, 4)])
    ran = evalkit("import", sheet(table(*rows), "big.xlsx"), "--scale", "1:5", "--write")
    assert ran.code == 0, ran.err
    # The mean of ratings from 1 to 5, as points.
    wanted = {row[0]: pytest.approx((row[-1] - 1) * 25, abs=0.01) for row in rows[2:]}
    assert points(evalkit, "big") == wanted


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--scale", "five"), "'five' is no scale"),
        (("--category", "My Tools"), "`category`: "),
        (
            ("--category", "payment-gateways"),
            "evalkit comes with criteria named 'payment-gateways'",
        ),
        (("--source", "javascript:x"), "`source`: "),
        (("--checked", "today"), "'today' is not a date"),
        (("--levels", "none.yaml"), "cannot read none.yaml"),
    ],
)
def test_an_option_that_is_wrong_is_named(evalkit, sheet, words, why):
    ran = evalkit("import", sheet(), "--scale", "1:5", *words)
    assert (ran.code, ran.out) == (2, "")
    assert why in ran.err


def test_a_long_cell_does_not_fill_the_screen(evalkit, sheet):
    ran = evalkit("import", sheet(WIDE.replace("Suite,3", f"Suite,{'x' * 9000}")), "--scale", "1:5")
    assert max(map(len, ran.err.splitlines())) <= 300


def test_a_vendor_without_any_value_is_told(evalkit, sheet):
    ran = evalkit("import", sheet(WIDE + "Source: the buyers,,,,\n"), "--scale", "1:5")
    assert "cells that are names of vendors without any value: A5\n" in ran.err
