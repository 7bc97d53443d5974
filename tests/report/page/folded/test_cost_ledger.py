"""Cash flows on the page: printed figures add up."""

import re

from evalkit.report.page.html import to_html
from evalkit.report.page.markdown import to_markdown
from evalkit.report.page.page import view
from evalkit.wording.rounding import rounded
from tests.report.priced import (
    BENEFITS,
    MONEY,
    VENDORS,
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


def test_a_bound_stands_before_its_figure_and_can_break_from_it(evaluated):
    found = view(evaluated())["costs"]["paid"]["vendors"]
    (cells,) = (each["cells"] for each in found if each["name"] == "Thirdpay")
    pieces = [(piece["text"], piece["whole"]) for piece in cells[0]["text"]]
    assert pieces == [("at least", True), ("€4,030", True)]
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
    # At the least 1,000 of own work and 1.5% of 70 for 900 orders, 7% more each year: 945, 1,011.15
    # and 1,081.93 are 4,038.08, at 8% 3,600.77. At the most 9,000 a year are left of 23,193.87.
    # 1,000 of 8,055 are back after 1.49 months. What the licence costs is not known: so it may be
    # more, and less may be left of it.
    monkeypatch.setenv("COLUMNS", "200")
    out = evalkit("cost", "storefront-payments", cwd=write(files())).out
    (row,) = [" ".join(line.split()) for line in out.splitlines() if line.startswith("Thirdpay ")]
    assert row == "Thirdpay at least €4,030 missing: licence (price not known)"
    page = plain(section(to_html(evaluated()))).replace("\u00a0", " ")
    for said in (
        "at least €4,030", "at least €3,600", "at most €19,600", "at most 544.14%",
        "at least 1.4 months", "at least 1.50%", "Thirdpay, at most",
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
    table = ran.out.partition("Costs in EUR")[2].partition("Figures")[0]
    # The fee and the sum are known in part, Integration is known in full.
    assert table.count("known") == 2
    assert "Total 3,375.65 2,000.00 5,375.65" in shown
    evaluation = evaluated(content)
    (rows,) = (r for r in ledgers(to_html(evaluation)) if "1 Fee, as far as known" in r)
    assert rows["1 Fee, as far as known"][-1] == "3,375.65"
    assert rows["2 Integration"][-1] == "2,000.00"
    found = {each["id"]: each for each in view(evaluation)["costs"]["frontier"]["vendors"]}
    assert found["thirdpay"]["cost"] == "at least €3,600"
    assert not found["otherpay"]["cost"].startswith("at")


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
