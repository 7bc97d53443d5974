"""Findings on a terminal of any width."""

import re

import pytest
from rich.cells import cell_len

from evalkit.diagnostics.record import Fix, Severity, Span
from evalkit.report.terminal.findings import Findings, to_findings
from evalkit.report.terminal.screen import Screen
from tests.diagnostics.formats.seeded import diagnostic

NAMES = {"EK302": "unknown measure", "EK307": "undated fact", "EK308": "stale fact"}
PATH = "vendors/payment-gateways/stripe.yaml"


def finding(code="EK302", line=75, column=3, *, message="no measure `rate_limt`", **more):
    width = more.pop("cells", 9)
    told = {"path": PATH, "code": code, "line_text": "  rate_limt:", "hint": "", **more}
    return diagnostic(message, span=Span(line, column, line, column + width), **told)


def warning(code, line, **more):
    return finding(code, line, severity=Severity.WARNING, message="m", **more)


def lines(found, width=80, *, screen=None, files=1, **more):
    told = Findings(found, files, NAMES, **more)
    return [each.plain for each in to_findings(told, screen or Screen(width))]


def test_the_page_is_that_of_the_design():
    found = [
        *(warning("EK307", line) for line in (75, 81, 184)),
        *(warning("EK308", line) for line in (18, 24)),
        finding(hint="did you mean `rate_limit`?", fix=Fix("rename", "rate_limit")),
    ]
    assert lines(found) == [
        "1 error and 5 warnings in 1 file",
        "",
        "vendors/payment-gateways/stripe.yaml:75:3: error[EK302] no measure `rate_limt`",
        "75 |   rate_limt:",
        "   |   ^^^^^^^^^ did you mean `rate_limit`?",
        "",
        "vendors/payment-gateways/stripe.yaml, warnings",
        "   EK307 undated fact: lines 75, 81, 184",
        "   EK308 stale fact: lines 18, 24",
        "More: --fix repairs some, evalkit rule EK302 explains, --each lists all warnings",
    ]


def test_nothing_wrong_is_one_line():
    assert lines([], files=43) == ["No errors or warnings in 43 files"]
    assert lines([], left_out="1 more left out by --select") == [
        "No errors or warnings in 1 file; 1 more left out by --select"
    ]


def test_what_does_not_fit_begins_the_next_line_and_a_path_is_never_broken():
    assert lines([finding(hint="did you mean `rate_limit`?")], 40)[2:7] == [
        "vendors/payment-gateways/stripe.yaml:75:3: error[EK302]",
        "  no measure `rate_limt`",
        "75 |   rate_limt:",
        "   |   ^^^^^^^^^",
        "   = did you mean `rate_limit`?",
    ]


def test_each_lists_warnings_one_by_one_after_the_errors():
    shown = lines([warning("EK307", 3), finding()], each=True)
    heads = [line for line in shown if line.startswith("vendors/")]
    assert [re.search(r":(\d+):.* (\w+)\[", each).groups() for each in heads] == [
        ("75", "error"),
        ("3", "warning"),
    ]
    assert shown[-2:] == ["", "More: evalkit rule EK302 explains"]


def test_warnings_of_several_files_and_several_of_a_line_are_told_apart():
    found = [
        warning("EK307", 3, path="a.yaml"),
        warning("EK307", 3, path="a.yaml"),
        warning("EK307", 9, path="a.yaml"),
        warning("EK308", 4, path="b.yaml"),
    ]
    assert lines(found, files=2) == [
        "4 warnings in 2 files",
        "",
        "a.yaml, warnings",
        "   EK307 undated fact: lines 3 (2 times), 9",
        "",
        "b.yaml, warnings",
        "   EK308 stale fact: line 4",
        "More: evalkit rule EK307 explains, --each lists all warnings",
    ]


def test_of_many_lines_twenty_are_listed_and_the_others_counted():
    shown = lines([warning("EK307", line) for line in range(1, 51)], 200)
    assert " 19, 20 and 30 more More: " in " ".join(" ".join(shown).split())


def test_of_a_file_a_hundred_errors_are_shown_and_all_are_counted():
    shown = lines([finding(line=line) for line in range(1, 151)])
    assert shown[0] == "150 errors in 1 file"
    assert sum("error[" in line for line in shown) == 100
    assert f"and 50 more in {PATH}" in shown


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("column", [1, 60, 300])
def test_a_long_line_is_cut_around_its_caret(width, column):
    text = "x" * (column - 1) + "sorce" + "y" * 400
    shown = lines([finding(column=column, cells=5, line_text=text)], width)
    at = next(at for at, line in enumerate(shown) if line.startswith("75 | "))
    line, caret = shown[at : at + 2]
    assert line[caret.index("^") : caret.rindex("^") + 1] == "sorce"
    assert len(line) <= width
    assert line.endswith("...")


def test_carets_stand_under_wide_characters():
    text = "名前: 株式会社 " + "株" * 60
    shown = lines([finding(column=5, cells=4, line_text=text)], 50)
    at = next(at for at, line in enumerate(shown) if line.startswith("75 | "))
    before = shown[at][: shown[at].index("株")]
    assert shown[at + 1] == "   | " + " " * (cell_len(before) - 5) + "^" * 8
    assert cell_len(shown[at]) <= 50


def test_read_aloud_a_finding_has_its_remedy_and_no_carets():
    screen = Screen(80, is_aloud=True)
    shown = lines([finding(hint="did you mean `rate_limit`?")], screen=screen)
    assert shown[2:4] == [
        f"{PATH}:75:3: error[EK302]",
        "  no measure `rate_limt`; did you mean `rate_limit`?",
    ]
    assert not any("^" in line or "|" in line for line in shown)


def test_words_of_severity_are_coloured_and_only_those():
    told = Findings([finding(message="an error of ours"), warning("EK307", 3)], 1, NAMES)
    for line in to_findings(told, Screen(80)):
        for span in line.spans:
            if span.style in {"red", "yellow"}:
                word = line.plain[span.start : span.end]
                assert re.fullmatch(r"error\[EK302\]|EK307|\^+", word), line
