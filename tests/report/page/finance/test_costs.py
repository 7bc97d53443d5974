"""The rows of the picture of costs."""

from evalkit.report.page.finance.books import books_of
from evalkit.report.page.finance.costs import MOST_ROWS, costs_figure
from tests.report.priced import VENDORS, charged, files


def figure(evaluation):
    return costs_figure(books_of(evaluation, evaluation.costs))


def test_all_vendors_have_a_row_those_with_a_cost_first(evaluated):
    evaluation = evaluated()
    rows = figure(evaluation)["rows"]
    assert {row["name"] for row in rows} == {"Examplepay", "Otherpay", "Thirdpay", "Fourthpay"}
    assert (rows[-1]["name"], rows[-1]["cost"]) == ("Fourthpay", "not known")
    costs = {row["name"]: row["cost"] for row in rows}
    assert costs["Thirdpay"] == "at least €4,030"
    assert rows[-1]["picture"]["label"] == "Fourthpay: not known, we found no price"


def test_the_present_solution_stands_first(evaluated):
    fees = f"{VENDORS['otherpay']}candidate: status_quo\n"
    listed = "vendors: [examplepay, otherpay, thirdpay, fourthpay]\n"
    rows = figure(evaluated(files(otherpay=fees, more=listed)))["rows"]
    assert rows[0]["name"] == "Otherpay"


def test_many_vendors_are_folded_but_drawn(evaluated):
    more = {f"vendor{letter}": charged(f"vendor{letter}") for letter in "abcdefgh"}
    found = figure(evaluated(files(**more)))
    assert len(found["rows"]) == MOST_ROWS
    assert len(found["rest"]) == 12 - MOST_ROWS
    assert found["more"] == "Costs of 4 more vendors"
    assert all(row["picture"]["shapes"] for row in found["rest"])


def test_the_key_names_what_occurs(evaluated):
    assert [each["text"] for each in figure(evaluated())["key"]] == [
        "Own work", "Fixed fees", "Fees for use", "Not known",
    ]  # fmt: skip


def test_without_any_cost_there_is_no_picture(evaluated):
    bare = {name: charged(name) for name in VENDORS}
    assert figure(evaluated(files(**bare))) is None
