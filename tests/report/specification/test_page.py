"""The pages of a specification: texts are text, and a browser finds nothing wrong."""

import itertools
import re
import xml.etree.ElementTree as ET

import pytest

from evalkit.errors import EvalkitError
from evalkit.report.specification.page import specification_html, specification_markdown
from tests.report.accessible import check_page
from tests.report.specification.made import hostile, written


def test_hostile_texts_are_text_in_html(evaluated):
    page = written(evaluated(hostile()), "examplepay", specification_html)
    assert not re.search(r"<script|<img|<[^>]*\son\w+=|<[^>]*\sstyle=", page)
    assert not re.search(r'href="(?!https?://|#)', page)
    assert "{{ 7*7 }}" in page
    for svg in re.findall(r"<svg.*?</svg>", page, re.DOTALL):
        tags = {element.tag.split("}")[1] for element in ET.fromstring(svg).iter()}
        assert tags <= {"svg", "title", "desc", "rect", "line", "polyline", "text"}


def test_hostile_texts_are_text_in_markdown(evaluated):
    text = written(evaluated(hostile()))
    assert "```" not in text.replace("\\`", "")
    assert not re.search(r"(?<!\\)<script|(?<!\\)<img|(?<!\\)\]\((?!https?://|#[a-z0-9-]+\))", text)
    assert not re.search(r"(?<!\\)!\[", text)
    width = None
    for line in text.splitlines():
        cells = len(re.findall(r"(?<!\\)\|", line)) if line.startswith("|") else None
        assert None in {width, cells} or cells == width, line
        width = cells


OVERRIDE = '{% extends "shipped/specification.md.j2" %}{% block decision %}## 3 Words of Acme\n{% endblock %}'


def test_a_workspace_template_replaces_blocks_of_the_shipped_one(evaluated, tmp_path):
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "specification.md.j2").write_text(OVERRIDE)
    text = written(evaluated(), "examplepay", specification_markdown, folder)
    assert "## 3 Words of Acme" in text
    assert "## 3 Why" not in text
    (folder / "specification.css").write_text("</style>")
    with pytest.raises(EvalkitError, match="style sheet"):
        written(evaluated(), "examplepay", specification_html, folder)


def test_headings_do_not_skip_levels_and_tables_have_scoped_heads(evaluated):
    page = written(evaluated(), "examplepay", specification_html)
    levels = [int(level) for level in re.findall(r"<h(\d)", page)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert all("scope=" in head for head in re.findall(r"<th\b[^>]*>", page))
    ids = re.findall(r'\bid="([^"]*)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]*)"', page)) <= set(ids)


@pytest.mark.parametrize("width", [320, 1200])
def test_the_page_in_a_browser_asks_for_nothing_and_is_accessible(
    browser, evaluated, tmp_path, width
):
    file = tmp_path / "page.html"
    file.write_text(
        written(evaluated(hostile()), "examplepay", specification_html), encoding="utf-8"
    )
    check_page(browser, file, width)


def test_the_page_works_under_its_own_policy(browser, evaluated, tmp_path):
    file = tmp_path / "page.html"
    file.write_text(written(evaluated(), "examplepay", specification_html), encoding="utf-8")
    page = browser.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(file.as_uri())
    assert complaints == []
    assert page.evaluate("getComputedStyle(document.querySelector('.fill')).display") == "inline-block"  # fmt: skip
    page.close()


def test_tables_are_tables_and_the_names_in_the_diagram_stand_on_the_ground(
    browser, evaluated, tmp_path
):
    file = tmp_path / "page.html"
    file.write_text(written(evaluated(), "examplepay", specification_html), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1200, "height": 800})
    page.goto(file.as_uri())
    look = "(all, [key]) => [...new Set(all.map((each) => getComputedStyle(each)[key]))]"
    for selector, key, expected in (
        ("table", "display", ["table"]),
        (".diagram rect", "fill", ["none"]),
    ):
        assert page.eval_on_selector_all(selector, look, [key]) == expected
    page.close()
