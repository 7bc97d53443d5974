"""Characters that cannot be seen, as they are and as escapes."""

import pytest

from evalkit.diagnostics.record import Span
from evalkit.diagnostics.visible import visible
from evalkit.source.document import parse
from evalkit.source.yaml.hidden import MAX_LINES
from tests.source.found import code


def test_hidden_characters_are_a_warning():
    assert code("name: A\u202eB\n") == ["EK014"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (r"\e", "EK013"), (r"\0", "EK013"), (r"\x00", "EK013"), (r"\r", "EK013"), (r"\b", "EK013"),
        (r"\x9b", "EK013"), (r"\ufffe", "EK013"), (r"\u202e", "EK014"), (r"\u200b", "EK014"),
        (r"\U000E0001", "EK014"), (r"\N", "EK014"), (r"\L", "EK014"), (r"\u2066", "EK014"),
    ],
)  # fmt: skip
def test_what_cannot_be_seen_is_found_as_an_escape_too(written, expected):
    for text in (f'a: "é😀{written}b"', f'"{written}b": c', f'a: [x, "{written}"]'):
        document = parse(f"# 😀\n{text}\n", "vendors/x.yaml")
        (finding,) = document.findings
        assert finding.code == expected
        start = text.index('"')
        assert finding.span == Span(2, start + 1, 2, text.rindex('"') + 2)
        assert document.sound == (expected == "EK014")


def test_escapes_of_what_can_be_seen_are_no_finding():
    assert code(r'a: "x\n\t\"\\\/\_\x41\u00e9\U0001F600 \u200d"') == []
    assert code(r"a: '\e \u202e'") == code(r"a: \e \u202e") == []


def test_what_stands_in_a_file_as_it_is_and_as_an_escape_is_told_once():
    assert code('a: "x\u202e\\u202e"\n') == ["EK014"]


@pytest.mark.parametrize(
    "character",
    ["\u180e", "\u2028", "\u2029", "\x85", "\u2061", "\u206a", "\ufff9", "\U000e0041"],
    ids=ascii,
)
def test_what_is_shown_as_an_escape_is_found_in_files(character):
    assert visible(character) != character
    (finding,) = parse(f"# a{character}# b\nc: 1\n", "vendors/x.yaml").findings
    assert (finding.code, finding.span) == ("EK014", Span(1, 4, 1, 5))


def test_hidden_characters_are_told_line_by_line():
    # A comment that silences the first says nothing about the next.
    found = parse("a: x\u200b\u200b\nb: y\nc: z\u202e\n", "vendors/x.yaml").findings
    assert [finding.span.line for finding in found] == [1, 3]
    assert len(code("# \u200b\n" * 2000)) == MAX_LINES + 1  # and the file is empty


@pytest.mark.parametrize("character", ["\ufffe", "\uffff"])
def test_a_character_that_is_none_is_a_problem(character):
    document = parse(f"id: x\nname: A{character}B\n", "vendors/x.yaml")
    assert [finding.code for finding in document.findings] == ["EK013"]
