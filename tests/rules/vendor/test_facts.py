"""Rules about the values of facts."""

import pytest

from tests.conftest import CRITERIA, VENDOR
from tests.rules.made import EXAMPLEPAY, GATEWAYS, SOURCED, marked, messages


def test_a_conflict_is_checked_like_any_reading(loaded):
    text = VENDOR.replace("value: 25", "value: 25, conflicts: [{value: many}]")
    workspace = loaded({EXAMPLEPAY: text})
    assert messages(workspace, "EK304") == ["this measure takes a number, not `many`"]
    assert messages(workspace, "EK301") == ["rate_limit has no source"]


def test_a_list_or_range_on_the_wrong_kind_of_scale(loaded):
    text = VENDOR.replace("value: 25", "value: [a, b]").replace("value: [rest]", "low: 1, high: 2")
    assert messages(loaded({EXAMPLEPAY: text}), "EK304") == [
        "a range of numbers does not fit a scale of words", "this measure takes a number, not a list",
    ]  # fmt: skip


OPERATIONS = """\
      operations:
        weight: 10
        scale: {kind: checklist, items: {capture: 1, refund: 2, "24": 1}, because: "-"}
"""
LISTED = CRITERIA.replace("  scalability:\n", OPERATIONS + "  scalability:\n")


@pytest.mark.parametrize("fact", ["at_least: [capture, 24]", "at_least: [capture, refund, 24]"])
def test_items_that_are_there_at_least_may_be_some_or_all(loaded, fact):
    files = {GATEWAYS: LISTED, EXAMPLEPAY: VENDOR + f"  operations: {{{fact}, {SOURCED}}}\n"}
    assert loaded(files).diagnostics == ()


@pytest.mark.parametrize(
    ("fact", "name"),
    [
        ("at_least: [capture, rest]", "rest"),
        ("at_least: [unknown]", "unknown"),
        (f"at_least: [capture], conflicts: [{{at_least: [rest], {SOURCED}}}]", "rest"),
    ],
)
def test_an_item_that_is_there_at_least_must_be_one_of_the_list(loaded, fact, name):
    files = {GATEWAYS: LISTED, EXAMPLEPAY: VENDOR + f"  operations: {{{fact}, {SOURCED}}}\n"}
    (found,) = loaded(files).diagnostics
    assert (found.code, marked(found)) == ("EK303", name)
    assert found.message == f"`{name}` is not an item of the checklist"


def test_the_nearest_item_is_offered_for_one_that_is_misspelt(loaded):
    fact = f"  operations: {{at_least: [capture, refnud], {SOURCED}}}\n"
    (found,) = loaded({GATEWAYS: LISTED, EXAMPLEPAY: VENDOR + fact}).errors
    assert found.route == ("facts", "operations", "at_least", 1)
    assert found.hint == "did you mean `refund`?"


def test_a_number_is_never_there_at_least(loaded):
    text = VENDOR.replace("value: 25", "at_least: [25]")
    (found,) = loaded({EXAMPLEPAY: text}).errors
    assert (found.code, marked(found)) == ("EK304", "at_least")
    assert found.hint == "write `low` with `high`"
