"""Open points are numbered and without duplicates."""

import json

import pytest

from evalkit.errors import EvalkitError
from evalkit.report.data import from_json, to_json
from tests.report.specification.made import GOOD, PLAN, content, points, written

EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"
LOOK = "{source: https://examplepay.test/hooks, checked: 2026-06-20}"


def test_open_points_are_numbered_in_the_order_of_their_groups(evaluated):
    for name in ("examplepay", "otherpay"):
        numbers = list(points(content(evaluated(), name)))
        assert numbers == [f"O{place}" for place in range(1, len(numbers) + 1)]


def test_what_is_not_known_is_an_open_point_with_room_for_its_owner(evaluated):
    evaluation = evaluated()
    view = content(evaluation)
    texts = [point["text"] for point in points(view).values()]
    for said in (
        "Not on record: how ERP is connected to the shop",
        "Not on record of Payments API: which errors it answers with, and which of them may pass by themselves",
        "Not on record of Payments API: its fields",
        "Not on record of Events: how requests are authenticated",
        "Not on record of Events: whether there is a sandbox",
        "Not in the plan: which system's word counts where the two sides differ",
        "F4 Payout from the vendor: unknown: no route is on record; with it are open: endpoints, authentication, limits, fields, errors, retries, idempotency",
        "Webhooks: not looked for",
    ):  # fmt: skip
        assert said in texts
    lines = [line for line in written(evaluation).splitlines() if line.startswith("- [ ] **O")]
    assert len(lines) == len(texts)
    assert all("owner: ____" in line and "due: ____" in line for line in lines)


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
        point = points(view)[view["needs"][0]["open"][0]]
        assert point["action"] == action
        assert point["where"].startswith("open: Webhooks: true, ")
        cited = "https://examplepay.test/hooks" in [each["source"] for each in view["sources"]]
        assert cited == (facts is missing)


def test_the_same_question_is_asked_once_with_all_flows_that_need_it(evaluated):
    view = content(evaluated())
    (point,) = [p for p in points(view).values() if "who is told of a failure" in p["text"]]
    assert point["where"] == "F1, F2, F3, F4"


def test_without_flows_there_is_nothing_to_specify(evaluated):
    plan = PLAN[: PLAN.index("flows:")]
    with pytest.raises(EvalkitError, match="names no flows"):
        written(evaluated({"plans/storefront-payments.yaml": plan}))


def test_a_saved_evaluation_without_a_vendors_flows_is_one_message(evaluated):
    saved = json.loads(to_json(evaluated()))
    saved["fit"]["vendors"][0]["cells"].pop()
    with pytest.raises(EvalkitError, match="lacks flows of examplepay"):
        written(from_json(json.dumps(saved)))
