"""Answers in YAML, or in the JSON that a form saves."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.errors import EvalkitError
from evalkit.evidence.taking.replies import read_answers


def replies(entry):
    text = json.dumps({"mark": "m", "questions": [{"id": "p/v/rate/x", **entry}]})
    return read_answers(text.encode(), "a.json").replies


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (True, "yes"), (False, "no"), (100, "100"), (12.5, "12.5"), (["a", "b"], "a, b"),
        (None, ""), ("  two \n lines ", "two lines"), ("", ""),
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
        (b"\xff", "UTF-8"),
    ],
)
def test_what_is_no_questionnaire_is_refused(raw, words):
    with pytest.raises(EvalkitError, match=words):
        read_answers(raw, "a.yaml")


@pytest.mark.parametrize("raw", [b"{", b"\xff", b"[" * 100_000, b"9" * 10_000])
def test_what_no_form_has_saved_is_refused(raw):
    with pytest.raises(EvalkitError, match=r"a\.json: this is not JSON"):
        read_answers(raw, "a.json")


def test_half_a_character_is_shown_and_breaks_nothing():
    (reply,) = replies({"evidence": "\ud800"})
    assert reply.given["evidence"] == "\ud800"
