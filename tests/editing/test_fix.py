"""The one right answer written into a text; every other byte stays as it was."""

import sys

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from evalkit.diagnostics.record import START, Diagnostic, Fix, Severity
from evalkit.editing.fix import fixed
from evalkit.source.document import parse
from evalkit.source.yaml import walk
from tests.conftest import examples

PATH = "vendors/x.yaml"


def wants(kind, *route, to=""):
    return Diagnostic(PATH, START, "EK000", Severity.ERROR, "", "", route, "", Fix(kind, to))


def after(text, *answers):
    return fixed(text, PATH, answers)[0]


@pytest.fixture(params=["C", "pure Python"], autouse=True)
def parser(request, monkeypatch):
    if request.param == "pure Python":
        monkeypatch.setattr(walk, "PARSER", yaml.Loader)


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("naem: X # who\n", "name: X # who\n"),
        ('a: 1\r\n"naem" :  X\r\n', 'a: 1\r\n"name" :  X\r\n'),
        ("'naem': {x: 1}", "'name': {x: 1}"),
        ("{a: 1,naem : X}\n", "{a: 1,name : X}\n"),
        ("# é😀\u2028\rnaem: é😀\x85", "# é😀\u2028\rname: é😀\x85"),
        ("? naem\n: X\n", "? name\n: X\n"),
        ("naem:\n  naem: 1\n", "name:\n  naem: 1\n"),
        ("naem:", "name:"),
    ],
)
def test_a_key_gets_another_name(before, text):
    assert after(before, wants("rename", "naem", to="name")) == text


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("day: 20.06.2026 # when\n", "day: 2026-06-20 # when\n"),
        ('day:   "20.06.2026"   # when\r\n', 'day:   "2026-06-20"   # when\r\n'),
        ("day: '20.06.2026'", "day: '2026-06-20'"),
        ("day: 20260620\n", "day: 2026-06-20\n"),
        ("{day: June 20 2026, x: 1}\n", "{day: 2026-06-20, x: 1}\n"),
        ("day:\n  20.06.2026\n", "day:\n  2026-06-20\n"),
    ],
)
def test_a_value_is_written_otherwise_in_the_same_quotes(before, text):
    assert after(before, wants("rewrite", "day", to="2026-06-20")) == text


def test_what_would_be_read_as_a_number_gets_quotes():
    assert after("id: x\n", wants("rewrite", "id", to="007")) == 'id: "007"\n'
    assert after("id: x\n", wants("rewrite", "id", to="0" * 50)) == f'id: "{"0" * 50}"\n'


@pytest.mark.parametrize(
    "written", ["8.10", "8.0", "12", "-1", "+1", "1e3", "0x1F", "true", "FALSE", ".5"]
)
def test_what_is_read_as_something_else_is_quoted_as_it_is_written(written):
    text = f"a: [8.4, {written}] # php\n"
    assert after(text, wants("quote", "a", 1)) == f'a: [8.4, "{written}"] # php\n'


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("naem: X\nname: Y\n", wants("rename", "naem", to="name")),
        ("name: X\n", wants("rename", "naem", to="name")),
        ("day: |\n  20.06.2026\n", wants("rewrite", "day", to="2026-06-20")),
        ("day: 20.06.\n  2026\n", wants("rewrite", "day", to="2026-06-20")),
        ("day: [20.06.2026]\n", wants("rewrite", "day", to="2026-06-20")),
        ("day:\n", wants("rewrite", "day", to="2026-06-20")),
        ("a: text\n", wants("quote", "a")),
        ("a: [1]\n", wants("quote", "a")),
        ('a: "12"\n', wants("quote", "a")),
        ("a: &x 12\n", wants("quote", "a")),
        ("a: !!str 12\n", wants("quote", "a")),
        ("a: 12\nb: [\n", wants("quote", "a")),
        ("a: 12\nb: \x07\n", wants("quote", "a")),
    ],
)
def test_what_has_no_clear_answer_is_left_alone(text, answer):
    assert fixed(text, PATH, [answer]) == (text, ())


def test_two_keys_that_would_become_the_same_one_are_left_alone():
    text = "naem: X\nnmae: Y\n"
    answers = [wants("rename", "naem", to="name"), wants("rename", "nmae", to="name")]
    assert fixed(text, PATH, answers) == (text, ())


def test_two_answers_for_one_value_are_left_alone():
    answers = [wants("rewrite", "id", to="a"), wants("rewrite", "id", to="b")]
    assert fixed("id: x\n", PATH, answers) == ("id: x\n", ())


def test_one_answer_given_twice_is_written_once():
    answers = [wants("rename", "naem", to="name")] * 2
    assert fixed("naem: X\n", PATH, answers) == ("name: X\n", (answers[0],))


def test_what_cannot_be_done_keeps_nothing_else_from_being_done():
    text = "naem: 1\nnmae: {a: 1, b: 2}\nphp: 8.10\n"
    answers = [
        wants("rename", "naem", to="name"),
        wants("quote", "php"),
        wants("rename", "nmae", "a", to="b"),
        wants("quote", "nmae", "b"),
        wants("rename", "nmae", to="note"),
    ]
    new, done = fixed(text, PATH, answers)
    assert new == 'name: 1\nnote: {a: 1, b: "2"}\nphp: "8.10"\n'
    assert len(done) == 4


WORDS = st.sampled_from(["8.10", "12", "true", "text", '"12"', "20.06.2026", "{a: 1}", "null", "é"])
GAPS = st.sampled_from(["", " # é", "  # 8.10: x", "\n# 12", "\n"])


@settings(max_examples=examples(200))
@given(
    st.lists(st.tuples(st.sampled_from("abcdefgh"), WORDS, GAPS), unique_by=lambda line: line[0]),
    st.sampled_from(["\n", "\r\n"]),
    st.data(),
)
def test_outside_of_the_fix_every_byte_stays(lines, newline, data):
    text = "".join(f"{key}: {word}{gap}\n" for key, word, gap in lines).replace("\n", newline)
    chosen = {key for key, _, _ in lines if data.draw(st.booleans())}
    new, done = fixed(text, PATH, [wants("quote", key) for key in chosen])
    expected = "".join(
        f'{key}: "{word}"{gap}\n' if key in chosen and word in {"8.10", "12", "true"} else f"{key}: {word}{gap}\n"
        for key, word, gap in lines
    ).replace("\n", newline)  # fmt: skip
    assert new == expected
    assert len(done) == sum(
        word in {"8.10", "12", "true"} for key, word, _ in lines if key in chosen
    )
    assert parse(new, PATH).sound == parse(text, PATH).sound
    assert fixed(new, PATH, [wants("quote", key) for key in chosen]) == (new, ())


# How often it is read does not depend on who reads it, and the other one takes ten times as long.
@pytest.mark.parametrize("parser", ["C"], indirect=True)
def test_a_text_is_read_again_100_times_at_most_to_see_which_repairs_go_wrong():
    text = "".join(f"naem{n}: 1\nname{n}: 2\n" for n in range(200))
    answers = [wants("rename", f"naem{n}", to=f"name{n}") for n in range(200)]
    read = 0

    def note(frame, event, arg):
        nonlocal read
        read += event == "call" and frame.f_code is parse.__code__

    sys.setprofile(note)
    try:
        assert fixed(text, PATH, answers) == (text, ())
    finally:
        sys.setprofile(None)
    assert read <= 1 + 2 * 100
