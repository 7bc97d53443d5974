"""Causes of a change of points, worked by hand."""

from tests.conftest import CRITERIA, PLAN, VENDOR, vendor
from tests.explanation.made import EXAMPLEPAY, OTHERPAY, PLAN_FILE, SOAP
from tests.explanation.moved import CRITERIA_FILE, about

FASTER = VENDOR.replace("{value: 25,", "{value: 100,")


def told(change):
    return [(cause.measure, cause.cause, cause.points) for cause in change.causes]


def test_a_fact_by_hand(moved):
    change = moved({EXAMPLEPAY: FASTER})
    # rate_limit 60 → 100 at a weight of 3/4
    assert told(change) == [("rate_limit", "fact", about(30))]
    (cause,) = change.causes
    assert cause.text == "25 requests/s → 100 requests/s"
    assert (cause.before.value, cause.after.value) == (60, 100)
    assert cause.after.source == "https://examplepay.test/limits"
    assert change.text == (
        "ExamplePay gains 30.0 points, from 63.8 to 93.8, and keeps rank 1. "
        "Its range was 63.7 to 70.0 and is now 93.7 to 100.0."
    )


def test_weights_by_hand(moved):
    change = moved(
        {PLAN_FILE: PLAN.replace("{api: 25, scalability: 75}", "{api: 50, scalability: 50}")}
    )
    # shares 3/16 → 3/8 at 100, 1/16 → 1/8 at 0, 3/4 → 1/2 at 60
    assert told(change) == [
        ("api_style", "weights", about(18.75)),
        ("rate_limit", "weights", about(-15)),
    ]
    assert change.causes[0].text == "weight 18.75% → 37.5%"
    assert change.points == about(3.75)


def test_a_fact_and_weights_at_once_are_divided_by_the_mean(moved):
    plan = PLAN.replace("{api: 25, scalability: 75}", "{api: 50, scalability: 50}")
    change = moved({EXAMPLEPAY: FASTER, PLAN_FILE: plan})
    # value: (3/4 + 1/2)/2 × (100 − 60) = 25; weight: (60 + 100)/2 × (1/2 − 3/4) = −20; 45 → 50
    assert set(told(change)) == {
        ("rate_limit", "fact", 25.0),
        ("rate_limit", "weights", -20.0),
        ("api_style", "weights", 18.75),
    }


def test_a_scale_by_hand(moved):
    flat = CRITERIA.replace("[25, 60]", "[25, 80]")
    change = moved({CRITERIA_FILE: flat})
    assert told(change) == [("rate_limit", "scale", about(15))]
    assert change.causes[0].text.startswith("the scale was straight lines through 1 → 0; 25 → 60;")
    both = moved({CRITERIA_FILE: flat, EXAMPLEPAY: FASTER})
    assert told(both) == [("rate_limit", "fact and scale", about(30))]


def test_a_change_that_no_record_shows_is_said_to_be_one(moved):
    # a checklist in words is rounded to whole percent: 33.3 and 33.4 read the same
    scale = "{kind: checklist, items: {a: 33.3, b: 66.7}, because: '-'}"
    base = CRITERIA.replace(
        '{kind: points, points: [[1, 0], [25, 60], [100, 100]], because: "-"}', scale
    ).replace("        unit: requests/s\n", "")
    plan = PLAN.split("gates:")[0]
    only = VENDOR.replace("{value: 25,", "{value: [a],")
    files = {CRITERIA_FILE: base, EXAMPLEPAY: only, PLAN_FILE: plan, OTHERPAY: None}
    change = moved(files | {CRITERIA_FILE: base.replace("33.3,", "33.4,")}, files)
    assert [cause for _, cause, _ in told(change)] == ["not recorded"]
    assert change.causes[0].text == "neither the fact nor the words of the scale differ"


def test_where_unknowns_are_counted_is_a_cause_of_its_own(moved):
    change = moved({PLAN_FILE: PLAN.replace("worst", "middle")})
    # webhooks: 1/16 × (50 − 0)
    assert told(change) == [("webhooks", "unknown rule", about(3.125))]
    assert change.causes[0].text == (
        "not looked for; counted at the worst of its scale before, at the middle of its scale now"
    )
    partly = CRITERIA.replace("{true: 100, false: 0}", "{true: 100, partly: 50, false: 0}")
    both = moved({PLAN_FILE: PLAN.replace("worst", "middle"), CRITERIA_FILE: partly})
    assert told(both) == [("webhooks", "scale and unknown rule", about(3.125))]


def test_looking_for_something_in_vain_moves_no_points(moved):
    looked = VENDOR + "  webhooks: {value: unknown, source: s, checked: 2026-06-21}\n"
    assert told(moved({EXAMPLEPAY: looked})) == []


def test_what_ceases_to_apply_moves_weight(moved):
    text = VENDOR + "  webhooks: {not_applicable: polling is enough}\n"
    change = moved({EXAMPLEPAY: text})
    # webhooks brought nothing; its 1/16 went to api_style at 100
    assert told(change) == [("api_style", "what applies", about(6.25))]
    assert change.causes[0].text == "what applies beside it changed, and weight moved"
    yes = VENDOR + "  webhooks: {value: true, source: https://e.test, checked: 2026-06-20}\n"
    gone = moved({EXAMPLEPAY: text}, {EXAMPLEPAY: yes})
    assert told(gone) == [
        ("api_style", "what applies", about(6.25)),
        ("webhooks", "what applies", about(-6.25)),
    ]
    assert gone.causes[1].text == "does not apply any more (not applicable: polling is enough)"
    back = moved({EXAMPLEPAY: yes}, {EXAMPLEPAY: text})
    assert [cause.text for cause in back.causes if cause.measure == "webhooks"] == [
        "applies now, and did not before"
    ]


def test_measures_that_come_and_go_are_causes(moved):
    without = CRITERIA.replace(
        "      api_style:\n        question: Which styles of API does it offer?\n        weight: 30\n"
        '        scale: {kind: levels, levels: {graphql: 100, rest: 100, soap: 50, none: 0}, because: "-"}\n',
        "",
    )
    fewer = {
        CRITERIA_FILE: without,
        EXAMPLEPAY: VENDOR.replace(
            "  api_style: {value: [rest], source: https://examplepay.test/docs, checked: 2026-06-20}\n",
            "",
        ),
        OTHERPAY: vendor(rate_limit=SOAP["rate_limit"]),
    }
    gone, new = moved(fewer), moved(old=fewer)
    assert told(gone) == [("api_style", "criteria", about(-18.75))]
    assert told(new) == [("api_style", "criteria", about(18.75))]
    assert (gone.causes[0].text, gone.causes[0].after) == ("the measure is gone", None)
    assert (new.causes[0].text, new.causes[0].before) == ("the measure is new", None)
