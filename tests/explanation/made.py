"""Two vendors, and the explanations of their scores."""

from evalkit.explanation.explain import explain
from evalkit.explanation.lookup import find_vendor
from evalkit.explanation.versus import versus

PLAN_FILE = "plans/storefront-payments.yaml"
EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"
OTHERPAY = "vendors/payment-gateways/otherpay.yaml"
SOAP = {
    "api_style": "{value: [soap], source: https://a.test/1, checked: 2026-06-20}",
    "rate_limit": "{value: 12, source: https://a.test/2}",
}
NO_WEBHOOKS = "{not_applicable: polling is enough}"


def of(evaluation, name):
    return explain(evaluation, find_vendor(evaluation, name))


def facts_of(evaluation, name):
    """The evidence on each measure of a vendor."""
    return {each.measure: each.evidence for each in of(evaluation, name).measures}


def against(evaluation, first, second):
    return versus(evaluation, find_vendor(evaluation, first), find_vendor(evaluation, second))
