"""Data, and the place of each key and value."""

from hypothesis import given
from hypothesis import strategies as st

from evalkit.diagnostics.record import START, Span
from evalkit.source.document import parse, read


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
