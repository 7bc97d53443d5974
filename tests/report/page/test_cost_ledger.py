"""Cash flows on the page: printed figures add up."""

import re

from evalkit.report.page.html import to_html
from evalkit.report.page.markdown import to_markdown
from evalkit.report.page.page import view
from tests.report.priced import (
    BENEFITS,
    MONEY,
    VENDORS,
    amount,
    charged,
    check_ledger,
    files,
    ledgers,
    plain,
    rows_of,
    section,
)


def test_printed_cash_flows_add_up_and_end_in_the_printed_figures(evaluated):
    evaluation = evaluated()
    found = list(ledgers(to_html(evaluation)))
    assert len(found) == 4
    for rows, each in zip(found, evaluation.costs.vendors, strict=True):
        amounts = check_ledger(rows)
        total = next(cells for title, cells in amounts.items() if title.startswith("All costs"))
        assert total[-1] == amount(each.total_cost.text.split(" (")[0].replace("€", ""))
        if each.net_present_value.likely is not None:
            worth = each.net_present_value.text.split(" (")[0].removeprefix("at most ")
            assert amounts["Cumulative net, discounted"][-2] == amount(worth)


def test_an_amount_that_is_not_known_is_not_printed_as_nothing(evaluated):
    rows = next(r for r in ledgers(to_html(evaluated())) if "2 Licence" in r)
    assert rows["2 Licence"] == ["–", "–", "–", "–", "not known"]
    assert rows["1 Fee"][-1] == "3,375.65"  # 1.5% of 70,000 × (1 + 1.07 + 1.07²)
    assert rows["All costs, as far as known"][-1] == "at least 5,375.65"
    assert rows["Net: benefits less costs, as far as known"][-1] == "at most 18,624.35"


def test_a_bound_stands_before_its_figure_and_can_break_from_it(evaluated):
    found = view(evaluated())["costs"]["paid"]["vendors"]
    (cells,) = (each["cells"] for each in found if each["name"] == "Thirdpay")
    pieces = [(piece["text"], piece["whole"]) for piece in cells[0]["text"]]
    assert pieces == [("at least", True), ("€5,375.65", True)]
    assert cells[0]["range"] == []


def test_a_currency_without_decimals_adds_up_in_whole_units(evaluated):
    money = (MONEY + BENEFITS).replace("EUR", "JPY").replace("likely: 1000,", "likely: 1001,")
    odd = {n: text.replace("EUR", "JPY") for n, text in VENDORS.items()}
    content = files(money=money, **odd)
    path = "criteria/payment-gateways.yaml"
    evaluation = evaluated({**content, path: content[path].replace("EUR", "JPY")})
    for rows in ledgers(to_html(evaluation)):
        assert not any("." in cell for cells in rows.values() for cell in cells)
        check_ledger(rows)
    assert "¥" in to_markdown(evaluation)[0]


def test_many_years_are_cut_into_tables_that_fit_a_page(evaluated):
    evaluation = evaluated(files(money=(MONEY + BENEFITS).replace("years: 3", "years: 20")))
    page = section(to_html(evaluation))
    for table in re.findall(r'<table class="ledger">(.*?)</table>', page, re.DOTALL):
        assert len(rows_of(table)[0]) <= 8
    for rows in ledgers(page):
        assert rows["Item"] == [*(f"Year {year}" for year in range(21)), "Total"]
        check_ledger(rows)
    assert "over 20 years" in plain(page)


def test_figures_that_are_bounds_are_marked_as_such_everywhere(
    evaluated, evalkit, write, monkeypatch
):
    # 2,000 of own work, then 1.5% of 70 for 1,000 orders, 7% more each year: 1,050, 1,123.50 and
    # 1,202.145; 8,000 a year come in. At 8% that is 4,889.74 of 20,616.78. What the licence costs
    # is not known: so it may be more, and less may be left of it.
    monkeypatch.setenv("COLUMNS", "200")
    out = evalkit("cost", "storefront-payments", cwd=write(files())).out
    rows = [line.split("  ", 1) for line in out.splitlines() if line.startswith("Thirdpay  ")]
    assert [" ".join(row.split()) for _, row in rows] == [
        "≥ €5,375.65 ≤ €15,727.03 ≤ 321.63% ≥ 3.5 mo – ≥ 1.50% –",
        "2,000.00 1,050.00 1,123.50 1,202.15 ≥ 5,375.65",
    ]
    page = plain(section(to_html(evaluated()))).replace("\u00a0", " ")
    for said in (
        "at least €5,375.65", "at least €4,889.74", "at most €15,727.03", "at most 321.63%",
        "at least 3.5 months", "at least 1.50%", "Thirdpay, at most",
    ):  # fmt: skip
        assert said in page, said


def test_an_item_that_is_known_in_part_is_marked_and_so_is_what_it_is_part_of(
    evaluated, evalkit, write, monkeypatch
):
    # 1.5% of 70 for 1,000 orders, 7% more each year, and what is charged at the least is not
    # known; with 2,000 of own work that is known in full.
    partly = charged(
        "thirdpay", "kind: usage, per: order, title: Fee, percent: 1.5, minimum: unknown"
    )
    content = files(thirdpay=partly)
    monkeypatch.setenv("COLUMNS", "200")
    ran = evalkit("cost", "storefront-payments", "--vendor", "thirdpay", cwd=write(content))
    shown = [" ".join(line.split()) for line in ran.out.splitlines()]
    assert "Fee 0.00 1,050.00 1,123.50 1,202.15 ≥ 3,375.65" in shown
    assert "Integration 2,000.00 0.00 0.00 0.00 2,000.00" in shown
    assert "together 2,000.00 1,050.00 1,123.50 1,202.15 ≥ 5,375.65" in shown
    evaluation = evaluated(content)
    (rows,) = (r for r in ledgers(to_html(evaluation)) if "at least 3,375.65" in r.get("1 Fee", []))
    assert rows["2 Integration"][-1] == "2,000.00"
    found = {each["id"]: each for each in view(evaluation)["costs"]["frontier"]["vendors"]}
    assert found["thirdpay"]["cost"] == "at least €4,889.74"
    assert not found["otherpay"]["cost"].startswith("at")
