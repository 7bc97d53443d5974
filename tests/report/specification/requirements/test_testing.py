"""The cases that a flow is tested by."""

from tests.report.specification.made import content


def test_test_cases_follow_from_the_flows(evaluated):
    first, _, refund, payout = content(evaluated())["flows"]
    titles = [case["title"] for case in first["cases"]]
    assert titles == [
        "Normal", "Repeated", "Peak", "Outage", "Wrong data", "Both sides differ",
        "Deletion of personal data", "Card numbers",
    ]  # fmt: skip
    assert first["cases"][2]["does"] == "4 records a second and 7,200 records within an hour."
    assert [case["title"] for case in refund["cases"]] == titles[:6]
    assert payout["cases"][2]["does"] == "The number is open (F4-7)."
