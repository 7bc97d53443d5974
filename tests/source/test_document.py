"""Reading: data, places, limits, and what cannot be read."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.diagnostics.record import START, Span
from evalkit.diagnostics.visible import visible
from evalkit.source.document import kind_of, parse, read
from evalkit.source.yaml import walk
from evalkit.source.yaml.hidden import MAX_LINES
from evalkit.source.yaml.walk import Walk


def code(text):
    return [finding.code for finding in parse(text, "vendors/x.yaml").findings]


def place(text):
    return parse(text, "vendors/x.yaml").findings[0].span


def test_places_of_keys_and_values_count_from_one():
    document = parse(
        "a: 1\nfacts:\n  rate: {value: 100, source: x}\n  list:\n    - b\n", "vendors/x.yaml"
    )
    assert document.span(("facts", "rate", "value")) == Span(3, 17, 3, 20)
    assert document.span(("facts", "rate"), "key") == Span(3, 3, 3, 7)
    assert document.span(("facts", "list", 0)) == Span(5, 7, 5, 8)


def test_a_value_over_several_lines_is_shown_at_its_key():
    document = parse("facts:\n  a: 1\n  b: 2\n", "vendors/x.yaml")
    assert document.span(("facts",)) == Span(1, 1, 1, 6)


def test_an_item_over_several_lines_is_shown_at_its_first_line():
    document = parse("gates:\n  - a: 1\n    b: 2\n", "plans/x.yaml")
    assert document.span(("gates", 0)) == Span(2, 5, 2, 9)


def test_what_is_not_there_is_shown_at_the_nearest_thing_around_it():
    document = parse("facts: {a: 1}\n", "vendors/x.yaml")
    assert document.span(("facts", "z", "value")) == Span(1, 1, 1, 6)
    assert parse("[1]", "vendors/x.yaml").span(("facts",)) == START


def test_places_count_code_points_not_bytes():
    assert parse("é: 𝄞x\n", "vendors/x.yaml").span(("é",)) == Span(1, 4, 1, 6)


def test_routes_lead_through_mappings_and_lists():
    document = parse("a: [1, {b: 2}]", "vendors/x.yaml")
    assert document.has(("a", 1, "b"))
    assert not document.has(("a", 2))
    assert not document.has(("a", "b"))
    assert not document.has(("z",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\na: 2\n", "EK006"),
        ("a: &x 1", "EK007"), ("a: *x", "EK007"), ("<<: {a: 1}", "EK007"), ("&x [a]", "EK007"),
        ("a: !!python/object:os.system 1", "EK008"), ("a: !!timestamp x", "EK008"), ("!!map {}", "EK008"),
        ("a: 1\n---\nb: 2\n", "EK009"), ("", "EK010"), ("# nothing\n", "EK010"),
        ("a: .inf", "EK011"), ("? [a]\n: 1", "EK012"), ("? {a: 1}\n: 1", "EK012"), ('"": 1', "EK012"),
        ("k" * 201 + ": 1", "EK012"),
        ("a: \x07", "EK013"), ("a: 'x", "EK003"), ("a: b: c", "EK003"), ("\ta: 1", "EK003"),
        ("[" * 100_000, "EK005"), ("- " * 100_000, "EK005"), ("{a: " * 50, "EK005"),
    ],
)  # fmt: skip
def test_each_fault_of_the_text_has_its_code(text, expected):
    assert expected in code(text)


def test_faults_stand_at_their_place():
    assert place("name: x\nname: y\n") == Span(2, 1, 2, 5)
    assert place("a: 1\nb: .inf\n") == Span(2, 4, 2, 8)
    assert place("a: x\nb: \x07y\n") == Span(2, 4, 2, 5)


def test_of_a_key_written_twice_the_first_value_is_kept_and_checking_goes_on():
    document = parse("a: 1\na: {b: 2}\nc: 3\n", "vendors/x.yaml")
    assert (document.data, document.sound) == ({"a": 1, "c": 3}, True)


def test_several_faults_of_one_file_are_all_reported():
    assert code("a: &x 1\nb: *x\nb: 2\nc: !t 3\n") == ["EK007", "EK007", "EK006", "EK008"]


def test_quoted_text_is_never_a_number():
    assert parse("a: '12'\nb: \"\"\n", "vendors/x.yaml").data == {"a": "12", "b": ""}


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


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path):
    file = tmp_path / "x.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert read(file, "vendors/x.yaml").data == {"a": 1}


def test_line_breaks_of_every_kind_count(tmp_path):
    assert parse("a: 1\r\nb: 2\rc: .inf\n", "vendors/x.yaml").findings[0].span.line == 3


def test_what_cannot_be_opened_is_a_problem_not_an_exception(tmp_path):
    folder, pipe = tmp_path / "folder.yaml", tmp_path / "pipe.yaml"
    folder.mkdir()
    os.mkfifo(pipe)
    (tmp_path / "latin.yaml").write_bytes(b"name: Caf\xe9\n")
    (tmp_path / "large.yaml").write_bytes(b"# " + b"x" * 1_048_576)
    found = {name: read(tmp_path / name, f"vendors/{name}").findings[0].code
             for name in ("folder.yaml", "pipe.yaml", "gone.yaml", "latin.yaml", "large.yaml")}  # fmt: skip
    assert found == {
        "folder.yaml": "EK001", "pipe.yaml": "EK001", "gone.yaml": "EK001",
        "latin.yaml": "EK002", "large.yaml": "EK004",
    }  # fmt: skip


def test_the_kind_of_a_file_is_that_of_its_nearest_folder():
    assert kind_of("vendors/erp/x.yaml") == "vendor"
    assert kind_of("criteria/x.yaml") == "criteria"
    assert kind_of("plans/x.yaml") == "plan"
    assert kind_of("x.yaml") == "vendor"


def test_lines_past_the_end_are_empty():
    assert parse("a: 1", "vendors/x.yaml").line(9) == ""


def test_the_pure_parser_reads_the_same(monkeypatch):
    import yaml

    text = "a: [1, {b: x}]\nc: 'd'\n"
    expected = Walk(text).data
    monkeypatch.setattr(walk, "PARSER", yaml.Loader)
    assert Walk(text).data == expected
    # It takes half of a character for a whole one, which no output can hold.
    assert code(r'a: "\ud800"') == ["EK013"]
    assert visible("\ud800") == r"\ud800"


plain = st.recursive(
    st.one_of(st.integers(-1000, 1000), st.booleans(), st.text("abc XYZ:#-é", max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.text("abc", min_size=1, max_size=3), inner, max_size=4),
    ),
    max_leaves=20,
)


@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), plain, min_size=1))
def test_data_written_by_another_library_is_read_back_with_a_place_for_each_value(data):
    import yaml

    text = yaml.safe_dump(data, default_flow_style=None, allow_unicode=True)
    document = parse(text, "vendors/x.yaml")
    assert document.data == data
    for key in data:
        span = document.span((key,), "key")
        assert text.splitlines()[span.line - 1][span.column - 1 :].strip("?'\" ").startswith(key)


def test_a_file_that_fails_while_being_read_is_a_problem(tmp_path):
    # A file of the system whose first bytes cannot be read, as on a failing disk.
    (tmp_path / "x.yaml").symlink_to("/proc/self/mem")
    document = read(tmp_path / "x.yaml", "vendors/x.yaml")
    assert not document.sound
    assert [finding.code for finding in document.findings] == ["EK001"]


@pytest.mark.parametrize("character", ["\ufffe", "\uffff"])
def test_a_character_that_is_none_is_a_problem(character):
    document = parse(f"id: x\nname: A{character}B\n", "vendors/x.yaml")
    assert [finding.code for finding in document.findings] == ["EK013"]


def test_a_file_of_too_many_values_is_not_read_on():
    document = parse("a: [" + "1, " * 50_000 + "]\n", "vendors/x.yaml")
    (finding,) = document.findings
    assert (finding.code, document.sound) == ("EK004", False)
    assert finding.message == "this file holds more than 50,000 keys and values"


def test_more_than_ten_directives_are_refused_before_they_are_parsed():
    # Each is held against all before it: 80,000 in one file took 14 seconds.
    ten = "".join(f"%TAG !{n}! x\n" for n in range(10))
    body = "---\nid: x\nname: 100 % of %s\n"
    assert parse(ten + body, "vendors/x.yaml").data == {"id": "x", "name": "100 % of %s"}
    found = parse("# head\n%TAG !a! x\n" + ten + body, "vendors/x.yaml")
    (finding,) = found.findings
    assert (finding.code, finding.span.line, found.sound) == ("EK003", 2, False)
    assert "more than 10 lines begin with `%`" in finding.message
