"""The three caveats that matter, and all of them."""

from evalkit.report.page.finance.books import books_of
from evalkit.report.page.finance.caveats import all_caveats, caveats
from tests.report.priced import VENDORS, charged, files


def of(evaluation):
    books = books_of(evaluation, evaluation.costs)
    return caveats(books), all_caveats(books)


def test_who_has_no_cost_is_named_with_the_reason(evaluated):
    shown, _ = of(evaluated())
    assert shown[0] == {
        "title": "1 vendor without a cost",
        "text": "Fourthpay (we found no price).",
    }
    assert len(shown) <= 3


def test_of_many_without_a_cost_three_are_named(evaluated):
    bare = {name: charged(name) for name in ("alpha", "beta", "gamma", "delta")}
    shown, _ = of(evaluated(files(**bare)))
    assert shown[0]["title"] == "5 vendors without a cost"
    assert shown[0]["text"].endswith("and 2 others.")


def test_a_finalist_with_a_part_missing_comes_first(evaluated):
    partly = {
        "otherpay": VENDORS["otherpay"]
        + "  - {kind: recurring, title: Support, amount: unknown, every: year, currency: EUR, "
        "source: https://a.test/prices, checked: 2026-06-20}\n"
    }
    evaluation = evaluated(files(**partly))
    shown, _ = of(evaluation)
    assert shown[0]["title"] == "The cost of Otherpay is a minimum"
    assert shown[0]["text"] == "Not known in full: support (Otherpay)."


def test_all_of_them_are_kept(evaluated):
    evaluation = evaluated()
    _, every = of(evaluation)
    assert set(evaluation.costs.remarks) <= set(every)
    assert evaluation.costs.find_out in every
    assert any(each.startswith("Thirdpay costs at least") for each in every)
