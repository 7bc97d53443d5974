"""Totals of a table against the result."""

import pytest

from evalkit.evidence.importing.matrix import matrix
from evalkit.evidence.importing.total_words import total_sentences
from evalkit.evidence.importing.totals import compared
from evalkit.evidence.importing.values import values
from tests.evidence.importing.made import mapping, sheet


def said(text, points, **keys):
    of = mapping(**{"weight": "weight", "total": "total", **keys})
    found = matrix(sheet(text), of)
    return list(total_sentences(*compared(found, values(found, of, "en"), of, "en", points)))


# Alder has 3 and 5 of 1 to 5, with weights of 40 and 60: 0.5 of 40 and all of 60 are 80 points.
TABLE = "vendor|cost|risk|total\nweight|40|60|\nAlder|3|5|{}"


@pytest.mark.parametrize(
    ("total", "way", "told"),
    [
        ("80", "weights times how far ratings are from worst to best, out of 100", "says 80, evalkit 80.00"),
        ("420", "weights times ratings: 100 to 500, which are 0 and 100 to evalkit",
         "says 420 of 500, evalkit 80.0 of 100, which is 420 of 500"),
        ("4.2", "weights times ratings, divided by the sum of weights: 1 to 5, which are 0 and 100 to evalkit",
         "says 4.2 of 5, evalkit 80.0 of 100, which is 4.2 of 5"),
        ("84", "weights times ratings, in percent of the largest possible sum: 20 to 100, "
         "which are 0 and 100 to evalkit", "says 84 of 100, evalkit 80.0 of 100, which is 84 of 100"),
    ],
)  # fmt: skip
def test_a_total_is_compared_on_the_scale_of_the_sheet(total, way, told):
    assert said(TABLE.format(total), {"Alder": 80}) == [
        f"Your sheet adds up {way}.",
        f"Alder: your sheet {told}",
    ]


def test_where_less_is_better_the_best_total_is_no_most():
    assert said(TABLE.format(420), {"Alder": 20}, scale="5:1") == [
        "Your sheet adds up weights times ratings: 500 to 100, which are 0 and 100 to evalkit.",
        "Alder: your sheet says 420, evalkit 20.0 of 100, which is 420",
    ]


def test_points_of_stages_add_up_where_their_weights_are_their_largest():
    text = "vendor|one|two|total\nAlder|380|236|616"
    measures = {"one": {"scale": "0:450", "weight": 450}, "two": {"scale": "0:300", "weight": 300}}
    found = said(text, {"Alder": 616 / 7.5}, weight=None, measures=measures)
    assert found[1] == "Alder: your sheet says 616 of 750, evalkit 82.1 of 100, which is 616 of 750"


def reason(text, points, **keys):
    (sentence,) = (each for each in said(text, points, **keys) if each.startswith("Birch"))
    return sentence.partition(" – ")[2]


def test_a_total_that_does_not_follow_is_told():
    text = TABLE.format(80) + "\nBirch|5|2|60"
    assert (
        reason(text, {"Alder": 80, "Birch": 55}) == "the sheet's own ratings and weights make 55.00"
    )


def test_an_open_fact_is_named():
    text = TABLE.format(80) + "\nBirch|5||40"
    assert reason(text, {"Alder": 80, "Birch": 70}) == (
        "risk is open: your sheet counts it as nothing, evalkit anywhere from worst to best"
    )


def test_what_does_not_apply_is_named():
    text = TABLE.format(80) + "\nBirch|5|N/A|40"
    assert reason(text, {"Alder": 80, "Birch": 100}) == (
        "risk does not apply: your sheet counts it as nothing, evalkit spreads its weight over the rest"
    )


def test_words_add_up_to_nothing_that_could_be_compared():
    keys = {"levels": {"there": {"Yes": 100, "No": 0}}}
    text = "vendor|cost|total\nweight|1|\nBirch|Yes|7"
    assert reason(text, {"Birch": 100}, **keys) == "nothing tells how your sheet adds up"


def test_a_best_rating_of_nothing_is_no_fault():
    text = "vendor|cost|total\nweight|1|\nBirch|2|7"
    assert reason(text, {"Birch": 60}, scale="5:0") == "nothing tells how your sheet adds up"


def test_many_totals_that_agree_are_one_sentence():
    rows = "".join(f"\nBirch {at}|5|2|55" for at in range(30))
    points = {"Alder": 80} | {f"Birch {at}": 55 for at in range(30)}
    assert said(TABLE.format(80) + rows, points)[1:] == [
        "All 31 totals agree with evalkit's points."
    ]
    wrong = said(TABLE.format(80) + rows.replace("Birch 7|5|2|55", "Birch 7|5|2|56"), points)
    assert [each[:8] for each in wrong[1:]] == ["Birch 7:", "30 of 31"]


def test_without_totals_nothing_is_said():
    assert said("vendor|cost\nweight|1\nBirch|2", {"Birch": 60}, total=None) == []


def test_open_facts_everywhere_do_not_hide_how_a_table_adds_up():
    text = "vendor|cost|risk|total\nweight|40|60|\nBirch|5||200\nCedar||5|300"
    assert said(text, {"Birch": 70, "Cedar": 80})[0].startswith(
        "Your sheet adds up weights times ratings:"
    )
