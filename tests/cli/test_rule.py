"""`evalkit rule`: the manual of one rule, of all of them, for people, pages and programs."""

import json
import re
import subprocess
import sys
from itertools import pairwise

import pytest
from markdown_it import MarkdownIt
from packaging.version import Version

from evalkit import __version__
from evalkit.diagnostics.manual.json import manuals_in_json
from evalkit.diagnostics.manual.markdown import document, section
from evalkit.diagnostics.record import Severity
from evalkit.diagnostics.rule import Rule
from evalkit.rules.run import all_rules
from tests.conftest import ROOT

KEYS = ("code", "name", "severity", "subject", "since", "summary", "why", "bad", "good")
READER = MarkdownIt("commonmark").enable("table")


def made_rule(text):
    def a_rule_of_this_test():
        pass

    a_rule_of_this_test.__doc__ = text
    return Rule("EK301", Severity.ERROR, a_rule_of_this_test, since="0.2.0")


ODD = made_rule("""A | bar, `a|b`, *no* _emphasis_, <b>, [link](https://a.test) and 5 & 6.

1. is no list,
# no heading, and
- no item either; `--all` is code.

+ A second paragraph.

Bad:
    note: |
      ```
      ````yaml

Good:
    note: "# `x`"
""")


def words(tokens):
    """What a reader of the page sees: code without its signs, text without escapes."""
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


def test_every_rule_says_since_which_version_and_none_is_from_the_future():
    for rule in all_rules():
        assert re.fullmatch(r"\d+\.\d+\.\d+", rule.since), rule.code
        assert Version(rule.since) <= Version(__version__), rule.code


def test_one_rule_says_since_when_it_is_there(evalkit):
    first, *_ = evalkit("rule", "EK301").out.splitlines()
    assert first == "EK301 fact-without-source (warning, vendors and facts, since 0.1.0)"


def test_all_rules_as_text_are_their_pages_one_after_the_other(evalkit):
    ran = evalkit("rule", "--all")
    codes = [rule.code for rule in all_rules()]
    assert (ran.code, ran.err) == (0, "")
    assert re.findall(r"^(EK\d{3}) [a-z0-9-]+ \(", ran.out, re.MULTILINE) == codes
    for rule in all_rules():
        assert evalkit("rule", rule.code).out in ran.out


def test_all_rules_in_json_have_every_part_of_their_manuals(evalkit):
    found = json.loads(evalkit("rule", "--all", "--format", "json").out)
    assert (found["format"], found["evalkit"], list(found)) == (
        1, __version__, ["format", "evalkit", "rules"],
    )  # fmt: skip
    assert [each["code"] for each in found["rules"]] == [rule.code for rule in all_rules()]
    assert all(tuple(each) == KEYS for each in found["rules"])
    # Some rules need no reason beyond what they say; all else is always there.
    assert all(each[key] for each in found["rules"] for key in KEYS if key != "why")
    by_code = {each["code"]: each for each in found["rules"]}
    assert by_code["EK301"] == {
        "code": "EK301",
        "name": "fact-without-source",
        "severity": "warning",
        "subject": "vendors and facts",
        "since": "0.1.0",
        "summary": "A fact names its source.",
        "why": "A number that nobody can look up cannot be defended in front of a client.",
        "bad": "facts:\n  rate_limit: 100",
        "good": "facts:\n  rate_limit: {value: 100, source: https://examplepay.test/limits, checked: 2026-06-20}",
    }


def test_one_rule_in_json_has_the_same_form_as_all(evalkit):
    one = json.loads(evalkit("rule", "EK301", "-f", "json").out)
    every = json.loads(evalkit("rule", "-f", "json").out)
    assert one["rules"] == [each for each in every["rules"] if each["code"] == "EK301"]
    assert {**one, "rules": []} == {**every, "rules": []}


def test_reasons_in_json_have_no_line_breaks_within_a_paragraph():
    (found,) = json.loads(manuals_in_json([ODD]))["rules"]
    assert found["why"] == (
        "1. is no list, # no heading, and - no item either; `--all` is code.\n\n+ A second paragraph."
    )


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
    words = "it leaves out whatever else the file must hold, and `null` marks what is missing."
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


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (["EK301", "--all"], "--all explains every rule; omit EK301 or --all"),
        (["EK999"], "there is no rule 'EK999'; `evalkit rule` lists them all"),
        (["EK999", "-f", "json"], "there is no rule 'EK999'; `evalkit rule` lists them all"),
    ],
)
def test_what_cannot_be_explained_is_one_line_and_exit_2(evalkit, given, message):
    ran = evalkit("rule", *given)
    assert (ran.code, ran.out, ran.err) == (2, "", f"evalkit: {message}\n")


@pytest.mark.parametrize("style", ["text", "markdown", "json"])
def test_no_format_of_the_rules_imports_the_heavy_libraries(style):
    script = (
        "import sys; from evalkit.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = ('pandas', 'numpy', 'scipy', 'jinja2', 'babel', 'markdown_it')\n"
        "print([m for m in heavy if m in sys.modules], file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, "rule", "--all", "-f", style],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stderr.endswith("[]\n")
