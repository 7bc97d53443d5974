"""The frame of a report, and which sections there are."""

import pytest

from evalkit.report.page.html import to_html
from evalkit.report.page.markdown import to_markdown
from evalkit.report.page.page import SECTIONS, view
from tests.conftest import PLAN, VENDOR
from tests.report.made import PLAIN

PLAN_FILE = "plans/storefront-payments.yaml"


def test_the_head_says_of_when_it_is_and_how_much_was_compared(evaluated):
    found = view(evaluated({PLAN_FILE: PLAN + "example: true\n"}))
    assert found["title"] == "Payments for a storefront: vendor evaluation"
    assert found["plan"]["as_of"] == "As of 23 November 2026"
    assert found["plan"]["size"] == "1 vendor, 2 criteria, 3 measures"
    assert found["plan"]["example"] == "Example: invented client, real vendors"


@pytest.mark.parametrize(
    ("client", "others", "said"),
    [
        ("", 0, "Example: invented vendors"),
        ("example: true\n", 0, "Example: invented client and vendors"),
        ("", 1, "Example: ExamplePay is invented"),
        ("example: true\n", 1, "Example: the client and ExamplePay are invented"),
        ("", 2, ""),
    ],
)
def test_what_is_invented_is_said(evaluated, client, others, said):
    real = VENDOR.replace("examplepay", "realpay").replace("ExamplePay", "Realpay")
    files = {
        PLAN_FILE: PLAN + client,
        "vendors/payment-gateways/examplepay.yaml": VENDOR
        + ("example: true\n" if others < 2 else ""),
        "vendors/payment-gateways/realpay.yaml": real if others else None,
    }
    assert view(evaluated(files))["plan"]["example"] == said


def test_the_contents_list_each_section_that_is_there_in_order(evaluated):
    found = view(evaluated(PLAIN))
    listed = [each["id"] for each in found["contents"]]
    assert listed == [name for name in SECTIONS if found[name]]
    page = to_html(evaluated(PLAIN))
    assert all(f'id="{name}"' in page and f'href="#{name}"' in page for name in listed)


@pytest.mark.parametrize("plan", ["storefront-payments", "catalogue-pim", "lifecycle-email"])
def test_page_one_of_the_shipped_plans_is_one_screen_and_one_sheet(
    browser, shipped, tmp_path, plan
):
    file = tmp_path / "page.html"
    file.write_text(to_html(shipped(plan)), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(file.as_uri())
    last = "document.querySelector('#answer').lastElementChild.getBoundingClientRect().bottom"
    # Wide fonts of a machine without a usual one need more room; paper has it.
    assert page.evaluate(last) <= 1000
    # A4 without its margins, at 96 px an inch.
    page.set_viewport_size({"width": 688, "height": 1013})
    page.emulate_media(media="print")
    assert page.evaluate(last) <= 1013
    page.close()


def test_the_same_evaluation_gives_the_same_bytes(evaluated):
    one, other = evaluated(PLAIN), evaluated(PLAIN)
    assert to_html(one) == to_html(other)
    assert to_markdown(one, charts="r") == to_markdown(other, charts="r")


WORDS = """() => {
  for (const each of document.querySelectorAll("main .unseen, main option")) each.remove();
  return document.querySelector("main").innerText.split(/\\s+/).filter(Boolean).length;
}"""


def test_the_report_on_payments_is_as_short_as_a_director_reads(browser, shipped, tmp_path):
    evaluation = shipped("storefront-payments")
    file = tmp_path / "page.html"
    file.write_text(to_html(evaluation), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(file.as_uri())
    assert page.evaluate(WORDS) <= 2600
    page.close()
    assert to_markdown(evaluation, charts="r")[0].count("\n") < 250
