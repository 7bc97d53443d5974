"""A vendor's answer in the vendor's file, beside what is there."""

import pytest

from evalkit.evidence.taking.beside import with_answer
from evalkit.evidence.taking.values import UnclearError
from evalkit.source.document import parse

PLACE = {"file": "a.xlsx", "sha256": "0" * 64, "cell": "G7"}
ANSWER = {
    "value": 100.0, "source": "answer of Vee", "checked": "2026-11-20", "kind": "vendor-answer",
    "found_in": PLACE,
}  # fmt: skip
HEAD = "id: vee   # a comment\r\nname: 'Vee'\r\ncategory: all\r\nfacts:\r\n  other: {value: 1}  # one\r\n"


def written(fact, answer=None):
    """The file before and after an answer."""
    before = f"{HEAD}  rate: {fact}\r\n" if fact else HEAD
    return before, with_answer(before, "rate", answer or ANSWER)


def rate(text):
    return parse(text, "").data["facts"]["rate"]


@pytest.mark.parametrize(
    "fact",
    [
        "",
        "unknown",
        "{value: unknown, source: https://a.test}",
        "{unknown: true, looked: [{source: https://a.test}]}",
    ],
)
def test_an_answer_fills_what_is_open(fact):
    _, after = written(fact)
    assert rate(after) == ANSWER
    assert after.startswith(HEAD)


@pytest.mark.parametrize("kind", ["vendor-page", "derived-from-git", "third-party-page"])
def test_it_stands_beside_what_another_source_says(kind):
    fact = f"{{value: 50, source: https://a.test, checked: 2026-01-01, kind: {kind}}}"
    before, after = written(fact)
    assert rate(after) == {**rate(before), "conflicts": [ANSWER]}
    assert after.startswith(HEAD)


def test_it_stands_beside_a_fact_in_short():
    _, after = written("50")
    assert rate(after) == {"value": 50, "conflicts": [ANSWER]}


def test_other_conflicts_stay_byte_for_byte():
    fact = "\r\n    value: 50\r\n    conflicts:\r\n      - {value:   40}   # theirs\r\n    note: n"
    before, after = written(fact)
    assert rate(after)["conflicts"] == [{"value": 40}, ANSWER]
    lines = after.split("\r\n")
    at = lines.index("      - {value:   40}   # theirs")
    assert "\r\n".join(lines[: at + 1] + lines[at + 2 :]) == before


def test_the_same_answer_is_not_written_twice_although_the_file_was_saved_again():
    for fact in ("", "50"):
        _, after = written(fact)
        again = ANSWER | {"found_in": PLACE | {"sha256": "1" * 64, "cell": "G9"}}
        assert with_answer(after, "rate", again) is None


def test_a_later_answer_replaces_an_earlier_one():
    later = ANSWER | {"value": 70.0, "checked": "2026-11-21"}
    for fact in ("", "{value: 50, conflicts: [{value: 40}]}"):
        _, first = written(fact)
        after = rate(with_answer(first, "rate", later))
        assert later in (after, *after.get("conflicts", ()))
        assert ANSWER not in (after, *after.get("conflicts", ()))
    assert after["conflicts"][0] == {"value": 40}


def test_an_earlier_answer_never_replaces_a_later_one():
    _, after = written("")
    with pytest.raises(UnclearError, match="a later answer, of 2026-11-20"):
        with_answer(after, "rate", ANSWER | {"value": 70.0, "checked": "2026-11-19"})


def test_an_answer_that_was_typed_in_by_hand_is_not_replaced():
    _, after = written("{value: 50, source: by phone, kind: vendor-answer}")
    assert rate(after)["value"] == 50
    assert rate(after)["conflicts"] == [ANSWER]


def test_what_does_not_apply_is_a_question():
    with pytest.raises(UnclearError, match="does not apply"):
        written("{not_applicable: It has none.}")


def test_what_other_sources_say_of_an_open_fact_stays():
    _, after = written("{unknown: true, conflicts: [{value: 40}]}")
    assert rate(after) == {**ANSWER, "conflicts": [{"value": 40}]}


def test_what_stands_beside_an_earlier_answer_stays():
    _, first = written("{unknown: true, conflicts: [{value: 40}]}")
    later = ANSWER | {"value": 70.0, "checked": "2026-11-21"}
    assert rate(with_answer(first, "rate", later)) == {**later, "conflicts": [{"value": 40}]}
