"""Vendors by measures, whichever way a sheet is laid out."""

import pytest

from evalkit.errors import EvalkitError
from evalkit.evidence.importing.matrix import matrix
from tests.evidence.importing.made import mapping, sheet

DOWN = "vendor|cost|risk|total\nweight|2|1|\nAlder|3|4|10\nBirch|5||"
ACROSS = "criterion|weight|Alder|Birch\ncost|2|3|5\nrisk|1|4|\ntotal||10|"
LONG = "vendor|criterion|weight|value\nAlder|cost|2|3\nBirch|cost|2|5\nAlder|risk|1|4"


def told(found):
    values = {
        line.name.text: {
            head: cell.text for head, cell in line.cells.items() if head in found.heads
        }
        for line in found.lines
    }
    return values, {head: cell.text for head, cell in found.weights.items()}


WANTED = {"Alder": {"cost": "3", "risk": "4"}, "Birch": {"cost": "5"}}, {"cost": "2", "risk": "1"}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (DOWN, {"weight": "weight", "total": "total"}),
        (ACROSS, {"vendors": "across", "name": "criterion", "weight": "weight", "total": "total"}),
        (LONG, {"vendors": "long", "criterion": "criterion", "value": "value", "weight": "weight"}),
    ],
    ids=["down", "across", "long"],
)
def test_the_same_table_is_the_same_in_every_layout(text, keys):
    found = matrix(sheet(text), mapping(**keys))
    assert told(found) == WANTED
    assert found.faults == []


def test_cells_keep_the_addresses_of_the_sheet():
    found = matrix(
        sheet(ACROSS), mapping(vendors="across", name="criterion", weight="weight", total="total")
    )
    assert found.lines[0].cells["risk"].address == "C3"
    assert found.lines[0].cells["total"].address == "C4"


def faults(text, **keys):
    return matrix(sheet(text), mapping(**keys)).faults


def test_a_value_of_nobody_is_told():
    assert faults("vendor|cost\n|3") == ["B2: nothing says whose value this is"]
    long = {"vendors": "long", "criterion": "criterion", "value": "value"}
    assert faults("vendor|criterion|value\nAlder||3", **long) == [
        "A2: nothing says whose value this is"
    ]


def test_a_vendor_that_stands_twice_is_told():
    assert faults("vendor|cost\nAlder|3\nALDER|4") == ["A3: A2 names the same vendor, 'Alder'"]


def test_a_criterion_that_is_written_in_two_ways_is_told():
    text = LONG.replace("Birch|cost", "Birch|Cost")
    long = {"vendors": "long", "criterion": "criterion", "value": "value", "weight": "weight"}
    assert faults(text, **long) == ["B3: B2 names the same criterion, 'cost'"]
    assert faults("vendor|cost|COST\nAlder|3|3") == ["C1: B1 names the same criterion, 'cost'"]


def test_a_value_that_stands_twice_is_told():
    long = {"vendors": "long", "criterion": "criterion", "value": "value", "weight": "weight"}
    assert faults("vendor|criterion|weight|value\nA|cost|2|3\nA|cost|1|4", **long) == [
        "D3: D2 is about the same already",
        "C3: C2 gives cost another weight, 2",
    ]


def test_columns_of_one_name_are_refused():
    with pytest.raises(EvalkitError, match=r"two heads are 'cost' \(C1\); rename one"):
        matrix(sheet("vendor|cost|cost\nAlder|3|4"), mapping())


@pytest.mark.parametrize(
    "keys",
    [{"name": "vender"}, {"total": "totel"}, {"weight": "wieght"}, {"note": ["x"]},
     {"leave": ["x"]}, {"measures": {"costs": {}}}, {"names": {"x": "y"}}],
    ids=str,
)  # fmt: skip
def test_what_the_mapping_names_and_the_table_does_not_have_is_refused(keys):
    with pytest.raises(EvalkitError, match="the table"):
        matrix(sheet(DOWN), mapping(**keys))


def test_a_vendor_can_be_given_its_name():
    text = "question|Answer\nSandbox?|Yes"
    found = matrix(
        sheet(text), mapping(vendors="across", name="question", names={"Answer": "Acme"})
    )
    assert [line.name.text for line in found.lines] == ["Acme"]


def test_a_value_without_a_head_is_told():
    assert faults("vendor|cost|\nAlder|3|4") == ["C2: nothing says what it is about"]


def test_a_column_of_a_long_table_that_nobody_explains_is_told():
    long = {"vendors": "long", "criterion": "criterion", "value": "value"}
    assert faults("vendor|criterion|value|by\nAlder|cost|3|Ann", **long) == [
        "D1: 'by' is not in the mapping; add it under `measures` or `leave`"
    ]
    assert faults("vendor|criterion|value|by\nAlder|cost|3|Ann", **long, leave=["by"]) == []


def test_a_vendor_or_a_criterion_of_a_long_table_can_be_left_out():
    long = {"vendors": "long", "criterion": "criterion", "value": "value", "weight": "weight"}
    found = told(matrix(sheet(LONG), mapping(**long, leave=["Birch", "risk"])))
    assert found == ({"Alder": {"cost": "3"}}, {"cost": "2"})
