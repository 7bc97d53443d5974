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
    assert rows["1 Fee"][-1] == "3,375.65"  # 1.5 % of 70,000 × (1 + 1.07 + 1.07²)
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
