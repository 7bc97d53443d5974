"""Questions in the measure's own words."""

import dataclasses

import pytest

from evalkit.evidence.asking.questions import choices, question_about
from evalkit.model.criteria import Criteria
from tests.evidence.made import CRITERIA, asked, measure


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("style", ("rest", "soap", "none")),
        ("hooks", ("yes", "no")),
        ("operations", ("capture", "refund", "void")),
        ("stars", ("1", "2", "3")),
        ("rate", ()),
        ("released", ()),
    ],
)
def test_the_levels_of_a_measure_are_the_choices(name, expected):
    assert choices(measure(name)) == expected


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("style", "One of: rest, soap, none."),
        ("hooks", "Yes or no."),
        ("operations", "What you do not name counts as not offered."),
        ("stars", "1, poor; 2, fair; 3, good"),
        ("rate", "A number in requests/s"),
        ("released", "A date, written year-month-day."),
    ],
)
def test_each_question_says_how_to_answer_it(name, words):
    assert words in question_about(CRITERIA, name).form


def test_a_question_has_the_measures_words_and_unit():
    question = question_about(CRITERIA, "rate")
    assert (question.text, question.unit) == ("What about rate?", "requests/s")


@pytest.mark.parametrize("key", ["text", "unit", "form"])
def test_other_words_are_another_question(key):
    question = question_about(CRITERIA, "rate")
    assert dataclasses.replace(question, **{key: "else"}).mark != question.mark


def test_an_id_names_plan_vendor_measure_and_the_words_of_the_question():
    made = asked("rate")
    (question,) = made.questions
    assert made.id_of(question) == f"p/v/rate/{question.mark}"


def test_a_questionnaire_is_the_same_in_any_order_and_another_with_other_questions():
    assert asked("rate", "style").mark == asked("style", "rate").mark
    assert asked("rate").mark != asked("style").mark
    assert asked("rate").mark != asked("rate", vendor="w").mark


def test_a_question_that_is_asked_again_makes_another_questionnaire():
    (question,) = asked("rate").questions
    again = dataclasses.replace(question, unclear="how many?")
    assert again.mark == question.mark
    assert dataclasses.replace(asked("rate"), questions=(again,)).mark != asked("rate").mark


def test_what_criteria_mark_as_code_stands_in_quotes():
    data = CRITERIA.model_dump(mode="json", exclude_unset=True)
    data["criteria"]["one"]["measures"]["rate"]["question"] = "Is it `fixed-term`, or `none`?"
    text = question_about(Criteria.model_validate(data, strict=False), "rate").text
    assert text == "Is it “fixed-term”, or “none”?"
