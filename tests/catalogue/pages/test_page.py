"""The page about a long list."""

import re

from evalkit.catalogue.pages.page import to_pages
from tests.catalogue.made import sellers
from tests.catalogue.pages.test_words import orders, summary


def pages(folder, table):
    found = to_pages(summary(folder, table), "sellers.parquet", None)
    return found[".md"], found[".html"]


def test_what_a_table_says_is_not_said_again(tmp_path):
    for page in pages(tmp_path, sellers(200)):
        assert page.count("Orders: at least 5 orders/day") == 1
        assert "Missing most" not in page
        # The sentence about the spread stands below its table.
        assert page.index("Half of those ranked have") > page.index("How the ranked rows are")
        assert page.index("Half of those ranked have") < page.index("Why rows are ruled out")


def test_a_column_of_notes_is_there_only_if_there_is_one(tmp_path):
    text, page = pages(tmp_path, orders(9, 9))
    assert "| Rank | Vendor | Points | Middle | Settled |\n" in text
    assert re.findall(r"<th[^>]*>(Settled|Note)<", page) == ["Settled"]
    text, page = pages(tmp_path, orders(9, None))
    assert "| Settled | Note |\n" in text
    assert "1 must-have open" in text


def test_only_the_table_by_rank_has_a_narrow_first_column(tmp_path):
    page = pages(tmp_path, orders(9, 9))[1]
    assert page.count('<table class="ranks">') == 1
    assert page.index('<table class="ranks">') < page.index("How the ranked rows are")
