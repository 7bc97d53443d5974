"""Scales and gates in words."""

from evalkit.model.plan import Gate
from evalkit.model.scale import Checklist
from evalkit.wording.words import requirement, scale_in_words


def test_a_checklist_tells_the_share_of_each_thing():
    scale = Checklist(kind="checklist", items={"capture": 3, "refund": 1}, because="-")
    assert scale_in_words(scale, "") == "share of a checklist: capture 75 %; refund 25 %"


def test_a_gate_tells_its_bound_with_the_unit_or_what_it_takes():
    least = Gate(measure="rate_limit", at_least=10, because="-")
    most = Gate(measure="effective_rate", at_most=2.5, because="-")
    names = Gate(measure="api_style", any_of=["rest", "graphql"], because="-")
    assert requirement(least, "requests/s") == "at least 10 requests/s"
    assert requirement(most, "") == "at most 2.5"
    assert requirement(names, "") == "any of rest, graphql"
