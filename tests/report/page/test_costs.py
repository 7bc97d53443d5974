"""Costs and returns on the pages: what a reader must find, and figures that add up."""

import html
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from decimal import Decimal
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.evaluation.evaluate import evaluate
from evalkit.report.charts.shapes import apart, axis
from evalkit.report.data import from_json, to_json
from evalkit.report.page.html import to_html
from evalkit.report.page.markdown import to_markdown
from evalkit.report.page.page import view
from evalkit.wording.balanced import balanced
from tests.conftest import CRITERIA, DAY, PLAN, vendor
from tests.report.saved import without

CHARTS = ("costs", "cash", "frontier", "difference")
PRICES = "source: https://a.test/prices, checked: 2026-06-20"
COST = """\
  cost:
    title: Money
    weight: 30
    measures:
      total_cost:
        unit: EUR
        weight: 10
        derived: total_cost
        scale: {kind: linear, worst: 40000, best: 0, because: "-"}
"""
BENEFITS = """\
  benefits:
    - kind: cost_ended
      title: Fees of today
      amount: {low: 7000, likely: 8000, high: 9000}
      every: year
      source: Finance
"""
MONEY = """\
money:
  currency: EUR
  locale: en
  years: 3
  discount_rate: {value: 0.08, source: Finance, checked: 2026-11-18, note: plan for 2027}
  hourly_rate: {value: 50, source: Finance, checked: 2026-11-18}
  volumes:
    orders: {low: 900, likely: 1000, high: 1300, growth: 0.07, source: Shop, checked: 2026-11-01}
    average_order_value: {value: 70, source: Shop, checked: 2026-11-01}
  charges:
    all:
      - {kind: internal, title: Integration, hours: {low: 20, likely: 40, high: 80}, source: Shop}
"""
TITLED = PLAN.replace("weights: {api: 25, scalability: 75}\n", "")
USE = "kind: usage, per: order, title: Card payment, percent: 2.9, fixed: 0.333, scope: EU cards"
MONTHLY = "kind: recurring, title: Platform, amount: 29.99, every: month"


def charged(name, *charges, rate=40, currency="EUR"):
    """A vendor with charges; each is the inside of a flow mapping."""
    facts = vendor(
        name,
        api_style="{value: [rest], source: s}",
        webhooks="{value: true, source: s}",
        rate_limit=f"{{value: {rate}, source: s}}",
    )
    lines = "".join(f"  - {{{each}, currency: {currency}, {PRICES}}}\n" for each in charges)
    return facts + (f"charges:\n{lines}" if charges else "")


VENDORS = {
    "examplepay": charged("examplepay", USE, MONTHLY),
    "otherpay": charged(
        "otherpay",
        "kind: one_off, title: Set-up, amount: 1500",
        "kind: recurring, amount: 199.5, every: month",
        rate=90,
    ),
    "thirdpay": charged(
        "thirdpay",
        "kind: usage, per: order, title: Fee, percent: 1.5",
        "kind: recurring, title: Licence, amount: unknown, every: year",
    ),
    "fourthpay": charged("fourthpay", rate=20),
}


def files(money=MONEY + BENEFITS, more="", **vendors):
    """A workspace; `vendors` are others than the usual ones, None leaves one out."""
    given = {f"vendors/payment-gateways/{n}.yaml": t for n, t in {**VENDORS, **vendors}.items()}
    return {
        "criteria/payment-gateways.yaml": CRITERIA.replace("background:", f"{COST}background:"),
        "plans/storefront-payments.yaml": TITLED + more + money,
        **given,
    }


@pytest.fixture
def evaluated(loaded):
    def evaluation(content=None):
        workspace = loaded(files() if content is None else content)
        assert workspace.errors == ()
        return evaluate(workspace, workspace.plans["storefront-payments"], DAY)

    return evaluation


def plain(page):
    """The text of a page, as it is read."""
    text = html.unescape(re.sub(r"<style>.*?</style>|<[^>]*>", " ", page, flags=re.DOTALL))
    return " ".join(text.split())


def section(page):
    return re.search(r'<section id="costs".*?</section>', page, re.DOTALL)[0]


def rows_of(table):
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", table, re.DOTALL)
    return [
        [plain(c) for c in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", r, re.DOTALL)] for r in rows
    ]


def ledgers(page):
    """For each vendor the rows of its cash flows, by title: all cells, over all its tables."""
    for detail in re.findall(r'<details id="costs-.*?</details>', page, re.DOTALL):
        found = {}
        for table in re.findall(r'<table class="ledger">(.*?)</table>', detail, re.DOTALL):
            for title, *cells in rows_of(table):
                found.setdefault(title, []).extend(cells)
        yield found


def amount(cell):
    """What a cell says, as an exact number; what is not known counts as nothing."""
    cell = cell.removeprefix("at least ").removeprefix("at most ").replace("−", "-")
    digits = re.sub(r"[^\d.-]", "", cell)
    return Decimal(digits) if digits.strip("-") else Decimal(0)


def check_ledger(rows):
    """Everything in a table of cash flows adds up, as it is printed."""
    amounts = {title: [amount(cell) for cell in cells] for title, cells in rows.items()}
    items = [title for title in amounts if title[0].isdigit()]
    (costs,) = (cells for title, cells in amounts.items() if title.startswith("All costs"))
    (benefits,) = (c for title, c in amounts.items() if title.startswith("All benefits"))
    first = list(amounts).index(next(title for title in amounts if title.startswith("All costs")))
    spent = [title for title in items if list(amounts).index(title) < first]
    for titles, sums in ((spent, costs), ([t for t in items if t not in spent], benefits)):
        for column, total in enumerate(sums):
            assert sum(amounts[title][column] for title in titles) == total
    for title in (*items, *(t for t in amounts if t.startswith(("All", "Net")))):
        assert sum(amounts[title][:-1]) == amounts[title][-1]
    if rows.get("Net: benefits less costs", [""])[-1] == "not known":
        return amounts
    (net,) = (cells for title, cells in amounts.items() if title.startswith("Net"))
    assert net == [b - c for b, c in zip(benefits, costs, strict=True)]
    assert amounts["Cumulative net"][:-1] == list(accumulate(net[:-1]))
    return amounts


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
            "Costs also weigh in the score, as the criterion Money.", "varied by a tenth",
            "2.9 % + €0.333 for each order", "for EU cards", "https://a.test/prices", "2026-06-20",
            "vendors/payment-gateways/examplepay.yaml, charges.0", "price not known",
            "money.discount_rate", "plan for 2027", "What is assumed", "undated",
            "900 to 1,300, most likely 1,000 a year, growing by 7 % a year",
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


@given(
    st.lists(st.lists(st.floats(-1e7, 1e7), min_size=4, max_size=4), min_size=1, max_size=12),
    st.sampled_from([0, 2, 3]),
)
def test_balanced_amounts_add_up_both_ways_and_none_is_far_off(flows, digits):
    whole = sum(map(sum, flows))
    shown = balanced(flows, 4, digits, whole)
    assert shown.years == tuple(map(sum, zip(*shown.items, strict=True)))
    assert shown.total == sum(map(sum, shown.items))
    unit = 10**digits
    assert abs(shown.total - whole * unit) <= 0.5 + 1e-3
    for row, exact in zip(shown.items, flows, strict=True):
        # A unit for the year's own rounding, and one for that of its sum.
        assert all(abs(c - e * unit) < 2 + 1e-3 for c, e in zip(row, exact, strict=True))


def test_a_total_of_half_a_unit_is_rounded_up_as_everywhere_else():
    # 0.5 + 2.0 = 2.5 yen, printed as 3; rounding half to even would make it 2.
    shown = balanced([[0.5, 0.0], [2.0, 0.0]], 2, 0, 2.5)
    assert (shown.items, shown.total) == (((1, 0), (2, 0)), 3)


def test_figures_that_are_bounds_are_marked_as_such_everywhere(
    evaluated, evalkit, write, monkeypatch
):
    # 2,000 of own work, then 1.5 % of 70 for 1,000 orders, 7 % more each year: 1,050, 1,123.50 and
    # 1,202.145; 8,000 a year come in. At 8 % that is 4,889.74 of 20,616.78. What the licence costs
    # is not known: so it may be more, and less may be left of it.
    monkeypatch.setenv("COLUMNS", "200")
    out = evalkit("cost", "storefront-payments", cwd=write(files())).out
    rows = [line.split("  ", 1) for line in out.splitlines() if line.startswith("Thirdpay  ")]
    assert [" ".join(row.split()) for _, row in rows] == [
        "≥ €5,375.65 ≤ €15,727.03 ≤ 321.63 % ≥ 3.5 mo – ≥ 1.50 % –",
        "2,000.00 1,050.00 1,123.50 1,202.15 ≥ 5,375.65",
    ]
    page = plain(section(to_html(evaluated()))).replace("\u00a0", " ")
    for said in (
        "at least €5,375.65", "at least €4,889.74", "at most €15,727.03", "at most 321.63 %",
        "at least 3.5 months", "at least 1.50 %", "Thirdpay, at most",
    ):  # fmt: skip
        assert said in page, said


def test_an_item_that_is_known_in_part_is_marked_and_so_is_what_it_is_part_of(
    evaluated, evalkit, write, monkeypatch
):
    # 1.5 % of 70 for 1,000 orders, 7 % more each year, and what is charged at the least is not
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


def test_charts_are_drawn_for_what_there_is_and_are_files_in_markdown(evaluated):
    evaluation = evaluated()
    page = section(to_html(evaluation))
    text, drawn = to_markdown(evaluation, charts="r")
    for name in CHARTS:
        assert f'role="img" aria-labelledby="{name}-chart-title {name}-chart-desc"' in page
        assert f"(r-{name}.svg)" in text
        ET.fromstring(drawn[f"r-{name}.svg"])
    assert not re.search(r'(?:fill|stroke|style)="', page)


def test_columns_are_as_high_as_costs(evaluated):
    evaluation = evaluated()
    shapes = view(evaluation)["charts"]["costs"]["shapes"]
    bars = [s for s in shapes if s["is"] == "rect" and s["title"].startswith("Year 1, paid by")]
    # ExamplePay pays 12 × 29.99 by period in a year, OtherPay 12 × 199.50.
    heights = sorted(bar["height"] for bar in bars)
    assert heights[1] / heights[0] == pytest.approx(199.5 / 29.99, rel=0.05)
    assert "at least €5,375.65" in [s["text"] for s in shapes if s["is"] == "text"]


def test_circles_stand_where_the_money_is_back(evaluated):
    evaluation = evaluated()
    shapes = view(evaluation)["charts"]["cash"]["shapes"]
    zero = next(s["y1"] for s in shapes if s["class"] == "zero")
    lines = [
        [tuple(map(float, point.split(","))) for point in s["points"].split()]
        for s in shapes if s["class"].startswith("line ")
    ]  # fmt: skip
    circles = [s for s in shapes if s["is"] == "circle"]
    assert len(circles) == len(lines) == 3
    for circle, ((x0, y0), (x1, y1), *_) in zip(circles, lines, strict=True):
        assert circle["y"] == zero
        assert circle["x"] == pytest.approx(x0 + (x1 - x0) * (zero - y0) / (y1 - y0), abs=0.3)


def test_marks_tell_what_is_known_in_part_and_what_is_beaten(evaluated):
    evaluation = evaluated()
    shapes = view(evaluation)["charts"]["frontier"]["shapes"]
    marks = {
        s["title"].split(":")[0]: s["class"] for s in shapes if s["is"] == "circle" and s["title"]
    }
    # Thirdpay's licence is not known, and Otherpay offers more for more money.
    assert marks["Thirdpay"].startswith("dot hollow")
    found = {each.id: each for each in evaluation.costs.frontier.vendors}
    for name in ("examplepay", "otherpay"):
        beaten = bool(found[name].beaten_by)
        assert marks[name.title()] == ("dot beaten" if beaten else "dot best")
    key = {s["class"] for s in shapes if s["is"] == "circle" and not s["title"]}
    assert key == {name.replace("hollow beaten", "hollow") for name in marks.values()}


def test_marks_stand_at_value_and_cost_and_names_do_not_overlap(evaluated):
    names = [f"vendor{letter}" for letter in "abcdefgh"]
    close = {n: charged(n, MONTHLY, rate=40 + at) for at, n in enumerate(names)}
    shapes = view(evaluated(files(**close)))["charts"]["frontier"]["shapes"]
    texts = [s for s in shapes if s["is"] == "text" and "halo" in s["class"]]
    # Eight that are close, three others with prices; of a fourth no price is known.
    assert len(texts) == 11
    boxes = []
    for each in texts:
        wide = 0.62 * 12 * len(each["text"])
        left = each["x"] - {"start": 0, "end": wide, "middle": wide / 2}[each["anchor"]]
        boxes.append((left, each["y"] - 10, left + wide, each["y"] + 3))
    for at, (l1, t1, r1, b1) in enumerate(boxes):
        for l2, t2, r2, b2 in boxes[at + 1 :]:
            assert r1 <= l2 or r2 <= l1 or b1 <= t2 or b2 <= t1


@given(st.lists(st.floats(-50, 250), max_size=12))
def test_moved_places_keep_apart_and_inside(places):
    moved = apart(places, 10, 0, 200)
    assert all(0 <= place <= 200 for place in moved)
    ordered = sorted(moved)
    assert all(after - before >= 10 - 1e-9 for before, after in pairwise(ordered))


@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=8))
def test_an_axis_has_room_for_all_numbers_and_a_tick_at_least(numbers):
    along = axis(numbers, 0, 100)
    assert along.ticks
    assert all(-1e-6 <= along.at(number) <= 100 + 1e-6 for number in (*numbers, *along.ticks))


def test_ticks_are_round_numbers():
    # 0 to 700 in about four steps: 200 each; the end lies a little beyond 700, not at 800.
    assert axis([0, 700], 0, 100).ticks == (0, 200, 400, 600, 800)
    assert axis([-40, 610], 0, 100).ticks == (0, 200, 400, 600)


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


def test_amounts_are_written_as_in_the_plans_country(evaluated):
    evaluation = evaluated(files(money=(MONEY + BENEFITS).replace("locale: en", "locale: de_DE")))
    page = plain(section(to_html(evaluation)))
    assert "8.000,00" in page
    assert "1,08 %" not in page
    assert not re.search(r"\d,\d{3}[.,]", page)


def test_many_years_are_cut_into_tables_that_fit_a_page(evaluated):
    evaluation = evaluated(files(money=(MONEY + BENEFITS).replace("years: 3", "years: 20")))
    page = section(to_html(evaluation))
    for table in re.findall(r'<table class="ledger">(.*?)</table>', page, re.DOTALL):
        assert len(rows_of(table)[0]) <= 8
    for rows in ledgers(page):
        assert rows["Item"] == [*(f"Year {year}" for year in range(21)), "Total"]
        check_ledger(rows)
    assert "over 20 years" in plain(page)


def test_what_no_plan_says_is_said_once(evaluated):
    money = re.sub(r"  volumes:\n(    .*\n)+", "", MONEY + BENEFITS)
    money = money.replace("  charges:", "  volumes: {orders: {value: 5, source: s}}\n  charges:")
    table = view(evaluated(files(money=money)))["costs"]["paid"]
    assert "Effective rate" not in table["heads"]
    assert any(text.startswith("Effective rate: ") for text in table["missing"])


def test_where_there_is_no_single_rate_of_return_the_modified_one_stands_beside_it(evaluated):
    # Signing −2,000 (own work), 8,000 − 0, then a bill of 50,000 in the last year: two sign changes
    late = charged("examplepay", "kind: one_off, title: Way out, amount: 17500, start: 36")
    evaluation = evaluated(files(examplepay=late))
    (found,) = (v for v in evaluation.costs.vendors if v.id == "examplepay")
    assert found.internal_rate_of_return is None
    assert found.modified_rate_of_return is not None
    shown = f"{found.modified_rate_of_return * 100:.2f} %"
    assert f"(modified: {shown})" in plain(section(to_html(evaluation))).replace("\u00a0", " ")


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


def cells_by_table(text):
    """How many cells the rows of each table in Markdown have; the same in all of its rows."""
    for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        widths = {len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}
        assert len(widths) == 1, table
        yield widths.pop()


HOSTILE = "<script>alert(1)</script> | [a](javascript:alert(3)) ![b](http://x.test/y) {{ 7*7 }} `c` </style>"
QUOTED = "'" + HOSTILE.replace("'", "''") + "'"


def hostile():
    money = (
        (MONEY + BENEFITS)
        .replace("title: Fees of today", f"title: {QUOTED}\n      note: {QUOTED}")
        .replace("source: Finance", f"source: {QUOTED}")
        .replace(
            "source: Shop", f'source: {QUOTED}, via: "https://x.test/\'><script>", note: {QUOTED}'
        )
        .replace("title: Integration", f"title: {QUOTED}")
    )
    bad = (
        charged("examplepay", f"kind: usage, per: order, title: {QUOTED}, percent: 2.9, scope: {QUOTED}, note: {QUOTED}, conflicts: [{{percent: 3, source: {QUOTED}}}]")
        .replace("name: Examplepay", f"name: {QUOTED}")
        .replace("https://a.test/prices", f"{QUOTED}")
    )  # fmt: skip
    return files(money=money, examplepay=bad)


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
