"""A must-have that rests on nothing but the vendor's own answer."""

import pytest

from evalkit.evaluation.evaluate import evaluate
from evalkit.evaluation.own_word import met_on_word
from evalkit.report.page.html import to_html
from evalkit.report.page.markdown import to_markdown
from tests.conftest import DAY, vendor

PAGE = "source: https://a.test/1, checked: 2026-06-20, kind: vendor-page"
WORD = "source: answer of Otherpay, checked: 2026-06-20, kind: vendor-answer"
TOLD = "met, on the vendor's word"


@pytest.fixture
def other(loaded):
    """An evaluation in which one vendor's rate is known from a source."""

    def run(rate):
        files = {"vendors/payment-gateways/otherpay.yaml": vendor(rate_limit=rate)}
        workspace = loaded(files)
        assert workspace.errors == ()
        found = evaluate(workspace, workspace.plans["storefront-payments"], DAY)
        return found, next(each for each in found.vendors if each.id == "otherpay")

    return run


@pytest.mark.parametrize(
    ("rate", "expected"),
    [
        (f"{{value: 100, {WORD}}}", True),
        (f"{{value: 100, {PAGE}}}", False),
        (f"{{value: 100, {WORD}, conflicts: [{{value: 90, {WORD}}}]}}", True),
        (f"{{value: 100, {PAGE}, conflicts: [{{value: 90, {WORD}}}]}}", False),
        # On its word it fails, or may: nothing is met.
        (f"{{value: 9, {WORD}}}", False),
        (f"{{value: 9, {WORD}, conflicts: [{{value: 90, {WORD}}}]}}", False),
    ],
)
def test_it_is_met_on_the_vendors_word_if_nobody_else_says_so(other, rate, expected):
    found, vendor = other(rate)
    assert [met_on_word(vendor, gate) for gate in vendor.gates] == [expected]
    for page in (to_html(found).replace("&#39;", "'"), to_markdown(found)[0]):
        assert (TOLD in page) is expected
