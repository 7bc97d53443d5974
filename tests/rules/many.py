"""Many plans and many vendors."""

from tests.conftest import PLAN, VENDOR

CHARGE = (
    "  - {kind: usage, title: T, per: refund, fixed: 1, currency: USD, edition: basic,"
    " source: s, checked: 2026-06-20}\n"
)
MONEY_AND = "money: {currency: EUR, years: 3, discount_rate: 0.08%s}\n"


def plans(count, more):
    text = PLAN.replace("storefront-payments", "{}")
    return {f"plans/p{n:02}.yaml": text.replace("{}", f"p{n:02}") + more for n in range(count)}


def vendors(count, more):
    text = VENDOR.split("website:")[0].replace("examplepay", "{}")
    return {
        f"vendors/payment-gateways/v{n:02}.yaml": text.replace("{}", f"v{n:02}") + more
        for n in range(count)
    }


def names(letter, count):
    return ", ".join(f"`{letter}{n:02}`" for n in range(count))
