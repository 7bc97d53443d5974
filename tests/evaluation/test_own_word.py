"""A must-have that rests on nothing but the vendor's own answer."""

import pytest

from evalkit.evaluation.evaluate import evaluate
from evalkit.evaluation.own_word import met_on_word
from evalkit.report.page.matrix import matrix
from evalkit.report.page.needs import rows
from evalkit.report.specification.page import specification_markdown
from tests.conftest import DAY, PLAN, vendor

PAGE = "source: https://a.test/1, checked: 2026-06-20, kind: vendor-page"
WORD = "source: answer of Otherpay, checked: 2026-06-20, kind: vendor-answer"
TOLD = "met, on the vendor's word"


@pytest.fixture
def other(loaded):
    """An evaluation in which one vendor's rate is known from a source."""

    def run(rate):
        files = {
            "vendors/payment-gateways/otherpay.yaml": vendor(rate_limit=rate),
            # A specification is about flows.
            "plans/storefront-payments.yaml": PLAN
            + "data_objects: {order: {title: Orders}}\n"
            + "flows: [{data: order, direction: to_vendor, timing: minutes, need: wish}]\n",
        }
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
    assert told_in(found) == dict.fromkeys(("matrix", "fit", "specification"), expected)


def told_in(found):
    """Where the words are said of the vendor's must-have."""
    at = [each.id for each in found.vendors].index("otherpay")
    (row,) = rows.groups(found)["gates"]
    fields = [row for group in matrix(found)["groups"] for row in group["rows"]]
    musts = [each["words"] for row in fields for each in row["musts"]]
    pages = {
        "matrix": " ".join(musts),
        "fit": row.cells[at].word,
        "specification": specification_markdown(found, found.vendors[at]),
    }
    return {name: TOLD in text for name, text in pages.items()}
