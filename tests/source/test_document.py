"""Data, and the place of each key and value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.diagnostics.record import START, Span
from evalkit.source.document import document, parse, read


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


def test_faults_stand_at_their_place():
    assert place("name: x\nname: y\n") == Span(2, 1, 2, 5)
    assert place("a: 1\nb: .inf\n") == Span(2, 4, 2, 8)
    assert place("a: x\nb: \x07y\n") == Span(2, 4, 2, 5)


def test_quoted_text_is_never_a_number():
    assert parse("a: '12'\nb: \"\"\n", "vendors/x.yaml").data == {"a": "12", "b": ""}


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path):
    file = tmp_path / "x.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert read(file, "vendors/x.yaml").data == {"a": 1}


def test_lines_past_the_end_are_empty():
    assert parse("a: 1", "vendors/x.yaml").line(9) == ""


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


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        (b"id: x\nname: Caf\xe9 Pay\n", (2, 10)),
        (b"id: x\r\nname: Caf\xe9 Pay\n", (2, 10)),
        (b"id: x\rname: Caf\xe9 Pay\n", (2, 10)),
        # The columns before it are code points, not bytes.
        ("a: 1\n'株😀e\u0301': ".encode() + b"\x80", (2, 9)),
        ("a: \u2028\u2029\x85".encode() + b"\xff", (1, 7)),
        # UTF-16 with its mark, of either order, begins with what no UTF-8 has.
        (b"\xff\xfei\x00d\x00", (1, 1)),
        (b"\xfe\xff\x00i\x00d", (1, 1)),
        # A byte order mark of UTF-8 has no column.
        (b"\xef\xbb\xbfid: \xff", (1, 5)),
        (b"\xef\xbb", (1, 1)),
        # Truncated, in the middle and at the end; the first byte of what is not complete.
        (b"id: \xe2\x82 x\n", (1, 5)),
        (b"id: x\nname: \xf0\x9f\x98", (2, 7)),
        # Overlong, a surrogate, and beyond the last code point.
        (b"id: \xc0\x80\n", (1, 5)),
        (b"id: \xed\xa0\x80\n", (1, 5)),
        (b"id: \xf4\x90\x80\x80\n", (1, 5)),
    ],
)
def test_the_first_byte_that_is_not_utf8_has_a_line_and_a_column(raw, place):
    read = document(raw, "vendors/x.yaml")
    (finding,) = read.findings
    found = read.diagnose(finding)
    assert (found.code, found.span.line, found.span.column) == ("EK002", *place)
    assert not read.sound
    # The character in its place is shown where the caret stands.
    assert found.line_text[found.span.column - 1] == "\N{REPLACEMENT CHARACTER}"
