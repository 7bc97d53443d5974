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
    sheet = {row["what"]: [cell["text"] for cell in row["cells"]] for row in view["sheet"]["rows"]}
    assert sheet["Package and version"] == ["examplepay/module 3.1", "", ""]
    assert sheet["Fits the shop"][0] == "PHP >=8.1 admits 8.4"
    assert "no partial refunds" in sheet["Known limitations"][0]
    assert sheet["Authentication"] == ["", "oauth2", ""]
    assert sheet["Behind the plug-in of"] == ["", "F1", "F2"]
    # What comes from the vendor comes as an event.
    assert "Events: payment.paid" in told(view, "F2-2")
    (assumed,) = [p for p in points(view).values() if p["text"].startswith("Whether plug-ins use")]
    assert assumed["blocks"] == "building F1 and F2"
    assert assumed["text"].endswith("(Payments API and Events)")
    assert view["flows"][0]["by"] == "Payments API"
    assert any("Install examplepay/module 3.1." in step["text"] for step in view["cut_over"])


def test_a_middleware_is_a_party_and_stands_between(evaluated):
    plan = PLAN.replace("flows:", "routes: [middleware]\nflows:")
    evaluation = evaluated({"plans/storefront-payments.yaml": plan})
    view = content(evaluation)
    assert "Middleware" in [party["role"] for party in view["parties"]]
    assert "to Own middleware: F1 payment" in view["context"]["chart"]["description"]
    ET.fromstring(re.findall(r"<svg.*?</svg>", written(evaluation, "examplepay", specification_html), re.DOTALL)[0])  # fmt: skip


def test_what_was_saved_before_shared_loads_tells_of_none(evaluated):
    evaluation = evaluated()
    older = content(without(evaluation, "period", "shared"))
    assert "Shared limit" in {each["topic"] for each in content(evaluation)["needs"]}
    assert "Shared limit" not in {each["topic"] for each in older["needs"]}
