"""A plan with needs and steps, and vendors of which one carries its mandatory flow."""

from tests.evaluation.fit.made import CRITERIA
from tests.evaluation.fit.made import FILES as FLOWING
from tests.evaluation.fit.made import PLAN as FLOWS

NEEDS = """\
stakeholders:
  stock: {title: Head of the warehouse, weights: {kind: points, points: {api: 1, fit: 1}}}
needs:
  - {id: soap-too, text: Old tills still speak SOAP., priority: should}
  - {id: ship-same-day, text: Goods leave the same day., who: stock}
  - {id: refunds, text: Refunds reach the shopper., who: the shop, priority: should}
  - {id: easy-api, text: Our developers can work with it., priority: should}
gates:
  - {measure: api_style, none_of: [none], because: Nobody uploads files., serves: ship-same-day}
questions:
  - {measure: api_style, all_of: [rest, soap], serves: [soap-too]}
"""
STEPS = """\
steps:
  - {id: contract, title: Contract signed, who: stock, from: 2026-11-02, to: 2026-11-20}
  - {id: keys, title: Keys in place, from: 2026-11-22, to: 2026-11-27, after: [contract]}
"""
PLAN = (
    FLOWS.replace("because: Shipping.", "because: Shipping., serves: ship-same-day").replace(
        "need: wish}", "need: wish, serves: [refunds]}"
    )
    + NEEDS
    + STEPS
)
STOREFRONT = "plans/storefront-payments.yaml"
FILES = {**FLOWING, STOREFRONT: PLAN, "criteria/payment-gateways.yaml": CRITERIA}
WEIGHED = PLAN.replace(
    "stakeholders:\n  stock: {title: Head of the warehouse, weights: {kind: points, points: "
    "{api: 1, fit: 1}}}\n",
    "weights: {api: {weight: 40, serves: easy-api}, fit: 60}\n",
)


def need_of(evaluation, name):
    return next(each for each in evaluation.needs if each.id == name)


def outcomes(evaluation, name):
    return {each.vendor: each.outcome for each in need_of(evaluation, name).vendors}
