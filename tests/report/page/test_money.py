"""Section 3 as it stands on the page and in Markdown."""

import re
import xml.etree.ElementTree as ET

import pytest

from evalkit.report.data import from_json, to_json
from evalkit.report.page.html import to_html
from evalkit.report.page.markdown import to_markdown
from tests.conftest import ROOT
from tests.report.accessible import check_page
from tests.report.page.test_answer import ARABIC, BROKEN, LONG
from tests.report.priced import cells_by_table, charged, files, hostile, plain, section

OPEN = "document.querySelectorAll('details').forEach((each) => { each.open = true; })"
NONE = "This plan states no money, so the report compares no costs, no net value and no payback."


def of_markdown(text):
    return re.search(r"^## 3 Money\n.*?(?=^(?:## \d|---$))", text, re.DOTALL | re.MULTILINE)[0]


def test_both_reports_say_what_a_finance_director_asks(evaluated):
    evaluation = evaluated()
    report, files = to_markdown(evaluation, charts="r")
    text = (of_markdown(report) + files["r-evidence.md"]).replace("\\", "")
    for page in (plain(section(to_html(evaluation))), text):
        for said in (
            evaluation.costs.text, "Cost over 3 years", "net value", "chance to pay off", "payback",
            "at least €4,030", "likely €5,380, 1 item missing", "1 vendor without a cost",
            "Cumulative net value", "Value against cost", "net value most", "7,000 or 9,000",
            *(each.text for each in evaluation.costs.break_even),
        ):  # fmt: skip
            assert said.replace("\u00a0", " ") in page.replace("\u00a0", " "), said


def test_what_is_folded_is_on_the_page_alone(evaluated):
    evaluation = evaluated()
    page = plain(section(to_html(evaluation)))
    folded = (
        evaluation.costs.convention, *evaluation.costs.remarks, evaluation.costs.find_out,
        evaluation.costs.difference.text[:10], "What each brings over 3 years",
        *(each.text for each in evaluation.costs.assumptions),
        "900 to 1,300, most likely 1,000 a year, growing by 7% a year",
    )  # fmt: skip
    for said in folded:
        assert said in page, said
    shut = plain(
        re.sub(r"<details>.*?</details>", "", section(to_html(evaluation)), flags=re.DOTALL)
    )
    assert "All costs" in page
    assert "All costs" not in shut


def test_without_money_one_sentence_says_so(evaluated):
    evaluation = evaluated(files(money=""))
    assert evaluation.costs is None
    assert plain(section(to_html(evaluation))) == f"3 Money {NONE}"
    assert of_markdown(to_markdown(evaluation)[0]).split("\n\n")[1].strip() == NONE


def test_pictures_are_files_in_markdown(evaluated):
    text, drawn = to_markdown(evaluated(), charts="r")
    for name in ("costs", "cash", "value", "swings"):
        assert f"(r-{name}.svg)" in text
        ET.fromstring(drawn[f"r-{name}.svg"])


def test_without_any_price_there_is_no_picture_and_it_still_says_why(evaluated):
    names = ("examplepay", "otherpay", "thirdpay", "fourthpay")
    page = section(to_html(evaluated(files(**{name: charged(name) for name in names}))))
    assert "<figure>" not in page
    assert "4 vendors without a cost" in page


def test_hostile_text_stays_text(evaluated):
    evaluation = evaluated(hostile())
    page, text = section(to_html(evaluation)), to_markdown(evaluation, charts="r")[0]
    assert "<script>" not in page
    assert "<img" not in page
    assert not re.search(r'href="(?!https?://|#)', page)
    assert not re.search(r"(?<!\\)\]\(javascript", text)
    assert list(cells_by_table(of_markdown(text)))
    assert to_html(from_json(to_json(evaluation))) == to_html(evaluation)


def many(name):
    """A workspace of 30 vendors with prices, one of which has a name of its own."""
    fees = "kind: recurring, title: Fees, amount: {}, every: month"
    vendors = {f"vendor{n}": charged(f"vendor{n}", fees.format(n * 10)) for n in range(26)}
    own = charged("examplepay", fees.format(7)).replace("name: Examplepay", f"name: {name}")
    return files(**vendors, examplepay=own)


@pytest.mark.parametrize("name", [LONG, ARABIC, "A" * 80], ids=["long", "arabic", "one word"])
def test_30_vendors_and_long_names_fit(browser, evaluated, tmp_path, name):
    file = tmp_path / "page.html"
    file.write_text(to_html(evaluated(many(name))), encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    for width in (320, 768, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.parametrize("width", [375, 1440])
def test_the_section_is_accessible_as_it_opens(browser, evaluated, tmp_path, width):
    file = tmp_path / "page.html"
    file.write_text(to_html(evaluated()), encoding="utf-8")
    check_page(browser, file, width)


def test_no_word_is_broken(browser, evaluated, tmp_path):
    file = tmp_path / "page.html"
    file.write_text(to_html(evaluated()), encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    page.evaluate(OPEN)
    for width in (1440, 768, 375):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(BROKEN) == []
    page.close()


def test_no_shape_has_a_style_of_its_own(evaluated):
    assert not re.search(r'(?:fill|stroke|style)="', section(to_html(evaluated())))
    assert "viewBox" not in (ROOT / "templates" / "section-money.html.j2").read_text("utf-8")
