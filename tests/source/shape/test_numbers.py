"""Numbers as price lists write them."""

import pytest

from evalkit.source.shape.numbers import number_hint, numbers_meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        # German, English, Swiss, French and Indian ways of grouping
        ("1.299,00", ["1299.00"]),
        ("1,299.00", ["1299.00"]),
        ("1'299.–", ["1299"]),
        ("CHF 1’299.00", ["1299.00"]),
        ("1 299", ["1299"]),
        ("1\u202f299,50 €", ["1299.50"]),
        ("1,29,900.00", ["129900.00"]),
        ("1.299.000", ["1299000"]),
        # a comma for the decimals
        ("2,5", ["2.5"]),
        ("0,125", ["0.125"]),
        # what one country reads as a thousand and the other as one
        ("1,299", ["1299", "1.299"]),
        ("1.299 €", ["1299", "1.299"]),
        # currency, unit and sign
        ("-5 EUR", ["-5"]),
        ("−5", ["-5"]),
        ("-€5", ["-5"]),
        ("€ -5", ["-5"]),
        ("€ 5", ["5"]),
        ("A$ 5", ["5"]),
        ("5,-", ["5"]),
        ("10 requests/s", ["10"]),
        ("USD 12/month", ["12"]),
        # multiples
        ("12k", ["12000"]),
        ("1.5k", ["1500"]),
        ("2 Mio", ["2000000"]),
        ("12.5M", ["12500000"]),
        ("5", ["5"]),
        # no number, or none that could be told
        ("plenty", []),
        ("EUR", []),
        ("8.4.1", []),
        ("1,2,3", []),
        ("10:30", []),
        ("2026-06-20", []),
        ("10m", []),
    ],
)  # fmt: skip
def test_what_a_text_means_as_a_number(text, meant):
    assert list(numbers_meant(text)) == meant


@pytest.mark.parametrize(
    ("text", "key", "hint"),
    [
        ("1.299,00", "amount", "write 1299.00"),
        ("1,299", "amount", "write 1299 or 1.299"),
        ("5%", "percent", "write 5"),
        ("5%", "share", "write 5 where this counts percent, 0.05 where it counts shares of 1"),
        ("5 – 10 €", "amount", "write {low: 5, high: 10}"),
        ("3 to 5", "amount", "write {low: 3, high: 5}"),
        ("from 620", "amount", "write {at_least: 620}"),
        ("18.90+", "amount", "write {at_least: 18.90}"),
        ("ab 18,90 €", "amount", "write {at_least: 18.90}"),
        ("on request", "amount", ""),
        ("9" * 61, "amount", ""),
    ],
)
def test_how_to_write_it_is_said(text, key, hint):
    assert number_hint(text, key, may_be_range=True) == hint


def test_a_range_is_no_advice_where_only_a_number_fits():
    assert number_hint("5-10", "low", may_be_range=False) == ""


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ('amount: "1.299,00"', "write 1299.00"),
        ("amount: -5 EUR", "write -5"),
        ("amount: {low: 5, high: 7 €}", "write 7"),
        ("amount: 1.299,00", "inside { } a comma ends the value: write numbers as 1299.00"),
        ("amount: -5", "give the reason in `because:`, or correct it"),
    ],
)
def test_a_file_is_told_how_to_write_its_price(evalkit, write, line, hint):
    source = "source: https://a.test, checked: 2026-06-20"
    vendor = (
        "id: examplepay\nname: ExamplePay\ncategory: payment-gateways\n"
        f"charges:\n  - {{kind: one_off, title: Setup, {line}, currency: EUR, {source}}}\n"
    )
    folder = write({"vendors/payment-gateways/examplepay.yaml": vendor})
    assert hint in evalkit("validate", cwd=folder).out


def test_a_fact_and_a_weight_are_told_how_to_write_their_number(evalkit, write):
    source = "source: https://a.test, checked: 2026-06-20"
    vendor = (
        "id: examplepay\nname: ExamplePay\ncategory: payment-gateways\n"
        f"facts:\n  rate_limit: {{value: 1 299 requests/s, {source}}}\n"
    )
    said = evalkit("validate", cwd=write({"vendors/payment-gateways/examplepay.yaml": vendor})).out
    assert "this measure takes a number" in said
    assert "write 1299" in said
    plan = "id: storefront-payments\ntitle: P\ncategory: payment-gateways\nrankable: 60%\n"
    said = evalkit("validate", cwd=write({"plans/storefront-payments.yaml": plan})).out
    assert "write 60 where this counts percent, 0.6 where it counts shares of 1" in said
