"""Each thing that is asked for, with each vendor's outcome, reason and source."""

from evalkit.report.page.needs.blocks import gate_blocks
from tests.conftest import BASE, PLAN, vendor
from tests.report.made import OTHERPAY, PLAN_FILE, SEEN

GATES = PLAN + (
    "  - {measure: webhooks, equals: true, because: Polling is too slow.}\n"
    "  - {measure: api_style, none_of: [rest], because: A house of SOAP.}\n"
)


def test_each_must_have_has_its_own_outcome_and_reason_for_each_vendor(evaluated):
    other = vendor(webhooks=f"{{value: true, {SEEN}}}", rate_limit=f"{{value: 9, {SEEN}}}")
    found = list(gate_blocks(evaluated({**BASE, OTHERPAY: other, PLAN_FILE: GATES})))
    assert [(each["title"], each["about"]) for each in found] == [
        ("Rate limit: at least 10 requests/s", ["Peak of five orders a second."]),
        ("Webhooks: true", ["Polling is too slow."]),
        ("Api style: none of rest", ["A house of SOAP."]),
    ]
    assert [
        (row["name"], row["word"], row["reasons"]) for each in found for row in each["rows"]
    ] == [
        ("ExamplePay", "met", ["found: 25 requests/s"]),
        ("Otherpay", "not met", ["found: 9 requests/s"]),
        ("ExamplePay", "not verified", ["not looked for"]),
        ("Otherpay", "met", ["found: yes"]),
        ("ExamplePay", "not met", ["found: rest"]),
        ("Otherpay", "not verified", ["not looked for"]),
    ]
