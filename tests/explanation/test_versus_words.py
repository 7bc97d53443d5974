"""Why one vendor is ahead of another, in sentences."""

import pytest

from tests.conftest import PLAN, VENDOR, vendor
from tests.explanation.made import OTHERPAY, PLAN_FILE, SOAP, against

YES = "{value: true, source: https://a.test/3, checked: 2026-06-20}"


@pytest.mark.parametrize(
    ("facts", "points", "sentence"),
    [
        # 63.75 − (9.375 + 6.25 + 20.625) = 27.5: of webhooks, known of one only, −6.25
        (SOAP | {"webhooks": YES}, (33.75, -6.25),
         "ExamplePay is 27.5 points ahead of Otherpay: 33.8 on facts known for both, 6.3 behind on "
         "facts still open."),
        # 63.75 − 9.375 = 54.375: 9.375 for the style, 45 for a limit that nobody looked for
        (SOAP | {"rate_limit": "unknown"}, (9.375, 45),
         "ExamplePay is 54.4 points ahead of Otherpay: 9.4 on facts known for both, 45.0 on facts "
         "still open."),
        # 45, and the same style
        ({"api_style": SOAP["api_style"].replace("soap", "rest")}, (0, 45),
         "ExamplePay is 45.0 points ahead of Otherpay, all of it on facts still open."),
        (SOAP, (33.75, 0),
         "ExamplePay is 33.8 points ahead of Otherpay, all of it on facts known for both."),
    ],
)  # fmt: skip
def test_how_much_of_a_lead_rests_on_what_is_known(evaluated, facts, points, sentence):
    evaluation = evaluated({OTHERPAY: vendor(**facts), PLAN_FILE: PLAN + "rankable: 0\n"})
    found = against(evaluation, "examplepay", "otherpay")
    assert (found.points_known, found.points_open) == pytest.approx(points)
    assert found.sentences[0] == sentence


def test_the_other_way_round_it_is_behind(evaluated):
    found = against(evaluated(), "otherpay", "examplepay")
    assert found.sentences[0] == (
        "Otherpay is 33.8 points behind ExamplePay, all of it on facts known for both."
    )


def test_vendors_with_the_same_points_are_level(evaluated):
    twin = VENDOR.replace("examplepay", "otherpay").replace("ExamplePay", "Twin")
    found = against(evaluated({OTHERPAY: twin}), "otherpay", "examplepay")
    assert found.sentences[0] == "Twin and ExamplePay have the same points."


def test_a_lead_is_never_printed_as_nothing(evaluated):
    near = VENDOR.replace("examplepay", "otherpay").replace("ExamplePay", "Near")
    # 25.05 requests a second bring 0.02 points more than 25.
    files = {OTHERPAY: near.replace("{value: 25,", "{value: 25.05,")}
    found = against(evaluated(files), "otherpay", "examplepay")
    assert (
        found.sentences[0]
        == "Near is 0.02 points ahead of ExamplePay, all of it on facts known for both."
    )


@pytest.mark.parametrize(
    ("most", "said"),
    [
        # ExamplePay has 63.75 at the least. Otherpay has nothing but its limit, 22.5 at the
        # least: 13 requests a second. At 71.875 that is 60 + 40 × 46.875 / 75 = 85, × 3/4.
        ("71.875", "The ranges do not overlap ({}), so this cannot reverse at these weights."),
        ("75", "The ranges overlap ({}), so this may still reverse."),
    ],
)
def test_ranges_that_only_touch_do_not_overlap(evaluated, most, said):
    other = vendor(
        api_style="{value: [none], source: s}",
        webhooks="{value: false, source: s}",
        rate_limit=f"{{low: 13, high: {most}, source: s}}",
    )
    evaluation = evaluated({OTHERPAY: other, PLAN_FILE: PLAN + "rankable: 0\n"})
    one, other = ("63 to 70", "22 to 65") if most == "75" else ("63.75 to 70.00", "22.50 to 63.75")
    told = against(evaluation, "examplepay", "otherpay").sentences[1]
    assert told == said.format(f"{one}, {other}")
    assert against(evaluation, "otherpay", "examplepay").sentences[1] == (
        said.format(f"{other}, {one}")
    )


def test_where_nothing_is_open_nothing_can_change_it(evaluated):
    known = {OTHERPAY: vendor(**SOAP, webhooks=YES)}
    evaluation = evaluated(
        known | {"vendors/payment-gateways/third.yaml": vendor("third", **SOAP, webhooks=YES)}
    )
    assert against(evaluation, "otherpay", "third").sentences[1] == (
        "Nothing is open that could change this at these weights."
    )


def test_a_vendor_that_is_not_ranked_is_compared_and_the_reason_is_named(evaluated):
    evaluation = evaluated({PLAN_FILE: PLAN.replace("10,", "20,")})
    assert against(evaluation, "otherpay", "examplepay").sentences[-1] == (
        "Otherpay is not ranked, because it is ruled out: rate limit: 12 requests/s, where at least "
        "20 requests/s is needed."
    )
