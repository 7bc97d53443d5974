"""Workspaces with costs, and the text and tables of their pages."""

import html
import re
from decimal import Decimal
from itertools import accumulate

from tests.conftest import CRITERIA, PLAN, vendor

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
    """A workspace; `vendors` replace the usual ones, None leaves one out."""
    given = {f"vendors/payment-gateways/{n}.yaml": t for n, t in {**VENDORS, **vendors}.items()}
    return {
        "criteria/payment-gateways.yaml": CRITERIA.replace("background:", f"{COST}background:"),
        "plans/storefront-payments.yaml": TITLED + more + money,
        **given,
    }


def plain(page):
    """The text of a page, as it is read."""
    text = html.unescape(re.sub(r"<style>.*?</style>|<[^>]*>", " ", page, flags=re.DOTALL))
    return " ".join(text.split())


def section(page):
    return re.search(r'<section id="money".*?</section>', page, re.DOTALL)[0]


def rows_of(table):
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", table, re.DOTALL)
    return [
        [plain(c) for c in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", r, re.DOTALL)] for r in rows
    ]


def ledgers(page):
    """The rows of each vendor's cash flows by title, joined over all its tables."""
    for part in section(page).split("<h3><bdi>")[1:]:
        found = {}
        for table in re.findall(r"<table>\s*<caption>Cash flows.*?</table>", part, re.DOTALL):
            for title, *cells in rows_of(table):
                found.setdefault(title, []).extend(cells)
        yield found


def amount(cell):
    """The exact number in a cell; 0 if it is unknown."""
    cell = cell.removeprefix("at least ").removeprefix("at most ").replace("−", "-")
    digits = re.sub(r"[^\d.-]", "", cell)
    return Decimal(digits) if digits.strip("-") else Decimal(0)


def check_ledger(rows):
    """Check that the printed figures in a table of cash flows add up."""
    amounts = {title: [amount(cell) for cell in cells] for title, cells in rows.items()}
    items = [title for title in amounts if title[0].isdigit()]
    (costs,) = (cells for title, cells in amounts.items() if title.startswith("All costs"))
    (benefits,) = (c for title, c in amounts.items() if title.startswith("All benefits"))
    first = list(amounts).index(next(title for title in amounts if title.startswith("All costs")))
    spent = [title for title in items if list(amounts).index(title) < first]
    sides = [([title for title in items if title not in spent], benefits)]
    # Own work alone is not added up.
    if rows.get("All costs", [""])[-1] != "not known":
        sides.append((spent, costs))
    for titles, sums in sides:
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


def cells_by_table(text):
    """The number of cells in the rows of each Markdown table, equal in all rows of a table."""
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
