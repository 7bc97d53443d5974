"""The systems between which data flow."""

import re
import xml.etree.ElementTree as ET

from evalkit.report.specification.page import specification_html
from tests.report.saved import without
from tests.report.specification.made import (
    GOOD,
    PLAN,
    PLUGIN,
    content,
    points,
    requirement,
    written,
)


def told(view, number):
    return " ".join(requirement(view, number)["texts"])


def test_behind_a_plug_in_stands_the_interface_that_carries_the_same(evaluated):
    view = content(evaluated({"vendors/payment-gateways/examplepay.yaml": GOOD + PLUGIN}))
    assert "package examplepay/module 3.1" in told(view, "F1-4")
    assert "PHP >=8.1 admits 8.4." in told(view, "F1-4")
    assert "no partial refunds" in told(view, "F1-4")
    assert "Payments API: oauth2." in told(view, "F1-6")
    # What comes from the vendor comes as an event.
    assert "Events: payment.paid." in told(view, "F2-5")
    texts = {point["text"]: point["where"] for point in points(view).values()}
    assumed = "Assumed: plug-ins use {}, the interface that carries the same data"
    assert texts[assumed.format("Payments API")] == "F1"
    assert texts[assumed.format("Events")] == "F2"
    assert view["flows"][0]["fields"]["by"] == "Payments API"
    assert any("Install examplepay/module 3.1." in step["text"] for step in view["cut_over"])


def test_a_middleware_is_a_party_and_stands_between(evaluated):
    plan = PLAN.replace("flows:", "routes: [middleware]\nflows:")
    evaluation = evaluated({"plans/storefront-payments.yaml": plan})
    view = content(evaluation)
    assert "Middleware" in [party["role"] for party in view["parties"]]
    assert 'shop -->|"F1 payment"| middleware' in view["context"]["mermaid"]
    assert "middleware->>vendor: payment #40;POST /payments#41;" in view["flows"][0]["sequence"]["mermaid"]  # fmt: skip
    ET.fromstring(re.findall(r"<svg.*?</svg>", written(evaluation, "examplepay", specification_html), re.DOTALL)[0])  # fmt: skip


def test_what_was_saved_before_periods_and_shared_loads_tells_of_neither(evaluated):
    evaluation = evaluated()
    older = content(without(evaluation, "period", "shared"))
    assert "Requests by the second: 4 of 10 at the peak." in told(content(evaluation), "F1-16")
    assert "Requests by the" not in told(older, "F1-16")
    assert "Shared limit" not in {each["topic"] for each in older["needs"]}
