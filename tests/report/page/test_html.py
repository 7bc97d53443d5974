"""The page in HTML: its texts are text, and a browser finds nothing wrong."""

import base64
import hashlib
import itertools
import re

import pytest

from evalkit.report.page.html import to_html
from evalkit.report.page.markdown import to_markdown
from tests.conftest import PLAN, VENDOR
from tests.report.accessible import attributes, check_page
from tests.report.flows import hostile as hostile_flows
from tests.report.made import FILES, PLAIN
from tests.report.priced import hostile


def test_hostile_texts_are_text_on_the_html_page(evaluated):
    page = to_html(evaluated(FILES))
    # The report's own, and the data that it weighs again.
    assert page.count("<script") == 2
    assert "<img" not in page
    assert [name for name in attributes(page) if name.startswith(("on", "style"))] == []
    assert not re.search(r'href="(?!https?://|#)', page)
    assert "{{ 7*7 }}" in page
    assert ">49<" not in page


def test_what_hides_or_moves_is_written_out(evaluated):
    text = VENDOR.replace("name: ExamplePay", 'name: "A\\u2066\\u202eB"')
    evaluation = evaluated({"vendors/payment-gateways/examplepay.yaml": text})
    for page in (
        to_html(evaluation),
        to_markdown(evaluation)[0].replace("\\\\", "\\").replace("\\[", "["),
    ):
        assert "\u2066" not in page
        assert "\u202e" not in page
        assert "A\\u2066\\u202eB" in page


def digest(text):
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_the_policy_allows_the_one_style_sheet_and_the_one_script_and_nothing_else(evaluated):
    page = to_html(evaluated(PLAIN))
    (sheet,) = re.findall(r"<style>(.*?)</style>", page, flags=re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", page, flags=re.DOTALL)
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy.replace("&#39;", "'") == (
        f"default-src 'none'; style-src 'sha256-{digest(sheet)}'; "
        f"script-src 'sha256-{digest(script)}'; base-uri 'none'; form-action 'none'"
    )


def test_the_script_is_the_shipped_one_even_if_a_workspace_brings_its_own(evaluated, tmp_path):
    (tmp_path / "report.js").write_text("alert(1)")
    evaluation = evaluated(PLAIN)
    assert to_html(evaluation, tmp_path) == to_html(evaluation)


@pytest.mark.parametrize(
    "title",
    ['"; } body { display: none } @page { "', "</style><script>alert(1)</script>", "مدفوعات", "\\"],
)
def test_a_title_above_printed_pages_is_text_in_the_style_sheet(
    browser, evaluated, tmp_path, title
):
    plan = PLAN.replace("title: Payments for a storefront", f"title: '{title}'")
    file = tmp_path / "page.html"
    file.write_text(to_html(evaluated({"plans/storefront-payments.yaml": plan})), encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    rule = (
        "[...document.styleSheets[0].cssRules].filter(r => r instanceof CSSPageRule).at(-1).cssText"
    )
    assert page.evaluate("getComputedStyle(document.body).display") == "block"
    assert page.evaluate(rule).count("content:") == 2
    page.close()


def test_the_tools_need_the_script_and_the_rest_does_not(browser, evaluated, tmp_path):
    file = tmp_path / "page.html"
    file.write_text(to_html(evaluated(PLAIN)), encoding="utf-8")
    for works in (True, False):
        context = browser.new_context(java_script_enabled=works)
        page = context.new_page()
        page.goto(file.as_uri())
        assert page.is_visible("#tools") is works
        assert page.is_visible("h1")
        assert (page.locator("nav [aria-current]").count() == 1) is works
        context.close()


def test_headings_do_not_skip_levels_and_tables_have_scoped_heads(evaluated):
    page = to_html(evaluated(PLAIN))
    levels = [int(level) for level in re.findall(r"<h(\d)", page)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert all("scope=" in head for head in re.findall(r"<th\b[^>]*>", page))


@pytest.mark.parametrize(
    ("content", "width"),
    [(FILES, 320), (FILES, 1200), (hostile(), 320), (hostile_flows(), 1200)],
    ids=["people, narrow", "people", "money, narrow", "flows"],
)
def test_the_page_in_a_browser_asks_for_nothing_and_is_accessible(
    browser, evaluated, tmp_path, width, content
):
    file = tmp_path / "page.html"
    file.write_text(to_html(evaluated(content)), encoding="utf-8")
    check_page(browser, file, width, "document.querySelectorAll('details').forEach(d => d.open = true)")  # fmt: skip


def test_the_page_works_under_its_own_policy(browser, evaluated, tmp_path):
    file = tmp_path / "page.html"
    file.write_text(to_html(evaluated(PLAIN)), encoding="utf-8")
    page = browser.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(file.as_uri())
    assert complaints == []
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).marginTop") == "0px"
    page.close()
