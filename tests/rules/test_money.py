"""Charges, benefits and money: every mistake is told at its place, with what to do."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.diagnostics.record import Severity
from evalkit.model.prices.charge import Tiered
from evalkit.model.vendor import Vendor
from evalkit.rules.context import Setting
from evalkit.rules.run import check
from tests.conftest import DAY, PLAN, VENDOR, vendor

EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"
OTHERPAY = "vendors/payment-gateways/otherpay.yaml"
STOREFRONT = "plans/storefront-payments.yaml"
SECOND = "plans/marketplace.yaml"
SOURCED = "source: https://examplepay.test/prices, checked: 2026-06-20"
MONEY = "money: {currency: EUR, years: 3, discount_rate: 0.08}\n"
VOLUMES = "volumes: {orders: 20000, average_order_value: 50}"

MISTAKES = """\
charges:
  - {kind: one_off, title: Setup, amount: 500, currency: USD, source: s, checked: 2026-06-20}
  - {kind: usage, per: odrer, fixed: 0.3, currency: EUR, source: s, checked: 2026-06-20}
  - kind: tiered
    title: Overlap
    per: orders
    every: month
    tiers: [{from: 0, to: 1000, price: 0.02}, {from: 900, price: 0.01}]
    currency: EUR
    source: s
    checked: 2026-06-20
  - kind: tiered
    title: Gap
    per: orders
    every: month
    tiers: [{from: 0, to: 1000, price: 0.02}, {from: 1001, price: 0.01}]
    currency: EUR
    source: s
    checked: 2026-06-20
  - kind: usage
    title: Cards
    per: order
    percent: 1.4
    minimum: 5
    maximum: 2
    currency: EUR
    source: s
    checked: 2026-06-20
  - kind: recurring
    title: Rebate
    amount: -20
    every: month
    currency: EUR
    source: s
    checked: 2026-06-20
  - {kind: one_off, title: Start, amount: 90, currency: EUR, source: s, checked: 2026-06-20}
  - {kind: one_off, title: Begin, amount: 90, currency: EUR, source: s, checked: 2026-06-20}
  - {kind: one_off, title: Entry, amount: 80, currency: EUR}
"""
PLAN_MISTAKES = """\
money:
  currency: EUR
  years: 3
  discount_rate: 8
  rates:
    CHF: {value: 1.06, source: budget rate, checked: 2025-11-22}
    GBP: 1.15
    PLN: {value: 0, source: budget rate, checked: 2026-11-20}
  volumes:
    orders: {low: 30000, likely: 20000, high: 40000}
    average_order_value: -50
    refunds: {share: 20, of: orders}
    disputes: {share: 0.1, of: refund}
  benefits:
    - {kind: cost_ended, title: Today's gateway, amount: 900, every: month}
"""

FEE = f"{{kind: recurring, amount: 9, every: month, currency: EUR, {SOURCED}}}"
SETUP = "kind: one_off, amount: 500, currency: USD"


def charge(text, sourced=SOURCED):
    return f"charges:\n  - {{{text}, {sourced}}}\n"


def charges(*entries):
    return "charges:\n" + "".join(f"  - {entry}\n" for entry in entries)


def money(text):
    return f"money: {{currency: EUR, years: 3, discount_rate: 0.08, {text}}}\n"


def second(text):
    """Another plan of the same category, with money."""
    return {SECOND: PLAN.replace("storefront-payments", "marketplace") + text}


def marked(diagnostic):
    span = diagnostic.span
    return diagnostic.line_text[span.column - 1 : span.end_column - 1]


@pytest.fixture
def diagnosed(loaded):
    """The diagnostics of a vendor with charges and a plan with money."""

    def diagnose(charges="", money="", files=None):
        base = {EXAMPLEPAY: VENDOR + charges, STOREFRONT: PLAN + money}
        return loaded({**base, **(files or {})}).diagnostics

    return diagnose


@pytest.fixture
def told(diagnosed):
    """The same as code, marked text and message."""

    def tell(*texts, **files):
        return [(d.code, marked(d), d.message) for d in diagnosed(*texts, **files)]

    return tell


@pytest.fixture
def codes(diagnosed):
    """The same as codes."""

    def tell(*texts, **files):
        return [d.code for d in diagnosed(*texts, **files)]

    return tell


def placed(diagnostics):
    return [(d.code, f"{d.span.line}:{d.span.column}", d.message) for d in diagnostics]


def test_a_vendor_file_with_each_mistake_is_told_each_at_its_place(diagnosed):
    assert placed(diagnosed(MISTAKES, money(VOLUMES))) == [
        ("EK502", "9:58", "the one-off charge `Setup` is in USD, for which the plan "
         "`storefront-payments` gives no rate"),
        ("EK503", "10:24", "the plan `storefront-payments` gives no volume `odrer`"),
        ("EK504", "15:54", "volumes from 900 to 1000 have two prices"),
        ("EK504", "23:54", "there is no price for volumes from 1000 to 1001"),
        ("EK505", "31:14", "`minimum` 5 is above `maximum` 2"),
        ("EK507", "38:13", "`amount` of the recurring charge `Rebate` is -20, below zero"),
        ("EK509", "44:5", "the one-off charge `Begin` costs the same as the one-off charge "
         "`Start`, in the same months"),
        ("EK501", "45:5", "the one-off charge `Entry` has no source"),
    ]  # fmt: skip


def test_a_plan_with_each_mistake_is_told_each_at_its_place(diagnosed):
    assert placed(diagnosed(money=PLAN_MISTAKES)) == [
        ("EK534", "11:18", "a discount rate of 8 is 800% a year"),
        ("EK521", "13:54", "the rate for CHF is 366 days old, more than a year"),
        ("EK522", "14:10", "the rate for GBP has no source"),
        ("EK523", "15:10", "the rate for PLN is 0, not above zero"),
        ("EK506", "17:19", "the range of `orders` is not in the order low, likely, high"),
        ("EK535", "18:26", "the volume `average_order_value` is -50, below zero"),
        ("EK536", "19:22", "a share of 20 is 2000% of `orders`"),
        ("EK526", "20:32", "there is no volume `refund`"),
        ("EK524", "22:7", "the benefit `Today's gateway` has no source"),
    ]


def test_what_a_plan_lacks_makes_a_total_a_least_one_and_is_a_warning(diagnosed):
    found = diagnosed(charge("kind: usage, per: odrer, fixed: 3, currency: USD"), MONEY)
    assert [(d.code, d.severity) for d in found] == [
        ("EK503", Severity.WARNING),
        ("EK502", Severity.WARNING),
    ]


def test_a_plan_without_money_hears_nothing_about_rates_and_volumes(told):
    assert told(charge("kind: usage, per: anything, percent: 3, currency: USD")) == []


# Between price lists and plans


def test_every_plan_without_a_rate_is_named(told):
    ((_, text, message),) = told(charge(SETUP), MONEY, files=second(MONEY))
    assert (text, message) == (
        "USD",
        "this one-off charge is in USD, for which the plans `marketplace`, "
        "`storefront-payments` give no rate",
    )


def test_a_plan_that_does_not_compare_the_vendor_asks_for_nothing(codes):
    plan = PLAN + MONEY + "vendors: [otherpay]\n"
    other = vendor(api_style=f"{{value: [rest], {SOURCED}}}")
    assert codes(charge(SETUP), files={STOREFRONT: plan, OTHERPAY: other}) == []


def test_a_plan_that_names_the_vendor_asks_for_a_rate(codes):
    assert codes(charge(SETUP), MONEY + "vendors: [examplepay]\n") == ["EK502"]


def test_of_a_price_that_is_not_known_no_rate_is_asked_for(told):
    assert told(charge(SETUP.replace("500", "unknown")), MONEY) == []


def test_nothing_is_asked_for_what_a_plan_does_not_buy(codes):
    plus = f"{{kind: recurring, edition: plus, amount: 9, every: month, currency: USD, {SOURCED}}}"
    basic = plus.replace("plus", "basic").replace("USD", "EUR")
    assert codes(charges(plus, basic), money("editions: {examplepay: basic}")) == []
    assert codes(charges(plus, basic), money("editions: {examplepay: plus}")) == ["EK502"]


def test_nothing_is_asked_for_what_was_negotiated_otherwise(told):
    offer = f"kind: one_off, replaces: setup, amount: 300, currency: EUR, {SOURCED}"
    plan = money(f"charges: {{examplepay: [{{{offer}}}]}}")
    assert told(charge(f"{SETUP}, id: setup"), plan) == []


def test_charges_and_benefits_of_a_plan_need_rates_and_volumes_too(told):
    cost = f"{{kind: usage, per: ordr, fixed: 1, currency: USD, {SOURCED}}}"
    gain = f"{{kind: extra_margin, title: More, percent: 1, per: order, {SOURCED}}}"
    plan = money(f"volumes: {{orders: 9}}, charges: {{all: [{cost}]}}, benefits: [{gain}]")
    who = "the plan `storefront-payments` gives no"
    assert told(money=plan) == [
        ("EK503", "ordr", f"{who} volume `ordr`"),
        ("EK502", "USD", f"this usage charge is in USD, for which {who} rate"),
        ("EK503", "order", f"{who} volume `average_order_value`, the value of one `order`"),
    ]


@pytest.mark.parametrize("per", ["order", "orders"])
def test_a_volume_may_be_named_in_the_singular(told, per):
    fee = charge(f"kind: usage, per: {per}, fixed: 1, currency: EUR")
    assert told(fee, money("volumes: {orders: 9}")) == []


def test_the_nearest_volume_of_any_plan_is_proposed(diagnosed):
    fee = charge("kind: usage, per: refnd, fixed: 1, currency: EUR")
    plans = money("volumes: {orders: 9}"), money("volumes: {refunds: 9}")
    (found,) = diagnosed(fee, plans[0], second(plans[1]))
    assert found.message == "no plan that compares this vendor gives a volume `refnd`"
    assert found.hint == "did you mean `refunds`?"


def test_a_volume_that_only_another_plan_gives_is_told_in_the_plan(told):
    fee = charge("kind: usage, per: refund, fixed: 1, currency: EUR")
    plans = money("volumes: {orders: 9}"), money("volumes: {refunds: 9}")
    message = "there is no volume `refund`, by which `examplepay` charges"
    assert told(fee, plans[0], second(plans[1])) == [("EK525", "volumes", message)]


def test_a_made_up_price_is_told_once_and_asks_for_nothing(codes):
    text = "kind: usage, per: odrer, fixed: 1, currency: USD, source_kind: generated"
    assert codes(charge(text), MONEY) == ["EK518"]


def test_no_comment_about_a_price_is_left_over_where_a_plan_cannot_be_read(codes):
    fee = charge("kind: usage, per: odrer, fixed: 3, currency: EUR").rstrip()
    fee += "  # evalkit: ignore[EK503] a volume of next year's plan\n"
    assert codes(fee, MONEY) == []
    assert codes(fee) == ["EK016"]
    assert codes(fee, MONEY.replace("years: 3, ", "")) == ["EK102"]


# The same cost twice


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("amount: 9", "amount: 8"),
        ("every: month", "every: year"),
        ("every: month", "every: month, per: seat"),
        ("every: month", "every: month, yearly_increase: 0.03"),
        ("EUR", "CHF"),
    ],
)
def test_what_differs_is_not_the_same(told, old, new):
    assert told(charges(FEE, FEE.replace(old, new))) == []


@pytest.mark.parametrize("amount", ["0", "unknown"])
def test_what_costs_nothing_or_is_not_known_may_stand_twice(told, amount):
    fee = FEE.replace("amount: 9", f"amount: {amount}")
    assert told(charges(fee, fee)) == []


def test_one_after_the_other_is_not_twice(codes):
    first, then = FEE.replace("every", "end: 12, every"), FEE.replace("every", "start: 13, every")
    assert codes(charges(first, then)) == []
    assert codes(charges(first, then.replace("13", "12"))) == ["EK509"]


def test_two_editions_are_not_bought_at_once(told):
    basic, plus = (FEE.replace("every", f"edition: {name}, every") for name in ("basic", "plus"))
    assert told(charges(basic, plus)) == []
    message = "this recurring charge costs the same as charge 1, in the same months"
    assert told(charges(basic, FEE)) == [("EK509", FEE, message)]


@pytest.mark.parametrize("who", ["all", "examplepay"])
def test_a_plan_does_not_repeat_the_price_list(told, who):
    message = (
        "this recurring charge costs the same as charge 1 in the price list of `examplepay`, in "
        "the same months"
    )
    plan = money(f"charges: {{{who}: [{FEE}]}}")
    assert told(charges(FEE), plan) == [("EK509", FEE, message)]


def test_one_vendors_offer_may_cost_what_anothers_does(told):
    other = vendor(api_style=f"{{value: [rest], {SOURCED}}}")
    offers = f"charges: {{examplepay: [{FEE}], otherpay: [{FEE}]}}"
    assert told(money=money(offers), files={OTHERPAY: other}) == []


# Tiers


def tiered(tiers, mode="graduated"):
    return charge(
        f"kind: tiered, per: call, every: month, mode: {mode}, tiers: [{tiers}], currency: EUR"
    )


@pytest.mark.parametrize(
    ("tiers", "text", "message"),
    [
        ("{from: 1, price: 1}", "1", "the first tier starts at 1, not at 0"),
        ("{from: 0, price: 1}, {from: 9, price: 1}", "{from: 0, price: 1}",
         "this tier has no end, but is not the last"),
        ("{from: 0, to: 9, price: 1}, {from: 9, to: 5, price: 1}", "5",
         "this tier ends at 5, not above its start"),
        ("{from: 0, to: 9, price: 1}, {from: 9, to: 20, price: 1}, {from: 5, price: 1}", "5",
         "this tier starts at 5, the one before it at 9"),
        ("{from: 0, to: 9, price: 1}, {from: 20, price: 1}", "20",
         "there is no price for volumes from 9 to 20"),
        ("{from: 0, to: 9, price: 1}, {from: 8.5, price: 1}", "8.5",
         "volumes from 8.5 to 9 have two prices"),
        ("{from: 0, to: 9, price: 1}, {from: 9, price: 1, fixed: 7}", "7",
         "this fixed amount makes the bill jump above 9"),
    ],
)  # fmt: skip
def test_what_does_not_meet_is_told_where_it_starts(told, tiers, text, message):
    assert [found[1:] for found in told(tiered(tiers))] == [(text, message)]


def test_a_tier_that_starts_one_too_late_is_told_how_to_start(diagnosed):
    (found,) = diagnosed(tiered("{from: 0, to: 1000, price: 2}, {from: 1001, price: 1}"))
    assert found.hint == "write `from: 1000`: a tier begins above its `from`"


@given(st.lists(st.integers(1, 10**6), unique=True, max_size=6), st.data())
def test_tiers_meet_exactly_where_each_starts_at_the_end_before(bounds, data):
    ends = [0, *sorted(bounds), None]
    tiers = [{"from": start, "to": end} for start, end in itertools.pairwise(ends)]
    assert "EK504" not in codes_of(tiers)
    moved = data.draw(st.sampled_from(tiers))
    moved["from"] += data.draw(st.sampled_from([0.5, 1, 7]))
    assert "EK504" in codes_of(tiers)


def codes_of(tiers):
    data = {"kind": "tiered", "per": "call", "every": "month", "currency": "EUR", "tiers": tiers}
    record = Vendor(id="x", name="X", category="erp", charges=(Tiered.model_validate(data),))
    return [finding.code for finding in check(record, Setting("vendors/x.yaml", DAY))]


def test_a_bill_that_falls_at_a_bound_is_told_with_both_sums(told):
    last = "{from: 10, price: 2, fixed: 1}"
    text = tiered(f"{{from: 0, to: 10, price: 3}}, {last}", "volume")
    # 10 × 3 = 30; 11 × 2 + 1 = 23
    message = "at 10 the total is 30, at 11 only 23"
    assert told(text) == [("EK511", last, message)]
    # 11 × 2 + 8 = 30
    assert told(text.replace("fixed: 1", "fixed: 8")) == []
    assert told(text.replace("fixed: 1", "fixed: unknown")) == []


def test_an_included_volume_has_no_tiers_to_meet(told):
    text = "kind: tiered, per: call, every: month, fixed: 9, included: 5, overage: 1, currency: EUR"
    assert told(charge(text)) == []


# Numbers


@pytest.mark.parametrize(
    ("text", "code", "number"),
    [
        ("kind: one_off, amount: {low: 9, high: 4}, currency: EUR", "EK506", "9"),
        ("kind: one_off, amount: {low: -9, high: 4}, currency: EUR", "EK507", "-9"),
        ("kind: internal, hours: -3", "EK507", "-3"),
        (f"kind: one_off, amount: 9, currency: EUR, conflicts: [{{amount: -3, {SOURCED}}}]",
         "EK507", "-3"),
        ("kind: recurring, amount: 9, every: month, currency: EUR, promotion: {months: 3, "
         "amount: -1}", "EK507", "-1"),
        ("kind: tiered, per: call, every: year, tiers: [{from: 0, price: -1}], currency: EUR",
         "EK507", "-1"),
        ("kind: tiered, per: call, every: year, tiers: [{from: 0, price: {low: 3, high: 1}}], "
         "currency: EUR", "EK506", "3"),
        ("kind: usage, per: order, percent: 290, currency: EUR", "EK508", "290"),
        ("kind: usage, per: order, fixed: 1, minimum_monthly: {low: 9, high: 11}, "
         "maximum_monthly: 8, currency: EUR", "EK505", "{low: 9, high: 11}"),
        ("kind: one_off, amount: 9, start: 13, end: 12, currency: EUR", "EK510", "12"),
        ("kind: recurring, amount: 9, every: month, yearly_increase: 3, currency: EUR",
         "EK534", "3"),
        ("kind: recurring, amount: 9, every: month, yearly_increase: -0.95, currency: EUR",
         "EK534", "-0.95"),
    ],
)  # fmt: skip
def test_a_number_that_cannot_be_is_told_at_the_number(told, text, code, number):
    assert [found[:2] for found in told(charge(text))] == [(code, number)]


@pytest.mark.parametrize(
    "text",
    [
        "kind: one_off, amount: -9, because: A rebate., currency: EUR",
        "kind: recurring, amount: 9, every: month, yearly_increase: -0.1, currency: EUR",
        "kind: usage, per: order, fixed: 1, minimum: unknown, maximum: 2, currency: EUR",
        "kind: usage, per: order, percent: 100, currency: EUR",
        "kind: one_off, amount: {low: 1, high: 1}, currency: EUR",
    ],
)
def test_what_is_rare_but_may_be_is_let_pass(told, text):
    assert told(charge(text)) == []


# Sources and dates


def test_a_conflict_needs_a_source_and_a_date_as_well(told):
    conflicts = "{amount: 8}, {amount: 7, source: s}"
    assert told(charge(f"kind: one_off, amount: 9, currency: EUR, conflicts: [{conflicts}]")) == [
        ("EK501", "{amount: 8}", "a conflict of this one-off charge has no source"),
        ("EK512", "{amount: 7, source: s}",
         "a conflict of this one-off charge does not say when it was checked"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "kind: one_off, amount: unknown, currency: EUR",
        "kind: tiered, per: call, every: year, tiers: [{from: 0, price: unknown}], currency: EUR",
    ],
)
def test_a_price_that_is_not_known_needs_no_source(told, text):
    assert told(charge(text, "note: on request")) == []


def test_a_price_that_is_known_for_its_first_months_needs_a_source(codes):
    text = "kind: recurring, amount: unknown, every: month, currency: EUR"
    assert codes(charge(f"{text}, promotion: {{months: 3, amount: 20}}", "note: n")) == ["EK501"]


@pytest.mark.parametrize(
    ("what", "name"),
    [
        ("rates: {USD: {value: 0.9, source: s, checked: 2026-11-24}}", "the rate for USD"),
        ("hourly_rate: {value: 60, source: s, checked: 2026-11-24}", "the hourly rate"),
        ("volumes: {orders: {value: 60, source: s, checked: 2026-11-24}}", "the volume `orders`"),
        ("benefits: [{kind: cost_ended, title: T, amount: 1, every: month, source: s, "
         "checked: 2026-11-24}]", "the benefit `T`"),
    ],
)  # fmt: skip
def test_nobody_has_looked_tomorrow(told, what, name):
    message = f"{name} was checked on 2026-11-24, after 2026-11-23"
    assert told(money=money(what)) == [("EK515", "2026-11-24", message)]


def test_prices_of_a_plan_are_judged_on_the_plans_day(codes):
    offer = "kind: one_off, amount: 1, currency: EUR, source: s, checked: 2025-11-23"
    text = money(f"charges: {{examplepay: [{{{offer}}}]}}")
    assert codes(money=text) == []
    assert codes(money=text.replace("2025-11-23", "2025-11-22")) == ["EK517"]


def test_a_plan_is_not_older_than_the_prices_that_it_counts_with(codes):
    setup = charge("kind: one_off, amount: 500, currency: EUR").replace("06-20", "11-20")
    early = PLAN.replace("as_of: 2026-11-23", "as_of: 2026-09-01")
    assert codes(setup, files={STOREFRONT: early}) == []
    assert codes(setup, files={STOREFRONT: early + MONEY}) == ["EK410"]


# What a plan says of single vendors


@pytest.mark.parametrize(
    ("what", "name"),
    [
        ("charges: {exampelpay: [{kind: internal, hours: unknown}]}", "exampelpay"),
        ("benefits: [{kind: hours_saved, title: T, hours: 1, every: month, source: s, "
         "vendors: [examplepay, otherpy]}]", "otherpy"),
        ("benefits: [{kind: hours_saved, title: T, hours: 1, every: month, source: s, "
         "vendors: [all]}]", "all"),
        ("editions: {all: basic}", "all"),
    ],
)  # fmt: skip
def test_a_vendor_that_is_not_compared_is_told_where_it_is_named(told, what, name):
    found = told(money=money(f"hourly_rate: 60, {what}"))
    assert found == [("EK527", name, f"this plan compares no vendor `{name}`")]


def test_a_vendor_whose_file_cannot_be_read_is_not_unknown(codes):
    assert codes(money=money("editions: {otherpay: basic}"), files={OTHERPAY: "id: [\n"}) == [
        "EK003"
    ]


def test_an_edition_has_to_be_one_of_the_vendors(diagnosed):
    fee = FEE.replace("every", "edition: basic, every")
    (found,) = diagnosed(charges(fee), money("editions: {examplepay: baisc}"))
    assert (found.code, marked(found), found.hint) == ("EK537", "baisc", "did you mean `basic`?")


def test_an_edition_may_be_one_that_was_offered(codes):
    text = f"charges: {{examplepay: [{FEE.replace('every', 'edition: gold, every')}]}}"
    assert codes(money=money(text)) == ["EK528"]
    assert codes(money=money(f"{text}, editions: {{examplepay: gold}}")) == []


def test_what_replaces_nothing_is_told(told):
    offer = f"kind: one_off, replaces: setup, amount: 3, currency: EUR, {SOURCED}"
    offers = f"examplepay: [{{{offer}}}], all: [{{{offer.replace('amount: 3', 'amount: 4')}}}]"
    listed = charge("kind: one_off, id: set-up, amount: 5, currency: EUR")
    assert told(listed, money(f"charges: {{{offers}}}")) == [
        ("EK529", "setup", "the price list of `examplepay` has no charge `setup`"),
        ("EK529", "setup", "a charge for all vendors cannot replace `setup`"),
    ]


def test_hours_of_a_vendor_need_a_rate_too(told):
    upkeep = charge("kind: internal, title: Upkeep, hours: 3, every: month")
    message = (
        "the internal charge `Upkeep` of examplepay is in hours, but there is no `hourly_rate`"
    )
    assert told(upkeep, MONEY) == [("EK533", "money", message)]


# Volumes, rates, locale


def test_a_share_does_not_lead_back_to_itself(told):
    text = "volumes: {a: {share: 0.1, of: b}, b: {share: 0.2, of: a}, c: {share: 0.3, of: a}}"
    assert told(money=money(text)) == [
        ("EK526", "b", "this volume is a share of itself: `a` → `b` → `a`"),
        ("EK526", "a", "this volume is a share of itself: `b` → `a` → `b`"),
    ]


@pytest.mark.parametrize(("steps", "found"), [(20, []), (21, ["v20"]), (40, ["v20"])])
def test_a_share_leads_to_a_number_in_twenty_steps(told, steps, found):
    # The place is what the twenty-first says that it is a share of.
    chain = [f"v{n}: {{share: 0.5, of: v{n - 1}}}" for n in range(steps, 0, -1)]
    text = f"volumes: {{{', '.join([*chain, 'v0: 8'])}}}"
    message = "this volume is a share of a share, more than 20 steps deep"
    assert told(money=money(text)) == [("EK526", name, message) for name in found]


@pytest.mark.parametrize("share", ["{low: 0.9, high: 1.1}", "-0.1"])
def test_a_share_is_part_of_a_whole(told, share):
    text = f"volumes: {{orders: 9, refunds: {{share: {share}, of: orders}}}}"
    assert [found[:2] for found in told(money=money(text))] == [("EK536", share)]


def test_a_rate_for_the_plans_own_currency_is_one_too_many(told):
    text = "rates: {EUR: {value: 1, source: s, checked: 2026-11-20}}"
    message = "EUR is the currency of the plan itself"
    assert told(money=money(text)) == [("EK523", "EUR", message)]


@pytest.mark.parametrize("locale", ["en", "de_CH", "zh_Hant_TW", "es_419"])
def test_locales_of_every_form_are_let_pass(told, locale):
    assert told(money=money(f"locale: {locale}")) == []


@pytest.mark.parametrize("locale", ["german", "de-CH", "DE", "de_ch"])
def test_what_is_no_locale_is_told(told, locale):
    message = f"`{locale}` is not a locale"
    assert told(money=money(f"locale: {locale}")) == [("EK539", locale, message)]
