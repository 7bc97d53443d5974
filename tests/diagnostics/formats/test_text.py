"""Findings at a terminal, with long excerpts of files cut."""

import re

import pytest

from evalkit.diagnostics.formats.text import to_text
from evalkit.diagnostics.record import Finding, Severity, Span
from tests.diagnostics.formats.seeded import FAULTS, diagnostic


def test_every_fault_stands_at_its_line_and_column_in_text(written):
    found = re.findall(r"^(\S.*):(\d+):(\d+): \w+\[(EK\d+)\] ", written("text"), re.MULTILINE)
    places = [(path, code, int(line), int(column)) for path, line, column, code in found]
    assert sorted(places) == [fault[:4] for fault in FAULTS]


def a_hundred_and_fifty(severities):
    return [
        diagnostic(f"m{line}", severity=severity, span=Span(line, 1, line, 2), path="a.yaml")
        for line, severity in enumerate(severities, start=1)
    ]


def lines_of(text):
    return [int(line) for line in re.findall(r"a\.yaml:(\d+):1: ", text)]


def test_of_a_file_a_hundred_findings_are_shown_and_all_are_counted():
    found = [*a_hundred_and_fifty([Severity.ERROR] * 150), diagnostic("other", path="b.yaml")]
    text = to_text(found, 2)
    assert lines_of(text) == list(range(1, 101))
    assert "\n\nand 50 more in a.yaml; `evalkit validate --format json` shows all\n\nb.yaml" in text
    assert text.endswith("\n\n151 errors, 0 warnings in 2 files checked\n")
    assert "more in" not in to_text(found[:100], 1)


def test_errors_are_shown_before_warnings_and_in_the_order_of_their_places():
    found = a_hundred_and_fifty([Severity.WARNING] * 120 + [Severity.ERROR] * 30)
    assert lines_of(to_text(found, 1)) == [*range(1, 71), *range(121, 151)]


def test_of_a_long_line_no_more_is_made_visible_than_is_shown():
    class Line(str):
        """A line that records how much of it was read."""

        taken = 0

        def __getitem__(self, key):
            part = super().__getitem__(key)
            Line.taken += len(part)
            return part

    line = Line("\x01" * 1_000_000)
    span = Span(1, 500_000, 1, 900_000)
    to_text([diagnostic("m", span=span, line_text=line)], 1)
    assert 0 < Line.taken < 500


def test_a_finding_keeps_no_name_that_is_as_long_as_a_file():
    found = Finding(("a",), "m" * 1_000_000, "h" * 1_000_000)
    assert (found.message, found.hint) == ("m" * 500 + "…", "h" * 500 + "…")


@pytest.mark.parametrize(
    ("before", "cells"),
    [
        ("é", 1),
        ("e\u0301", 1),
        ("株式会社", 8),
        ("Ｆｕｌｌ", 8),
        ("😀", 2),
        ("☕", 2),
        ("a\u200db", 2),
        ("a\ufe0e", 1),
        ("a\u20dd", 1),
        ("\u1112\u1161\u11ab", 2),
        ("\t", 1),
    ],
)
def test_the_caret_stands_under_its_character_by_the_cells_of_a_terminal(before, cells):
    line = f"a: {before} zzz"
    start = line.index("zzz") + 1
    found = diagnostic(span=Span(1, start, 1, start + 3), line_text=line)
    _, _, caret, *_ = to_text([found], 1).split("\n")
    # Three characters come before, and a blank behind.
    assert caret == "  | " + " " * (3 + cells + 1) + "^^^"


def test_wide_characters_have_as_many_carets_as_cells():
    found = diagnostic(span=Span(1, 1, 1, 5), line_text="株式会社: 1")
    assert "\n  | ^^^^^^^^\n" in to_text([found], 1)
