"""Lines end with LF, CR LF or CR, and with nothing else."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from evalkit.source.document import parse
from evalkit.source.yaml import walk
from evalkit.source.yaml.lines import line_starts, place_of_end

PATH = "vendors/x.yaml"
NO_BREAKS = ["\x85", "\u2028", "\u2029"]


@pytest.fixture(params=["C", "pure Python"])
def parser(request, monkeypatch):
    if request.param == "pure Python":
        monkeypatch.setattr(walk, "PARSER", yaml.Loader)


def test_line_breaks_of_every_kind_count(parser):
    assert parse("a: 1\r\nb: 2\rc: .inf\n", PATH).findings[0].span.line == 3


@pytest.mark.parametrize("char", NO_BREAKS)
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('a: "x{}y"\nb: .inf\n', "x{}y"),
        ("a: 'x {} y'\nb: .inf\n", "x {} y"),
        ("a: x{}y\nb: .inf\n", "x{}y"),
        ("a: x{}\nb: .inf\n", "x{}"),
        ("a: x # {} y: 1\nb: .inf\n", "x"),
        ("a: x\nb: .inf # {}\n", "x"),
        ("a: |-\n  x{}y\nb: .inf\n", "x{}y"),
    ],
)
def test_a_separator_of_unicode_ends_neither_a_line_nor_a_comment(parser, char, text, value):
    document = parse(text.format(char), PATH)
    (finding,) = [each for each in document.findings if each.code == "EK011"]
    line = text[: text.index("b: .inf")].count("\n") + 1
    assert (finding.span.line, finding.span.column) == (line, 4)
    assert document.data["a"] == value.format(char)
    # Only the character itself is told, at its place.
    assert {each.code for each in document.findings} == {"EK011", "EK014"}


def test_a_sign_behind_a_separator_of_unicode_begins_no_line(parser):
    # Eleven lines that begin with a percent sign would be too many.
    text = "\u2028%" * 11
    assert parse(f"a: '{text}'\n", PATH).data == {"a": text}


def test_a_text_that_has_the_first_stand_ins_itself_keeps_them(parser):
    value = "\ue000\ue001\u2028\ue002\x85\u2029"
    assert parse(f"a: '{value}'\n", PATH).data == {"a": value}


def test_the_place_of_an_error_in_the_form_counts_lines_as_editors_do(parser):
    document = parse("a: 'x\u2028\u2029\x85y'\nb: [1, 2\nc: 3\n", PATH)
    (finding,) = [each for each in document.findings if each.code == "EK003"]
    assert finding.span.line in {2, 3}


@pytest.mark.parametrize(
    ("before", "count"), [("é", 1), ("株式会社", 4), ("e\u0301", 2), ("😀", 1), ("👩\u200d💻", 3)]
)
def test_columns_are_code_points_behind_wide_and_combining_characters(parser, before, count):
    # Besides them, eleven characters come before the value.
    (finding,) = parse(f'{{a: "{before}", b: .inf}}', PATH).findings
    assert (finding.span.line, finding.span.column) == (1, 12 + count)


@given(st.text(alphabet="a\n\r\x85\u2028\u2029\x0b\x0c\x1c\x1d\x1e"))
def test_lines_are_those_of_a_file_opened_as_text(text):
    # Universal newlines, as Python's `open` reads them, are LF, CR LF and CR.
    assert len(line_starts(text)) == text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    line, column = place_of_end(text)
    assert line == len(line_starts(text))
    assert column == len(text) - line_starts(text)[-1] + 1
