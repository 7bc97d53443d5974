"""Figures of cost and return on the page."""

import re

from evalkit.report.page.html import to_html
from evalkit.report.page.markdown import to_markdown
from tests.report.priced import BENEFITS, MONEY, charged, files, plain, section


def test_amounts_are_written_as_in_the_plans_country(evaluated):
    evaluation = evaluated(files(money=(MONEY + BENEFITS).replace("locale: en", "locale: de_DE")))
    page = plain(section(to_html(evaluation)))
    assert "8.000,00" in page
    assert "1,08%" not in page
    assert not re.search(r"\d,\d{3}[.,]", page)


def test_where_there_is_no_single_rate_of_return_the_modified_one_stands_beside_it(evaluated):
    # Signing −2,000 (own work), 8,000 − 0, then a bill of 50,000 in the last year: two sign changes
    late = charged("examplepay", "kind: one_off, title: Way out, amount: 17500, start: 36")
    evaluation = evaluated(files(examplepay=late))
    (found,) = (v for v in evaluation.costs.vendors if v.id == "examplepay")
    assert found.internal_rate_of_return is None
    assert found.modified_rate_of_return is not None
    shown = f"{found.modified_rate_of_return * 100:.2f}%"
    assert f"(modified: {shown})" in plain(section(to_html(evaluation))).replace("\u00a0", " ")


def test_where_nobody_can_be_called_the_cheapest_that_is_a_sentence_and_no_column(evaluated):
    refund = charged("otherpay", "kind: usage, per: refund, title: Refund, fixed: 1")
    money = (MONEY + BENEFITS).replace(
        "  charges:", "    refunds: {value: 5, source: s}\n  charges:"
    )
    page = plain(section(to_html(evaluated(files(money=money, otherpay=refund)))))
    assert "How often each vendor is the cheapest cannot be said" in page
    assert "Cheapest" not in page
    # With refunds priced by both, one can be.
    usual = plain(section(to_html(evaluated())))
    assert "no vendor with known costs has a lower total cost" in usual
    assert "cannot be said" not in usual


def test_what_each_brings_beyond_the_present_solution_has_a_table_of_its_own(evaluated):
    fees = charged("otherpay", "kind: recurring, title: Fees, amount: 1000, every: month")
    listed = "vendors: [examplepay, otherpay, thirdpay, fourthpay]\n"
    evaluation = evaluated(files(otherpay=f"{fees}candidate: status_quo\n", more=listed))
    page = plain(section(to_html(evaluation))).replace("\u00a0", " ")
    assert (
        "Examplepay €23,500 (€21,500 to €24,200) 100% 0.0 months not given: it costs no more than "
        "Otherpay"
    ) in page
    text = to_markdown(evaluation)[0]
    start = text.index("### What each brings beyond Otherpay")
    rows = [line for line in text[start:].splitlines() if line.startswith("|")][:5]
    assert [row.split(" | ")[0] for row in rows[2:]] == [
        "| Examplepay",
        "| Thirdpay",
        "| Fourthpay",
    ]
    assert rows[4] == "| Fourthpay | not known | not known | not known | not known |"
    # Without benefits it is still there, and without a candidate it is not.
    costs = evaluated(files(money=MONEY, otherpay=f"{fees}candidate: status_quo\n", more=listed))
    assert "What each brings beyond Otherpay" in plain(section(to_html(costs)))
    assert "beyond" not in plain(section(to_html(evaluated())))
