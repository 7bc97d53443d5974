"""Files with findings, and the output about them."""

import json

from tests.conftest import VENDOR

EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"
DAY = ("--as-of", "2026-11-29")
# An error in the sixth line, EK303, and a warning in the eighth, EK301.
FAULTY = {EXAMPLEPAY: VENDOR.replace("[rest]", "[rset]") + "  webhooks: true\n"}


def codes(ran):
    return [found["code"] for found in json.loads(ran.out)["diagnostics"]]


def last(ran):
    return ran.out.splitlines()[-1]
