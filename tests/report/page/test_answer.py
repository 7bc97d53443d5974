"""Section 0 as it stands on the page and in Markdown, in English and in a language of no country."""

import gettext
import json
import re
from html.parser import HTMLParser

import pytest
from babel import Locale

from evalkit.checking.load import load
from evalkit.evaluation.evaluate import evaluate
from evalkit.report.data import to_json
from evalkit.report.page.html import to_html
from evalkit.report.page.markdown import to_markdown
from evalkit.wording.messages.catalogue import Language, speaking
from tests.conftest import ROOT, SHIPPED_DAY, VENDOR
from tests.report.page.front.conftest import golden  # noqa: F401

LONG = "An extraordinarily long name of a vendor for payments of 80 letters, counted here"
ARABIC = "مدفوعات المثال"


def named(name):
    return {
        "vendors/payment-gateways/examplepay.yaml": VENDOR.replace(
            "name: ExamplePay", f"name: {name}"
        )
    }


def test_the_answer_stands_on_both_pages(golden):  # noqa: F811
    page, text = to_html(golden("everything")), to_markdown(golden("everything"))[0]
    for said in (
        "Alder Pay is the likely choice.", "56 to 75", "81%", "€165,000", "€120,000 to €280,000",
        "Cost over 3 years", "What is still open", "decides whether it stays in", "Owner",
    ):  # fmt: skip
        assert said in page
        assert said in text


@pytest.mark.parametrize("name", [LONG, ARABIC, "A" * 80], ids=["long", "arabic", "one word"])
@pytest.mark.parametrize("width", [320, 768, 1440])
def test_a_long_name_and_one_from_right_to_left_fit(browser, evaluated, tmp_path, name, width):
    file = tmp_path / "page.html"
    file.write_text(to_html(evaluated(named(name))), encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("getComputedStyle(document.querySelector('svg text')).fontSize") == "12px"
    page.close()


class Texts(HTMLParser):
    """All text and labels of a page, without its style and script."""

    def __init__(self):
        super().__init__()
        self.found, self.at = [], []

    def handle_starttag(self, tag, attributes):
        self.at.append(tag)
        self.found += [
            value
            for name, value in attributes
            if name in {"aria-label", "data-label", "data-copy", "data-copied", "data-blocked"}
        ]

    def handle_endtag(self, tag):
        while self.at and self.at.pop() != tag:
            pass

    def handle_data(self, data):
        if data.strip() and not {"style", "script"} & set(self.at):
            self.found.append(data.strip())


class Marked(gettext.NullTranslations):
    """A language in which each message stands in brackets."""

    def gettext(self, message):
        return f"⟦{message}⟧"

    def ngettext(self, singular, plural, n):
        return f"⟦{singular if n == 1 else plural}⟧"


def test_nothing_bypasses_the_messages(golden):  # noqa: F811
    evaluation = golden("everything")
    with speaking(Language(Marked(), Locale("en", "GB"))):
        page, text = to_html(evaluation), to_markdown(evaluation)[0]
    parser = Texts()
    parser.feed(page)
    outside = {peeled(each) for each in parser.found}
    # What is left comes from files, or is a sentence of the record itself, or a day.
    record = set(strings(json.loads(to_json(evaluation)))) | {"evalkit"}
    record |= {each.partition("://")[2] for each in record if "://" in each}
    record |= {vendor.total_cost.without_range for vendor in evaluation.costs.vendors}
    left = {without(each, record) for each in outside - record}
    assert {each for each in left if re.search("[a-z]{2}", each)} == set()
    assert "\u27e6" in text


def strings(found):
    """All texts of a record."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict | list):
        for each in found.values() if isinstance(found, dict) else found:
            yield from strings(each)


DAY_IN_WORDS = re.compile(r"\d+ [A-Z][a-z]+ \d{4}")


def without(text, record):
    """A text without the days and the long texts of a record in it; short ones say nothing."""
    for each in sorted((each for each in record if len(each) > 5), key=len, reverse=True):
        text = text.replace(each, "")
    return DAY_IN_WORDS.sub("", text)


def peeled(text):
    """A text without the innermost messages, again and again."""
    inner = re.compile(r"⟦[^⟦⟧]*⟧")
    while inner.search(text):
        text = inner.sub("", text)
    return text.strip()


BROKEN = """() => {
  const broken = [];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement.closest("a, code, svg")) continue;
    for (const word of node.data.matchAll(/[\\p{L}\\p{N}.,%€]+/gu)) {
      if (/https?:\\/\\/\\S*$/.test(node.data.slice(0, word.index))) continue;
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map((each) => Math.round(each.top))).size > 1) broken.push(word[0]);
    }
  }
  return broken;
}"""
"""The words that stand on two lines."""


@pytest.mark.parametrize("plan", ["storefront-payments", "catalogue-pim", "lifecycle-email"])
def test_no_word_is_broken_at_any_width(browser, tmp_path, plan):
    workspace = load(ROOT, SHIPPED_DAY)
    file = tmp_path / "page.html"
    file.write_text(
        to_html(evaluate(workspace, workspace.plans[plan], SHIPPED_DAY)), encoding="utf-8"
    )
    page = browser.new_page()
    page.goto(file.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    for width in (1440, 768, 375):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(BROKEN) == []
    page.close()
