"""What was answered, as a fact states it; nothing is guessed."""

import datetime

import pytest

from evalkit.evidence.taking.values import UnclearError, day_in, stated
from tests.evidence.made import measure


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("style", "rest", {"value": "rest"}),
        ("style", "REST", {"value": "rest"}),
        ("style", "rest, soap", {"value": ["rest", "soap"]}),
        ("style", "none", {"value": "none"}),
        ("hooks", "yes", {"value": True}),
        ("hooks", "TRUE", {"value": True}),
        ("hooks", "No", {"value": False}),
        ("operations", "capture; refund", {"value": ["capture", "refund"]}),
        ("operations", "void", {"value": ["void"]}),
        ("rate", "100", {"value": 100}),
        ("rate", "12.5 requests/s", {"value": 12.5}),
        ("rate", "5 to 10", {"low": 5, "high": 10}),
        ("rate", "5–10", {"low": 5, "high": 10}),
        ("rate", "at least 620", {"at_least": 620}),
        ("rate", "unlimited", {"value": "unlimited"}),
        ("uptime", "99.9%", {"value": 99.9}),
        # No share and no rating is in the thousands.
        ("uptime", "99.995", {"value": 99.995}),
        ("average", "2.125", {"value": 2.125}),
        ("rate", "0.125", {"value": 0.125}),
        ("stars", "2", {"value": 2}),
        ("average", "2.5", {"value": 2.5}),
        ("rate", "5 to 5", {"value": 5}),
        ("style", "rest, REST", {"value": ["rest"]}),
        ("released", "2026-06-20", {"value": "2026-06-20"}),
        ("mark", "10", {"value": 10}),
    ],
)
def test_an_answer_in_the_asked_form_is_taken(name, text, expected):
    assert stated(measure(name), text) == expected


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("style", "grpc"),
        ("style", "rest, grpc"),
        ("hooks", "maybe"),
        ("hooks", "n/a"),
        ("operations", "refunds"),
        # a thousand, or one and nothing: not ours to choose
        ("rate", "1,000"),
        ("rate", "1.000"),
        ("rate", "5 to 10.000"),
        ("hooks", "yes, no"),
        ("hooks", "yes, yes"),
        ("rate", "12,5"),
        ("rate", "about 100"),
        ("rate", "6000 requests/min"),
        ("rate", "10 to 5"),
        ("rate", "1e3"),
        ("rate", "١٠٠"),
        ("rate", "99.9%"),
        ("rate", "9999999999999999"),
        ("rate", "0.00000000001"),
        ("average", "3.5"),
        ("stars", "4"),
        ("stars", "2.5"),
        ("mark", "11"),
        ("released", "20/06/2026"),
        ("released", "2026-02-30"),
    ],
)
def test_an_answer_that_could_mean_something_else_is_not_taken(name, text):
    with pytest.raises(UnclearError):
        stated(measure(name), text)


def test_a_day_is_written_year_month_day():
    assert day_in("2026-06-20") == datetime.date(2026, 6, 20)
    with pytest.raises(UnclearError, match="year-month-day"):
        day_in("20 June")
