"""Tables in Markdown."""

import pytest

from evalkit.tables.markdown import markdown

MANY = 1_000_000


def texts(text):
    return [{c.address: c.text for c in sheet.cells()} for sheet in markdown(text)]


def test_a_table_is_found_below_its_text_and_its_rule_is_no_row():
    assert texts("Words.\n\n| a | b |\n|---|:-:|\n| 1 | 2 |\n\nMore.\n") == [
        {"A1": "a", "B1": "b", "A2": "1", "B2": "2"}
    ]


def test_bars_at_the_ends_may_be_left_out_and_a_bar_in_a_cell_is_escaped():
    assert texts("a | b\n--|--\n1 \\| 2 | **3**\n") == [
        {"A1": "a", "B1": "b", "A2": "1 | 2", "B2": "3"}
    ]


def test_an_empty_cell_keeps_its_place():
    assert texts("| a | b |\n|---|---|\n| | 2 |\n") == [{"A1": "a", "B1": "b", "B2": "2"}]


def test_a_table_bears_the_heading_above_it():
    text = "## Costs ##\n|a|b|\n|-|-|\n|1|2|\n\n# Risks\n|c|d|\n|-|-|\n|3|4|\n"
    assert [sheet.name for sheet in markdown(text)] == ["Costs", "Risks"]


def test_a_table_in_a_block_of_code_is_none():
    assert texts("```\n| a | b |\n|---|---|\n| 1 | 2 |\n```\n") == []


def test_of_two_tables_below_one_heading_the_second_bears_its_number():
    table = "|a|b|\n|-|-|\n|1|2|\n\n"
    names = [sheet.name for sheet in markdown(f"# Costs\n{table}{table}# Risks\n{table}")]
    assert names == ["Costs", "Costs (2)", "Risks"]


def test_marks_of_emphasis_and_code_are_taken_off_and_others_stay():
    row = "**a b** | __c__ | `d` x | 2 * 3 ** | snake_case__x | ** y | ``"
    assert list(texts(f"a|b|c|d|e|f|g\n-|-|-|-|-|-|-\n{row}\n")[0].values())[7:] == [
        "a b", "c", "d x", "2 * 3 **", "snake_case__x", "** y", "``",
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["# " + "# " * MANY + "x", f"|-|-{' ' * MANY}x", "**a " * MANY])
def test_long_lines_take_no_longer_for_each_letter(line):
    # Ways of dividing these grow with the square of their length, and would take hours.
    assert markdown(f"|a|b|\n|-|-|\n|1|2|\n{line}|\n\n|a|b|\n{line}\n")[0].name == "table 1"
