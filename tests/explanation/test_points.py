"""Printed points: told apart where they differ."""

import pytest

from evalkit.explanation.points import digits_of
from evalkit.wording.numbers import fixed
from tests.conftest import VENDOR, vendor
from tests.explanation.made import OTHERPAY

SOURCE = "source: https://a.test, checked: 2026-06-20"


def nearly(rate):
    """ExamplePay by REST at 18.75 + 45 = 63.75, and Otherpay by SOAP at 9.375 and its rate."""
    facts = {"api_style": "{value: [soap], %s}", "rate_limit": f"{{value: {rate}, %s}}"}
    known = {name: fact % SOURCE for name, fact in facts.items()}
    webhooks = f"  webhooks: {{value: false, {SOURCE}}}\n"
    return {
        "vendors/payment-gateways/examplepay.yaml": VENDOR + webhooks,
        OTHERPAY: vendor(webhooks=f"{{value: false, {SOURCE}}}", **known),
    }


@pytest.mark.parametrize(
    ("rate", "digits", "shown"),
    [
        # 9.375 + 45 + 0.4 × (rate − 25) = 63.79 and 63.75: alike with one decimal
        (48.5375, 2, ["63.79", "63.75"]),
        # 64.75 and 63.75 are told apart by whole points
        (50.9375, 0, ["65", "64"]),
        # level: no decimal tells them apart, and none has to
        (48.4375, 0, ["64", "64"]),
        # 63.750004 and 63.75
        (48.43751, 6, ["63.750004", "63.750000"]),
    ],
)
def test_points_have_the_decimals_that_tell_ranked_vendors_apart(evaluated, rate, digits, shown):
    found = evaluated(nearly(rate)).vendors
    assert digits_of(found, 0) == digits
    assert [fixed(each.score, digits) for each in found] == shown


def test_tables_and_sentences_print_points_that_differ_differently(evalkit, write):
    folder = write(nearly(48.5375))
    assert (
        "1 Otherpay     63.79     63.79" in evalkit("score", "storefront-payments", cwd=folder).out
    )
    report = evalkit("score", "storefront-payments", "-f", "markdown", cwd=folder).out
    assert "| 1 Otherpay | 63.79 | 100% |" in report
    assert "| 2 ExamplePay | 63.75 | 100% |" in report
    table = evalkit("score", "storefront-payments", "--by-criterion", cwd=folder).out
    rows = [line.split("  ") for line in table.splitlines()]
    cells = {row[0]: [cell.strip() for cell in row[1:] if cell] for row in rows}
    # 9.375 and 54.415, whose spare hundredth goes to one of them; 18.75 and 45
    assert cells["Scalability"] == ["75", "54.42", "45.00"]
    assert cells["API preference"] == ["25", "9.37", "18.75"]
    assert cells["Total"] == ["100", "63.79", "63.75"]
