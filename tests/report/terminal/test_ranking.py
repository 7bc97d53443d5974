"""The ranking at a terminal, from a field whose figures were worked out by hand."""

import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from evalkit.report.terminal.screen import Screen
from evalkit.report.terminal.table import Row, figure, table, text
from tests.conftest import PLAN, VENDOR
from tests.golden.cases import WORKSPACE
from tests.report.terminal.fields import FIELD, MIDDLE, OPEN_GATE

SCORE = ("score", "storefront-payments")
TABLE = """\
  Vendor        Points  Middle  Settled  0         50      100
1 ExamplePay  63 to 70      67      93%               ●┤
2 Otherpay    30 to 37      33      93%        ├●
  out of reach at these weights
  Newpay      0 to 100               0%  not ranked: 1 fact short of 60%
  Slowpay     ruled out: rate limit: 5 requests/s, where at least 10 requests/s is needed
"""


def test_everybody_has_a_range_and_only_who_is_ranked_a_bar(evalkit, write, monkeypatch):
    monkeypatch.setenv("COLUMNS", "90")
    ran = evalkit(*SCORE, cwd=write(FIELD))
    assert TABLE in ran.out
    assert "Payments for a storefront, 23 Nov 2026\n  Vendor" in ran.out
    assert (
        "Points: worst to best case. Middle: open facts at half. Settled: share known." in ran.out
    )


def test_the_bar_goes_first_and_then_the_remark(evalkit, write, monkeypatch):
    monkeypatch.setenv("COLUMNS", "50")
    ran = evalkit(*SCORE, cwd=write(FIELD))
    assert (
        "  Vendor        Points  Middle  Settled\n1 ExamplePay  63 to 70      67      93%\n"
        in ran.out
    )
    assert "  Newpay      0 to 100               0%\n  not ranked: 1 fact short of 60%\n" in ran.out


def test_what_is_too_narrow_for_a_table_is_a_block_for_each_vendor(evalkit, write, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    long = "name: ExamplePay of a long name indeed"
    files = {"vendors/payment-gateways/examplepay.yaml": VENDOR.replace("name: ExamplePay", long)}
    ran = evalkit(*SCORE, cwd=write(FIELD | files))
    block = "1 ExamplePay of a long name indeed\n  Points: 63 to 70\n  Middle: 67\n  Settled: 93%\n"
    assert block in ran.out
    assert (
        "Newpay\n  Points: 0 to 100\n  Settled: 0%\n  not ranked: 1 fact short of 60%\n" in ran.out
    )


@pytest.mark.parametrize("width", [40, 50, 60, 76, 80, 120, 200])
def test_the_page_is_never_wider_than_its_terminal(evalkit, write, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    text = VENDOR.replace(
        "name: ExamplePay", "name: ExamplePay 株式会社 of a very long name that does not fit"
    )
    files = {"vendors/payment-gateways/examplepay.yaml": text}
    ran = evalkit(*SCORE, "--by-criterion", cwd=write(FIELD | files))
    assert max(cell_len(line) for line in ran.out.splitlines()) <= width
    assert "…" not in ran.out


@pytest.mark.parametrize(("columns", "width"), [("0", 80), ("wide", 80), ("20", 40), ("", 80)])
def test_a_width_that_is_none_counts_as_that_of_a_pipe(evalkit, write, monkeypatch, columns, width):
    folder = write(FIELD)
    monkeypatch.setenv("COLUMNS", str(width))
    usual = evalkit(*SCORE, cwd=folder).out
    monkeypatch.setenv("COLUMNS", columns)
    assert evalkit(*SCORE).out == usual


def test_where_unknowns_count_as_zero_the_head_says_so(evalkit, write):
    plan = {"plans/storefront-payments.yaml": PLAN}
    ran = evalkit(*SCORE, cwd=write(FIELD | plan))
    assert "  Vendor        Points  At worst  Settled  0 " in ran.out
    assert "1 ExamplePay  63 to 70        64      93%               ●┤\n" in ran.out
    assert "At worst: what is open counts as 0 until shown." in ran.out
    assert "Middle" not in ran.out


def test_an_open_must_have_of_who_is_ranked_is_named(evalkit, write, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    ran = evalkit(*SCORE, cwd=write(FIELD | OPEN_GATE))
    # Behind the bar's 21 cells; what does not fit there follows below.
    assert "               ●┤        1 must-have open\n" in ran.out
    assert "        ├●\n  1 must-have open; out of reach at these weights\n" in ran.out


def test_where_nobody_is_ranked_there_is_no_rank_no_middle_and_no_bar(evalkit, write):
    files = dict.fromkeys(["vendors/payment-gateways/examplepay.yaml"])
    plan = {"plans/storefront-payments.yaml": f"{MIDDLE}vendors: [newpay, midpay]\n"}
    mid = FIELD["vendors/payment-gateways/newpay.yaml"].replace("newpay", "midpay")
    folder = write(FIELD | files | plan | {"vendors/payment-gateways/midpay.yaml": mid})
    (folder / "vendors/payment-gateways/midpay.yaml").write_text(
        "id: midpay\nname: Midpay\ncategory: payment-gateways\nfacts:\n"
        "  api_style: {value: [rest], source: https://a.test, checked: 2026-06-20}\n"
    )
    ran = evalkit(*SCORE, cwd=folder)
    # 3/4 × 25 of 100 points are known of Midpay, all of them good
    assert (
        "Vendor     Points  Settled  Facts short of 60%\n"
        "Midpay  18 to 100      18%                   1\n"
        "Newpay   0 to 100       0%                   1\n"
    ) in ran.out
    assert "●" not in ran.out


def test_who_is_ruled_out_is_named_even_where_nobody_is_left(evalkit, write):
    plan = {"plans/storefront-payments.yaml": MIDDLE.replace("at_least: 10", "at_least: 26")}
    ran = evalkit(*SCORE, cwd=write(plan))
    assert "Vendor\nExamplePay\n  ruled out: rate limit: 25 requests/s, where" in ran.out


def test_a_table_of_one_row_is_a_sentence_that_adds_up(evalkit, write):
    ran = evalkit(*SCORE, cwd=write())
    assert "\nOf 100 points 63.7 are secured, 6.3 open and 30.0 lost.\n" in ran.out
    assert "Vendor" not in ran.out


@pytest.mark.parametrize(
    ("encoding", "bar"), [("ascii", "o|"), ("cp1252", "o|"), ("utf-8", "●┤"), ("cp437", "o┤")]
)
def test_signs_that_stdout_cannot_write_have_plain_ones_in_their_place(write, encoding, bar):
    folder = write(FIELD)
    (folder / "vendors/payment-gateways/newpay.yaml").write_text(
        "id: newpay\nname: 株式会社\ncategory: payment-gateways\nfacts: {}\n", "utf-8"
    )
    ran = subprocess.run(
        [Path(sys.executable).parent / "evalkit", *SCORE],
        cwd=folder, capture_output=True, check=False,
        env={"PYTHONIOENCODING": encoding, "PATH": "", "HOME": str(folder)},
    )  # fmt: skip
    assert ran.returncode == 0
    lines = ran.stdout.decode(encoding).splitlines()
    assert f"1 ExamplePay  63 to 70      67      93%               {bar}" in lines
    # Widths are worked out after signs were replaced.
    assert any(line.endswith("0%  not ranked: 1 fact short of 60%") for line in lines)
    assert max(map(cell_len, lines)) <= 80


@pytest.mark.parametrize(("name", "value"), [("TERM", "dumb"), ("EVALKIT_PLAIN", "1")])
def test_read_aloud_each_row_is_a_sentence(evalkit, write, monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    out = evalkit(*SCORE, cwd=write(FIELD)).out
    assert "1 ExamplePay: 63 to 70 points, middle 67, 93% settled.\n" in out
    assert "Newpay: 0 to 100 points, 0% settled; not ranked: 1 fact short of 60%.\n" in out
    assert not set("●├┤─") & set(out)


def test_an_invented_client_is_said_to_be_one(evalkit, write):
    plan = {"plans/storefront-payments.yaml": f"{MIDDLE}example: true\n"}
    out = evalkit(*SCORE, cwd=write(FIELD | plan)).out
    assert "\nPayments for a storefront, 23 Nov 2026 (invented client)\n" in out


def test_only_the_name_of_the_first_is_bold():
    rows = [Row(("1 A", "9"), is_first=True), Row(("2 B", "8"))]
    _, first, second = table(Screen(80), [text("Vendor"), figure("Points")], rows)
    assert [first.plain[span.start : span.end] for span in first.spans] == ["1 A"]
    assert second.spans == []


def test_who_is_not_ranked_may_be_out_of_reach_as_well(evalkit):
    out = evalkit("score", "frontier", "-w", WORKSPACE).out
    # 24 to 92 points, where the first has 95
    assert "  not ranked: 1 fact short of 60%; out of reach at these weights\n" in out


@pytest.mark.parametrize(
    ("width", "first"),
    [
        (90, "1 ExamplePay  63 to 70      67      93%  at best strong               ●┤\n"),
        # the bar gives way first, and then the word goes to a line of its own
        (70, "1 ExamplePay  63 to 70      67      93%  at best strong\n"),
        (48, "1 ExamplePay  63 to 70      67      93%\n  at best strong\n"),
    ],
)
def test_the_word_of_a_band_stays_longer_than_the_bar(evalkit, write, monkeypatch, width, first):
    monkeypatch.setenv("COLUMNS", str(width))
    plan = FIELD["plans/storefront-payments.yaml"] + "bands: {70: strong}\n"
    folder = write(FIELD | {"plans/storefront-payments.yaml": plan})
    assert first in evalkit(*SCORE, cwd=folder).out
    monkeypatch.setenv("COLUMNS", "110")
    assert "Settled: share known. Band: by points at least.\n" in evalkit(*SCORE, cwd=folder).out
    explained = evalkit("explain", "storefront-payments", "examplepay", cwd=folder).out
    assert "By the plan's bands it is at best strong." in " ".join(explained.split())
