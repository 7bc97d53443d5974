"""A plan says whose prices count, and asks for nothing that holds elsewhere."""

import pytest

from tests.conftest import vendor
from tests.rules.made import OTHERPAY, SOURCED
from tests.rules.money import MONEY, charge

STYLE = f"{{value: [rest], {SOURCED}}}"


def of(region, text="kind: one_off, amount: 500, currency: EUR"):
    return charge(text).replace("world", region)


def others(region):
    return {OTHERPAY: vendor(api_style=STYLE) + of(region)}


def test_price_lists_for_different_regions_want_a_plan_with_a_region(told, codes):
    assert told(of("US"), MONEY, files=others("EEA")) == [
        (
            "EK546",
            "money",
            "the price lists are for different regions (`EEA`, `US`), and the plan names none",
        )
    ]
    assert codes(of("US"), MONEY + "region: DE\n", files=others("EEA")) == []
    assert codes(of("US"), MONEY, files=others("US")) == []
    assert codes(of("US"), files=others("EEA")) == []


@pytest.mark.parametrize("named", ["", "vendors: [examplepay]\n"])
def test_a_price_for_another_region_asks_for_no_rate_and_no_volume(codes, named):
    american = of("US", "kind: usage, per: odrer, fixed: 0.3, currency: USD")
    assert codes(american, MONEY + named) == ["EK503", "EK502"]
    assert codes(american, MONEY + named + "region: EEA\n") == []


def test_hours_that_are_spent_elsewhere_ask_for_no_hourly_rate(codes):
    hours = of("US", "kind: internal, hours: 9")
    assert codes(hours, MONEY) == ["EK533"]
    assert codes(hours, MONEY + "region: EEA\n") == []


def test_the_same_price_for_two_regions_is_no_repetition(codes):
    text = "{kind: one_off, amount: 9, currency: EUR, region: PLACE, " + SOURCED + "}"
    both = f"charges:\n  - {text.replace('PLACE', 'US')}\n  - {text.replace('PLACE', 'EEA')}\n"
    assert codes(both, MONEY + "region: EEA\n") == []
    within = both.replace("US", "DE")
    assert codes(within, MONEY + "region: DE\n") == ["EK509"]
