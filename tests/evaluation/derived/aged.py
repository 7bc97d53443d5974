"""Criteria with an age and with a count within a year, whose values are worked by hand."""

from tests.conftest import CRITERIA, PLAN, vendor
from tests.rules.made import GATEWAYS, OTHERPAY, STOREFRONT

# A day of age costs a tenth of a point; each release in a year is worth five.
AGED = CRITERIA.replace(
    "background:\n",
    """\
  upkeep:
    title: Upkeep
    weight: 20
    measures:
      released:
        title: Age of newest release
        weight: 10
        age: days
        fresh_for: 90
        scale: {kind: linear, worst: 1000, best: 0, because: "-"}
      releases:
        unit: releases
        weight: 10
        window: 365
        scale: {kind: linear, worst: 0, best: 20, because: "-"}
background:
""",
)
UNWEIGHED = PLAN.replace("weights: {api: 25, scalability: 75}\n", "")
SOURCE = "source: https://otherpay.test/tags"


def aged(plan="", criteria=AGED, **facts):
    """The files of a workspace with one vendor that has some facts."""
    return {GATEWAYS: criteria, OTHERPAY: vendor(**facts), STOREFRONT: UNWEIGHED + plan}
