"""The recommendation, and what would reverse it, for each outcome."""

import dataclasses

import pytest

from evalkit.report.page.front.headline import headline

SAID = {
    "clear": "Finch is the clear choice. Nothing that is open about any single vendor changes that.",
    "likely": "Finch is the likely choice. What would change that: Kite is ahead if its delivery is over 99 percent.",
    "payback": "Finch is the likely choice. Ask about Heron first: 24% chance of another winner.",
    "close": "Finch and Ibis are too close to call: they have the same points. Nothing that is open would tell them apart.",
    "narrow": "Finch and Lark are too close to call: a lead of 0.4 points is not enough. Nothing that is open would tell them apart.",
    "contrary": "Gull and Wren are too close to call: a lead of 22.0 points is not enough. What would settle it: Gull is ahead if Wren's delivery is under 80.6 percent.",
    "last": "Finch is the only vendor left: all others are ruled out.",
    "researched": "Do not decide yet: Gull is the only vendor we know well enough to rank, and Heron or Wren could still win. What would change that: Wren is ahead if its delivery is over 93 percent.",
    "unresearched": "Do not decide yet: we know no vendor well enough to rank. What would change that: Wren is ahead if its delivery is over 93 percent.",
    "nobody": "No vendor is left: each of the 2 is ruled out.",
}


@pytest.mark.parametrize(("plan", "said"), SAID.items(), ids=SAID)
def test_the_headline_says_what_to_do_and_what_would_reverse_it(golden, plan, said):
    assert " ".join(headline(golden(plan))) == said


def test_an_open_must_have_of_the_leader_comes_before_any_fact(golden):
    found = golden("likely")
    leader, *others = found.vendors
    must = golden("everything").vendors[1].gates
    (gate,) = [each for each in must if each.outcome == "unverified"]
    held = dataclasses.replace(leader, gates=(gate,))
    _, said = headline(dataclasses.replace(found, vendors=(held, *others)))
    assert (
        said
        == "If it does not meet one must-have that is still open, it is ruled out: screening for fraud."
    )
    held = dataclasses.replace(leader, gates=(gate, gate))
    _, said = headline(dataclasses.replace(found, vendors=(held, *others)))
    assert (
        said
        == "If it does not meet all 2 must-haves that are still open, such as screening for fraud, it is ruled out."
    )


def test_a_vendor_alone_is_compared_with_nobody(golden):
    found = golden("last")
    alone = dataclasses.replace(found, vendors=found.vendors[:1])
    assert headline(alone) == [
        "Finch is the only vendor in this plan: there is nothing to compare it with."
    ]
