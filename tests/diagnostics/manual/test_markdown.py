"""Manuals in Markdown."""

import re
from itertools import pairwise

from markdown_it import MarkdownIt

from evalkit import __version__
from evalkit.diagnostics.manual.markdown import document, section
from evalkit.rules.run import all_rules
from tests.diagnostics.manual.made import ODD

READER = MarkdownIt("commonmark").enable("table")


def words(tokens):
    """The text that a reader sees: without code marks and escapes."""
    return "".join(t.content for token in tokens for t in token.children)


def cells(text):
    tokens = READER.parse(text)
    return [words([inline]) for opened, inline in pairwise(tokens) if opened.type == "td_open"]  # fmt: skip


def shown(tokens):
    return [words([token]) for token in tokens if token.type == "inline"]


def fences(text):
    return [token.content for token in READER.parse(text) if token.type == "fence"]


def seen(text):
    return [each.replace("`", "").replace("\n", " ") for each in text.split("\n\n")]


def test_the_page_of_all_rules_has_a_heading_for_each_that_its_contents_lead_to(evalkit):
    text = evalkit("rule", "--all", "--format", "markdown").out
    tokens = READER.parse(text)
    headings = [
        (opened.tag, words([inline]))
        for opened, inline in pairwise(tokens)
        if opened.type == "heading_open"
    ]
    rules = all_rules()
    assert headings[0] == ("h1", f"The rules of evalkit {__version__}")
    assert [name for tag, name in headings if tag == "h2"] == [
        "Text", "Shape", "Criteria and scales", "Vendors and facts", "Plans and weights", "Money",
        "Integration and flows",
    ]  # fmt: skip
    assert [name for tag, name in headings if tag == "h3"] == [
        f'<a id="{r.code.lower()}"></a>{r.code} {r.name}' for r in rules
    ]
    page = READER.render(text)
    links = re.findall(r'href="#(.*?)"', page)
    assert links == re.findall(r' id="(.*?)"', page) == [rule.code.lower() for rule in rules]


def test_the_page_of_all_rules_shows_every_manual_word_for_word(evalkit):
    text = evalkit("rule", "--all", "--format", "markdown").out
    rules = all_rules()
    assert fences(text) == [f"{e}\n" for r in rules for e in (r.manual.bad, r.manual.good)]
    paragraphs = shown(READER.parse(text))
    assert cells(text) == [
        part for r in rules for part in (r.code, r.severity, r.since, *seen(r.manual.summary))
    ]
    for rule in rules:
        assert seen(rule.manual.summary)[0] in paragraphs
        assert not rule.manual.why or set(seen(rule.manual.why)) <= set(paragraphs)


def test_one_rule_in_markdown_is_a_page_of_its_own(evalkit):
    text = evalkit("rule", "EK303", "--format", "markdown").out
    assert text.startswith('# <a id="ek303"></a>EK303 value-outside-levels\n\nError, vendors and facts, since 0.1.0.\n')  # fmt: skip
    assert len(fences(text)) == 2


def test_the_page_of_all_rules_and_the_help_say_what_an_example_leaves_out(evalkit):
    words = "it omits other required keys, and `null` marks a missing value."
    for ran in (evalkit("rule", "--all", "-f", "markdown"), evalkit("rule", "--help")):
        assert " ".join(ran.out.split()).count(words) == 1


def test_signs_in_a_manual_do_not_become_markdown():
    text = section(ODD)
    assert shown(READER.parse(text)) == [
        '<a id="ek301"></a>EK301 a-rule-of-this-test',
        "Error, vendors and facts, since 0.2.0.",
        "A | bar, a|b, *no* _emphasis_, <b>, [link](https://a.test) and 5 & 6.",
        "1. is no list, # no heading, and - no item either; --all is code.",
        "+ A second paragraph.",
        "Bad:",
        "Good:",
    ]
    kinds = {token.type.removesuffix("_open") for token in READER.parse(text)}
    assert kinds <= {"heading", "heading_close", "paragraph", "paragraph_close", "inline", "fence"}


def test_backticks_in_an_example_do_not_end_it():
    assert fences(section(ODD)) == ["note: |\n  ```\n  ````yaml\n", 'note: "# `x`"\n']


def test_a_bar_in_a_manual_ends_no_cell_of_the_contents():
    assert cells(document([ODD])) == [
        "EK301", "error", "0.2.0",
        "A | bar, a|b, *no* _emphasis_, <b>, [link](https://a.test) and 5 & 6.",
    ]  # fmt: skip
