"""Who was asked what and when, and what came back."""

import dataclasses
import datetime

import pytest

from evalkit.errors import EvalkitError
from evalkit.evidence.register import (
    Back,
    Register,
    plans_asked,
    read_register,
    register_text,
    states,
    with_asked,
    with_back,
)
from tests.evidence.made import asked

ASKED, DUE = datetime.date(2026, 11, 20), datetime.date(2026, 12, 10)
LATE = datetime.date(2026, 12, 11)


def sent(*names, register=None, due=DUE, **more):
    made = asked(*(names or ("rate", "style", "hooks")), **more)
    return with_asked(register or Register(plan="p"), [made], ASKED, due), made.mark


def back(*answered, file="a.xlsx", **unclear):
    return Back(file=file, sha256="0" * 64, taken=DUE, answered=answered, unclear=unclear)


def test_it_is_written_and_read_again(tmp_path):
    register, mark = sent()
    register = with_back(register, "v", mark, back("rate", style="it says: “x”"))
    (tmp_path / "asked").mkdir()
    (tmp_path / "asked/p.yaml").write_text(register_text(register), encoding="utf-8")
    found, text = read_register(tmp_path, "p")
    assert found == register
    assert text == register_text(register)
    assert plans_asked(tmp_path) == ["p"]


def test_nobody_was_asked_where_there_is_no_file(tmp_path):
    assert read_register(tmp_path, "p") == (Register(plan="p"), "")
    assert plans_asked(tmp_path) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("plan: p\nround: []\n", ":2: unknown key `round`"),
        ("plan: [\n", ":2: this is not valid YAML"),
        ("plan: p\nrounds: 3\n", ":2: this takes a list, not the number 3"),
        ("- 1\n", ":1: this takes a mapping, not a list"),
        ("plan: q\n", ": it is about another plan, `q`"),
    ],
)
def test_a_file_of_others_is_refused(tmp_path, text, why):
    (tmp_path / "asked").mkdir()
    (tmp_path / "asked/p.yaml").write_text(text)
    with pytest.raises(EvalkitError, match=f"asked/p.yaml{why}"):
        read_register(tmp_path, "p")


def test_the_same_questions_count_once_and_a_later_day_replaces_the_earlier():
    register, _ = sent()
    assert sent(register=register)[0] == register
    assert sent(register=register, due=None)[0] == register
    (only,) = sent(register=register, due=LATE)[0].rounds
    assert only.due == LATE


def test_of_three_questions_one_is_answered_one_unclear_one_waited_for():
    register, mark = sent()
    (state,) = states(with_back(register, "v", mark, back("rate", style="why")), DUE)
    assert (state.questions, state.answered, state.unclear) == (3, 1, {"style": "why"})
    assert state.waiting == ("hooks",)
    assert not state.is_overdue


@pytest.mark.parametrize(
    ("answered", "overdue"), [(("rate", "style"), True), (("rate", "style", "hooks"), False)]
)
def test_what_has_not_come_after_the_day_is_overdue(answered, overdue):
    register, mark = sent()
    (state,) = states(with_back(register, "v", mark, back(*answered)), LATE)
    assert state.is_overdue is overdue


def test_without_a_day_nothing_is_overdue():
    (state,) = states(sent(due=None)[0], LATE)
    assert not state.is_overdue


def test_the_same_answers_once_more_change_nothing():
    register, mark = sent()
    once = with_back(register, "v", mark, back("rate"))
    assert with_back(once, "v", mark, back("rate", file="again.xlsx")) == once
    assert with_back(register, "v", "another", back("rate")) == register


def test_a_second_round_is_waited_for_until_it_is_clear():
    register, mark = sent()
    register = with_back(register, "v", mark, back("rate", "hooks", style="why"))
    (question,) = asked("style").questions
    again = dataclasses.replace(
        asked("style"), questions=(dataclasses.replace(question, unclear="why"),)
    )
    register = with_asked(register, [again], LATE, None)
    (state,) = states(register, LATE)
    assert (state.asked, state.waiting, state.unclear) == (LATE, ("style",), {})
    (done,) = states(with_back(register, "v", again.mark, back("style")), LATE)
    assert (done.answered, done.waiting, done.unclear) == (3, (), {})


def test_a_link_is_not_followed(tmp_path):
    (tmp_path / "asked").mkdir()
    (tmp_path / "secret.yaml").write_text("plan: p\n")
    (tmp_path / "asked/p.yaml").symlink_to(tmp_path / "secret.yaml")
    with pytest.raises(EvalkitError, match="is a link"):
        read_register(tmp_path, "p")
