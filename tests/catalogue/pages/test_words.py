"""What is said about a long list."""

import pyarrow as pa

from evalkit.catalogue.pages.words import answer, bands, gates, missing, remarks
from tests.catalogue.made import PLAN, screened, sellers, workspace, write_parquet


def summary(folder, table, plan=PLAN):
    workspace(folder, plan)
    write_parquet(folder, table)
    return screened(folder, order="id")[0]


def orders(*numbers):
    names = [f"s{at}" for at in range(len(numbers))]
    table = sellers(len(numbers))
    support = pa.array(["full"] * len(numbers))
    return table.set_column(0, "Key", pa.array(names)).set_column(1, "Name", pa.array(names)).set_column(6, "Orders", pa.array(numbers, pa.float64())).set_column(2, "Support", support)  # fmt: skip


def test_who_is_first_is_named_and_who_is_level_is_counted(tmp_path):
    twins = pa.concat_tables([orders(100).take([0])] * 3)
    twins = twins.set_column(0, "Key", pa.array(["a", "b", "c"]))
    said = list(answer(summary(tmp_path, twins)))
    assert said[0] == "Of 3 rows, 3 are ranked."
    assert said[1].startswith("s0 and 2 others are first, with ")


def test_a_list_on_which_nobody_is_ranked_says_why(tmp_path):
    found = summary(tmp_path, orders(1, 2, None), PLAN.replace("0.5", "1.0"))
    assert list(answer(found)) == [
        "None of 3 rows is ranked.",
        "2 are ruled out by a must-have.",
        "1 is not ranked, as less than 100% of its points is settled.",
    ]
    assert not dict(remarks(found)).get("Spread")


def test_must_haves_have_the_shares_of_rows(tmp_path):
    found = summary(tmp_path, orders(1, 2, None, 9, 9, 9, 9, 9))
    assert list(gates(found)) == [
        ("Orders: at least 5 orders/day", "62%", "25%", "12%"),
        ("Support: full or partial", "100%", "0%", "0%"),
    ]


def test_what_is_missing_most_comes_first(tmp_path):
    found = summary(tmp_path, orders(*[None] * 5, 1))
    assert missing(found)[0] == ("Orders", "83%")
    assert not [title for title, _ in missing(found) if title == "Support"]


def test_the_bands_hold_every_ranked_row_once(tmp_path):
    found = summary(tmp_path, sellers(200))
    counted = bands(found)
    assert [band for band, _ in counted][::9] == ["90–100", "0–10"]
    assert sum(int(count) for _, count in counted) == found.tally.standings[0]


def test_a_list_without_rows_says_so(tmp_path):
    assert list(answer(summary(tmp_path, sellers(1).slice(0, 0)))) == ["The list has no rows."]
