"""`evalkit cost` as a user meets it."""

import csv
import io
import json

import pytest

from tests.conftest import BASE
from tests.evaluation.costs.made import BENEFIT, CRITERIA, MONEY, PLAN, RATE, usage, vendor


@pytest.fixture
def workspace(write):
    def make(money=MONEY + BENEFIT, plan="", one=None):
        return write(
            {
                "criteria/payment-gateways.yaml": CRITERIA.replace("MEASURE", RATE),
                "vendors/payment-gateways/examplepay.yaml": one
                or vendor("examplepay", [usage(2, 0.25)]),
                "vendors/payment-gateways/otherpay.yaml": vendor("otherpay", [usage(1)]),
                "plans/storefront-payments.yaml": PLAN + plan + money,
            }
        )

    return make


def test_the_table_gives_the_answer_first(evalkit, workspace):
    """12,000 and 30,000 in two years; 24,000 a year come in, at 10% 41,652.89 less the costs."""
    ran = evalkit("cost", "storefront-payments", cwd=workspace())
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "OtherPay costs €12k over 2 years and pays for itself in 100% of simulations. It\n"
        "is the cheapest in 100% of 10,000 simulations.\n"
        "\n"
        "Payments for a storefront, 23 Nov 2026, the criteria's own weights\n"
        "Vendor      Cost over 2 years  Net value, likely\n"
        "OtherPay                 €12k             €31.2k\n"
        "ExamplePay               €30k             €15.6k\n"
        "More: evalkit cost storefront-payments --vendor otherpay, year by year in cents\n"
    )


def test_what_is_known_in_part_says_what_is_missing(evalkit, workspace):
    fee = "kind: recurring, amount: unknown, every: year, title: Licence"
    one = vendor("examplepay", [usage(2, 0.25), f"{fee}, currency: EUR"])
    ran = evalkit("cost", "storefront-payments", cwd=workspace(one=one))
    assert "ExamplePay      at least €30k  missing: licence (price not known)\n" in ran.out


def test_a_vendor_that_is_ruled_out_has_no_row(evalkit, workspace):
    gate = "gates:\n  - {measure: api_style, none_of: [soap], because: No file server.}\n"
    one = vendor("examplepay", [usage(2)], "soap")
    ran = evalkit("cost", "storefront-payments", cwd=workspace(plan=gate, one=one))
    assert "ExamplePay" not in ran.out
    assert "OtherPay" in ran.out


def test_one_vendor_is_shown_year_by_year_with_its_sources(evalkit, workspace):
    ran = evalkit("cost", "storefront-payments", "--vendor", "ExamplePay", cwd=workspace())
    assert ran.code == 0
    assert (
        "Signing                0.00\nYear 1            15,000.00\nYear 2            15,000.00\nTotal             30,000.00\n"
        in ran.out
    )
    flat = " ".join(ran.out.split())
    assert "ExamplePay costs €30k over 2 years. It pays for itself in 100%" in flat
    assert "2% + €0.25 for each order; https://x.test/prices; 2026-09-01" in flat
    assert "vendors/payment-gateways/examplepay.yaml, charges.0" in flat
    assert "Internal rate of return: none: nothing is laid out" in flat
    # Three quarters of a euro more for each order: at any number of them.
    assert "At present value OtherPay costs less than ExamplePay at any number of orders" in flat
    # A tenth of 15,000 a year is 2,603.31 at 10%; what is left is 15,619.83.
    assert "Orders: €18.2k (10,800) to €13k (13,200)" in flat
    assert "Year 0 is the signing and is not discounted" in flat


def test_json_has_the_keys_of_the_evaluation(evalkit, workspace):
    folder = workspace()
    ran = evalkit("cost", "storefront-payments", "-f", "json", cwd=folder)
    found = json.loads(ran.out)
    assert list(found) == ["format", "evalkit", "plan", "scenario", "costs"]
    assert found["format"] == 2
    whole = json.loads(evalkit("score", "storefront-payments", "-f", "json", cwd=folder).out)
    assert whole["costs"] == found["costs"]


def test_csv_has_a_row_for_each_flow(evalkit, workspace):
    ran = evalkit("cost", "storefront-payments", "-f", "csv", cwd=workspace())
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    # Two vendors, each with a charge and a benefit, over signing and two years.
    assert len(rows) == 2 * 2 * 3
    paid = [float(r["amount"]) for r in rows if (r["vendor"], r["side"]) == ("examplepay", "cost")]
    assert paid == [0, 15000, 15000]


def test_csv_holds_no_formula(evalkit, workspace):
    hostile = vendor("examplepay", [f'title: "=cmd|calc", {usage(2)}'])
    ran = evalkit("cost", "storefront-payments", "-f", "csv", cwd=workspace(one=hostile))
    titles = {row["item"] for row in csv.DictReader(io.StringIO(ran.out)) if row["side"] == "cost"}
    assert "'=cmd|calc" in titles
    assert "=cmd|calc" not in titles


def test_a_saved_evaluation_gives_the_same_table(evalkit, workspace):
    folder = workspace()
    evalkit("score", "storefront-payments", "-f", "json", "-o", "saved.json", cwd=folder)
    direct = evalkit("cost", "storefront-payments", cwd=folder)
    # What is proposed next is about the file.
    more = (
        "More: evalkit cost saved.json --vendor",
        "More: evalkit cost storefront-payments --vendor",
    )
    assert evalkit("cost", "saved.json", cwd=folder).out.replace(*more) == direct.out


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            lambda c: c["vendors"][0]["costs"].__setitem__(1, 1.0),
            "`costs.vendors.0.costs.1`: its parts",
        ),
        (
            lambda c: c["vendors"][0]["items"][0].__setitem__("flows", [0]),
            "there are 1 of them, not 3",
        ),
        (
            lambda c: c["vendors"][0]["total_cost"].__setitem__("likely", 1.0),
            "total_cost`: it lies outside its range",
        ),
    ],
)
def test_a_saved_evaluation_whose_money_was_changed_is_refused(evalkit, workspace, change, message):
    folder = workspace()
    evalkit("score", "storefront-payments", "-f", "json", "-o", "saved.json", cwd=folder)
    content = json.loads((folder / "saved.json").read_text())
    change(content["costs"])
    (folder / "saved.json").write_text(json.dumps(content))
    ran = evalkit("cost", "saved.json", cwd=folder)
    assert ran.code == 2
    assert message in ran.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--vendor", "nobody"], "there is no vendor 'nobody'"),
        (["--vendor", "examplepay", "-f", "json"], "--vendor only works with the table"),
        (["-f", "xml"], "'xml' is not one of"),
    ],
)
def test_what_cannot_be_asked(evalkit, workspace, words, message):
    ran = evalkit("cost", "storefront-payments", *words, cwd=workspace())
    assert ran.code == 2
    assert message in ran.err
    assert ran.out == ""


def test_a_plan_without_money_says_what_it_lacks(evalkit, write):
    ran = evalkit("cost", "storefront-payments", cwd=write(BASE))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "evalkit: storefront-payments has no `money:` section; add one with at "
        "least `currency`, `years` and `discount_rate`\n"
    )


def test_a_mistake_in_money_stops_with_its_place(evalkit, workspace):
    money = MONEY.replace("value: 12000", "value: a lot")
    ran = evalkit("cost", "storefront-payments", cwd=workspace(money=money))
    assert ran.code == 1
    assert "plans/storefront-payments.yaml:10:21: error[EK103]" in ran.err
    assert "nothing was scored" in ran.err or "cannot be used" in ran.err


def test_without_benefits_nothing_is_said_about_returns(evalkit, workspace):
    ran = evalkit("cost", "storefront-payments", cwd=workspace(money=MONEY))
    assert ran.code == 0
    assert "Net value" not in ran.out
    assert "pays" not in ran.out


def test_the_largest_amounts_that_files_may_hold_are_printed(evalkit, workspace):
    money = (MONEY + BENEFIT).replace("value: 12000", "value: 1.0e15, growth: 1")
    money = money.replace("years: 2", "years: 30").replace("value: 50", "value: 1.0e15")
    charges = [usage(100, "1.0e15"), "kind: one_off, amount: -1.0e15, because: x, currency: EUR"]
    ran = evalkit(
        "cost", "storefront-payments", cwd=workspace(money, one=vendor("examplepay", charges))
    )
    assert ran.code == 0, ran.err
    # 1e15 orders in the first year, twice as many each year, at 2e15 for each: 2e30 × (2^30 − 1)
    assert f"€2,150,{'000,' * 11}000" in ran.out
    assert "…" not in ran.out


@pytest.mark.parametrize("number", ["1.0e16", "-1.0e300"])
def test_absurd_amounts_are_refused_at_their_place(evalkit, workspace, number):
    ran = evalkit("cost", "storefront-payments", cwd=workspace(MONEY.replace("12000", number)))
    assert ran.code == 1
    assert "plans/storefront-payments.yaml:10:21: error[EK105]" in ran.err
