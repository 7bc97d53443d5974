"""Tables in Markdown."""

from evalkit.tables.markdown import markdown


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
