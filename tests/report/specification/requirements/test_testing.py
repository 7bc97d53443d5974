"""The tests that a flow must pass, and the way into and out of operation."""

from tests.report.specification.made import content


def test_tests_follow_from_the_flows(evaluated):
    view = content(evaluated())
    first, _, refund, _ = view["flows"]
    assert first["cases"] == [
        "Normal", "Repeated", "Peak", "Outage", "Wrong data", "Both sides differ", "Deletion",
        "Card numbers",
    ]  # fmt: skip
    assert refund["cases"] == first["cases"][:6]
    assert [case["title"] for case in view["tests"]["cases"]] == first["cases"]


def test_flows_are_switched_on_musts_first_and_off_in_reverse_order(evaluated):
    view = content(evaluated())
    steps = [step["text"] for step in view["cut_over"]]
    assert "Switch on the musts (F1, F2 and F3), then the wishes (F4)." in steps
    assert "Switch off F4, F3, F2 and F1, in this order." in [s["text"] for s in view["roll_back"]]
