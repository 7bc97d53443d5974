"""Diagrams as they are drawn."""

from evalkit.report.charts.shapes import width_of
from evalkit.report.specification.drawing import Arrow, Diagram, sequence_drawn, wrapped


def test_lines_of_a_label_fit_and_what_does_not_is_cut():
    assert wrapped("one two three", width_of("one two", 10), 10, 3) == ["one two", "three"]
    lines = wrapped("x" * 400, 90, 10, 3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert all(width_of(line, 10) <= 90 for line in lines)


def test_messages_go_down_and_from_system_to_system():
    systems = {"a": "A", "b": "B"}
    arrows = (Arrow("a", "b", "one"), Arrow("b", "a", "two", is_answer=True))
    shapes = sequence_drawn(Diagram("sequence-x", "t", systems, arrows))["shapes"]
    sent = [s for s in shapes if s["is"] == "line" and s["y1"] == s["y2"]]
    # two columns of 120 at the ends of 420: their middles are at 60 and 360
    assert [(s["x1"], s["x2"]) for s in sent] == [(60, 360), (360, 60)]
    assert sent[0]["y1"] < sent[1]["y1"]
