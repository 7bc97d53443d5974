"""A workspace in which no stakeholder has stated weights."""

from tests.conftest import CRITERIA, PLAN

PATH = "plans/storefront-payments.yaml"
FOUR = CRITERIA.replace(
    "background:",
    """\
  cost:
    title: Cost against return
    weight: 10
    criteria:
      price:
        title: Price
        weight: 20
        measures:
          price_model:
            weight: 1
            scale: {kind: levels, levels: {full: 100, part: 50, none: 0, on-request: 0}}
          fee: {title: Fee, unit: percent, weight: 3, scale: {kind: linear, worst: 4, best: 0.5}}
      contract:
        title: Contract
        weight: 80
        measures:
          term: {unit: months, weight: 1, scale: {kind: target, worst_below: 0, best: 12, worst_above: 60}}
          rights: {title: Rights, weight: 3, scale: {kind: checklist, items: {leave: 1, audit: 1}}}
  help-desk:
    title: Help-desk
    weight: 10
    measures:
      first_response: {unit: hours, weight: 1, scale: {kind: linear, worst: 48, best: 1}}
background:""",
)
BARE = PLAN.replace("weights: {api: 25, scalability: 75}\n", "")
FILES = {"criteria/payment-gateways.yaml": FOUR, PATH: BARE}
