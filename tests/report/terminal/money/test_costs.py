"""Costs side by side on a terminal of any width."""

import dataclasses
import re

import pytest

from evalkit.report.terminal.money.costs import to_costs
from evalkit.report.terminal.screen import Screen
from tests.report.priced import BENEFITS, MONEY, charged, files

PLAIN = "money: {currency: EUR, years: 3, discount_rate: {value: 0, source: s}}\n"
LICENCE = "kind: recurring, amount: unknown, every: year"
SIGNED = "kind: one_off, title: Licence, amount"


def shown(evaluation, width=80, **more):
    lines = to_costs(evaluation, evaluation.costs, Screen(width, **more))
    return [each.plain for each in lines]


def table(lines):
    """The rows under the head of the table."""
    start = next(at for at, line in enumerate(lines) if line.startswith("Vendor "))
    return lines[start : lines.index("", start)] if "" in lines[start:] else lines[start:]


def test_the_page_has_the_parts_of_the_design(evaluated):
    """ExamplePay: 2,000 of own work, 36 × 29.99, and 2.9% of 70 + 0.333 for each of 1,000 orders,
    7% more each year: 10,676.45. OtherPay: 1,500, 36 × 199.50 and the same work: 10,682."""
    lines = shown(evaluated())
    assert lines[0] == "Examplepay costs about €10,676 over 3 years and pays for itself in 100% of"
    assert lines[2] == "10,000 simulations; Thirdpay and Fourthpay may cost less."
    assert lines[3:] == [
        "",
        "Payments for a storefront, 23 Nov 2026, the criteria's own weights",
        "Vendor      Cost over 3 years   Likely  Net value, likely",
        "Examplepay  €8,900 to €15,000  €10,676  €11,200 (€4,000 to €16,000)",
        "Otherpay    €9,600 to €12,700  €10,682  €10,900 (€6,300 to €14,600)",
        "Thirdpay    at least €4,030             missing: licence (price not known)",
        "Fourthpay   we found no price",
        "",
        "Orders: Examplepay and Thirdpay charge a fee. For Otherpay we found none: free,",
        "or unpublished.",
        "Stated for: Examplepay (EU cards).",
        "Find out: Fourthpay's price; below 3.85% of turnover it costs less than",
        "Examplepay; what is missing for Thirdpay.",
        "More: evalkit cost storefront-payments --vendor examplepay, year by year in",
        "cents",
    ]


def test_without_ranges_and_benefits_a_row_is_a_figure(evaluated):
    made = {
        name: charged(name, f"{SIGNED}: {cost}")
        for name, cost in (("examplepay", 770), ("otherpay", 463_000), ("thirdpay", 5_000))
    }
    rows = table(shown(evaluated(files(money=PLAIN, fourthpay=None, **made))))
    assert rows[:4] == [
        "Vendor      Cost over 3 years",
        "Examplepay               €770",
        "Thirdpay               €5,000",
        "Otherpay             €463,000",
    ]


def test_rows_go_by_likely_cost_then_at_least_then_by_name(evaluated):
    made = {
        "examplepay": charged("examplepay", f"{SIGNED}: 10"),
        "otherpay": charged("otherpay", f"{SIGNED}: 5"),
        "thirdpay": charged("thirdpay", f"{SIGNED}: 1", LICENCE),
        "fourthpay": charged("fourthpay"),
        "bpay": charged("bpay"),
        "cpay": charged("cpay", f"{SIGNED}: 100", LICENCE),
    }
    rows = table(shown(evaluated(files(**made))))[1:]
    names = [re.split(r"\s", row)[0] for row in rows if not row.startswith(" ")]
    assert names == ["Otherpay", "Examplepay", "Cpay", "Thirdpay", "Bpay", "Fourthpay"]


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_screen_and_no_figure_is_cut(evaluated, width):
    lines = shown(evaluated(), width)
    assert max(map(len, lines)) <= width
    text = " ".join(" ".join(lines).split())
    for figure in (
        "€10,676",
        "€8,900 to €15,000",
        "at least €4,030",
        "we found no price",
        "€11,200",
    ):
        assert figure in text
    assert "…" not in text


def test_where_it_does_not_fit_the_range_of_the_net_value_gives_way(evaluated):
    wide, narrow = (table(shown(evaluated(), width)) for width in (67, 66))
    assert wide[1] == "Examplepay  €8,900 to €15,000  €10,676  €11,200 (€4,000 to €16,000)"
    assert narrow[1] == "Examplepay  €8,900 to €15,000  €10,676  €11,200"


@pytest.mark.parametrize("locale", ["en", "fr", "de_CH", "he"])
def test_every_amount_can_be_written_in_ascii(evaluated, locale):
    money = (MONEY + BENEFITS).replace("locale: en", f"locale: {locale}")
    text = "\n".join(shown(evaluated(files(money=money)), encoding="ascii"))
    assert "EUR" in text
    assert "?" not in text
    assert "\\u" not in text


def test_read_aloud_a_row_is_a_sentence(evaluated):
    lines = shown(evaluated(), is_aloud=True)
    assert "Fourthpay: we found no price." in lines
    assert "Otherpay: €9,600 to €12,700 over 3 years, likely €10,682, net value likely" in lines
    assert not [line for line in lines if "  " in line]


def test_remarks_beyond_five_are_left_to_the_report(evaluated):
    found = evaluated()
    lines = [f"Word: remark {number}." for number in range(6)]
    costs = dataclasses.replace(found.costs, remarks=tuple(lines), find_out="Find out: more.")
    text = [each.plain for each in to_costs(found, costs, Screen(80))]
    assert [line for line in text if line.startswith("Word")] == lines[:4]
    assert "Find out: more." in text
    assert text[-1].endswith("evalkit report storefront-payments, 2 more remarks")


def kept(**more):
    """The usual vendors with Otherpay as the present solution, of which 1,000 is paid a month."""
    fees = charged("otherpay", "kind: recurring, title: Fees, amount: 1000, every: month")
    listed = "vendors: [examplepay, otherpay, thirdpay, fourthpay]\n"
    made = {"otherpay": f"{fees}candidate: status_quo\n", "more": listed, **more}
    return files(**made)


def test_a_column_holds_vendors_against_the_present_solution(evaluated):
    """12,000 a year, 30,925 at 8%, less 7,430 that ExamplePay charges; own work is for both."""
    lines = shown(evaluated(kept()))
    assert [line for line in lines if "Against the" in line] == [f"{'':41}Net value,  Against the"]
    assert table(lines)[:5] == [
        "Vendor      Cost over 3 years    Likely  likely      present solution",
        "Examplepay  €8,900 to €15,000   €10,700  €11,000     €23,500",
        "Otherpay    €37,000 to €40,000  €38,000  −€12,300",
        "Thirdpay    at least €4,030              missing: licence (price not known)",
        "Fourthpay   we found no price",
    ]


def test_its_range_gives_way_after_that_of_the_net_value(evaluated):
    evaluation = evaluated(kept())
    rows = [table(shown(evaluation, width=width))[1] for width in (110, 90, 80)]
    assert [row.count(" to ") for row in rows] == [3, 2, 1]
    assert rows[1].endswith("  €11,000     €23,500 (€21,500 to €24,200)")


def test_the_column_is_read_aloud_as_what_it_is(evaluated):
    (row,) = (
        line
        for line in " ".join(shown(evaluated(kept()), is_aloud=True)).split("Examplepay: ")[1:2]
    )
    assert "against the present solution €" in row


def test_there_is_no_column_where_nothing_is_known_against_it(evaluated):
    unpriced = charged("otherpay") + "candidate: build\n"
    lines = shown(evaluated(kept(otherpay=unpriced)))
    assert not any("Against" in line for line in lines)
    assert "Otherpay    its costs are not stated" in lines
    # Some of its costs are, so each vendor brings at least so much beyond it.
    partly = charged("otherpay", f"{SIGNED}: 90000", LICENCE) + "candidate: build\n"
    (row,) = (each for each in shown(evaluated(kept(otherpay=partly))) if "Examplepay  " in each)
    assert "at least €" in row
