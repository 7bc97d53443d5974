"""The sentences that tell the outcome, worked by hand."""

import pytest

from evalkit.evaluation.robustness import field
from tests.conftest import PLAN

SAME = "Anna and Bert have the same points."
NONE = ("none", "false")


@pytest.mark.parametrize(
    ("rate", "level"),
    [
        # anna: 18.75 + 6.25 + 45 = 70; bert by SOAP: 9.375 + 6.25 + 45 + 0.4 × (rate − 25).
        (48.4375, True),
        (48.4, False),
    ],
)
def test_vendors_that_are_level_are_said_to_have_the_same_points(offered, rate, level):
    found = offered(("anna", "rest", "true", 25), ("bert", "soap", "true", rate)).verdict
    assert found.outcome == "close"
    assert found.leader is None
    assert (SAME in found.sentences) == level


@pytest.mark.parametrize("rate", [48.5375, 48.4375001])
def test_points_that_differ_are_never_called_the_same(offered, rate):
    # 0.04 and 0.00000004 points ahead: ranks 1 and 2
    found = offered(("anna", "rest", "true", 25), ("bert", "soap", "true", rate))
    assert [vendor.rank for vendor in found.vendors] == [1, 2]
    assert "the same" not in found.verdict.text
    assert "level today" not in " ".join(each.text for each in found.sensitivity.crossovers)


def test_a_clear_leader_is_the_clear_choice(offered):
    # Bert is behind on every measure, so no weights put it first.
    found = offered(("anna", "rest", "true", 100), ("bert", "soap", "false", 25)).verdict
    assert (found.outcome, found.leader) == ("clear", "anna")
    assert found.sentences == (
        "Anna is the clear choice: it is first in 100% of 10,000 simulations.",
    )
    # Nothing is open, so the lead rests on what is known.
    assert found.decides[0].text == "Anna's lead over Bert rests on facts known for both."


def test_a_likely_leader_is_named_with_the_next(offered):
    # Bert is ahead where api weighs over 0.375. Around 0.25 at concentration 10 that is the upper
    # sixth of a beta distribution (2.5, 7.5).
    pair = (("anna", "none", "false", 100), ("bert", "rest", "true", 16.6667))
    found = offered(*pair, plan=PLAN + "robustness: {concentration: 10}\n")
    first, second = (f"{vendor.ranks[0]:.0%}" for vendor in found.robustness.vendors)
    assert found.robustness.vendors[0].ranks[0] == pytest.approx(0.84, abs=0.03)
    assert found.verdict.sentences == (
        f"Anna is the likely choice: it is first in {first} of 10,000 simulations, Bert in {second}.",
    )


def test_who_is_first_more_often_than_the_first_by_points_leads_the_answer(evaluated_level):
    # zeta and alpha are level at worst, and zeta's open webhooks can only help it
    found = evaluated_level()
    assert found.outcome == "close"
    assert found.sentences[0] == (
        "Zeta is first more often than Alpha, which has the same points: in 75% and 25% of 10,000 "
        "simulations."
    )


def test_all_vendors_ruled_out(offered):
    slow = ("rest", "true", 9)
    one = offered(("anna", *slow)).verdict
    assert one.sentences == ("Anna is ruled out, and there is no other vendor.",)
    two = offered(("anna", *slow), ("bert", *slow)).verdict
    assert (two.outcome, two.sentences) == ("none", ("Both vendors are ruled out.",))
    three = offered(("anna", *slow), ("bert", *slow), ("cleo", *slow)).verdict
    assert three.sentences == ("All three vendors are ruled out.",)


def test_the_only_vendor_is_told_with_its_range_and_its_open_must_haves(offered):
    gate = PLAN + "  - {measure: webhooks, equals: true, because: Polling is too slow.}\n"
    met = offered(("anna", "rest", "true", 25), plan=gate).verdict
    assert met.outcome == "single"
    assert met.sentences == (
        "Anna is the only vendor in this plan, so there is nothing to compare it with.",
        "It scores 70 points and meets every must-have; 100% is settled.",
    )
    open_ = offered(("anna", "rest", "unknown", 25), plan=gate).verdict
    assert open_.sentences == (
        "Whether Anna meets a must-have is open: webhooks.",
        "Anna is the only vendor in this plan, so there is nothing to compare it with.",
        "It scores 63 to 70 points; 93% is settled.",
    )


def test_the_only_one_left_is_told_from_the_only_one_in_the_plan(offered):
    found = offered(("anna", "rest", "true", 25), ("bert", "rest", "true", 9)).verdict
    assert found.sentences[0] == "Anna is the only vendor left; all others are ruled out."


def test_an_only_researched_vendor_is_no_leader(offered):
    found = offered(("anna", "rest", "true", 25), ("bert", "rest", "true", "unknown")).verdict
    assert (found.outcome, found.leader) == ("only_researched", None)
    assert found.sentences[0] == "Anna is the only vendor known well enough to rank."
    # Bert is ahead of Anna's 70 where its rate is worth more than 60.
    assert found.could_win == ("bert",)
    assert found.sentences[1].startswith("Bert could still win (")


def test_one_ranked_and_no_other_that_could_win_is_the_clear_choice(offered):
    found = offered(("anna", "rest", "true", 100), ("bert", *NONE, "low: 10, high: 90")).verdict
    assert (found.outcome, found.leader) == ("clear", "anna")


def test_nobody_ranked_is_told_with_what_is_needed_and_whose_research_is_worth_most(offered):
    # Expected are Anna at 62.5 and Bert at 59.4. If all of Bert turns out better than half, it has
    # 62.5 to 100, and 9.4 points are gained on average; Anna's rate alone gains 7.9.
    found = offered(
        ("anna", "rest", "true", "unknown"),
        ("bert", "rest", "unknown", "unknown"),
    ).verdict
    assert (found.outcome, found.leader) == ("nobody_ranked", None)
    assert found.sentences == (
        "No vendor is known well enough to rank: that takes 60% settled, and Anna has 25% and Bert "
        "18%.",
        "Research on Bert is worth most.",
    )


def test_a_vendor_that_could_still_win_makes_the_leader_likely_at_most(offered):
    known = (("anna", "rest", "true", 80), ("bert", "soap", "false", 25))
    assert offered(*known).verdict.outcome == "clear"
    found = offered(*known, ("cleo", "rest", "true", "unknown")).verdict
    assert (found.outcome, found.could_win) == ("likely", ("cleo",))
    assert found.sentences[1] == ("Cleo could still win, but too little is known to rank it.")


def test_a_leader_with_an_open_must_have_is_likely_at_most(offered):
    gate = PLAN + "  - {measure: webhooks, equals: true, because: Polling is too slow.}\n"
    found = offered(("anna", "rest", "unknown", 90), ("bert", "soap", "true", 25), plan=gate)
    assert found.verdict.outcome == "likely"
    assert found.verdict.sentences[1] == "Whether Anna meets a must-have is open: webhooks."


def test_how_many_could_win_without_being_simulated_is_said(offered, monkeypatch):
    monkeypatch.setattr(field, "LIMIT", 2)
    three = [(name, "rest", "true", "unknown") for name in ("anna", "bert", "cleo")]
    plan = PLAN + "rankable: 0\n"
    assert "1 more could still win, but was not simulated." in (
        offered(*three, plan=plan).verdict.sentences
    )


@pytest.mark.parametrize(
    ("count", "named"),
    [
        (5, "V0, V1, V2, V3 and V4 are too close to call: "),
        (7, "V0, V1, V2, V3, V4 and 2 more are too close to call: "),
    ],
)
def test_of_many_who_are_level_the_first_five_are_named(offered, count, named):
    found = offered(*[(f"v{number}", "rest", "true", 25) for number in range(count)]).verdict
    assert found.text.startswith(named)


def test_wider_weights_make_a_leader_less_sure_and_that_is_said(offered):
    # Anna has 100 × (1 − api); Bert 100 × api and 40 × (1 − api) by 16.7 requests/s: Bert is ahead
    # where api weighs over 0.375. Around 0.25 at concentration 400, that is nearly six standard
    # deviations of √(0.25 × 0.75 / 401) = 0.022 away; at 10, one of 0.13.
    both = (("anna", "none", "false", 100), ("bert", "rest", "true", 16.6667))
    found = offered(*both, plan=PLAN + "robustness: {concentration: 400}\n")
    assert found.robustness.vendors[0].ranks[0] > 0.99
    wide = found.robustness.cautious
    assert (wide.concentration, wide.first["anna"]) == (10, pytest.approx(0.84, abs=0.03))
    assert found.verdict.outcome == "likely"
    told = f"With weights that vary more widely, Anna is first in only {wide.first['anna']:.0%}."
    assert told in found.verdict.sentences
    # Weights that already vary so much are drawn once.
    assert (
        offered(*both, plan=PLAN + "robustness: {concentration: 10}\n").robustness.cautious is None
    )


@pytest.mark.parametrize(
    ("rate", "points"),
    [(25, "70 points"), (26.25, "70.5 points"), (25.1, "70.0 points")],
)
def test_points_in_a_sentence_are_no_farther_off_than_those_beside_it(offered, rate, points):
    # 70 and 0.4 for each request a second above 25
    found = offered(("anna", "rest", "true", rate)).verdict
    assert found.sentences[1].startswith(f"It scores {points};") or found.sentences[1].startswith(
        f"It scores {points} and"
    )
