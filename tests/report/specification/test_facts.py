"""Facts and amounts that are to be checked again."""

import pytest

from tests.report.specification.made import GOOD, PLAN, content, points


def test_old_undated_and_disputed_facts_are_to_be_checked_again(evaluated):
    old = GOOD.replace("2026-06-20}\n", "2020-01-01, conflicts: [{value: 9, source: x}]}\n", 2)
    old = old.replace("[rest], source", "[rest], note: by phone, source").replace(
        "{value: 9, ", "{value: [none], ", 1
    )
    old = old.replace("checked: 2026-06-20\n      data:\n        payment: {directions: [from", "data:\n        payment: {directions: [from")  # fmt: skip
    old = old.replace("      checked: 2026-06-20\n", "      checked: 2024-01-01\n")
    view = content(evaluated({"vendors/payment-gateways/examplepay.yaml": old}))
    texts = " | ".join(p["text"] for p in points(view).values() if p["action"] == "check again")
    # 2020-01-01 to 2026-11-23, and 2024-01-01 to 2026-11-23
    assert "(2518 days old, fresh for 365; sources disagree)" in texts
    assert "Payments API: looked at on 2024-01-01, 1057 days before" in texts
    assert "Events: undated" in texts


@pytest.mark.parametrize(
    ("other", "why"),
    [("value: 9, region: US", "differs by region"), ("value: 9, region: EEA", "sources disagree"),
     ("value: 9", "sources disagree"), ("value: 9, edition: plus", "differs by edition")],
)  # fmt: skip
def test_a_fact_that_differs_by_region_is_no_disagreement_of_sources(evaluated, other, why):
    seen = "source: x, checked: 2026-06-20"
    rate = f"value: 25, region: EEA, edition: basic, conflicts: [{{{other}, {seen}}}]"
    text = GOOD.replace("value: 25", rate)
    view = content(evaluated({"vendors/payment-gateways/examplepay.yaml": text}))
    again = [p["text"] for p in points(view).values() if p["action"] == "check again"]
    (told,) = [text for text in again if text.startswith("Rate limit: ")]
    assert told.endswith(f"({why})")


@pytest.mark.parametrize(
    ("checked", "fact", "days"),
    [
        # 365 days: the last on which facts of these criteria are fresh.
        ("2025-11-23", "2025-11-23", ""),
        ("2025-11-22", "2025-11-22, stale", "366 days"),
    ],
)
def test_what_is_old_is_to_be_checked_again_from_the_day_after_its_last(
    evaluated, checked, fact, days
):
    old = GOOD.replace("2026-06-20", checked)
    view = content(evaluated({"vendors/payment-gateways/examplepay.yaml": old}))
    rows = [row for group in view["facts"] for row in group["facts"]]
    assert [row["checked"] for row in rows if row["title"] == "Rate limit"] == [fact]
    texts = [p["text"] for p in points(view).values() if p["action"] == "check again"]
    for title in ("Rate limit", "Payments API", "Events"):
        assert any(t.startswith(f"{title}: ") and days in t for t in texts) is bool(days)


@pytest.mark.parametrize(
    ("until", "checked"),
    [
        ("2026-11-22", "2026-06-20, expired on 2026-11-22"),
        ("2026-11-23", "2026-06-20, valid until 2026-11-23"),
    ],
)
def test_a_fact_says_until_when_it_holds_and_is_to_be_checked_after_that(evaluated, until, checked):
    ended = GOOD.replace("value: 25", f"value: 25, until: {until}")
    view = content(evaluated({"vendors/payment-gateways/examplepay.yaml": ended}))
    rows = [row for group in view["facts"] for row in group["facts"]]
    assert [row["checked"] for row in rows if row["title"] == "Rate limit"] == [checked]
    again = [p["text"] for p in points(view).values() if p["action"] == "check again"]
    told = [text for text in again if text.startswith("Rate limit: ")]
    expired = "Rate limit: 25 requests/s (expired on 2026-11-22)"
    assert told == ([expired] if "expired" in checked else [])


def test_the_place_of_a_vendor_comes_with_its_range_and_each_gate_with_its_reason(evaluated):
    ranged = GOOD.replace("{value: 25,", "{low: 20, likely: 40, high: 60,")
    view = content(evaluated({"vendors/payment-gateways/examplepay.yaml": ranged}))["decision"]
    # 60 by REST, 20 that webhooks may bring, 20 × 0.4 by the rate, within 20 × 0.2 and 20 × 0.6.
    assert view["place"] == (
        "ExamplePay has rank 1 of 1, with at least 64.0 and at most 92.0 of 100 points; 72% is "
        "settled."
    )
    assert [(v["name"], v["rank"], v["at_least"], v["at_most"]) for v in view["ranking"]] == [
        ("ExamplePay", "1", "64.0", "92.0"), ("OtherPay", "", "0.0", "100.0"),
    ]  # fmt: skip
    assert [(gate["word"], gate["reason"], gate["because"]) for gate in view["gates"][:2]] == [
        ("met", "found: rest", "Nobody knows SOAP here."),
        ("met", "found: 20 to 60 requests/s, most likely 40", "Peak of five orders a second."),
    ]


MONEY = """\
money:
  currency: EUR
  years: 2
  discount_rate: {value: 0.08, source: Finance, checked: 2026-11-18}
  volumes:
    orders: {value: 1000, source: Shop, checked: 2026-11-01}
    average_order_value: {value: 70}
  benefits:
    - {kind: cost_ended, title: Fees of today, amount: 9000, every: year, source: Finance}
"""
PRICE = "charges:\n  - {kind: recurring, title: Licence, amount: unknown, every: year, currency: EUR, source: https://a.test}\n"


@pytest.mark.parametrize(("until", "wrong"), [("2026-11-22", True), ("2026-11-23", False)])
def test_a_price_that_has_ended_is_to_be_checked_again(evaluated, until, wrong):
    dated = PRICE.replace("https://a.test", f"a call, checked: 2026-06-20, until: {until}")
    priced = GOOD.replace("integration:\n", dated + "integration:\n")
    files = {
        "plans/storefront-payments.yaml": PLAN + MONEY,
        "vendors/payment-gateways/examplepay.yaml": priced,
    }
    texts = [point["text"] for point in points(content(evaluated(files))).values()]
    assert ("Licence: expired on 2026-11-22" in texts) is wrong
    assert any(text.startswith("Licence: ") for text in texts) is wrong


def test_money_known_in_part_and_assumptions_are_open_points(evaluated):
    priced = GOOD.replace("integration:\n", PRICE + "integration:\n")
    view = content(
        evaluated(
            {
                "plans/storefront-payments.yaml": PLAN + MONEY,
                "vendors/payment-gateways/examplepay.yaml": priced,
            }
        )
    )
    texts = [point["text"] for point in points(view).values()]
    assert any(text.startswith("Not known: Licence") for text in texts)
    assert "Licence: undated" in texts
    assert "Orders: 1,000 a year (Shop, 2026-11-01)" in texts
    assert "Average order value: 70 (no source, undated)" in texts
    steps = [step["text"] for step in view["cut_over"]]
    assert any(step.startswith("The plan counts on the end of: Fees of today") for step in steps)
