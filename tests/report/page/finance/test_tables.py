"""Tables of costs and returns."""

from evalkit.report.page.finance.books import books_of
from evalkit.report.page.finance.tables import tables, value_table
from tests.report.priced import BENEFITS, MONEY, charged, files


def found(evaluation):
    return {each["caption"]: each for each in tables(books_of(evaluation, evaluation.costs))}


def row(table, name):
    (cells,) = (each["cells"] for each in table["rows"] if each["head"] == name)
    return dict(zip(table["heads"][1:], [(c["text"], c["note"]) for c in cells], strict=True))


def test_where_there_is_no_single_rate_of_return_the_modified_one_stands_beside_it(evaluated):
    # Signing −2,000 (own work), 8,000 − 0, then a bill of 17,500 in the last year: two sign changes
    late = charged("examplepay", "kind: one_off, title: Way out, amount: 17500, start: 36")
    evaluation = evaluated(files(examplepay=late))
    (vendor,) = (v for v in evaluation.costs.vendors if v.id == "examplepay")
    assert vendor.internal_rate_of_return is None
    shown = f"{vendor.modified_rate_of_return * 100:.2f}%"
    table = found(evaluation)["What each brings over 3 years"]
    assert row(table, "Examplepay")["Internal rate of return"][1] == f"modified: {shown}"


def test_where_nobody_can_be_called_the_cheapest_that_is_a_sentence_and_no_column(evaluated):
    refund = charged("otherpay", "kind: usage, per: refund, title: Refund, fixed: 1")
    money = (MONEY + BENEFITS).replace(
        "  charges:", "    refunds: {value: 5, source: s}\n  charges:"
    )
    table = found(evaluated(files(money=money, otherpay=refund)))["What each costs over 3 years"]
    assert "Cheapest" not in table["heads"]
    assert any(note.startswith("We cannot say how often") for note in table["notes"])
    assert "Cheapest" in found(evaluated())["What each costs over 3 years"]["heads"]


def test_figures_that_are_bounds_are_marked_as_such(evaluated):
    # At the least 1,000 of own work and 1.5% of 70 for 900 orders, 7% more each year: 945, 1,011.15
    # and 1,081.93 are 4,038.08, at 8% 3,600.77. At the most 9,000 a year are left of 23,193.87.
    captions = found(evaluated())
    costs = row(captions["What each costs over 3 years"], "Thirdpay")
    assert costs["Total cost"] == ("at least €4,030", "")
    assert costs["Present value of costs"] == ("at least €3,600", "")
    assert costs["Share of turnover"] == ("at least 1.50%", "")
    returns = row(captions["What each brings over 3 years"], "Thirdpay")
    assert returns["Net value"] == ("at most €19,600", "")
    assert returns["Return on investment"] == ("at most 544.14%", "")


def test_what_each_brings_beyond_the_present_solution_has_a_table_of_its_own(evaluated):
    fees = charged("otherpay", "kind: recurring, title: Fees, amount: 1000, every: month")
    listed = "vendors: [examplepay, otherpay, thirdpay, fourthpay]\n"
    evaluation = evaluated(files(otherpay=f"{fees}candidate: status_quo\n", more=listed))
    table = found(evaluation)["What each brings beyond Otherpay"]
    assert [each["head"] for each in table["rows"]] == ["Examplepay", "Thirdpay", "Fourthpay"]
    assert row(table, "Examplepay")["Net value"] == ("€23,500", "€21,500 to €24,200")
    assert {text for text, _ in row(table, "Fourthpay").values()} == {"not known"}
    assert not any("beyond" in caption for caption in found(evaluated()))


def test_with_cost_out_of_the_weights_the_table_of_value_says_so(evaluated):
    for more, said in (("cost: frontier\n", "keeps cost out"), ("", "also counts in the points")):
        evaluation = evaluated(files(more=more))
        (table,) = value_table(books_of(evaluation, evaluation.costs))
        assert any(said in note for note in table["notes"])
        assert evaluation.costs.frontier.text in table["notes"]
