"""Open points are numbered and without duplicates."""

import json

import pytest

from evalkit.errors import EvalkitError
from evalkit.report.data import from_json, to_json
from tests.report.specification.made import GOOD, PLAN, content, points, written

EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"
LOOK = "{source: https://examplepay.test/hooks, checked: 2026-06-20}"


def test_open_points_are_numbered_by_what_they_block(evaluated):
    for name in ("examplepay", "otherpay"):
        view = content(evaluated(), name)
        numbers = list(points(view))
        assert numbers == [f"O{place}" for place in range(1, len(numbers) + 1)]
        order = ("signing", "building", "testing", "going live", "nothing")
        stages = [
            next(s for s in order if point["blocks"].startswith(s)) for point in view["open_points"]
        ]
        assert stages == sorted(stages, key=order.index)


def test_what_is_not_known_is_an_open_point_with_room_for_its_owner(evaluated):
    evaluation = evaluated()
    view = content(evaluation)
    told = {(point["text"], point["blocks"]) for point in points(view).values()}
    for said in (
        ("How ERP is connected to the shop", "building F3"),
        ("Which errors it answers with, and which of them may pass (Payments API and Events)", "building F1, F2 and F3"),
        ("Which fields it has (Payments API)", "building F3"),
        ("How requests are authenticated (Events)", "building F2"),
        ("Whether there is a sandbox (Events)", "testing"),
        ("Which system's word counts where the two sides differ", "building F4"),
        ("Payout from the vendor: unknown: no route is on record", "building F4"),
        ("Webhooks: not looked for", "nothing"),
    ):  # fmt: skip
        assert said in told
    lines = [
        line for line in written(evaluation).splitlines() if line.startswith('| <a id="open--')
    ]
    assert len(lines) == len(told)
    assert all(line.endswith("| ____ | ____ | ____ |") for line in lines)


def test_what_nobody_looked_for_is_looked_for_and_what_was_not_found_is_asked(evaluated):
    missing = GOOD.replace(
        "integration:\n", f"  webhooks: {{unknown: true, looked: [{LOOK}]}}\nintegration:\n"
    )
    for files, action in ((None, "look for"), ({EXAMPLEPAY: missing}, "ask ExamplePay")):
        found = points(content(evaluated(files))).values()
        (point,) = [each for each in found if each["text"].startswith("Webhooks: not ")]
        assert point["action"] == action


def test_an_open_must_have_is_looked_for_or_asked_and_where_it_was_looked_for_is_cited(evaluated):
    plan = PLAN.replace(
        "gates:\n", "gates:\n  - {measure: webhooks, equals: true, because: Polling is slow.}\n"
    )
    line = f"  webhooks: {{unknown: true, looked: [{LOOK}]}}\nintegration:\n"
    missing = GOOD.replace("integration:\n", line)
    for facts, action in ((GOOD, "look for"), (missing, "ask ExamplePay")):
        files = {"plans/storefront-payments.yaml": plan, EXAMPLEPAY: facts}
        view = content(evaluated(files))
        (gate,) = [g for g in view["decision"]["gates"] if g["requirement"] == "Webhooks: true"]
        point = points(view)[gate["open"]]
        assert (point["action"], point["blocks"]) == (action, "signing")
        assert point["text"].endswith(" (Webhooks: true)")
        cited = "https://examplepay.test/hooks" in [each["source"] for each in view["sources"]]
        assert cited == (facts is missing)


def test_the_same_question_is_asked_once_with_all_flows_that_need_it(evaluated):
    view = content(evaluated())
    (point,) = [p for p in points(view).values() if "Who is told of a failure" in p["text"]]
    assert point["blocks"] == "going live F1, F2, F3 and F4"


def test_without_flows_there_is_nothing_to_specify(evaluated):
    plan = PLAN[: PLAN.index("flows:")]
    with pytest.raises(EvalkitError, match="names no flows"):
        written(evaluated({"plans/storefront-payments.yaml": plan}))


def test_a_saved_evaluation_without_a_vendors_flows_is_one_message(evaluated):
    saved = json.loads(to_json(evaluated()))
    saved["fit"]["vendors"][0]["cells"].pop()
    with pytest.raises(EvalkitError, match="lacks flows of examplepay"):
        written(from_json(json.dumps(saved)))
