"""Facts in cells."""

import pytest

from evalkit.evidence.importing.matrix import matrix
from evalkit.evidence.importing.values import values
from tests.evidence.importing.made import mapping, sheet

LEVELS = {"quality": {"Good": 100, "Fair": 40, "Poor": 0}, "there": {"Yes": 100, "No": 0}}


def read(cell, **keys):
    """The fact in cell B3, or the fault, beside a weight of 3."""
    keys = {"weight": "weight", **keys}
    made = values(
        matrix(sheet(f"vendor|cost\nweight|3\nAlder|{cell}"), of := mapping(**keys)), of, "en"
    )
    if made.faults:
        (fault,) = made.faults
        return fault
    fact = made.facts["Alder"].get("cost")
    return fact and {key: value for key, value in fact.items() if key != "note"}


def mapped(**keys):
    return {"measures": {"cost": keys}}


@pytest.mark.parametrize(
    ("cell", "keys", "wanted"),
    [
        ("3", {}, {"value": 3}),
        ("4.5", {}, {"value": 4.5}),
        ("5 -> 15", {}, {"value": 5}),
        ("5 → 15", {}, {"value": 5}),
        ("3+", {}, {"at_least": 3}),
        ("N/A", {}, {"not_applicable": "N/A in tools.csv"}),
        ("n/a", {}, {"not_applicable": "n/a in tools.csv"}),
        ("?", {"missing": ["?"]}, None),
        ("Good", {"levels": LEVELS}, {"value": "Good"}),
        ("good (if paid)", {"levels": LEVELS}, {"value": "Good"}),
        ("Yes", {"levels": LEVELS}, {"value": "Yes"}),
        ("Dear", mapped(levels={"Dear": 0, "Cheap": 100}), {"value": "Dear"}),
        ("18.90 EUR+", mapped(unit="EUR", scale="50:0"), {"at_least": 18.9}),
        ("EUR 70", mapped(unit="EUR", scale="50:0"), {"value": 70}),
        ("2", mapped(unit="EUR a year", scale="50:0", factor=12), {"value": 24}),
        ("free", mapped(words={"free": 1}), {"value": 1}),
        ("from 2", mapped(words={"from 2": {"at_least": 2}}), {"at_least": 2}),
        ("varies", mapped(words={"varies": "unknown"}), {"value": "unknown"}),
        ("ask", mapped(words={"ask": "missing"}), None),
        ("none", mapped(words={"none": "not_applicable"}), {"not_applicable": "none in tools.csv"}),
        # Refused, each with its cell.
        ("6", {}, "B3: 6 is not on the scale 1:5"),
        ("0", {}, "B3: 0 is not on the scale 1:5"),
        ("1", mapped(scale="9:2"), "B3: 1 is not on the scale 9:2"),
        ("Good", {}, "B3: 'Good' is no number"),
        (
            "Dear",
            {"levels": LEVELS},
            "B3: 'Dear' is no number, and no table of levels has all words beside it",
        ),
        ("Good", mapped(levels={"Dear": 0, "Cheap": 100}), "B3: 'Good' is none of Dear, Cheap"),
        ("5 -> 14", {}, "B3: 14 is not 5 times the weight, 3"),
        ("?", {}, "B3: '?' is no number"),
        ("-", {}, "B3: '-' is no number"),
    ],
)
def test_a_cell_means_what_the_mapping_says(cell, keys, wanted):
    assert read(cell, **keys) == wanted


def made(text, **keys):
    of = mapping(**keys)
    return values(matrix(sheet(text), of), of, "de")


def test_each_fact_names_its_cell_and_keeps_the_remark_behind_a_word():
    found = made("vendor|a|b\nAlder|3|Good (paid)", levels=LEVELS)
    notes = {head: fact["note"] for head, fact in found.facts["Alder"].items()}
    assert notes == {"a": "cell B2", "b": "cell C2: Good (paid)"}


def test_an_empty_cell_is_no_fact():
    assert made("vendor|a|b\nAlder|3|\nBirch|4|2").facts["Alder"].keys() == {"a"}


def weighed(*weights, heads="a|b", **keys):
    text = f"vendor|{heads}\nweight|{'|'.join(weights)}\nAlder|3|4"
    return made(text, weight="weight", **keys)


def test_weights_are_read_as_the_locale_writes_them_and_are_one_without_any():
    assert weighed("0,4", "0,6").weights == {"a": 0.4, "b": 0.6}
    assert weighed("40%", "60%").weights == {"a": 40, "b": 60}
    assert made("vendor|a|b\nAlder|3|4").weights == {"a": 1, "b": 1}


@pytest.mark.parametrize("weight", ["much", "-2", "0"])
def test_a_weight_that_is_none_is_refused(weight):
    assert weighed(weight, "1").faults == ["B2: its weight is not a number above 0"]


def test_a_weight_that_only_some_criteria_have_is_not_made_up():
    assert weighed("40", "").faults == ["C1: 'b' has no weight, though others have one"]
    measures = {"a": {"weight": 3}, "b": {}}
    found = made("vendor|a|b\nAlder|3|4", measures=measures)
    assert found.faults == ["C1: 'b' has no weight, though others have one"]
    assert weighed("40", "", measures={"a": {}, "b": {"weight": 60}}).weights == {"a": 40, "b": 60}


def test_weights_of_which_only_some_are_in_percent_are_refused():
    # 40% and 0.6 are meant to add up to 1, and would be 40 and 0.6.
    assert weighed("40%", "0,6").faults == ["C2: only one of this weight and B2 is in percent"]


def test_the_low_answer_turns_the_table_where_it_complies():
    text = "question|compliant|Acme\nStores cards?|No|Yes\nSandbox?|Yes|Yes"
    found = made(text, vendors="across", name="question", compliant="compliant", levels=LEVELS)
    assert found.levels == {
        "Stores cards?": {"Yes": 0, "No": 100},
        "Sandbox?": {"Yes": 100, "No": 0},
    }


@pytest.mark.parametrize("answer", ["Fair", "Perhaps"])
def test_an_answer_that_complies_and_is_neither_best_nor_worst_turns_nothing(answer):
    keys = {"vendors": "across", "name": "question", "compliant": "compliant"}
    text = f"question|compliant|Acme|Bolt\nHelp?|{answer}|Good|Poor"
    found = made(text, **keys, levels=LEVELS)
    assert found.faults == [
        f"B2: {answer!r} complies, and is neither the best nor the worst of Good, Fair, Poor; say "
        "under `levels` of this measure what they are worth"
    ]
    # What a measure's own levels say holds, whatever complies.
    own = {"Good": 100, "Poor": 50, answer: 0}
    assert made(text, **keys, measures={"Help?": {"levels": own}}).levels == {"Help?": own}


def test_a_question_that_nobody_has_answered_takes_its_own_levels():
    own = {"Yes": 100, "No": 0}
    text = "question|Acme|Bolt\nSandbox?|N/A|\nHelp?|3|4"
    measures = {"Sandbox?": {"levels": own}, "Help?": {}}
    found = made(text, vendors="across", name="question", measures=measures)
    assert (found.faults, found.levels) == ([], {"Sandbox?": own, "Help?": {}})


def test_a_product_that_does_not_follow_is_refused():
    text = "vendor|criterion|weight|value|weighted\nA|cost|0,4|3|1,2\nB|cost|0,4|3|1,5"
    long = {"vendors": "long", "criterion": "criterion", "value": "value", "weight": "weight"}
    found = made(text, **long, weighted="weighted")
    assert found.faults == ["D3: E3 says 1,5, but 3 times 0.4 is not that"]


def test_a_heading_between_criteria_is_not_taken_for_one():
    text = "criterion|Alder\nSAFETY|\nsecurity|3"
    found = made(text, vendors="across", name="criterion")
    assert found.faults == ["A2: 'SAFETY' has neither a value nor a weight"]


def test_a_criterion_that_nobody_has_looked_at_keeps_its_weight():
    text = "criterion|weight|Alder\nsafety|2|\nsecurity|1|3"
    found = made(text, vendors="across", name="criterion", weight="weight")
    assert (found.faults, found.weights) == ([], {"safety": 2, "security": 1})
