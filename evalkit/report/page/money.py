"""Section 3, money: what vendors cost and bring, and what that depends on."""

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.report.page.finance.books import Books, books_of
from evalkit.report.page.finance.caveats import all_caveats, caveats
from evalkit.report.page.finance.costs import costs_figure
from evalkit.report.page.finance.key_figures import key_figures
from evalkit.report.page.finance.ledger import ledger, origin
from evalkit.report.page.finance.over_time import over_time, value_figure
from evalkit.report.page.finance.swings import swing_tables, swings_figure
from evalkit.report.page.finance.tables import tables, value_table
from evalkit.templates.view import View
from evalkit.wording.messages import money as told
from evalkit.wording.messages.catalogue import say, say_all


def money(evaluation: Evaluation) -> View:
    """Everything that the section shows; without money, a sentence that says so."""
    if evaluation.costs is None:
        return {"none": say(told.NO_MONEY)}
    books = books_of(evaluation, evaluation.costs)
    figures = {
        "costs": costs_figure(books),
        "cash": over_time(books),
        "value": value_figure(books),
        "swings": swings_figure(books),
    }
    drawn = {name: each for name, each in figures.items() if each is not None}
    return {
        "none": "",
        "words": say_all(told.WORDS),
        "lead": evaluation.costs.text,
        "key_figures": key_figures(books),
        "caveats": caveats(books),
        **figures,
        "folded": _folded(books),
        "pictures": {
            name: each["whole"] if "whole" in each else each["picture"]
            for name, each in drawn.items()
        },
    }


def _folded(books: Books) -> View:
    """What stands folded below the pictures."""
    costs = books.costs
    swings = told.FOLDED_SWINGS if costs.has_benefits else told.FOLDED_SWINGS_COST
    return {
        "tables": [*tables(books), *value_table(books)],
        "ledgers": [ledger(each, books) for each in costs.vendors],
        "caveats": all_caveats(books),
        "swings_title": say(swings),
        "swings": swing_tables(books),
        # Volumes at which the order changes come first.
        "break_even": [e.text for e in sorted(costs.break_even, key=lambda e: not e.crossings)],
        "assumptions": [
            {"title": each.title, "text": each.text, **origin(each.reference)}
            for each in costs.assumptions
        ],
        "convention": costs.convention,
    }
