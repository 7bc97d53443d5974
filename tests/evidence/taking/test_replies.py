"""Answers in YAML, or in the JSON that a form saves."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.errors import EvalkitError
from evalkit.evidence.asking.html_form import to_html
from evalkit.evidence.asking.yaml_form import to_yaml
from evalkit.evidence.taking.replies import read_answers
from tests.evidence.made import MEASURES, asked


def replies(entry):
    text = json.dumps({"mark": "m", "questions": [{"id": "p/v/rate/x", **entry}]})
    return read_answers(text.encode(), "a.json").replies


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (True, "yes"), (False, "no"), (100, "100"), (12.5, "12.5"), (["a", "b"], "a, b"),
        (10**400, str(10**400)), (None, ""), ("  two \n lines ", "two lines"), ("", ""),
    ],
)  # fmt: skip
def test_whatever_was_written_is_read_as_text(written, text):
    (reply,) = replies({"answer": written})
    assert reply.given["answer"] == text


def test_a_reply_stands_at_its_measure():
    (reply,) = replies({"answer": 1})
    assert (reply.cell, reply.sheet, reply.is_blank) == ("rate", "", False)


def test_only_texts_that_are_there_are_compared():
    (reply,) = replies({"question": "What?"})
    assert reply.shown == {"question": "What?"}


@given(st.text(max_size=50).filter(lambda text: text.isprintable()))
def test_any_text_of_a_form_comes_back(text):
    (reply,) = replies({"evidence": text})
    assert reply.given["evidence"] == " ".join(text.split())


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"questions: [", "a.yaml:2: this is not valid YAML"),
        (b"answers: []", "no list `questions`"),
        (b"[1]", "no list `questions`"),
        (b"questions: [1]", "entry 1 of `questions` is no question"),
        (b"questions: [{answer: {a: 1}}]", "entry 1 of `questions` is no question"),
        (b"questions: [{answer: [[yes]]}]", "entry 1 of `questions` is no question"),
        (b"\xff", "UTF-8"),
    ],
)
def test_what_is_no_questionnaire_is_refused(raw, words):
    with pytest.raises(EvalkitError, match=words):
        read_answers(raw, "a.yaml")


def test_answers_in_lists_without_end_are_refused():
    deep = "[" * 900 + "]" * 900
    with pytest.raises(EvalkitError, match="entry 1 of `questions` is no question"):
        replies({"answer": json.loads(deep)})


@pytest.mark.parametrize("text", ["1.000", "4.10", "0.5", "12", "1e3", "-3"])
def test_a_number_in_yaml_is_read_as_it_was_typed(text):
    raw = f"questions:\n  - id: p/v/rate/x\n    answer: {text} # about\n    contract: {text}\n"
    (reply,) = read_answers(raw.encode(), "a.yaml").replies
    assert (reply.given["answer"], reply.given["contract"]) == (text, text)


def test_what_stands_under_other_keys_is_told():
    text = "mark: m\nnote: x\nquestions:\n  - {id: p/v/rate/x, anwser: 5}\n"
    assert read_answers(text.encode(), "a.yaml").remarks == (
        "nobody asked for `note`; not read",
        "entry 1: nobody asked for `anwser`; not read",
    )


@pytest.mark.parametrize(
    ("form", "key"),
    [(to_yaml, r"(?m)^ +(?:- )?(\w+):"), (to_html, r'data-(?:key|answer)="(\w+)"')],
)
def test_a_form_has_no_keys_but_its_own(form, key):
    entry = dict.fromkeys(re.findall(key, form(asked(*MEASURES))), "x")
    text = json.dumps({"mark": "m", "questions": [entry]})
    assert read_answers(text.encode(), "a.json").remarks == ()
    assert len(entry) > 7


@pytest.mark.parametrize("raw", [b"{", b"\xff", b"[" * 100_000, b"9" * 10_000])
def test_what_no_form_has_saved_is_refused(raw):
    with pytest.raises(EvalkitError, match=r"a\.json: this is not JSON"):
        read_answers(raw, "a.json")


def test_half_a_character_is_shown_and_breaks_nothing():
    (reply,) = replies({"evidence": "\ud800"})
    assert reply.given["evidence"] == "\ud800"
