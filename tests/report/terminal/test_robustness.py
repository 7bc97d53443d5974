"""Places in simulations and what to find out, at a terminal."""

import re

import pytest
from rich.cells import cell_len

from tests.conftest import PLAN, ROOT, VENDOR, vendor
from tests.report.terminal.fields import FIELD, MIDDLE, SOURCE

ROBUSTNESS = ("robustness", "storefront-payments")
CLOSE = {
    "vendors/payment-gateways/nearpay.yaml": vendor(
        "nearpay",
        api_style=f"{{value: [rest], {SOURCE}}}",
        rate_limit=f"{{low: 10, high: 60, {SOURCE}}}",
    ),
    "vendors/payment-gateways/lowpay.yaml": vendor(
        "lowpay",
        api_style=f"{{value: [soap], {SOURCE}}}",
        rate_limit=f"{{low: 10, high: 50, {SOURCE}}}",
    ),
}

ALL_RANKED = FIELD | CLOSE | {"plans/storefront-payments.yaml": f"{MIDDLE}rankable: 0\n"}


def percent(text):
    """The shares in the table of places, row by row."""
    rows = re.findall(r"^\d \S+ +(.*%)$", text, re.MULTILINE)
    return [[int(share) for share in re.findall(r"(\d+)%", row)] for row in rows]


def test_rows_and_columns_add_up_to_100_percent(evalkit, write):
    out = evalkit(*ROBUSTNESS, cwd=write(ALL_RANKED)).out
    heads = r"^  Vendor +First +Second +Third +Fourth +Fifth  First, facts alike$"
    assert re.search(heads, out, re.MULTILINE)
    shares = [row for row in percent(out) if len(row) == 6]
    assert len(shares) == 5
    # "under 1%" stands for what is rounded to nothing.
    assert all(abs(sum(row[:5]) - 100) <= 5 for row in shares)


@pytest.mark.parametrize(
    ("width", "heads"),
    [(60, "First +Second or later"), (50, "First"), (70, "First +Second +Third or later")],
)
def test_places_that_do_not_fit_are_added_up(evalkit, write, monkeypatch, width, heads):
    monkeypatch.setenv("COLUMNS", str(width))
    out = evalkit(*ROBUSTNESS, cwd=write(ALL_RANKED)).out
    assert re.search(rf"^  Vendor +{heads}  First, facts alike$", out, re.MULTILINE)
    assert max(map(cell_len, out.splitlines())) <= width
    if width != 50:
        assert all(abs(sum(row[:-1]) - 100) <= 5 for row in percent(out))


def test_who_is_not_ranked_is_said_to_be_ahead_with_facts_alike(evalkit, write):
    out = evalkit(*ROBUSTNESS, cwd=write(FIELD)).out
    # Newpay is ahead if its facts bring more than about 66.9 of 100 points: in about a third
    found = re.search(r"\nNot ranked: with facts alike Newpay is ahead in (\d+)%\.\n", out)
    assert 27 <= int(found[1]) <= 37


def test_what_to_find_out_goes_by_points_gained_and_names_a_single_fact(evalkit, write):
    out = evalkit(*ROBUSTNESS, cwd=write(FIELD)).out
    assert re.search(
        r"^What to find out  Open facts  New winner  Points gained  Fewest needed\n"
        r"Newpay  +3  +3\d%  +\d\.\d  1, its rate limit$",
        out,
        re.MULTILINE,
    )
    # Who cannot change anything has no row.
    _, rows = out.split("What to find out")
    assert "ExamplePay" not in rows
    assert "Otherpay" not in rows


def test_where_no_single_fact_can_change_the_winner_it_is_said(evalkit):
    out = evalkit("robustness", "catalogue-pim", "-w", ROOT).out
    assert "No single fact can change the winner.\n" in out
    assert "1, its" not in out


def test_weights_that_would_change_it_are_rounded_to_the_safe_side(evalkit, write):
    plan = {"plans/storefront-payments.yaml": f"{MIDDLE}vendors: [examplepay, fastpay]\n"}
    fast = {"vendors/payment-gateways/fastpay.yaml": vendor(
        "fastpay", api_style=f"{{value: [none], {SOURCE}}}", rate_limit=f"{{value: 50, {SOURCE}}}",
        webhooks=f"{{value: false, {SOURCE}}}",
    )}  # fmt: skip
    out = evalkit(*ROBUSTNESS, cwd=write(plan | fast)).out
    # api 87.5 against 0, scalability 60 against 73.33: level at api 13.33/100.83 = 13.22%,
    # 11.78% less than today's 25%
    assert "Weights: Fastpay draws level only if 12% of the weight moves." in " ".join(out.split())


@pytest.mark.parametrize("precision", ["5", "0.5"])
def test_how_near_the_shares_are_is_said(evalkit, write, precision):
    out = evalkit(*ROBUSTNESS, "--precision", precision, cwd=write(FIELD)).out
    # Two standard errors at a half: 100 draws, and 10,000
    assert f"(now within {'10 points' if precision == '5' else '1 point'})" in " ".join(out.split())


def test_nobody_ranked_has_no_places(evalkit, write):
    plan = {"plans/storefront-payments.yaml": f"{MIDDLE}vendors: [newpay]\n"}
    out = evalkit(*ROBUSTNESS, cwd=write(FIELD | plan)).out
    assert "First" not in out
    assert out.endswith("More: -f json\n")


def test_who_is_ahead_most_often_comes_first_among_those_not_ranked(evalkit):
    out = " ".join(evalkit("robustness", "storefront-payments", "-w", ROOT).out.split())
    shares = re.search(r"with facts alike (.*?)\. ", out)[1]
    found = [int(share) for share in re.findall(r"(\d+)%", shares)]
    assert len(found) > 2
    assert found == sorted(found, reverse=True)


def test_a_fact_whose_name_does_not_fit_is_not_named(evalkit, write, monkeypatch):
    monkeypatch.setenv("COLUMNS", "75")
    out = evalkit(*ROBUSTNESS, cwd=write(FIELD)).out
    assert "  1, its rate limit\n" in out
    monkeypatch.setenv("COLUMNS", "72")
    narrow = evalkit(*ROBUSTNESS).out
    assert "rate limit" not in narrow.split("What to find out")[1]


def test_fixed_weights_are_said_to_be_fixed_instead_of_what_would_change_them(evalkit, write):
    plan = PLAN + "robustness: {weights: fixed}\n"
    ran = evalkit(*ROBUSTNESS, cwd=write(FIELD | {"plans/storefront-payments.yaml": plan}))
    assert "\nWeights: fixed by rule, and not varied. " in ran.out
    assert "10,000 simulations with the weights as they are fixed" in " ".join(ran.out.split())
    override = evalkit(*ROBUSTNESS, "--weights", "fixed", cwd=write(FIELD))
    assert "\nWeights: fixed by rule, and not varied. " in override.out


def test_who_of_those_that_are_level_is_ahead_at_other_weights_is_said(evalkit, write):
    # 18.75 + 45 and 9.375 + 45 + 0.4 × 23.4375: both 63.75 at worst
    source = "source: https://a.test, checked: 2026-06-20"
    other = vendor(
        api_style=f"{{value: [soap], {source}}}",
        webhooks=f"{{value: false, {source}}}",
        rate_limit=f"{{value: 48.4375, {source}}}",
    )
    one = VENDOR + f"  webhooks: {{value: false, {source}}}\n"
    files = {
        "vendors/payment-gateways/examplepay.yaml": one,
        "vendors/payment-gateways/otherpay.yaml": other,
    }
    said = " ".join(evalkit(*ROBUSTNESS, cwd=write(files)).out.split())
    assert "Weights: ExamplePay and Otherpay are level at today's weights." in said
    assert "Otherpay is ahead if Scalability weighs more than 75.0%, ExamplePay if less." in said
    assert "No method puts anybody else first." in said
