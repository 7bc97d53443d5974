"""Plans with money, and vendors with prices."""

VENDORS = {"examplepay": "ExamplePay", "otherpay": "OtherPay", "thirdpay": "ThirdPay"}
MONEY = """\
money:
  currency: EUR
  years: 2
  discount_rate: {value: 0.1, source: finance, checked: 2026-11-01}
  volumes:
    orders: {value: 12000, source: shop, checked: 2026-11-01}
    average_order_value: {value: 50, source: shop, checked: 2026-11-01}
"""
PLAN = """\
id: storefront-payments
title: Payments for a storefront
category: payment-gateways
as_of: 2026-11-23
"""
CRITERIA = """\
id: payment-gateways
title: Payment gateways
criteria:
  api:
    title: API preference
    weight: 40
    measures:
      api_style:
        weight: 1
        scale: {kind: levels, levels: {rest: 100, soap: 40, none: 0}, because: "-"}
  cost:
    title: Cost
    weight: 60
    measures:
      MEASURE
"""
RATE = """effective_rate:
        weight: 1
        unit: percent
        derived: effective_rate
        scale: {kind: linear, worst: 4, best: 0, because: "-"}"""
TOTAL = """total_cost:
        weight: 1
        unit: EUR
        derived: total_cost
        scale: {kind: linear, worst: 40000, best: 0, because: "-"}"""
RETURN = """return_on_investment:
        weight: 1
        unit: percent
        derived: return_on_investment
        scale: {kind: linear, worst: 0, best: 200, because: "-"}"""
PAYBACK = """payback_months:
        weight: 1
        unit: months
        derived: payback_months
        scale: {kind: linear, worst: 24, best: 0, because: "-"}"""
SOURCED = "source: https://x.test/prices, checked: 2026-09-01"


def vendor(name, charges="[]", style="rest"):
    lines = "".join(f"  - {{{charge}, {SOURCED}}}\n" for charge in charges) or "  []\n"
    charged = f"charges:\n{lines}" if charges else ""
    return (
        f"id: {name}\nname: {VENDORS[name]}\ncategory: payment-gateways\nfacts:\n"
        f"  api_style: {{value: [{style}], source: https://x.test, checked: 2026-06-20}}\n{charged}"
    )


def usage(percent=None, fixed=None, per="order", currency="EUR"):
    parts = [f"kind: usage, per: {per}, currency: {currency}"]
    parts += [f"percent: {percent}"] * (percent is not None)
    parts += [f"fixed: {fixed}"] * (fixed is not None)
    return ", ".join(parts)


def costs_of(evaluation, name="examplepay"):
    return next(each for each in evaluation.costs.vendors if each.id == name)


def vendor_of(evaluation, name="examplepay"):
    return next(each for each in evaluation.vendors if each.id == name)


BENEFIT = """\
  hourly_rate: {value: 50, source: finance, checked: 2026-11-01}
  benefits:
    - {kind: hours_saved, title: Less typing, hours: 40, every: month, source: shop, checked: 2026-11-01}
"""
