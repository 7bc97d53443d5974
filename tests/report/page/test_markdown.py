"""The report in Markdown: its texts are text, and its tables are whole."""

import re
import xml.etree.ElementTree as ET

from evalkit.report.page.markdown import to_markdown
from tests.report.made import FILES


def test_hostile_texts_are_text_in_markdown_and_in_its_charts(evaluated):
    text, charts = to_markdown(evaluated(FILES), charts="r")
    assert "\\<script\\>" in text
    assert not re.search(r"(?<!\\)<script|(?<!\\)<img", text)
    assert not re.search(r"(?<!\\)\]\((?!https?://|r-\w+\.(?:svg|md))", text)
    pictures = [name for name in charts if name.endswith(".svg")]
    assert re.findall(r"(?<!\\)!\[(?:\\.|[^]\\])*\]\(([^)]*)\)", text) == pictures
    assert "r-points.svg" in charts
    for svg in (text for name, text in charts.items() if name.endswith(".svg")):
        tags = {element.tag.split("}")[1] for element in ET.fromstring(svg).iter()}
        assert tags <= {"svg", "style", "g", "text", "rect", "line", "circle", "path"}


def test_every_row_of_a_markdown_table_has_as_many_cells_as_its_head(evaluated):
    text, _ = to_markdown(evaluated(FILES))
    width = None
    for line in text.splitlines():
        if not line.startswith("|"):
            width = None
            continue
        cells = len(re.findall(r"(?<!\\)\|", line))
        width = width or cells
        assert cells == width, line
