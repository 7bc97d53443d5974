"""What a fact says about a vendor, and where it was looked for."""

import pytest

from evalkit.model.fact import Fact
from evalkit.source.shape.shape import shape

PAGE = {"source": "https://examplepay.test/sla", "checked": "2026-05-02"}
CHAT = {"source": "a chat", "checked": "2026-05-02", "kind": "generated"}


def fact(given):
    record, problems = shape(Fact, given)
    assert problems == []
    return record


def searched(given):
    return [place.source for place in fact(given).looks]


def test_who_looked_for_a_fact_says_where_in_either_of_two_forms():
    assert searched({"unknown": True, "looked": [PAGE, {"source": "a call"}]}) == [PAGE["source"], "a call"]  # fmt: skip
    assert searched({"value": "unknown", **PAGE}) == [PAGE["source"]]
    assert searched({"unknown": True, **PAGE}) == [PAGE["source"]]


def test_nobody_looked_where_a_file_only_says_unknown_or_knows_the_value():
    for given in ("unknown", {"unknown": True}, {"value": "unknown"}, {"value": 3, **PAGE}):
        assert searched(given) == []


def test_generated_text_is_no_place_to_look():
    assert searched({"unknown": True, "looked": [CHAT]}) == []
    assert searched({"unknown": True, "looked": [CHAT, PAGE]}) == [PAGE["source"]]
    assert searched({"value": "unknown", **CHAT}) == []


def test_a_fact_is_unknown_in_each_of_its_forms_and_never_evidence():
    for given in ("unknown", {"unknown": True}, {"unknown": True, "looked": [PAGE]}):
        assert fact(given).is_unknown
        assert fact(given).readings == ()


def test_a_number_without_an_upper_end_is_written_in_either_of_two_forms():
    assert fact({"at_least": 620}) == fact({"low": 620, "high": "unlimited"})
    assert (fact({"at_least": 620}).least, fact({"at_least": 620}).is_open_ended) == (620, True)
    (other,) = fact({"value": 9, "conflicts": [{"low": 620, "high": "unlimited"}]}).conflicts
    assert other.least == 620


@pytest.mark.parametrize(
    ("given", "route"),
    [
        ({"at_least": "unlimited"}, ("at_least",)),
        ({"at_least": True}, ("at_least",)),
        ({"at_least": 2e15}, ("at_least",)),
        ({"high": "unlimited"}, ()),
        ({"low": None, "high": "unlimited"}, ()),
        ({"low": "620", "high": "unlimited"}, ("low",)),
        ({"low": 1, "likely": 2, "high": "unlimited"}, ()),
        ({"low": 1, "high": "unlimited", "at_least": 1}, ()),
        ({"low": 1, "high": "unlimited", "value": 1}, ()),
        ({"low": "unlimited", "high": 5}, ("low",)),
    ],
)
def test_only_a_number_alone_goes_without_an_upper_end(given, route):
    record, (found,) = shape(Fact, given)
    assert (record, found.route) == (None, route)


def test_at_least_names_levels_as_a_list_does_without_quotes_too():
    assert fact({"at_least": ["capture", 24, True]}).names == ("capture", "24", "true")
    assert fact({"value": ["capture", 24, True]}).names == ("capture", "24", "true")
    assert fact(True).names == ("true",)
