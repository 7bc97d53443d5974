"""Points by criterion, which add up as printed."""

import re

import pytest

from tests.conftest import CRITERIA
from tests.report.terminal.fields import FIELD, MIDDLE

SCORE = ("score", "storefront-payments")


@pytest.mark.parametrize("width", [80, 120])
def test_criteria_stand_beside_the_ranking_from_120_columns_on(evalkit, write, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    out = evalkit(*SCORE, cwd=write(FIELD)).out
    assert ("preference" in out) == (width == 120)
    if width == 120:
        # 18.75 + 3.125 of 25 points, and 45 of 75: 67 in all; half of Otherpay's webhooks is open
        assert "\n  Vendor        Points  Middle  Settled  preference  Scalability  0 " in out
        assert "  possible                 100                   25           75\n" in out
        assert re.search(
            r"^1 ExamplePay  63 to 70      67      93%          22           45", out, re.MULTILINE
        )
        assert re.search(
            r"^2 Otherpay    30 to 37      33      93%          12           21", out, re.MULTILINE
        )
        assert "Criteria: points at the middle, adding up to it; a question mark where half" in out


def test_by_criterion_has_criteria_as_rows_the_heaviest_first(evalkit, write):
    out = evalkit(*SCORE, "--by-criterion", cwd=write(FIELD)).out
    assert (
        "Points at the middle  Possible  ExamplePay  Otherpay\n"
        "Scalability                 75          45        21\n"
        "API preference              25          22        12\n"
        "Total                      100          67        33\n"
        "A question mark: half or more of these points are open.\n"
    ) in out


def test_criteria_that_are_equal_for_all_are_one_row_and_a_sentence(evalkit, write):
    more = CRITERIA.replace(
        "background:",
        "  one:\n    title: One\n    weight: 10\n    measures:\n      first: {weight: 1, scale: {kind: levels, levels: {true: 100, false: 0}, because: '-'}}\n"
        "  two:\n    title: Two\n    weight: 10\n    measures:\n      second: {weight: 1, scale: {kind: levels, levels: {true: 100, false: 0}, because: '-'}}\n"
        "background:",
    )
    plan = MIDDLE.replace(
        "{api: 25, scalability: 75}", "{api: 20, scalability: 60, one: 16, two: 4}"
    )
    files = {"criteria/payment-gateways.yaml": more, "plans/storefront-payments.yaml": plan}
    out = evalkit(*SCORE, "--by-criterion", cwd=write(FIELD | files)).out
    # nothing is known of either, for anybody: half of 16 and of 4 points
    assert re.search(r"^Two more, all equal +20 +10 +10$", out, re.MULTILINE)
    assert "Equal: One 8?, Two 2?." in out


def test_vendors_that_do_not_fit_get_a_table_of_their_own(evalkit, write, monkeypatch):
    monkeypatch.setenv("COLUMNS", "50")
    out = evalkit(*SCORE, "--by-criterion", cwd=write(FIELD)).out
    assert "Points at the middle  Possible  ExamplePay\n" in out
    assert "Points at the middle  Possible  Otherpay\n" in out
