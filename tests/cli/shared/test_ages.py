"""What a command says about the age of the entries that its answer rests on."""

import pytest

from tests.cli.made import EXAMPLEPAY, OTHERPAY, SOAP
from tests.conftest import PLAN, VENDOR
from tests.evaluation.fit.made import FILES

FACT = "  webhooks: {value: true, source: https://a.test/3}\n"
CHARGE = (
    "charges:\n"
    "  - {kind: one_off, title: Setup, amount: 5, currency: EUR, region: DE, source: https://a.test/4}\n"
    "  - {kind: one_off, title: Move, amount: 5, currency: EUR, region: DE, source: https://a.test/4}\n"
)
MONEY = "money: {currency: EUR, years: 1, discount_rate: 0.1}\nregion: DE\n"
ENTRY = "1 entry used here is undated"


@pytest.fixture
def remark(evalkit, write):
    """What a command says on stderr about an undated fact of OtherPay and two undated prices."""

    def run(*command, plan=PLAN + MONEY):
        files = {
            OTHERPAY: SOAP + FACT + CHARGE,
            EXAMPLEPAY: VENDOR,
            "plans/storefront-payments.yaml": plan,
        }
        err = evalkit(*command, cwd=write(files)).err
        return err.removeprefix("evalkit: ").removesuffix("; see evalkit validate\n")

    return run


def test_prices_count_only_where_a_plan_has_money(remark):
    assert remark("score", "storefront-payments") == "3 entries used here are undated"
    assert remark("score", "storefront-payments", plan=PLAN) == ENTRY
    # all categories are scored without a plan, and so without money
    assert remark("score") == ENTRY


def test_costs_rest_on_prices_only(remark):
    assert remark("cost", "storefront-payments") == "2 prices used here are undated"
    assert remark("cost", "storefront-payments", "--vendor", "examplepay") == ""


def test_an_explanation_and_a_specification_rest_on_the_vendors_that_they_name(remark):
    assert remark("explain", "storefront-payments", "examplepay", plan=PLAN) == ""
    assert remark("explain", "storefront-payments", "Otherpay", plan=PLAN) == ENTRY
    both = ("explain", "storefront-payments", "examplepay", "--versus", "otherpay")
    assert remark(*both, plan=PLAN) == ENTRY


@pytest.mark.parametrize("command", ["robustness", "weigh", "report"])
def test_other_answers_rest_on_all_entries_of_the_plan(remark, command):
    assert remark(command, "storefront-payments", plan=PLAN) == ENTRY


def test_fit_and_specifications_rest_on_routes(evalkit, write):
    dated = FILES[EXAMPLEPAY]
    undated = dated.replace(", checked: 2026-09-01", "", 1)
    assert undated != dated
    folder = write(FILES | {EXAMPLEPAY: undated})
    said = evalkit("fit", "storefront-payments", cwd=folder).err
    assert said == f"evalkit: {ENTRY}; see evalkit validate\n"
    assert evalkit("spec", "storefront-payments", "examplepay", cwd=folder).err == said
    assert evalkit("spec", "storefront-payments", "oldpay", cwd=folder).err == ""


def test_what_has_ended_counts_as_stale(evalkit, write):
    text = VENDOR.replace("value: 25", "value: 25, until: 2026-11-22")
    ran = evalkit("score", "storefront-payments", cwd=write({EXAMPLEPAY: text}))
    assert "1 entry used here is stale" in ran.err
    ended = CHARGE.replace("}", ", checked: 2026-06-20, until: 2026-07-01}")
    files = {EXAMPLEPAY: VENDOR + ended, "plans/storefront-payments.yaml": PLAN + MONEY}
    ran = evalkit("cost", "storefront-payments", cwd=write(files))
    assert "2 prices used here are stale" in ran.err
