"""From a workspace and a plan to scores."""

import pytest

from evalkit.evaluation.compared import chosen, plan_for
from evalkit.evaluation.evaluate import evaluate
from tests.conftest import DAY, PLAN, VENDOR, vendor
from tests.evaluation.made import STOREFRONT, by_id


def test_the_scores_are_as_worked_by_hand(evaluated):
    found = by_id(evaluated().vendors)
    assert found["examplepay"].score == pytest.approx(63.75)
    assert found["otherpay"].score == pytest.approx(84.375)


def by(*entries):
    facts = "".join(
        f"      - {{value: {value}, region: {region}, source: https://a.test, checked: 2026-06-20}}\n"
        for value, region in entries
    )
    return VENDOR[: VENDOR.index("  rate_limit")] + f"  rate_limit:\n    by:\n{facts}"


@pytest.mark.parametrize(
    ("line", "low", "high", "status", "gate"),
    [
        # 25 requests/s are worth 60, 100 are worth 100; the must-have is 10.
        ("region: DE\n", 60, 60, "known", "pass"),
        ("region: US\n", 100, 100, "known", "pass"),
        ("region: JP\n", 0, 100, "not_looked_for", "unverified"),
        ("", 60, 100, "range", "pass"),
    ],
)
def test_a_plan_is_judged_by_what_holds_in_its_region(evaluated, line, low, high, status, gate):
    examplepay = "vendors/payment-gateways/examplepay.yaml"
    text = by((100, "US"), (25, "EEA"))
    found = by_id(evaluated({STOREFRONT: PLAN + line, examplepay: text}).vendors)["examplepay"]
    rate = found.measures["rate_limit"]
    assert (rate.low, rate.high, rate.status, found.gate) == (low, high, status, gate)


@pytest.mark.parametrize(
    ("line", "low", "high", "gate"),
    [
        ("editions: {examplepay: plus}\n", 100, 100, "pass"),
        ("editions: {examplepay: basic}\n", 0, 0, "fail"),
        # From the worst edition to the best.
        ("", 0, 100, "unverified"),
    ],
)
def test_a_plan_is_judged_by_the_edition_that_it_buys(evaluated, line, low, high, gate):
    seen = "source: https://a.test, checked: 2026-06-20"
    entries = f"[{{value: 1, edition: basic, {seen}}}, {{value: 100, edition: plus, {seen}}}]"
    text = VENDOR[: VENDOR.index("  rate_limit")] + f"  rate_limit: {{by: {entries}}}\n"
    files = {STOREFRONT: PLAN + line, "vendors/payment-gateways/examplepay.yaml": text}
    found = by_id(evaluated(files).vendors)["examplepay"]
    rate = found.measures["rate_limit"]
    assert (rate.low, rate.high, found.gate) == (low, high, gate)


KEPT = vendor("keptpay", api_style="{value: [rest], source: s}") + "candidate: status_quo\n"


def test_what_the_client_can_do_without_a_vendor_is_compared_only_where_it_is_listed(loaded):
    files = {"vendors/payment-gateways/keptpay.yaml": KEPT}
    for listed, names in (("", ["examplepay"]), ("vendors: [examplepay, keptpay]\n", None)):
        workspace = loaded({**files, "plans/storefront-payments.yaml": PLAN + listed})
        plan = workspace.plans["storefront-payments"]
        found = [each.id for each in chosen(workspace, plan)]
        assert found == (names or ["examplepay", "keptpay"])
    own = evaluate(workspace, plan_for(workspace.criteria["payment-gateways"]), DAY)
    assert [each.id for each in own.vendors] == ["examplepay"]


def test_a_candidate_is_ranked_like_any_vendor(loaded):
    """The same facts give the same points; what it is stands in its record."""
    facts = VENDOR[VENDOR.index("facts:") :]
    twin = "id: keptpay\nname: Keptpay\ncategory: payment-gateways\ncandidate: build\n" + facts
    workspace = loaded(
        {
            "vendors/payment-gateways/keptpay.yaml": twin,
            "plans/storefront-payments.yaml": PLAN + "vendors: [examplepay, keptpay]\n",
        }
    )
    found = by_id(evaluate(workspace, workspace.plans["storefront-payments"], DAY).vendors)
    assert found["examplepay"].score == found["keptpay"].score
    assert (found["examplepay"].candidate, found["keptpay"].candidate) == ("", "build")
