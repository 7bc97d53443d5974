"""A reply as a fact; the roadmap is never a yes."""

import pytest

from evalkit.evidence.asking.questions import COLUMNS
from evalkit.evidence.taking.facts import fact_of
from evalkit.evidence.taking.replies import Reply, Returned
from evalkit.evidence.taking.values import UnclearError
from tests.conftest import DAY
from tests.evidence.made import measure

FILE = Returned("a.xlsx", "0" * 64, "m", ())


def fact(name, **given):
    reply = Reply("p/v/m/x", {}, dict.fromkeys(COLUMNS, "") | given, "G7", "Questions")
    return fact_of(measure(name), reply, FILE, "Vee", DAY)


def test_a_fact_names_who_answered_when_and_the_cell():
    assert fact("rate", answer="100", answered_by="Jane Doe", date="2026-11-20") == {
        "value": 100,
        "source": "answer of Vee, given by Jane Doe",
        "checked": "2026-11-20",
        "kind": "vendor-answer",
        "found_in": {"file": "a.xlsx", "sha256": "0" * 64, "sheet": "Questions", "cell": "G7"},
    }


def test_without_a_name_or_a_date_none_is_made_up():
    found = fact("rate", answer="100")
    assert found["source"] == "answer of Vee"
    assert "checked" not in found


def test_evidence_contract_and_how_it_is_offered_stand_in_the_note():
    found = fact(
        "rate", answer="100", offered="by configuration", evidence="https://v.test", contract="4.2"
    )
    assert found["note"] == (
        "Offered by configuration. Evidence: https://v.test. In the contract: 4.2."
    )


def test_a_name_of_a_sheet_that_no_file_could_hold_is_refused():
    reply = Reply("p/v/m/x", {}, dict.fromkeys(COLUMNS, "") | {"answer": "1"}, "G7", "x" * 2001)
    with pytest.raises(UnclearError, match="longer than 2,000 characters"):
        fact_of(measure("rate"), reply, FILE, "Vee", DAY)


@pytest.mark.parametrize("answer", ["", "yes", "no"])
@pytest.mark.parametrize("roadmap", ["", "2027-03-01"])
def test_what_is_on_the_roadmap_is_not_there(answer, roadmap):
    found = fact("hooks", answer=answer, offered="on the roadmap", roadmap=roadmap)
    assert found["value"] is False
    assert "not offered today" in found["note"]


def test_a_date_of_the_roadmap_alone_is_no_yes_either():
    found = fact("hooks", answer="yes", roadmap="2027-03-01")
    assert found["value"] is False
    assert "2027-03-01" in found["note"]


@pytest.mark.parametrize("name", ["style", "rate", "operations", "stars", "stores_cards"])
def test_what_is_offered_today_is_asked_again_where_a_plan_does_not_say_it(name):
    # For `stores_cards` a plain no is the better answer, which a roadmap must not earn.
    answer = {"style": "rest", "operations": "void", "stores_cards": "yes"}.get(name, "2")
    with pytest.raises(UnclearError, match="what is offered today is not said"):
        fact(name, answer=answer, offered="on the roadmap")


@pytest.mark.parametrize(
    ("offered", "expected"),
    [
        ("as standard", True),
        ("by configuration", True),
        ("through a third party", True),
        ("no", False),
    ],
)
def test_how_something_is_offered_answers_a_yes_or_no_question(offered, expected):
    assert fact("hooks", offered=offered)["value"] is expected


@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        ("hooks", {"answer": "yes", "offered": "no"}, "it says “yes”, and “no”"),
        ("hooks", {"answer": "no", "offered": "as standard"}, "it says “no”, and “as standard”"),
        ("rate", {"answer": "100", "offered": "no"}, "it says “100”, and “no”"),
        ("rate", {"offered": "as standard"}, "the answer itself is empty"),
        ("style", {"offered": "no"}, "the answer itself is empty"),
        ("rate", {"answer": "100", "offered": "perhaps"}, "“perhaps”"),
        ("rate", {"answer": "100", "offered": "as standard", "roadmap": "2027-01-01"}, "roadmap"),
        ("hooks", {"offered": "on the roadmap", "roadmap": "soon"}, "“soon” is not a date"),
        ("rate", {"answer": "100", "date": "2026-11-24"}, "yet to come"),
        ("rate", {"answer": "100", "date": "yesterday"}, "not a date"),
        ("rate", {"answer": "100", "evidence": "x" * 2001}, "longer than 2,000"),
    ],
)  # fmt: skip
def test_what_contradicts_itself_is_asked_again(name, given, words):
    with pytest.raises(UnclearError, match=words):
        fact(name, **given)


def test_a_level_that_is_worth_nothing_may_be_offered_as_a_no():
    assert fact("style", answer="none", offered="no")["value"] == "none"


def test_what_hides_in_an_answer_is_shown():
    assert fact("rate", answer="100", evidence="a\u202eb\ud800")["note"] == (
        "Evidence: a\\u202eb\\ud800."
    )
