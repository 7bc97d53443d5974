"""What other weights would change."""

import pytest

from evalkit.report.page.certain.weights import crossovers, smallest_change


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        ("everything", "No weights of the criteria would put another vendor first."),
        ("clear", "How much weight would have to move is not worked out, as a whole criterion does not apply to some vendors."),
        ("last", "is ranked, so there is no order that other weights could turn."),
        ("unresearched", "Nobody is ranked, so there is no first place to simulate."),
    ],
)  # fmt: skip
def test_how_much_weight_must_move_is_a_sentence(golden, plan, said):
    assert smallest_change(golden(plan)).endswith(said)


def test_the_smallest_change_names_who_draws_level_and_what_moves(golden):
    evaluation = golden("payback")
    shift = evaluation.sensitivity.shift
    assert shift.moved == pytest.approx(0.2804, abs=1e-4)
    said = smallest_change(evaluation)
    assert "only if 29% of all weight moves, from Work (29% to 1%) to Cost" in said


def test_a_criterion_says_at_which_weight_another_vendor_takes_first_place(golden):
    evaluation = golden("payback")
    found = crossovers(evaluation)
    leader = next(v.id for v in evaluation.vendors if v.rank == 1)
    nearest = next(
        swap
        for swap in evaluation.sensitivity.crossovers
        if swap.ahead == leader and swap.distance is not None and not swap.above
    )
    first = found["panels"][0]
    titles = {each.id: each.title for each in evaluation.criteria}
    assert first["title"] == titles[nearest.criterion]
    assert first["changes"][0].startswith(
        {v.id: v.name for v in evaluation.vendors}[nearest.behind] + " leads "
    )
    assert any(shape["is"] == "disc" for shape in first["picture"]["shapes"])


def test_a_criterion_that_changes_nothing_at_the_top_says_so(golden):
    panels = crossovers(golden("everything"))["panels"]
    assert {said for panel in panels for said in panel["changes"]} == {"No change at the top."}


def test_without_two_vendors_there_are_no_pictures(golden):
    assert crossovers(golden("last")) is None
