"""Rules about the volumes of a plan."""

import pytest

from tests.conftest import PLAN
from tests.rules.made import messages
from tests.rules.many import CHARGE, MONEY_AND, names, plans, vendors
from tests.rules.money import charge, money, second


def test_a_volume_that_only_another_plan_gives_is_told_in_the_plan(told):
    fee = charge("kind: usage, per: refund, fixed: 1, currency: EUR")
    plans = money("volumes: {orders: 9}"), money("volumes: {refunds: 9}")
    message = "there is no volume `refund`, by which `examplepay` charges"
    assert told(fee, plans[0], second(plans[1])) == [("EK525", "volumes", message)]


def test_a_share_does_not_lead_back_to_itself(told):
    text = "volumes: {a: {share: 0.1, of: b}, b: {share: 0.2, of: a}, c: {share: 0.3, of: a}}"
    assert told(plan=money(text)) == [
        ("EK526", "b", "this volume is a share of itself: `a` → `b` → `a`"),
        ("EK526", "a", "this volume is a share of itself: `b` → `a` → `b`"),
    ]


@pytest.mark.parametrize(("steps", "found"), [(20, []), (21, ["v20"]), (40, ["v20"])])
def test_a_share_leads_to_a_number_in_twenty_steps(told, steps, found):
    # The place is what the twenty-first says that it is a share of.
    chain = [f"v{n}: {{share: 0.5, of: v{n - 1}}}" for n in range(steps, 0, -1)]
    text = f"volumes: {{{', '.join([*chain, 'v0: 8'])}}}"
    message = "this volume is a share of a share, more than 20 steps deep"
    assert told(plan=money(text)) == [("EK526", name, message) for name in found]


@pytest.mark.parametrize("share", ["{low: 0.9, high: 1.1}", "-0.1"])
def test_a_share_is_part_of_a_whole_of_the_same_name(told, share):
    text = f"volumes: {{orders: 9, card_orders: {{share: {share}, of: orders}}}}"
    assert [found[:2] for found in told(plan=money(text))] == [("EK536", share)]


@pytest.mark.parametrize(("share", "codes"), [("20", []), ("1.1", []), ("-0.1", ["EK536"])])
def test_there_may_be_any_number_of_one_thing_for_each_of_another(told, share, codes):
    text = f"volumes: {{map_loads: 9, tiles: {{share: {share}, of: map_loads}}}}"
    assert [code for code, *_ in told(plan=money(text))] == codes


def test_a_missing_volume_names_20_vendors_that_charge_by_it(loaded):
    files = plans(1, MONEY_AND % "") | vendors(21, "charges:\n" + CHARGE)
    other = {"plans/q.yaml": PLAN.replace("storefront-payments", "q")}
    workspace = loaded(
        files | {k: v + MONEY_AND % ", volumes: {refunds: 1}" for k, v in other.items()}
    )
    (message,) = messages(workspace, "EK525")
    assert message == f"there is no volume `refund`, by which {names('v', 20)}, … charge"


def test_50_volumes_are_listed_that_are_missing(loaded):
    charges = "".join(CHARGE.replace("refund", f"v{n}") for n in range(51))
    volumes = "".join(f"v{n}: 1, " for n in range(51))
    other = {"plans/q.yaml": PLAN.replace("storefront-payments", "q")}
    other["plans/q.yaml"] += MONEY_AND % f", volumes: {{{volumes}}}"
    workspace = loaded(plans(1, MONEY_AND % "") | other | vendors(1, "charges:\n" + charges))
    assert len(messages(workspace, "EK525")) == 50
