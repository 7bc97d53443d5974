"""The check of weights as they were given, and of values that the plan's rule sets."""

import dataclasses

import pytest

from evalkit.errors import EvalkitError
from evalkit.evaluation.integrity.check import check_intact
from tests.conftest import VENDOR, vendor


def with_weight(evaluation, place, **fields):
    weights = list(evaluation.weights)
    weights[place] = dataclasses.replace(weights[place], **fields)
    return dataclasses.replace(evaluation, weights=tuple(weights))


def test_the_weights_are_those_of_the_plan_and_below_it_those_of_the_criteria(evaluated):
    # The plan says 25 and 75; the criteria say 30, 10 and 10 below them.
    given = [(each.id, each.above, each.weight) for each in evaluated().weights]
    assert given == [
        ("api", "", 25), ("api_style", "api", 30), ("webhooks", "api", 10),
        ("scalability", "", 75), ("rate_limit", "scalability", 10),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("place", "fields", "fault"),
    [
        (0, {"weight": 30.0}, r"`weights\.1\.weight`"),
        (2, {"id": "api_style"}, "`api_style` is there twice"),
        (1, {"above": "scalability"}, "there is no criterion `scalability`"),
        (4, {"above": "api"}, "`weights`: the rest of the evaluation says otherwise"),
    ],
)
def test_other_weights_than_those_that_were_applied_are_refused(evaluated, place, fields, fault):
    evaluation = evaluated()
    check_intact(evaluation)
    with pytest.raises(EvalkitError, match=fault):
        check_intact(with_weight(evaluation, place, **fields))


def test_an_evaluation_saved_before_there_were_weights_is_intact(evaluated):
    check_intact(dataclasses.replace(evaluated(), weights=()))


@pytest.mark.parametrize(
    ("fact", "by_rule"),
    [
        ("{value: 25}", False),
        ("{low: 10, likely: 12, high: 25}", False),
        ("unknown", True),
        ("{at_least: 10}", True),
        ("{value: 10, conflicts: [{value: 25}]}", True),
        ("{value: 25, conflicts: [{value: 25}]}", False),
        ("{not_applicable: It has no limit.}", False),
    ],
)
def test_the_plans_rule_sets_what_is_unknown_open_ended_or_disputed(evaluated, fact, by_rule):
    files = {"vendors/payment-gateways/otherpay.yaml": vendor(rate_limit=fact)}
    (other,) = (each for each in evaluated(files).vendors if each.id == "otherpay")
    assert other.measures["rate_limit"].by_rule is by_rule


def test_a_value_is_not_said_to_be_set_by_the_rule_if_it_lies_elsewhere(evaluated):
    text = VENDOR.replace("value: 25", "low: 10, likely: 20, high: 25")
    evaluation = evaluated({"vendors/payment-gateways/examplepay.yaml": text})
    check_intact(evaluation)
    first, *others = evaluation.vendors
    wrong = dataclasses.replace(first.measures["rate_limit"], by_rule=True)
    vendor = dataclasses.replace(first, measures=first.measures | {"rate_limit": wrong})
    with pytest.raises(
        EvalkitError, match=r"measures\.rate_limit\.value`: its parts do not add up"
    ):
        check_intact(dataclasses.replace(evaluation, vendors=(vendor, *others)))
