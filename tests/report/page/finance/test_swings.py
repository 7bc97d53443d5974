"""What moves the net value most."""

from evalkit.report.page.finance.books import books_of
from evalkit.report.page.finance.swings import MOST_DRAWN, swing_tables, swings_figure
from tests.report.priced import MONEY, charged, files


def books(evaluation):
    return books_of(evaluation, evaluation.costs)


def test_the_first_six_are_drawn_and_the_others_counted(evaluated):
    evaluation = evaluated()
    found = swings_figure(books(evaluation))
    assert found["title"].endswith("net value most")
    assert len(found["rows"]) == MOST_DRAWN == 6
    first = evaluation.costs.vendors[0].swings
    assert [row["title"] for row in found["rows"]] == [each.title for each in first[:6]]
    assert found["more"] == ""
    (benefit,) = (row for row in found["rows"] if row["title"].startswith("Fees of today"))
    assert benefit["ends"] == "7,000 or 9,000"


def test_what_is_not_drawn_is_counted(evaluated):
    two = charged(
        "otherpay",
        "kind: one_off, title: Set-up, amount: 1500",
        "kind: one_off, title: Training, amount: 2500",
        "kind: one_off, title: Move, amount: 700",
    )
    evaluation = evaluated(files(otherpay=two))
    (vendor,) = (each for each in books(evaluation).key if each.id == "otherpay")
    assert len(vendor.swings) - MOST_DRAWN == 1
    assert swings_figure(books(evaluation))["more"] == "1 more assumption moves it less."


def test_without_benefits_costs_are_above_nothing(evaluated):
    found = swings_figure(books(evaluated(files(money=MONEY))))
    assert found["title"].endswith("cost most")
    assert found["head"] == "Present value of costs"
    assert not any("−" in row["figure"] for row in found["rows"])


def test_tables_are_of_each_vendor_with_a_cost_and_of_the_difference(evaluated):
    captions = [each["caption"] for each in swing_tables(books(evaluated()))]
    assert "What moves Thirdpay’s net value most" in captions
    assert not any("Fourthpay" in each for each in captions)
    assert captions[-1].startswith("What moves the difference in net value between")
