"""Names of files, and the findings about them."""

EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"
OTHERPAY = "vendors/payment-gateways/otherpay.yaml"
GATEWAYS = "criteria/payment-gateways.yaml"
STOREFRONT = "plans/storefront-payments.yaml"
SOURCED = "source: https://examplepay.test/prices, checked: 2026-06-20"


def marked(diagnostic):
    span = diagnostic.span
    return diagnostic.line_text[span.column - 1 : span.end_column - 1]


def placed(diagnostics):
    return [(d.code, f"{d.span.line}:{d.span.column}", d.message) for d in diagnostics]


def messages(workspace, code):
    return [d.message for d in workspace.diagnostics if d.code == code]
