"""Differences by criterion."""

import dataclasses
from decimal import Decimal

from evalkit.report.page.compared.gaps import gaps, rows, who_gains
from evalkit.report.page.compared.sides import sides


def of(evaluation, count=2):
    vendors = sides(evaluation)[:count]
    return gaps(evaluation, vendors), vendors


def test_the_largest_difference_comes_first_and_they_add_up_to_the_lead(golden):
    found, vendors = of(golden("everything"))
    shown = [(row["title"], row["winner"], row["ahead"]) for row in rows(found, vendors)]
    assert shown == [
        ("Operation", "Alder Pay", "+7.0"),
        ("Interface", "Alder Pay", "+6.7"),
        ("Cost", "Alder Pay", "+3.0"),
    ]
    # 63.0 less 46.3 points.
    assert sum(Decimal(ahead) for _, _, ahead in shown) == Decimal("16.7")


def test_a_picture_says_in_words_what_it_shows(golden):
    first = rows(*of(golden("everything")))[0]["picture"]
    assert first["label"] == (
        "Operation: Alder Pay 76 to 88 of 100 and Birch & Sons 57 to 79 of 100"
    )


def test_what_is_level_has_no_winner_and_what_applies_to_nobody_no_row(golden):
    vendor = golden("clear").vendors[0]
    twins = [vendor, dataclasses.replace(vendor, id="twin")]
    found = gaps(dataclasses.replace(golden("clear"), vendors=tuple(twins)), twins)
    # Nothing is known of what mail costs: that is left out for both.
    assert [row["title"] for row in rows(found, twins)] == ["Reach", "Work"]
    assert {(row["winner"], row["ahead"]) for row in rows(found, twins)} == {("", "level")}


def test_of_three_vendors_the_winner_is_ahead_of_the_next(golden):
    evaluation = golden("close")
    vendors = evaluation.vendors
    assert len(vendors) == 3
    for gap in gaps(evaluation, vendors):
        best, second, _ = sorted(
            (each.contributions[gap.criterion.id] for each in vendors), reverse=True
        )
        assert gap.winner.contributions[gap.criterion.id] == best
        assert gap.ahead == best - second


def test_of_three_vendors_two_may_be_level_at_the_top(golden):
    best = golden("close").vendors[0]
    last = golden("close").vendors[2]
    twins = [best, dataclasses.replace(best, id="twin"), last]
    shown = rows(gaps(golden("close"), twins), twins)
    assert {(row["winner"], row["ahead"]) for row in shown} == {("", "level at the top")}


def test_each_vendor_has_a_sentence_on_where_it_is_ahead(golden):
    found, vendors = of(golden("everything"))
    assert list(who_gains(found, vendors)) == [
        "Alder Pay is furthest ahead on Operation and Interface.",
        "Birch & Sons is nowhere ahead by 0.5 points.",
    ]
