"""Why one vendor is ahead of another, in sentences."""

import pytest

from evalkit.evaluation.integrity.check import check_intact
from tests.conftest import PLAN, VENDOR, vendor
from tests.explanation.made import EXAMPLEPAY, OTHERPAY, PLAN_FILE, SOAP, against, of

YES = "{value: true, source: https://a.test/3, checked: 2026-06-20}"
NOT_FOUND = "unknown"


@pytest.mark.parametrize(
    ("facts", "points", "sentence"),
    [
        # 63.75 − (9.375 + 6.25 + 20.625) = 27.5: the webhooks, of which only one is known, make −6.25
        (SOAP | {"webhooks": YES}, (33.75, -6.25),
         "By what is known about both, ExamplePay is ahead by 33.75 points; what is not known about "
         "one of them gives Otherpay 6.25 points."),
        # 63.75 − (9.375 + 0 + 0) = 54.375: 9.375 for the style, 45 for a limit that was not found
        (SOAP | {"rate_limit": NOT_FOUND}, (9.375, 45),
         "What is known about both makes 9.4 of that, and what is not known about one of them 45.0."),
        # 63.75 − (18.75 + 0 + 0) = 45
        ({"api_style": SOAP["api_style"].replace("soap", "rest")}, (0, 45),
         "All of that comes from what is not known about one of them."),
    ],
)  # fmt: skip
def test_how_much_of_a_lead_is_for_want_of_facts(evaluated, facts, points, sentence):
    found = against(evaluated({OTHERPAY: vendor(**facts)}), "examplepay", "otherpay")
    assert (found.points_known, found.points_unknown) == pytest.approx(points)
    assert found.sentences[1] == sentence


def test_ranges_that_overlap_are_said_to(evaluated):
    near = SOAP | {"rate_limit": "{low: 12, high: 100, source: https://a.test/2}"}
    found = against(evaluated({OTHERPAY: vendor(**near)}), "examplepay", "otherpay")
    assert found.sentences[1].startswith("Their ranges overlap (63.8 to 70.0 and 30.0 to ")
    assert found.sentences[1].endswith(": what is not known can turn this around.")


APART = "Their ranges do not overlap: at these weights, nothing that is not known can turn"


@pytest.mark.parametrize(
    ("most", "said"),
    [
        # ExamplePay has 63.75 at the least. Otherpay has nothing but its limit, 22.5 at the
        # least: 13 requests a second. At 71.875 that is 60 + 40 × 46.875 / 75 = 85, × 3/4.
        ("71.875", APART),
        ("75", "Their ranges overlap (63.8 to 70.0 and 22.5 to 65.0)"),
    ],
)
def test_ranges_that_only_touch_do_not_overlap(evaluated, most, said):
    other = vendor(
        api_style="{value: [none], source: s}",
        webhooks="{value: false, source: s}",
        rate_limit=f"{{low: 13, high: {most}, source: s}}",
    )
    evaluation = evaluated({OTHERPAY: other})
    (_, told) = against(evaluation, "examplepay", "otherpay").sentences
    assert told.startswith(said)
    (_, back) = against(evaluation, "otherpay", "examplepay").sentences
    one, other = "63.8 to 70.0", "22.5 to 65.0"
    assert back.startswith(said.replace(f"{one} and {other}", f"{other} and {one}"))


@pytest.mark.parametrize(
    ("checked", "age"),
    [
        ("2026-11-23", "2026-11-23, 0 days old"),
        ("2026-11-22", "2026-11-22, 1 day old"),
        ("2025-11-23", "2025-11-23, 365 days old"),
        ("2025-11-22", "2025-11-22, 366 days old, stale"),
    ],
)
def test_a_fact_is_stale_from_the_day_after_its_last_here_too(evaluated, checked, age):
    old = VENDOR.replace("limits, checked: 2026-06-20", f"limits, checked: {checked}")
    evaluation = evaluated({EXAMPLEPAY: old})
    assert of(evaluation, "examplepay").criteria[1].measures[0].evidence.age == age
    check_intact(evaluation)


def test_each_gate_that_fails_is_named_with_its_own_reason(evaluated):
    soap = "  - {measure: api_style, none_of: [soap], because: Nobody knows SOAP here.}\n"
    evaluation = evaluated({PLAN_FILE: PLAN.replace("10,", "20,") + soap})
    assert (
        of(evaluation, "otherpay")
        .sentences[0]
        .startswith(
            "Otherpay has no rank, because it fails gates: Rate limit: at least 20 requests/s "
            "(found: 12 requests/s) and Api style: none of soap (found: soap)."
        )
    )


def test_a_vendor_that_fails_a_gate_is_compared_and_the_gate_is_named(evaluated):
    evaluation = evaluated({PLAN_FILE: PLAN.replace("10,", "20,")})
    assert against(evaluation, "otherpay", "examplepay").sentences[-1] == (
        "Otherpay has no rank, because it fails a gate: Rate limit: at least 20 requests/s "
        "(found: 12 requests/s)."
    )
