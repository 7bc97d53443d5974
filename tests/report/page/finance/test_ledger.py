"""Cash flows on the page: printed figures add up."""

import json
import re

from evalkit.report.data import from_json, to_json
from evalkit.report.page.html import to_html
from evalkit.wording.rounding import rounded
from tests.report.priced import (
    BENEFITS,
    MONEY,
    VENDORS,
    check_ledger,
    files,
    hostile,
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
        # What is known of the costs of own work alone is no cost of the vendor.
        if each.total_cost.likely is not None:
            assert total[-1] == rounded(each.total_cost.likely, 2)
        if each.net_present_value.likely is not None:
            worth = rounded(each.net_present_value.likely, 2)
            assert amounts["Cumulative net, discounted"][-2] == worth


def test_an_amount_that_is_not_known_is_not_printed_as_nothing(evaluated):
    rows = next(r for r in ledgers(to_html(evaluated())) if "2 Licence" in r)
    assert rows["2 Licence"] == ["–", "–", "–", "–", "not known"]
    assert rows["1 Fee"][-1] == "3,375.65"  # 1.5% of 70,000 × (1 + 1.07 + 1.07²)
    # The likely amounts add up; "at least" is the low end, which is less.
    assert rows["All costs, as far as known"][-1] == "5,375.65"
    assert rows["Net: benefits less costs, as far as known"][-1] == "18,624.35"


def test_a_currency_without_decimals_adds_up_in_whole_units(evaluated):
    money = (MONEY + BENEFITS).replace("EUR", "JPY").replace("likely: 1000,", "likely: 1001,")
    odd = {n: text.replace("EUR", "JPY") for n, text in VENDORS.items()}
    content = files(money=money, **odd)
    path = "criteria/payment-gateways.yaml"
    evaluation = evaluated({**content, path: content[path].replace("EUR", "JPY")})
    for rows in ledgers(to_html(evaluation)):
        assert not any("." in cell for cells in rows.values() for cell in cells)
        check_ledger(rows)


def test_many_years_are_cut_into_tables_that_fit_a_page(evaluated):
    evaluation = evaluated(files(money=(MONEY + BENEFITS).replace("years: 3", "years: 20")))
    page = section(to_html(evaluation))
    flows = re.findall(r"<table>\s*<caption>Cash flows.*?</table>", page, re.DOTALL)
    assert all(len(rows_of(table)[0]) <= 8 for table in flows)
    for rows in ledgers(page):
        assert rows["Item"] == ["Signing", *(f"Year {year}" for year in range(1, 21)), "Total"]
        check_ledger(rows)


def test_own_work_alone_is_not_added_up(evaluated):
    # Fourthpay has no price; 2,000 of own work are no cost of it.
    for money in (MONEY, MONEY + BENEFITS):
        rows = next(
            rows
            for rows in ledgers(to_html(evaluated(files(money=money))))
            if rows["All costs" if "All costs" in rows else "All costs, as far as known"][-1]
            == "not known"
        )
        assert rows["1 Integration"][-1] == "2,000.00"
        assert not [title for title in rows if title.startswith("Cumulative")]


def test_each_item_has_its_terms_and_its_source(evaluated):
    page = plain(section(to_html(evaluated())))
    for said in (
        "for use: 2.9% + €0.333 for each order", "for EU cards", "https://a.test/prices",
        "checked 20 June 2026", "vendors/payment-gateways/examplepay.yaml, charges.0",
        "missing: price not known", "money.discount_rate", "plan for 2027", "undated",
    ):  # fmt: skip
        assert said in page, said


def test_no_link_of_a_saved_evaluation_leads_elsewhere_than_the_web(evaluated):
    saved = json.loads(to_json(evaluated(hostile())))
    item = saved["costs"]["vendors"][0]["items"][0]["reference"]
    item |= {"source": "javascript:alert(1)", "via": "data:text/html,x"}
    page = to_html(from_json(json.dumps(saved)))
    assert not re.search(r'href="(?!https?://|#)', page)


def test_amounts_are_written_as_in_the_plans_country(evaluated):
    evaluation = evaluated(files(money=(MONEY + BENEFITS).replace("locale: en", "locale: de_DE")))
    page = plain(section(to_html(evaluation)))
    assert "8.000,00" in page
    assert not re.search(r"\d,\d{3}[.,]", page)
