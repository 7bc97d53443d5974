"""Section 1, finalists side by side, in HTML and in Markdown."""

import re

from evalkit.report.page.finalists import finalists
from evalkit.report.page.html import to_html
from evalkit.report.page.markdown import to_markdown


def section(page):
    return re.search(r'<section id="finalists".*?</section>', page, re.DOTALL)[0]


def test_the_section_says_who_is_ahead_where_and_how_sure_that_is(golden):
    assert finalists(golden("everything"))["lead"] == [
        "Alder Pay is furthest ahead on Operation and Interface.",
        "Birch & Sons is nowhere ahead by 0.5 points.",
        "Of Alder Pay's lead of 16.7 points over Birch & Sons, 13.8 rest on facts that are not "
        "known about both.",
    ]


def test_there_is_no_such_section_if_there_are_no_two_to_compare(golden):
    assert finalists(golden("unresearched")) is None
    page, text = to_html(golden("unresearched")), to_markdown(golden("unresearched"))[0]
    assert "Finalists side by side" not in page
    assert "Finalists side by side" not in text


def test_a_vendor_without_a_rank_is_marked_as_such(golden):
    found = finalists(golden("researched"))
    assert found["vendors"] == ["Gull", "Wren, not ranked"]
    assert [(each["kind"], each["look"]) for each in found["key"]] == [
        ("disc", "first"), ("square", "hollow"),
    ]  # fmt: skip
    assert found["lead"][-1].startswith("Wren is not ranked, because we know too little about it")


def test_the_key_names_the_rule_for_what_is_open(golden):
    words = [each["words"] for each in finalists(golden("everything"))["key"]]
    assert words[0] == "Alder Pay, open facts counted as the worst"
    words = [each["words"] for each in finalists(golden("researched"))["key"]]
    assert words[0] == "Gull, middle of what is possible"


def test_the_facts_are_folded_and_the_rest_is_open(golden):
    page = section(to_html(golden("everything")))
    shown, folded = page.split("<details>")
    for said in ("+7.0", "Decided by what is not known", "13.8 of 16.7 points", "€165,000"):
        assert said in shown
    assert "https://alder.test/events" not in shown
    assert 'href="https://alder.test/events"' in folded


def test_markdown_has_the_same_with_a_picture_beside_it(golden):
    text, files = to_markdown(golden("everything"), charts="charts")
    assert "| Operation | 35% | **Alder Pay** +7.0 |" in text
    assert "| **Decided by what is not known** | | 13.8 of 16.7 points |" in text
    assert "| Must-haves met | 6 of 6 | 5 of 6; 1 open |" in text
    assert "](charts-finalists.svg)" in text
    assert "Operation: Alder Pay 76 to 88 of 100" in files["charts-finalists.svg"]
