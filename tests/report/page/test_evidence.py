"""Section A as it stands on the page: complete without the script, and filtered with it."""

import pytest

from evalkit.report.page.html import to_html
from evalkit.report.page.markdown import to_markdown
from tests.conftest import vendor
from tests.report.made import FILES, OTHERPAY, PLAIN

LOOKED = "{unknown: true, looked: [{source: https://a.test/5, checked: 2026-06-20}]}"
OPEN = {**PLAIN, OTHERPAY: vendor(webhooks=LOOKED)}
VISIBLE = "[...document.querySelectorAll('#evidence tr[data-state]')].filter((row) => row.checkVisibility()).map((row) => row.cells[0].textContent)"


@pytest.fixture
def opened(browser, evaluated, tmp_path):
    file = tmp_path / "page.html"
    file.write_text(to_html(evaluated(OPEN)), encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    yield page
    page.close()


def test_the_filter_opens_the_tables_that_hold_such_facts_and_closes_the_others(opened):
    opened.select_option("#state", "not_found")
    assert opened.evaluate(VISIBLE) == ["Webhooks"]
    assert opened.text_content("#shown") == "Facts shown: 1"
    opened.select_option("#state", "")
    assert opened.evaluate(VISIBLE) == []
    assert opened.text_content("#shown") == ""


def test_the_search_finds_words_in_any_case_within_the_chosen_state(opened):
    opened.fill("#search", "RATE limit")
    assert opened.evaluate(VISIBLE) == ["Rate limit", "Rate limit"]
    opened.select_option("#state", "not_looked_for")
    assert opened.evaluate(VISIBLE) == ["Rate limit"]


def test_without_the_script_all_facts_can_be_unfolded_and_no_filter_is_shown(
    browser, evaluated, tmp_path
):
    file = tmp_path / "page.html"
    file.write_text(to_html(evaluated(OPEN)), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    assert not page.is_visible("#filters")
    page.click("#evidence summary >> nth=0")
    assert page.is_visible("#evidence details[open] table")
    context.close()


def test_evidence_stands_in_a_file_beside_markdown_and_in_the_text_if_there_is_none(evaluated):
    text, files = to_markdown(evaluated(OPEN), charts="r")
    assert "[r-evidence.md](r-evidence.md)" in text
    assert "facts.rate\\_limit" not in text
    assert "facts.rate\\_limit" in files["r-evidence.md"]
    assert "facts.rate\\_limit" in to_markdown(evaluated(OPEN))[0]


def test_hostile_texts_are_text_in_the_file_of_evidence(evaluated):
    found = to_markdown(evaluated(FILES), charts="r")[1]["r-evidence.md"]
    assert "\\<script\\>" in found
    assert "<img" not in found.replace("\\<img", "")
