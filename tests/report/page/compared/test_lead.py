"""How much of a lead rests on what is not known."""

import pytest

from evalkit.report.page.compared.lead import Lead, in_a_row, in_a_sentence, lead_of
from evalkit.report.page.compared.sides import sides


def lead(points, known):
    return Lead("Stripe", "Mollie", 1, points, known)


@pytest.mark.parametrize(
    ("points", "known", "sentence", "figure"),
    [
        (6.1, 1.7, "Of Stripe's lead of 6.1 points over Mollie, 4.4 rest on facts that are not known about both.", "4.4 of 6.1 points"),
        (6.1, 6.1, "All of Stripe's lead of 6.1 points over Mollie rests on facts known about both.", "none of 6.1 points"),
        # What is known counts for the rival, or for more than all of the lead.
        (0.6, -2.0, "All of Stripe's lead of 0.6 points over Mollie rests on facts that are not known about both.", "all 0.6 points"),
        (0.6, 2.0, "All of Stripe's lead of 0.6 points over Mollie rests on facts known about both.", "none of 0.6 points"),
    ],
)  # fmt: skip
def test_a_lead_is_divided_by_what_is_known(points, known, sentence, figure):
    assert in_a_sentence(lead(points, known)) == sentence
    assert in_a_row(lead(points, known))["figure"] == figure


def test_who_is_level_has_no_lead():
    assert in_a_sentence(lead(0.0, 0.0)) == "Stripe and Mollie have the same points."
    assert in_a_row(lead(0.0, 0.0)) is None


def test_the_parts_add_up_as_they_are_printed(golden):
    evaluation = golden("everything")
    found = lead_of(evaluation, sides(evaluation))
    assert (found.points, found.known, found.still_open) == (16.7, 2.9, 13.8)
    assert in_a_row(found)["picture"]["label"] == "2.9 points known about both, 13.8 not"


def test_the_lead_is_of_who_has_more_points_even_without_a_rank(golden):
    # Gull is ranked with 22 points; of Wren, with 50 in the middle, nothing is known.
    evaluation = golden("researched")
    found = lead_of(evaluation, sides(evaluation))
    assert (found.vendor, found.rival, found.points) == ("Wren", "Gull", 28.0)
