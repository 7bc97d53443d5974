"""Facts and amounts that are to be checked again."""

import pytest

from tests.report.specification.made import GOOD, PLAN, content, points


def said(view):
    """What sources say, with the day on which each was checked."""
    return [(says, ", ".join(s["checked"])) for s in view["sources"] for says in s["says"]]


def test_old_undated_and_disputed_facts_are_marked_where_their_source_stands(evaluated):
    old = GOOD.replace("2026-06-20}\n", "2020-01-01, conflicts: [{value: 9, source: x}]}\n", 2)
    old = old.replace("[rest], source", "[rest], note: by phone, source").replace(
        "{value: 9, ", "{value: [none], ", 1
    )
    old = old.replace("checked: 2026-06-20\n      data:\n        payment: {directions: [from", "data:\n        payment: {directions: [from")  # fmt: skip
    old = old.replace("      checked: 2026-06-20\n", "      checked: 2024-01-01\n")
    found = said(content(evaluated({"vendors/payment-gateways/examplepay.yaml": old})))
    texts = " | ".join(says for says, _ in found)
    # 2020-01-01 to 2026-11-23, and 2024-01-01 to 2026-11-23
    assert "(2518 days old, fresh for 365; sources disagree)" in texts
    assert "Payments API (1057 days old; no fact of these criteria stays fresh for more than 365)" in texts  # fmt: skip
    assert "by phone" in texts
    assert any("Events, " in says and "undated" in checked for says, checked in found)


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
    told = [says for says, _ in said(view) if says.startswith("Rate limit: ")]
    assert len(told) == 2
    assert f" ({why}), facts.rate_limit" in told[0]
    assert told[1].startswith("Rate limit: see S")


@pytest.mark.parametrize(
    ("checked", "days"),
    [
        # 365 days: the last on which facts of these criteria are fresh.
        ("2025-11-23", ""),
        ("2025-11-22", "366 days"),
    ],
)
def test_what_is_old_is_marked_from_the_day_after_its_last(evaluated, checked, days):
    old = GOOD.replace("2026-06-20", checked)
    found = said(content(evaluated({"vendors/payment-gateways/examplepay.yaml": old})))
    for title in ("Rate limit: ", "Payments API", "Events"):
        told = [says for says, day in found if says.startswith(title) and day == checked]
        assert told
        assert all(("days old" in says) == bool(days) and days in says for says in told)


@pytest.mark.parametrize(
    ("until", "told"),
    [("2026-11-22", "expired on 2026-11-22"), ("2026-11-23", "valid until 2026-11-23")],
)
def test_a_fact_says_until_when_it_holds(evaluated, until, told):
    ended = GOOD.replace("value: 25", f"value: 25, until: {until}")
    view = content(evaluated({"vendors/payment-gateways/examplepay.yaml": ended}))
    assert f"Rate limit: 25 requests/s ({told}), facts.rate_limit" in [
        says for says, _ in said(view)
    ]


def test_the_place_of_a_vendor_comes_with_its_range_and_each_gate_with_its_reason(evaluated):
    ranged = GOOD.replace("{value: 25,", "{low: 20, likely: 40, high: 60,")
    view = content(evaluated({"vendors/payment-gateways/examplepay.yaml": ranged}))["decision"]
    # 60 by REST, 20 that webhooks may bring, 20 × 0.4 by the rate, within 20 × 0.2 and 20 × 0.6.
    assert view["sentences"][-1] == (
        "ExamplePay has rank 1 of 1, with at least 64.0 and at most 92.0 of 100 points; 72% is "
        "settled."
    )
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
    (told,) = [says for says, _ in said(content(evaluated(files))) if says.startswith("Licence: ")]
    assert ("expired on 2026-11-22" in told) is wrong


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
    assert any(text.startswith("Costs that are not known: Licence") for text in texts)
    sources = {says: (s["source"], s["checked"]) for s in view["sources"] for says in s["says"]}
    by_title = {says.partition(",")[0]: where for says, where in sources.items()}
    assert by_title["Orders: 1"] == ("Shop", ["2026-11-01"])
    assert by_title["Average order value: 70"][0] == "no source"
    assert all(
        "assumed by the plan: confirm" in says for says in sources if "money.volumes" in says
    )
    steps = [step["text"] for step in view["cut_over"]]
    assert any("plan counts on ending: Fees of today" in step for step in steps)
