"""Every way in which a file's shape can be wrong, at its place, with what to do."""

import pytest

from evalkit.model.vendor import Vendor
from evalkit.source.shape.shape import shape
from tests.conftest import CRITERIA, PLAN, VENDOR

EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"
GATEWAYS = "criteria/payment-gateways.yaml"
STOREFRONT = "plans/storefront-payments.yaml"


def only(workspace, code):
    found = [d for d in workspace.diagnostics if d.code == code]
    assert len(found) == 1, [(d.code, d.message) for d in workspace.diagnostics]
    return found[0]


@pytest.mark.parametrize(
    ("path", "old", "new", "code", "marked", "hint"),
    [
        (EXAMPLEPAY, "category:", "categry:", "EK101", "categry", "did you mean `category`?"),
        (EXAMPLEPAY, "{value: 25,", "{vale: 25,", "EK101", "vale", "did you mean `value`?"),
        (EXAMPLEPAY, "source: https://examplepay.test/docs", "note: one, two words", "EK101", "two words", "quotes"),
        (EXAMPLEPAY, "name: ExamplePay", "name: 12", "EK103", "12", 'put it in quotes: "12"'),
        (EXAMPLEPAY, "name: ExamplePay", "name: true", "EK103", "true", 'put it in quotes: "true"'),
        (EXAMPLEPAY, "{value: 25,", "{low: '25', high: 30,", "EK103", "'25'", "write 25 without quotes"),
        (EXAMPLEPAY, "{value: 25,", "{value: {a: 1},", "EK103", "{a: 1}", ""),
        (EXAMPLEPAY, "[rest]", "[[rest]]", "EK103", "[[rest]]", ""),
        (EXAMPLEPAY, "  rate_limit: {value: 25,", "  rate_limit: {conflicts: 5, value: 25,", "EK103", "5", "one, two"),
        (EXAMPLEPAY, "rate_limit:", "Rate-Limit:", "EK106", "Rate-Limit", "`_`"),
        (EXAMPLEPAY, "id: examplepay", "id: Example Pay", "EK106", "Example Pay", "`-`"),
        (EXAMPLEPAY, "2026-06-20}\n  rate", "20.06.2026}\n  rate", "EK107", "20.06.2026", "year-month-day"),
        (EXAMPLEPAY, "2026-06-20}\n  rate", "2026-02-30}\n  rate", "EK107", "2026-02-30", "year-month-day"),
        (EXAMPLEPAY, "https://examplepay.test\n", "ftp://examplepay.test\n", "EK108", "ftp://examplepay.test", "browser"),
        (EXAMPLEPAY, "https://examplepay.test/docs", "javascript:alert(1)", "EK108", "javascript:alert(1)", ""),
        (EXAMPLEPAY, "value: 25", "value: 25, kind: vendorpage", "EK104", "vendorpage", "did you mean `vendor-page`?"),
        (EXAMPLEPAY, "value: 25", "low: 25", "EK109", "rate_limit", "one form"),
        (EXAMPLEPAY, "value: 25", "value: 25, low: 2, high: 3", "EK109", "rate_limit", "one form"),
        (EXAMPLEPAY, "value: 25", "likely: 25", "EK109", "rate_limit", "one form"),
        (EXAMPLEPAY, "name: ExamplePay", 'name: ""', "EK110", '""', ""),
        (GATEWAYS, "kind: points", "kind: point", "EK104", "point", "did you mean `points`?"),
        (GATEWAYS, "kind: points, points:", "kind: points, pionts:", "EK101", "pionts", "did you mean `points`?"),
        (STOREFRONT, "weights: {api: 25,", "vendors: [Pay Pal]\nweights: {api: 25,", "EK106", "Pay Pal", "`-`"),
        (GATEWAYS, "kind: points, ", "", "EK102", "scale", "add `kind:`"),
        (GATEWAYS, "[25, 60]", "[25]", "EK110", "[25]", ""),
        (GATEWAYS, "[100, 100]", "[100, 101]", "EK105", "101", ""),
        (GATEWAYS, "none: 0", "none: -1", "EK105", "-1", ""),
        (GATEWAYS, "fresh_for: 365", "fresh_for: 1.5", "EK103", "1.5", ""),
        (GATEWAYS, "    weight: 40\n", "    weight: 40\n    criteria: {a: {title: A, weight: 1}}\n", "EK109", "a", "one form"),
        (STOREFRONT, "at_least: 10, ", "", "EK109", "- {measure: rate_limit, because: Peak of five orders a second.}"[2:], "one form"),
        (STOREFRONT, "as_of:", "unknown: best\nas_of:", "EK104", "best", "worst"),
        (STOREFRONT, "weights: {api: 25,", "vendors: []\nweights: {api: 25,", "EK110", "[]", ""),
        (STOREFRONT, "weights: {api: 25,", "weights: {api: heavy,", "EK103", "heavy", ""),
        (STOREFRONT, "as_of:", "cost: both\nas_of:", "EK104", "both", "criterion, frontier"),
    ],
)  # fmt: skip
def test_a_mistake_is_shown_at_its_place_with_what_to_do(
    loaded, path, old, new, code, marked, hint
):
    text = {EXAMPLEPAY: VENDOR, GATEWAYS: CRITERIA, STOREFRONT: PLAN}[path]
    assert old in text
    found = only(loaded({path: text.replace(old, new, 1)}), code)
    start, end = found.span.column - 1, found.span.end_column - 1
    assert found.path == path
    assert found.line_text[start:end] == marked
    assert hint in found.hint


FEE = "{kind: usage, per: order, percent: 2.9, currency: USD}"
STAIRS = "{kind: tiered, per: call, every: month, tiers: [{from: 0, price: 1}], currency: USD}"


@pytest.mark.parametrize(
    ("old", "new", "code", "marked", "hint"),
    [
        ("2.9", "a lot", "EK103", "a lot", "digits"),
        ("2.9", "[2.9]", "EK103", "[2.9]", ""),
        ("2.9", "{low: 2.9}", "EK109", "percent", "one form"),
        ("2.9", "{value: 2.9, low: 2, high: 3}", "EK109", "percent", "one form"),
        ("2.9", "{low: 2, high: lots}", "EK103", "lots", "digits"),
        ("percent: 2.9, ", "", "EK109", FEE.replace("percent: 2.9, ", ""), "all of its keys"),
        ("percent: 2.9", "percent: 2.9, maximum: unknown", "EK103", "unknown", ""),
        ("USD", "EURO", "EK112", "EURO", "did you mean `EUR`?"),
        ("USD", "usd", "EK112", "usd", "did you mean `USD`?"),
        ("USD", "$", "EK112", "$", "three-letter code"),
        ("percent: 2.9", "percent: 2.9, precent: 1", "EK101", "precent", ""),
        ("per: order, ", "", "EK102", FEE.replace("per: order, ", ""), "add `per:`"),
        ("kind: usage", "kind: usge", "EK104", "usge", "did you mean `usage`?"),
        ("kind: usage, ", "", "EK102", FEE.replace("kind: usage, ", ""), "add `kind:`"),
        (FEE, "3", "EK103", "3", "key: value"),
        (FEE, STAIRS.replace("{from: 0, price: 1}", ""), "EK110", "[]", ""),
        (FEE, STAIRS.replace("from:", "from: 0, form:"), "EK101", "form", ""),
        (FEE, STAIRS.replace("from: 0, ", ""), "EK102", "{price: 1}", "add `from:`"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_charge_is_shown_at_its_place(loaded, old, new, code, marked, hint):
    assert old in FEE
    found = only(loaded({EXAMPLEPAY: VENDOR + f"charges: [{FEE.replace(old, new)}]\n"}), code)
    assert found.line_text[found.span.column - 1 : found.span.end_column - 1] == marked
    assert hint in found.hint


def test_the_keys_of_a_tier_are_shown_as_they_are_written(loaded):
    tier = STAIRS.replace("from: 0", "form: 0")
    found = only(loaded({EXAMPLEPAY: VENDOR + f"charges: [{tier}]\n"}), "EK101")
    assert found.hint == "did you mean `from`?"


@pytest.mark.parametrize(
    ("text", "code", "marked", "hint"),
    [
        ("years: 3.0, discount_rate: 0.08", "EK103", "3.0", "without a decimal point: 3"),
        ("years: 3, discount_rate: some", "EK103", "some", "digits"),
        ("years: 3, discount_rate: unknown", "EK103", "unknown", ""),
        ("years: 3, discount_rate: 0.08, rates: {usd: 0.9}", "EK112", "usd", "`USD`"),
        ("years: 3, discount_rate: 0.08, locale: g", "EK103", "g", ""),
        ("years: 3, discount_rate: 0.08, volumes: {refunds: {share: 0.1}}", "EK109", "refunds", ""),
        ("years: 3, discount_rate: 0.08, benefits: [{kind: hours_saved, hours: 3, every: month}]",
         "EK102", "{kind: hours_saved, hours: 3, every: month}", "add `title:`"),
        ("years: 3, discount_rate: 0.08, charges: {all: [{kind: internal, hour: 3, hours: 3}]}",
         "EK101", "hour", ""),
        ("years: 3, discount_rate: 0.08, charges: {all: {kind: internal}}", "EK103",
         "{kind: internal}", "one, two"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_plans_money_is_shown_at_its_place(loaded, text, code, marked, hint):
    found = only(loaded({STOREFRONT: PLAN + f"money: {{currency: EUR, {text}}}\n"}), code)
    assert found.line_text[found.span.column - 1 : found.span.end_column - 1] == marked
    assert hint in found.hint


def test_a_missing_key_is_shown_at_the_record_that_lacks_it(loaded):
    found = only(loaded({EXAMPLEPAY: VENDOR.replace("name: ExamplePay\n", "")}), "EK102")
    assert (found.span.line, found.message) == (1, "`name` is missing")


@pytest.mark.parametrize("text", ["- a\n- b\n", "just text\n", "12\n"])
def test_a_list_or_text_where_a_mapping_belongs(loaded, text):
    assert only(loaded({EXAMPLEPAY: text}), "EK103").message.startswith(
        "this takes a mapping, not "
    )


def test_an_empty_fact_says_what_to_write(loaded):
    broken = VENDOR.replace(
        "{value: 25, source: https://examplepay.test/limits, checked: 2026-06-20}", ""
    )
    assert "not nothing" in only(loaded({EXAMPLEPAY: broken}), "EK103").message


def test_a_list_of_known_keys_is_shown_where_none_is_near(loaded):
    found = only(loaded({EXAMPLEPAY: VENDOR + "zzzz: 1\n"}), "EK101")
    assert found.hint == "known here: candidate, charges, example, from, integration, note, role"


def test_a_refused_item_is_not_reported_as_a_missing_one_too(loaded):
    workspace = loaded({STOREFRONT: PLAN + "vendors: [Pay Pal]\n"})
    assert [d.code for d in workspace.diagnostics] == ["EK106"]


def test_numbers_are_accepted_as_level_names(loaded):
    text = CRITERIA.replace("{graphql: 100, rest: 100, soap: 50, none: 0}", "{1: 100, 2.5: 0}")
    facts = VENDOR.replace("[rest]", "[1, 2.5, true]")
    assert [d.message for d in loaded({GATEWAYS: text, EXAMPLEPAY: facts}).diagnostics] == [
        "`true` is not a level"
    ]


def test_a_key_that_is_called_like_its_kind_does_not_hide_the_place(loaded):
    said = "{it: {weights: {kind: order, order: [[api, scalability]], pionts: []}}}"
    found = only(
        loaded({STOREFRONT: PLAN.split("weights:")[0] + f"stakeholders: {said}\n"}), "EK101"
    )
    assert found.line_text[found.span.column - 1 : found.span.end_column - 1] == "pionts"


def test_a_misspelt_key_is_not_missing_as_well():
    data = {"id": "x", "name": "X", "categry": "erp"}
    _, findings = shape(Vendor, data)
    assert [(p.code, p.route) for p in findings] == [("EK101", ("categry",))]


def test_a_key_that_nothing_else_means_is_missing():
    _, findings = shape(Vendor, {"id": "x", "name": "X", "colour": "erp"})
    assert [(p.code, p.message) for p in findings] == [
        ("EK101", "unknown key `colour`"),
        ("EK102", "`category` is missing"),
    ]
