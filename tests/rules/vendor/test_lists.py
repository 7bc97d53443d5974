"""Lists that say more than was read."""

import pytest

from tests.conftest import CRITERIA
from tests.rules.made import GATEWAYS

ITEMS = """\
      languages:
        weight: 5
        scale: {kind: checklist, items: {en: 1, de: 1}, because: "-"}
"""
LISTED = {GATEWAYS: CRITERIA.replace("  scalability:", f"{ITEMS}  scalability:")}
SOURCE = "source: https://a.test/1, checked: 2026-06-20, kind: KIND"


def told_of(told, fact, kind):
    text = f"  {fact}\n".replace("SOURCE", SOURCE.replace("KIND", kind))
    return told(text, files=LISTED)


@pytest.mark.parametrize(
    "kind", ["third-party-harvest", "third-party-page", "derived-from-harvest", "issue-thread"]
)
def test_who_came_across_some_things_cannot_say_that_there_are_no_others(told, kind):
    message = f"languages is a whole list from a source of the kind {kind}"
    found = told_of(told, "languages: {value: [en], SOURCE}", kind)
    assert found == [("EK342", "[en]", message)]
    assert told_of(told, "languages: {at_least: [en], SOURCE}", kind) == []


@pytest.mark.parametrize("kind", ["vendor-page", "vendor-repository", "derived-from-description"])
def test_the_vendor_can(told, kind):
    assert told_of(told, "languages: {value: [en], SOURCE}", kind) == []


def test_a_list_with_everything_says_no_to_nothing(told):
    assert told_of(told, "languages: {value: [de, en], SOURCE}", "third-party-page") == []


@pytest.mark.parametrize(
    ("fact", "codes"),
    [
        ("webhooks: {value: [false], SOURCE}", ["EK342"]),
        # What is better than the best level would count for nothing.
        ("webhooks: {value: [true], SOURCE}", []),
        ("webhooks: {value: false, SOURCE}", []),
    ],
)
def test_of_levels_only_a_list_without_the_best_one_leaves_something_out(told, fact, codes):
    assert [code for code, *_ in told_of(told, fact, "third-party-page")] == codes
