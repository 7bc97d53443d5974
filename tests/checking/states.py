"""Files in several states, and the cache of a folder."""

from tests.conftest import BASE, PLAN, VENDOR, vendor

EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"
OTHERPAY = "vendors/payment-gateways/otherpay.yaml"
STOREFRONT = "plans/storefront-payments.yaml"
GATEWAYS = "criteria/payment-gateways.yaml"
STATES = {
    EXAMPLEPAY: [
        VENDOR,
        VENDOR.replace("value: 25", "value: many"),
        VENDOR.replace("checked: 2026-06-20", "checked: 2020-06-20"),
        VENDOR.replace("25,", "25, note: '-',") + "# evalkit: ignore[EK301] nothing\n",
        VENDOR.replace("id: examplepay", "id: otherpay"),
        "name: [",
    ],
    OTHERPAY: [
        None,
        vendor(rate_limit="unknown"),
        vendor(rate_limit="{value: 9}  # evalkit: ignore[EK301] by phone"),
        vendor("examplepay", rate_limit="unknown"),
        vendor("it", rate_limit="unknown").replace("id: it", 'id: "example\\x70ay"'),
        vendor(rate_limit="unknown").replace("payment-gateways", "erp"),
    ],
    STOREFRONT: [
        PLAN,
        PLAN + "vendors: [examplepay, otherpay]\n",
        PLAN.replace("as_of: 2026-11-23", "as_of: 2026-01-01"),
        PLAN + "money: {currency: EUR, years: 3, discount_rate: 0, editions: {otherpay: basic}}\n",
        None,
    ],
    GATEWAYS: [
        BASE[GATEWAYS],
        BASE[GATEWAYS].replace("fresh_for: 365", "fresh_for: 3"),
        BASE[GATEWAYS].replace("weight: 40", "weight: forty"),
        "id: payment-gateways\ntitle: Payments\nextends: integration\n",
        None,
    ],
}


def put(folder, path, text):
    file = folder / path
    if text is None:
        file.unlink(missing_ok=True)
    else:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
