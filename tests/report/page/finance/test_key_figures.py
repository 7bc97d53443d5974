"""Figures in large type."""

import pytest

from evalkit.evaluation.record.costs import Figure
from evalkit.report.page.finance.books import books_of
from evalkit.report.page.finance.key_figures import cost_note, key_figures, payback
from tests.report.priced import MONEY, charged, files


def figures(evaluation):
    rows = key_figures(books_of(evaluation, evaluation.costs))
    return {each["title"]: (each["figure"], each["note"]) for row in rows for each in row}


def months(low, likely, high, bound="exact", ends=("1", "2"), text="no figure"):
    return Figure(low=low, likely=likely, high=high, bound=bound, text=text, ends=ends)


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (months(0.2, 0.8, 1.6), ("under 1 month", "under 1 month to 2 months")),
        (months(2.1, 2.1, 2.1, ends=None), ("3 months", "")),
        (months(1.0, 14.0, None), ("14 months", "1 month to not within 3 years")),
        (months(0.0, 0.0, 0.0, ends=None), ("at once", "")),
        (months(4.0, None, None), ("not within 3 years", "4 months at best")),
        (months(0.2, 0.7, None, "at_least"), ("under 1 month at best", "")),
        (months(None, None, None, "open", None, "not known"), ("not known", "")),
    ],
)
def test_payback_is_in_whole_months_with_its_range(figure, said):
    assert payback(figure, 3) == said


def test_without_benefits_there_is_no_net_value(evaluated):
    found = figures(evaluated(files(money=MONEY)))
    assert any("cost at present value" in title for title in found)
    assert not any("net value" in title or "payback" in title for title in found)


def test_with_a_present_solution_net_value_is_that_against_it(evaluated):
    fees = charged("otherpay", "kind: recurring, title: Fees, amount: 1000, every: month")
    listed = "vendors: [examplepay, otherpay, thirdpay, fourthpay]\n"
    evaluation = evaluated(files(otherpay=f"{fees}candidate: status_quo\n", more=listed))
    found = figures(evaluation)
    assert found["Examplepay, net value against Otherpay"] == ("€23,500", "€21,500 to €24,200")
    assert found["Examplepay, chance to pay off"][0] == "100%"
    assert found["Examplepay, payback"] == ("at once", "")
    assert not any(title.startswith("Otherpay") for title in found)


def test_a_minimum_says_what_is_known_and_how_much_is_missing(evaluated):
    evaluation = evaluated()
    books = books_of(evaluation, evaluation.costs)
    notes = {each.id: cost_note(each, books) for each in evaluation.costs.vendors}
    # 1.5% of 70,000 × (1 + 1.07 + 1.07²) and 2,000 of own work are 5,375.65.
    assert notes["thirdpay"] == "likely €5,380, 1 item missing"
    assert notes["fourthpay"] == ""
