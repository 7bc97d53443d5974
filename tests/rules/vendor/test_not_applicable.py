"""Rules about measures that are said not to apply to a vendor."""

import pytest

from tests.conftest import CRITERIA, VENDOR
from tests.rules.made import EXAMPLEPAY, GATEWAYS, SOURCED, STOREFRONT, marked

NOT = f"{{not_applicable: It is another kind of service., {SOURCED}}}"


@pytest.fixture
def told(loaded):
    """What is said of a vendor by criteria: code, marked text and message."""

    def tell(criteria, facts):
        head = VENDOR.partition("  api_style")[0]
        files = {GATEWAYS: criteria, EXAMPLEPAY: head + facts, STOREFRONT: None}
        return [(d.code, marked(d), d.message) for d in loaded(files).diagnostics]

    return tell


def weighing(webhooks, of=100):
    """Criteria in which `webhooks` is such a part of a criterion that weighs 40 of 100."""
    before, after = CRITERIA.split("      webhooks:\n        weight: 10\n")
    before = before.replace("weight: 30", f"weight: {of - webhooks}")
    return f"{before}      webhooks:\n        weight: {webhooks}\n{after}"


def test_up_to_a_tenth_of_the_whole_may_be_left_out(told):
    # 0.4 × 0.25, also where the computer makes a little more of it, and 0.4 × 0.26
    assert told(weighing(25), f"  webhooks: {NOT}\n") == []
    assert told(weighing(3, of=12), f"  webhooks: {NOT}\n") == []
    assert told(weighing(26), f"  webhooks: {NOT}\n") == [
        ("EK317", "facts", "10.4% of the weight is said not to apply: webhooks")
    ]


def test_shares_add_up_over_criteria(told):
    # 0.4 × 0.25 + 0.6
    facts = f"  webhooks: {NOT}\n  rate_limit: {NOT}\n"
    (found,) = told(weighing(25), facts)
    assert found[2] == "70% of the weight is said not to apply: webhooks, rate_limit"


def test_a_weight_below_two_criteria_counts_by_the_share_of_both(told):
    # 0.5 × 0.4 × 0.6 = 0.12
    nested = """\
id: payment-gateways
title: Payment gateways
criteria:
  one: {title: One, weight: 5, measures: {a: {unit: x, weight: 1, scale: SCALE}}}
  two:
    title: Two
    weight: 5
    criteria:
      three: {title: Three, weight: 4, measures: {b: {unit: x, weight: 3, scale: SCALE}, c: {unit: x, weight: 2, scale: SCALE}}}
      four: {title: Four, weight: 6, measures: {d: {unit: x, weight: 1, scale: SCALE}}}
""".replace("SCALE", "{kind: linear, worst: 0, best: 1, because: x}")
    (found,) = told(nested, f"  b: {NOT}\n")
    assert found[2] == "12% of the weight is said not to apply: b"
    assert told(nested, f"  c: {NOT}\n") == []


def test_what_applies_to_everybody_is_never_not_applicable(told):
    strict = weighing(10).replace(
        "      webhooks:\n", "      webhooks:\n        may_not_apply: false\n"
    )
    assert told(strict, f"  webhooks: {NOT}\n") == [
        (
            "EK318",
            "It is another kind of service.",
            "webhooks applies to every vendor, as the criteria say",
        )
    ]
    assert told(strict, f"  webhooks: {{value: false, {SOURCED}}}\n") == []
