"""Costs and returns on the pages, complete and with figures that add up."""

import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from itertools import pairwise

from evalkit.report.data import from_json, to_json
from evalkit.report.page.html import to_html
from evalkit.report.page.markdown import to_markdown
from evalkit.report.page.page import view
from tests.report.priced import (
    BENEFITS,
    MONEY,
    cells_by_table,
    check_ledger,
    files,
    hostile,
    ledgers,
    plain,
    section,
)
from tests.report.saved import without

CHARTS = ("costs", "cash", "frontier", "difference")


def test_both_reports_say_what_a_finance_director_asks(evaluated):
    evaluation = evaluated()
    text, _ = to_markdown(evaluation, charts="r")
    for page in (plain(section(to_html(evaluation))), text.replace("\\", "")):
        for said in (
            evaluation.costs.text, evaluation.costs.convention, *evaluation.costs.remarks,
            "Before you compare", "What each costs over 3 years", "What each brings over 3 years",
            "Effective rate", "Internal rate of return", "Discounted payback", "Cheapest", "Pays",
            evaluation.costs.vendors[0].net_present_value.text, "Value against cost",
            evaluation.costs.frontier.text, *(v.text for v in evaluation.costs.frontier.vendors),
            evaluation.costs.difference.text, *(b.text for b in evaluation.costs.break_even),
            "Costs also weigh in the score, as the criterion Money.", "varied by ±10%",
            "2.9% + €0.333 for each order", "for EU cards", "https://a.test/prices", "2026-06-20",
            "vendors/payment-gateways/examplepay.yaml, charges.0", "price not known",
            "money.discount_rate", "plan for 2027", "What is assumed", "undated",
            "900 to 1,300, most likely 1,000 a year, growing by 7% a year",
        ):  # fmt: skip
            assert said.replace("\u00a0", " ") in page.replace("\u00a0", " ")
        for each in evaluation.costs.vendors:
            assert each.total_cost.text in page


def test_the_section_is_linked_and_stands_after_the_ranking(evaluated):
    page = to_html(evaluated())
    assert '<li><a href="#costs">Costs</a></li>' in page
    order = re.findall(r'<section[^>]* id="([a-z]+)"', page)
    assert order[order.index("ranking") + 1] == "costs"
    levels = [int(level) for level in re.findall(r"<h(\d)", page)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all("scope=" in head for head in re.findall(r"<th\b[^>]*>", page))
    tables = re.findall(r"<table.*?</table>", section(page), re.DOTALL)
    assert all("<caption>" in table for table in tables)


def test_charts_are_drawn_for_what_there_is_and_are_files_in_markdown(evaluated):
    evaluation = evaluated()
    page = section(to_html(evaluation))
    text, drawn = to_markdown(evaluation, charts="r")
    for name in CHARTS:
        assert f'role="img" aria-labelledby="{name}-chart-title {name}-chart-desc"' in page
        assert f"(r-{name}.svg)" in text
        ET.fromstring(drawn[f"r-{name}.svg"])
    assert not re.search(r'(?:fill|stroke|style)="', page)


def test_with_cost_out_of_the_weights_the_page_says_so(evaluated):
    page = plain(section(to_html(evaluated(files(more="cost: frontier\n")))))
    assert "The plan takes cost out of the weights" in page
    assert "Costs also weigh" not in page


def test_without_benefits_the_page_speaks_of_costs_alone(evaluated):
    evaluation = evaluated(files(money=MONEY))
    content = view(evaluation)
    for page in (section(to_html(evaluation)), to_markdown(evaluation)[0]):
        for word in ("Payback", "All benefits", "Internal rate", "What each brings"):
            assert word not in page
    assert content["charts"]["cash"]["title"] == "Costs by the end of each year, added up, in EUR"
    assert not [s for s in content["charts"]["cash"]["shapes"] if s["is"] == "circle"]
    rows = next(r for r in ledgers(to_html(evaluation)) if "2 Platform" in r)
    total, summed = rows["All costs"], rows["Cumulative costs"]
    assert summed[-2] == total[-1]


def test_a_vendor_alone_is_compared_with_nobody(evaluated):
    others = dict.fromkeys(("otherpay", "thirdpay", "fourthpay"))
    evaluation = evaluated(files(**others))
    assert view(evaluation)["costs"]["frontier"] is None
    assert set(CHARTS) & view(evaluation)["charts"].keys() == {"costs", "cash"}
    (rows,) = ledgers(to_html(evaluation))
    check_ledger(rows)


def test_what_no_plan_says_is_said_once(evaluated):
    money = re.sub(r"  volumes:\n(    .*\n)+", "", MONEY + BENEFITS)
    money = money.replace("  charges:", "  volumes: {orders: {value: 5, source: s}}\n  charges:")
    table = view(evaluated(files(money=money)))["costs"]["paid"]
    assert "Effective rate" not in table["heads"]
    assert any(text.startswith("Effective rate: ") for text in table["missing"])


def test_a_report_without_money_has_no_such_section_and_loads_nothing_for_it(evaluated, tmp_path):
    evaluation = evaluated(files(money=""))
    assert evaluation.costs is None
    page, text = to_html(evaluation), to_markdown(evaluation)[0]
    assert 'id="costs"' not in page
    assert "#costs" not in page
    assert "Costs and returns" not in page + text
    saved = tmp_path / "e.json"
    saved.write_text(to_json(evaluation), encoding="utf-8")
    code = (
        "import sys, pathlib; from evalkit.report.data import from_json; "
        "from evalkit.report.page.html import to_html; "
        "to_html(from_json(pathlib.Path(sys.argv[1]).read_text('utf-8'))); "
        "print('babel' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code, saved], capture_output=True, text=True, check=True)  # fmt: skip
    assert ran.stdout.strip() == "False"


def test_hostile_texts_stay_texts_on_both_pages_and_in_the_charts(evaluated):
    evaluation = evaluated(hostile())
    page = to_html(evaluation)
    assert not re.search(r"<script|<img|<[^>]*\son\w+=|<[^>]*\sstyle=", page)
    assert not re.search(r'href="(?!https?://|#)', page)
    assert "{{ 7*7 }}" in section(page)
    text, drawn = to_markdown(evaluation, charts="r")
    assert not re.search(r"(?<!\\)<script|(?<!\\)\]\((?!https?://|r-\w+\.svg)", text)
    assert len(set(cells_by_table(text))) > 1
    for name in CHARTS:
        ET.fromstring(drawn[f"r-{name}.svg"])


def test_a_source_that_was_made_a_script_in_a_saved_file_is_no_link(evaluated):
    saved = json.loads(to_json(evaluated()))
    for each in saved["costs"]["vendors"]:
        for item in each["items"]:
            item["reference"] |= {"source": "javascript:alert(1)", "via": "data:text/html,x"}
    evaluation = from_json(json.dumps(saved))
    assert not re.search(r'href="(?!https?://|#)', to_html(evaluation))
    assert "](javascript" not in to_markdown(evaluation)[0]


def test_a_saved_evaluation_makes_the_same_report_byte_for_byte(evaluated):
    evaluation = evaluated(hostile())
    again = from_json(to_json(evaluation))
    assert to_html(again) == to_html(evaluation)
    assert to_markdown(again, charts="r") == to_markdown(evaluation, charts="r")


def test_figures_that_were_saved_without_their_parts_are_printed_whole(evaluated):
    evaluation = evaluated()
    older = to_html(without(evaluation, "shown", "ends"))
    (cost, *_) = (each.total_cost for each in evaluation.costs.vendors if each.total_cost.ends)
    assert cost.text in plain(section(older))
