"""Who would choose whom, with open facts in the middle and at their worst."""

from evalkit.evaluation.record.robustness import PlaceResult
from evalkit.report.page.stakeholders.readings import Voice, choices

NAMES = {"stripe": "Stripe", "mollie": "Mollie"}


def voice(name, stripe, mollie, unknown="middle"):
    """A person with the points of two vendors, each at least and at most."""
    ends = {"stripe": stripe, "mollie": mollie}
    scores = {
        vendor: sum(pair) / 2 if unknown == "middle" else pair[0] for vendor, pair in ends.items()
    }
    order = sorted(ends, key=lambda vendor: -scores[vendor])
    return Voice(
        name,
        tuple(
            PlaceResult(
                vendor=each, rank=rank, score=scores[each], low=ends[each][0], high=ends[each][1]
            )
            for rank, each in enumerate(order, 1)
        ),
        unknown,
    )


def test_a_choice_that_holds_at_the_worst_is_said_to():
    people = [voice("Finance", (70, 80), (50, 60)), voice("IT", (65, 90), (60, 90))]
    assert choices(people, NAMES) == [
        "Finance and IT would each choose Stripe.",
        "That holds even if every open fact turns out at its worst.",
    ]


def test_who_would_turn_at_the_worst_is_named():
    people = [voice("Finance", (58, 97), (62, 83)), voice("IT", (72, 94), (66, 87))]
    assert choices(people, NAMES) == [
        "Finance and IT would each choose Stripe.",
        "If every open fact turns out at its worst, Finance would choose Mollie.",
    ]


def test_people_who_disagree_have_a_sentence_each():
    people = [voice("Finance", (50, 60), (70, 80)), voice("IT", (70, 80), (50, 60))]
    assert choices(people, NAMES)[:2] == [
        "Finance would choose Mollie.", "IT would choose Stripe.",
    ]  # fmt: skip


def test_the_same_points_are_no_choice():
    assert choices([voice("Finance", (50, 60), (50, 60))], NAMES)[0] == (
        "Finance has the same points for Stripe and Mollie."
    )


def test_many_people_are_counted():
    people = [voice(f"P{n}", (70, 80), (50, 60)) for n in range(9)]
    assert choices(people, NAMES)[0] == "P0, P1, P2 and 6 others would each choose Stripe."


def test_the_middle_is_read_as_such_where_the_plan_counts_the_worst():
    found = voice("Finance", (58, 97), (62, 83), unknown="worst")
    assert found.first("middle") == ("stripe",)
    assert found.first("worst") == ("mollie",)
    assert dict(found.order("middle")) == {"stripe": 77.5, "mollie": 72.5}
