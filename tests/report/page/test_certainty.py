"""Section 6 as a whole."""

from dataclasses import replace

import pytest

from evalkit.report.page.certainty import certainty
from evalkit.report.page.html import to_html
from evalkit.report.page.markdown import to_markdown


def test_the_section_says_first_whether_what_is_open_can_change_the_answer(golden):
    assert (
        certainty(golden("everything"))["lead"][0] == "What we do not know can change the answer."
    )
    assert certainty(golden("clear"))["lead"][0] == (
        "Nothing that is open about any single vendor changes the answer."
    )


def test_if_no_vendor_is_left_there_is_no_such_section(golden):
    assert certainty(golden("nobody")) is None
    assert 'id="certainty"' not in to_html(golden("nobody"))


def test_both_pages_say_the_same(golden):
    page, text = to_html(golden("everything")), to_markdown(golden("everything"))[0]
    for said in (
        "Who wins in 625 simulations", "over 95%", "Drop a vendor that does not meet a must-have.", "was due 20 Nov 2026",
        "All 4 other methods of adding up", "Ask the vendor above.",
    ):  # fmt: skip
        assert said in page
        assert said in text


LONG = "An extraordinarily long name of a vendor for payments of 80 letters, counted here"


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_long_names_fit_with_all_unfolded(browser, golden, tmp_path, width):
    evaluation = golden("close")
    names = (LONG, "A" * 80, "مدفوعات المثال")
    vendors = [replace(v, name=name) for v, name in zip(evaluation.vendors, names, strict=True)]
    file = tmp_path / "page.html"
    file.write_text(to_html(replace(evaluation, vendors=tuple(vendors))), encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(file.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
