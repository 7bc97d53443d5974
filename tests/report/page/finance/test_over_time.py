"""Lines over the years, and value against cost."""

from evalkit.report.page.finance.books import books_of
from evalkit.report.page.finance.over_time import over_time, value_figure
from tests.report.priced import MONEY, VENDORS, charged, files


def books(evaluation):
    return books_of(evaluation, evaluation.costs)


def test_those_who_have_no_cost_are_named_instead(evaluated):
    found = over_time(books(evaluated()))
    assert found["title"] == "Cumulative net value"
    assert found["not_drawn"] == "Not drawn: Fourthpay."
    assert "Thirdpay: at most" in found["picture"]["label"]


def test_without_benefits_lines_are_costs(evaluated):
    evaluation = evaluated(files(money=MONEY))
    found = over_time(books(evaluation))
    assert found["title"] == "Cumulative cost"
    (label,) = (p for p in found["picture"]["label"].split("; ") if p.startswith("Otherpay"))
    # 1,500 of set-up, 36 × 199.50 and 2,000 of own work.
    assert label == "Otherpay: €10,700 by year 3"


def test_with_a_present_solution_lines_are_what_is_gained_against_it(evaluated):
    fees = charged("otherpay", "kind: recurring, title: Fees, amount: 1000, every: month")
    listed = "vendors: [examplepay, otherpay, thirdpay, fourthpay]\n"
    evaluation = evaluated(files(otherpay=f"{fees}candidate: status_quo\n", more=listed))
    found = over_time(books(evaluation))
    assert found["title"] == "Cumulative gain against Otherpay"
    vendors = {each.id: each.cumulative[-1] for each in evaluation.costs.vendors}
    gained = vendors["examplepay"] - vendors["otherpay"]
    assert 25_000 < gained < 30_000
    assert f"Examplepay: €{gained / 1000:.1f}" in found["picture"]["label"].replace(",", ".")
    assert "Otherpay" not in found["picture"]["label"]


def test_marks_tell_what_is_known_in_part_and_what_is_beaten(evaluated):
    found = value_figure(books(evaluated()))
    assert "Thirdpay: " in found["picture"]["label"]
    assert "for at least €" in found["picture"]["label"]
    assert [each["text"] for each in found["key"]][-1] == "Costs so much or more"


def test_a_vendor_alone_is_compared_with_nobody(evaluated):
    others = dict.fromkeys(set(VENDORS) - {"examplepay"})
    assert value_figure(books(evaluated(files(**others)))) is None
