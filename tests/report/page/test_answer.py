"""Section 0 as it stands on the page and in Markdown, in English and in a language of no country."""

import gettext
import re
from html.parser import HTMLParser

import pytest
from babel import Locale

from evalkit.checking.load import load
from evalkit.evaluation.evaluate import evaluate
from evalkit.evaluation.plain import to_plain
from evalkit.report.page.html import to_html
from evalkit.report.page.markdown import to_markdown
from evalkit.schema.schema import MODELS, schema
from evalkit.wording.messages.catalogue import Language, speaking
from tests.conftest import DAY, VENDOR
from tests.golden.cases import WORKSPACE

LONG = "An extraordinarily long name of a vendor for payments of 80 letters, counted here"
ARABIC = "مدفوعات المثال"


def named(name):
    return {
        "vendors/payment-gateways/examplepay.yaml": VENDOR.replace(
            "name: ExamplePay", f"name: {name}"
        )
    }


def test_the_answer_stands_on_both_pages(golden):
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
    """A language in which the words of a message stand in brackets, and its gaps outside."""

    def gettext(self, message):
        parts = re.split(r"({\w+})", message)
        return "".join(part if part.startswith("{") else f"⟦{part}⟧" for part in parts if part)

    def ngettext(self, singular, plural, n):
        return self.gettext(singular if n == 1 else plural)


MARKED = Language(Marked(), Locale("ja"))
"""The lists and days of Japanese have no Latin letters that could hide an English word."""


@pytest.mark.parametrize("plan", ["everything", "close", "inapplicable", "nobody", "payback"])
def test_nothing_bypasses_the_messages(plan):
    workspace = load(WORKSPACE, DAY)
    with speaking(MARKED):
        evaluation = evaluate(workspace, workspace.plans[plan], DAY)
        page, text = to_html(evaluation), to_markdown(evaluation)[0]
    parser = Texts()
    parser.feed(page)
    record = (each for each in strings(to_plain(evaluation)) if not CODE.fullmatch(each))
    said = {MESSAGE.sub("|", each) for each in (*parser.found, *record)}
    # What is left comes from files.
    files = {*of_files(workspace), *NAMED}
    left = {without(each, files) for each in said - files}
    assert {each for each in left if re.search("[a-z]{2}", each)} == set()
    assert "\u27e6" in text


CODE = re.compile(r"[a-z0-9_.:-]+|consistency ratio|minor limitation|unlisted packages")
"""An enumerated word of the record, or a key."""
NAMED = ("evalkit", "Saaty (1980)")


def of_files(workspace):
    """The paths, ids and texts of all files; an id stands for its words, too."""
    known = {key for kind in MODELS for key in keys(schema(kind), "properties")}
    for file in workspace.documents.values():
        yield from (file.path, file.sha256)
        for text in {*strings(file.data), *(set(keys(file.data)) - known)}:
            words = re.sub("[_-]", " ", text)
            yield from (" ".join(text.split()), text.removeprefix("https://"))
            yield from (words, words[:1].upper() + words[1:], words[:1].lower() + words[1:])


def strings(found):
    """All texts."""
    if isinstance(found, str):
        yield found
    for each in parts(found):
        yield from strings(each)


def keys(found, of=None):
    """All keys, or those of each mapping that has this name."""
    if isinstance(found, dict):
        yield from found if of is None else found.get(of, ())
    for each in parts(found):
        yield from keys(each, of)


def parts(found):
    """What a mapping or a list holds."""
    return found.values() if isinstance(found, dict) else found if isinstance(found, list) else ()


MESSAGE = re.compile("⟦[^⟧]*⟧")
PLACE = re.compile(r"(?:\b(?:facts|flows|charges|money)|\.(?:interfaces|plugins|lacks))\b[\w.-]*")
"""A key of a file with its route."""


def without(text, files):
    """A text without the texts and places of files in it, of which each is a word or more."""
    for each in sorted((each for each in files if each in text), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(each)}(?!\w)", "", text, flags=re.ASCII)
    return PLACE.sub("", text)


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
def test_no_word_is_broken_at_any_width(browser, shipped, tmp_path, plan):
    file = tmp_path / "page.html"
    file.write_text(to_html(shipped(plan)), encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    for width in (1440, 768, 375):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(BROKEN) == []
    page.close()
