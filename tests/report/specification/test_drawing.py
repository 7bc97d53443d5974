"""Diagrams as they are drawn."""

from evalkit.report.charts.axes import width_of
from evalkit.report.specification.drawing import wrapped


def test_lines_of_a_label_fit_and_what_does_not_is_cut():
    assert wrapped("one two three", width_of("one two", 10), 10, 3) == ["one two", "three"]
    lines = wrapped("x" * 400, 90, 10, 3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert all(width_of(line, 10) <= 90 for line in lines)
